import { expect, test } from 'vitest';
import { add, countOf } from './count.ts';

const report = (passed: number, failed: number, files: readonly [string, readonly string[]][], pending = 0): string =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: 0,
    testResults: files.map(([status, tests]) => ({ status, assertionResults: tests.map((s) => ({ status: s })) })),
  });

test('counts tests', () => {
  expect(countOf(report(2, 1, [['failed', ['passed', 'passed', 'failed']]], 3), false)).toEqual({
    passed: 2,
    failed: 1,
    skipped: 3,
  });
});

test('a file that cannot be loaded is a failure', () => {
  expect(
    countOf(
      report(1, 0, [
        ['passed', ['passed']],
        ['failed', []],
      ]),
      false,
    ).failed,
  ).toBe(1);
});

test.each([
  ['no report', null, true],
  ['nothing tested', report(0, 0, []), true],
  ['a bad end without a failed test', report(1, 0, [['passed', ['passed']]]), false],
])('%s is a failure', (_, said, well) => {
  expect(countOf(said, well).failed).toBe(1);
});

test('sums over runners', () => {
  const one = { passed: 1, failed: 0, skipped: 2 };
  expect([one, one, { passed: 5, failed: 1, skipped: 0 }].reduce(add)).toEqual({ passed: 7, failed: 1, skipped: 4 });
});
