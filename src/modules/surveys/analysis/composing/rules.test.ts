import { describe, expect, it } from 'vitest';
import type { Sampling } from '../../schema.ts';
import { designMeanInterval } from '../../statistics/designs/rules.ts';
import type { Alike } from '../../statistics/suppression/schema.ts';
import { AGE, PLACE } from '../variables/rules.ts';
import type { Asked } from '../variables/schema.ts';
import { compose } from './rules.ts';
import type { Counts } from './schema.ts';

const asked = (name: string, given: Partial<Asked> = {}): Asked => ({
  ...{ name, path: [name], kind: 'one', unit: 'person', words: { az: name }, about: null, hangsOn: [] },
  codes: ['yes', 'no'].map((code) => ({ code, words: {} })),
  ...given,
});
const alike = (units: number, replies: Alike['replies']): Alike => ({ units, replies });

const counts = (given: Partial<Counts>): Counts => ({
  ...{ sampling: 'random' as Sampling, smallest: 5, population: null, counted: 40, excluded: 0, modes: {} },
  ...{ asked: [], splits: [], people: [], numbers: new Map(), notCounted: [], told: new Map(), published: [] },
  ...given,
});

describe('what goes out of a round', () => {
  it('has no mean of ages where the count of a class of age is hidden, and nothing that only some ages were asked', () => {
    const age = asked('age', { kind: 'number', codes: [], about: 'age' });
    const classes = asked(AGE, { about: 'age', codes: ['18-29', '60+'].map((code) => ({ code, words: {} })) });
    const pension = asked('pension', { unit: 'community', hangsOn: ['age'] });
    // Of one answer only: its count in a class is the count of the class.
    const agreed = asked('agreed', { codes: [{ code: 'OK', words: {} }] });
    const of = (olds: number) => {
      const ages = [
        { value: 70, units: olds, place: null },
        { value: 25, units: 40 - olds, place: null },
      ];
      const people = [
        alike(olds, { agreed: ['OK'], [AGE]: ['60+'] }),
        alike(40 - olds, { agreed: ['OK'], [AGE]: ['18-29'] }),
      ];
      const told = new Map([['pension', [alike(olds, { pension: ['yes'], [PLACE]: ['a'] })]]]);
      const numbers = new Map([['age', ages]]);
      return compose(counts({ asked: [agreed, pension, age, classes], splits: [classes], people, numbers, told }))
        .results;
    };
    const open = of(12);
    expect(open.numbers[0]).toMatchObject({ n: 40, median: 25 });
    expect(open.questions.map(({ name }) => name)).toContain('pension');
    const closed = of(3);
    expect(closed.notShown).toContainEqual({ rows: 'agreed', columns: AGE, why: 'unsafe' });
    expect(closed.numbers[0]).toMatchObject({ n: null, mean: null, median: null, interval: null });
    expect(closed.questions.map(({ name }) => name)).not.toContain('pension');
  });

  it('leaves out what communities were asked only after a hidden answer, and says so', () => {
    const aware = asked('aware');
    const terminal = asked('terminal', { unit: 'community', hangsOn: ['aware'] });
    const told = [alike(2, { terminal: ['yes'], [PLACE]: ['a'] })];
    const of = (yes: number) =>
      compose(
        counts({
          asked: [aware, terminal],
          told: new Map([['terminal', told]]),
          people: [alike(yes, { aware: ['yes'] }), alike(40 - yes, { aware: ['no'] })],
        }),
      ).results;
    expect(of(20).questions.map(({ name }) => name)).toEqual(['aware', 'terminal']);
    const few = of(2);
    expect(few.questions.map(({ name }) => name)).toEqual(['aware']);
    expect(few.notShown).toContainEqual({ rows: 'terminal', columns: null, why: 'dependent', words: terminal.words });
  });

  it('gives the mean of a number its interval from how drawn communities differ, and says when they are too few', () => {
    const far = asked('far', { kind: 'number', codes: [] });
    const said = [1, 2, 4, 5, 9, 11].map((value, i) => ({ value, units: 1, place: `p${i % 3}` }));
    const of = (places: (place: string) => string) => {
      const numbers = new Map([['far', said.map((one) => ({ ...one, place: places(one.place) }))]]);
      return compose(counts({ sampling: 'cluster', asked: [far], numbers })).results.numbers[0]!;
    };
    const drawn = said.map(({ value, place }) => ({ value, weight: 1, cluster: place, stratum: null }));
    const three = of((place) => place);
    expect([three.why, three.interval]).toEqual(['cluster', designMeanInterval(drawn)]);
    expect(of(() => 'p')).toMatchObject({ why: 'few_clusters', interval: null });
  });
});
