import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { LOADED, SCRIPTS } from '../src/enhance.gen.ts';

/** Bytes packed. Blind signatures bring numbers of 2,048 bits along; that script stands in one page of one kind of ballot. */
const MOST: Readonly<Record<string, number>> = { 'secret-ballot': 20 * 1024 };
/** Those whose pages say that they may speak with us. */
const SPEAKS = ['secret-ballot'];

test.each(Object.entries(SCRIPTS))('%s is small and stands safely in a page', (name, text) => {
  expect(gzipSync(text).length).toBeLessThan(MOST[name] ?? 4 * 1024);
  expect(text).not.toMatch(/<\/script|<!--/i);
  // It runs no text as program, and fetches nothing where it has no business to.
  expect(text).not.toMatch(/XMLHttpRequest|\beval\(|new Function|innerHTML/);
  expect(/\bfetch\(/.test(text)).toBe(SPEAKS.includes(name));
});

test.each(Object.entries(LOADED))('%s is loaded after the page, small, and named after what it holds', (name, text) => {
  expect(name).toMatch(/^[a-z-]+-[0-9a-f]{12}\.js$/);
  expect(gzipSync(text).length).toBeLessThan(26 * 1024);
  expect(text).not.toMatch(/XMLHttpRequest|\beval\(|new Function|innerHTML/);
  expect(Object.values(SCRIPTS).some((script) => script.includes(`/scripts/${name}`))).toBe(true);
});
