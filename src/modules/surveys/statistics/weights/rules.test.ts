import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNear, oracle } from '../../../../../tools/oracles/read.ts';
import { rake } from './rules.ts';
import type { Margin, Weighed } from './schema.ts';

const margin = (variable: string, targets: Readonly<Record<string, number>>): Margin => ({
  ...{ variable, targets, source: 'census' },
});
const units = (...of: readonly Readonly<Record<string, string>>[]): readonly Weighed[] =>
  of.map((each) => ({ of: each, weight: 1 }));

describe('raking', () => {
  it('gives the weights that the package survey of R gives, to 1e-9', () => {
    const off = oracle('raking.csv').filter((row) => {
      const list = (name: string): readonly string[] => row[name]!.split(' ');
      const targets = (names: readonly string[], column: string) =>
        Object.fromEntries(names.map((name, at) => [name, Number(list(column)[at])]));
      const asked = list('sex').map((sex, at) => ({
        of: { sex, age: list('age')[at]!, place: list('place')[at]! },
        weight: 1,
      }));
      const found = rake(asked, [
        margin('sex', targets(['f', 'm'], 'sexes')),
        margin('age', targets(['a', 'b', 'c'], 'ages')),
        margin('place', targets(['p', 'q', 'r', 's'], 'places')),
      ]);
      return 'why' in found || !found.weights.every((weight, at) => isNear(weight, Number(list('weights')[at])));
    });
    expect(off).toEqual([]);
  });

  it('meets every margin, weighs 1 on average, and is never more effective than the number of people', () => {
    const anyone = fc.record({ sex: fc.constantFrom('f', 'm'), age: fc.constantFrom('young', 'old') });
    fc.assert(
      fc.property(fc.array(anyone, { minLength: 4, maxLength: 60 }), fc.integer({ min: 1, max: 99 }), (of, women) => {
        const everyone = [...of, ...['f', 'm'].flatMap((sex) => ['young', 'old'].map((age) => ({ sex, age })))];
        const found = rake(units(...everyone), [
          margin('sex', { f: women, m: 100 - women }),
          margin('age', { young: 40, old: 60 }),
        ]);
        if ('why' in found) throw new Error(found.why);
        const sum = (is: (at: number) => boolean): number =>
          found.weights.reduce((all, weight, at) => all + (is(at) ? weight : 0), 0);
        expect(isNear(sum((at) => everyone[at]!.sex === 'f') / everyone.length, women / 100)).toBe(true);
        expect(isNear(sum((at) => everyone[at]!.age === 'old') / everyone.length, 0.6)).toBe(true);
        expect(found.effective).toBeLessThanOrEqual(everyone.length + 1e-9);
      }),
    );
  });

  it('refuses by name an empty category, one of which nothing is known, and a target of nobody', () => {
    const asked = units({ sex: 'f' }, { sex: 'm' });
    expect(rake(asked, [margin('sex', { f: 1, m: 1, x: 1 })])).toEqual({
      why: 'empty',
      variable: 'sex',
      category: 'x',
    });
    expect(rake(asked, [margin('sex', { f: 1 })])).toEqual({ why: 'unknown', variable: 'sex', category: 'm' });
    expect(rake(asked, [margin('sex', { f: 1, m: 0 })])).toEqual({ why: 'unfit', variable: 'sex', category: 'm' });
    expect(rake(asked, [margin('age', { old: 1 })])).toMatchObject({ why: 'unknown', variable: 'age' });
  });

  it('refuses margins that the people asked cannot meet together', () => {
    // All women are young and all men are old, so 90 % women and 50 % young is not to be had.
    const asked = units({ sex: 'f', age: 'young' }, { sex: 'm', age: 'old' });
    const found = rake(asked, [margin('sex', { f: 90, m: 10 }), margin('age', { young: 50, old: 50 })]);
    expect(found).toMatchObject({ why: 'apart', variable: 'sex' });
  });
});
