import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Case, judgeXPath } from './rules.ts';

const file = join(resolve(process.env.ORTAQ_CORPORA ?? '../shared/corpora'), 'xpath', 'cases.json');
const here = existsSync(file);
if (!here) console.error(`no corpus in ${file}: the tests over other people's expressions are skipped`);

const one = (expression: string, expected: unknown, type: string): Case => ({
  id: expression,
  file: '',
  expression,
  expected,
  type,
  extra: [],
});

test('a case that looks at a document is left out by name, a wrong one is failed by name', () => {
  const judged = judgeXPath([
    one('1 + 1', 2, 'number'),
    one('1 + 1', 3, 'number'),
    one('/root/a = 1', false, 'boolean'),
    one('1 +', 1, 'number'),
    one('1 div 0', null, 'number'),
    one('number("a")', 'NaN', 'number'),
    one('explode()', '', 'string'),
  ]);
  expect(judged).toEqual({
    passed: 3,
    total: 6,
    failed: [
      { id: '1 + 1', expression: '1 + 1', reason: '3 expected, 2 found' },
      { id: '1 +', expression: '1 +', reason: 'no expression: unfinished at 3' },
      { id: 'explode()', expression: 'explode()', reason: 'unknown_function: explode' },
    ],
    skipped: [{ id: '/root/a = 1', expression: '/root/a = 1', reason: 'needs the document of its test' }],
  });
});

test.skipIf(!here)("other people's expressions", () => {
  const { passed, total, failed } = judgeXPath(JSON.parse(readFileSync(file, 'utf8')));
  // Four names of tests of `geofence`, whose points stand in a document: no expressions.
  expect(failed.map(({ expression }) => expression)).toEqual(['0.5 0.5 0 0', '0.5 2 0 0', '0.5 -1 0 0', '0 -1 0 0']);
  expect(passed).toBe(total - 4);
  expect(passed).toBeGreaterThan(530);
});
