import { expect, test } from 'vitest';
import { FolderInUse } from '#core/db/failures.ts';
import { explain } from './explain.ts';

const CONFIG = { port: 80, host: '10.9.9.9', folder: '/srv/data' };
const failure = (code: string, syscall: string) => Object.assign(new Error('x'), { code, syscall });

test.each([
  [new FolderInUse('Another works here.'), 'Another works here.'],
  [failure('EADDRINUSE', 'listen'), 'Port 80 is taken'],
  [failure('EADDRNOTAVAIL', 'listen'), 'HOST is 10.9.9.9'],
  [failure('ENOTFOUND', 'getaddrinfo'), 'HOST is 10.9.9.9'],
  [failure('EACCES', 'listen'), 'may not listen on port 80'],
  [failure('EACCES', 'mkdir'), 'folder /srv/data may not be written'],
  [failure('EROFS', 'open'), 'folder /srv/data may not be written'],
  [failure('ENOTDIR', 'mkdir'), '/srv/data is no folder'],
  [failure('EEXIST', 'mkdir'), '/srv/data is no folder'],
  [failure('ENOSPC', 'write'), 'full'],
])('%s is a sentence', (problem, sentence) => {
  const said = explain(problem, CONFIG);
  expect(said).toContain(sentence);
  expect(said.split('\n')).toHaveLength(1);
});

test('what nobody foresaw says where it happened', () => {
  expect(explain(new TypeError('no'), CONFIG)).toMatch(/TypeError: no\n\s+at /);
  expect(explain('no', CONFIG)).toBe('no');
  expect(explain(undefined, CONFIG)).toBe('undefined');
});
