import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { SCRIPTS } from '../src/enhance.gen.ts';

test.each(Object.entries(SCRIPTS))('%s is small and stands safely in a page', (_, text) => {
  expect(gzipSync(text).length).toBeLessThan(4 * 1024);
  expect(text).not.toMatch(/<\/script|<!--/i);
  // It asks the device and sends a form; it fetches nothing and runs no text as program.
  expect(text).not.toMatch(/\bfetch\(|XMLHttpRequest|\beval\(|new Function|innerHTML/);
});
