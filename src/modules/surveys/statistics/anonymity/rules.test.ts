import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymityOf } from './rules.ts';
import type { Asked, Row } from './schema.ts';

const asked = (given: Partial<Asked> = {}): Asked => ({
  ...{ quasi: ['village', 'sex'], sensitive: ['ill'], k: 3, l: 1, officeHolders: false },
  ...given,
});
const rows = (...of: readonly (readonly [village: string, sex: string, ill: string, n: number])[]): readonly Row[] =>
  of.flatMap(([village, sex, ill, n]) => Array.from({ length: n }, () => ({ village, sex, ill })));

describe('microdata', () => {
  it('may go out where every combination has k people', () => {
    const found = anonymityOf(rows(['a', 'f', 'yes', 3], ['a', 'm', 'no', 4]), asked());
    expect(found).toMatchObject({ verdict: 'safe', smallest: 3, few: [], remedies: [] });
  });

  it('may not while a combination has fewer, and then it says which and what would help', () => {
    const found = anonymityOf(
      rows(['a', 'f', 'yes', 5], ['a', 'm', 'no', 4], ['b', 'f', 'no', 1], ['b', 'm', 'no', 2]),
      asked(),
    );
    expect(found.verdict).toBe('few');
    expect(found.few).toEqual([
      { of: { village: 'b', sex: 'f' }, n: 1 },
      { of: { village: 'b', sex: 'm' }, n: 2 },
    ]);
    expect(found.remedies[0]).toEqual({ what: 'merge', variable: 'village', codes: ['b', 'a'], left: 0 });
    expect(found.remedies).toContainEqual({ what: 'drop', variable: 'village', left: 0 });
  });

  it('may not where all of a combination gave the same sensitive answer', () => {
    const found = anonymityOf(rows(['a', 'f', 'yes', 5], ['a', 'm', 'no', 4], ['a', 'm', 'yes', 4]), asked({ l: 2 }));
    expect(found.verdict).toBe('alike');
    expect(found.alike).toEqual([{ of: { village: 'a', sex: 'f' }, n: 5, sensitive: 'ill', different: 1 }]);
  });

  it('never goes out where respondents hold an office', () => {
    expect(anonymityOf(rows(['a', 'f', 'yes', 50]), asked({ officeHolders: true })).verdict).toBe('office');
    expect(anonymityOf([], asked())).toMatchObject({ verdict: 'safe', smallest: null });
  });

  it('does what its remedies promise', () => {
    const any = fc.record({
      ...{ village: fc.constantFrom('a', 'b', 'c'), sex: fc.constantFrom('f', 'm'), ill: fc.constant('no') },
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 30 }), (people) => {
        const found = anonymityOf(people, asked());
        for (const remedy of found.remedies) {
          const after = people.map((row) => ({
            ...row,
            ...(remedy.what === 'drop' ? { [remedy.variable]: '' } : {}),
            ...(remedy.what === 'merge' && row[remedy.variable as 'sex'] === remedy.codes[0]
              ? { [remedy.variable]: remedy.codes[1] }
              : {}),
          }));
          const left = anonymityOf(after, asked()).few.reduce((sum, { n }) => sum + n, 0);
          expect(left).toBe(remedy.left);
        }
      }),
    );
  });
});
