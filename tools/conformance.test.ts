import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Conformance, committed, FAILED, fallen, measured } from './conformance.ts';

const result = measured();
if (!result) console.error('no corpora: the conformance is not measured');

describe.skipIf(!result)("other people's forms and expressions", () => {
  test('no number is below the committed one', () => {
    expect(fallen(result!.numbers, committed())).toEqual([]);
  });

  test('what does not hold is listed by name', () => {
    const listed = new Set((JSON.parse(readFileSync(FAILED, 'utf8')) as { name: string }[]).map(({ name }) => name));
    expect(result!.failed.filter(({ name }) => !listed.has(name))).toEqual([]);
  });

  test('nine of ten core forms hold', () => {
    const { passed, total } = result!.numbers.xlsform.core;
    expect(passed / total).toBeGreaterThanOrEqual(0.9);
  });
});

test('a number that fell is named', () => {
  const shares = (passed: number): Conformance => {
    const share = { passed, total: 10 };
    return { xlsform: { all: share, core: share }, xpath: share };
  };
  expect(fallen(shares(5), shares(6))).toHaveLength(3);
  expect(fallen(shares(7), shares(6))).toEqual([]);
  expect(measured('/nowhere')).toBeNull();
});
