import { expect, test } from 'vitest';
import { pagePolicy } from './headers.ts';

const scripts = (policy: string): string => /script-src ([^;]*)/.exec(policy)?.[1] ?? '';

test('a page runs the script inside it by its hash, and what that one loads only where the page says so', () => {
  const page = { styleHashes: ["'sha256-a'"], scriptHashes: ["'sha256-b'"] };
  expect(scripts(pagePolicy({ styleHashes: [], loads: true }))).toBe('');
  expect(scripts(pagePolicy(page))).toBe("'sha256-b'");
  expect(scripts(pagePolicy({ ...page, loads: true }))).toBe("'sha256-b' 'strict-dynamic'");
  expect(pagePolicy(page)).not.toContain('connect-src');
  expect(pagePolicy({ ...page, connects: true })).toContain("connect-src 'self';");
});
