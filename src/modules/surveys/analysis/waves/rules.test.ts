import { describe, expect, it } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import { newcombe } from '../../statistics/intervals/rules.ts';
import { printCounted } from '../../statistics/printing/rules.ts';
import type { QuestionResult } from '../composing/schema.ts';
import { comparedIn } from './rules.ts';
import type { Wave } from './schema.ts';

type Chosen = 'random' | 'purposive';

/** Yes and no of a question; `hidden`: its counts are not shown. */
function question(
  sampling: Chosen,
  yes: number,
  n: number,
  given: Partial<QuestionResult> & { hidden?: true } = {},
): QuestionResult {
  const { hidden, ...more } = given;
  const print = (count: number) =>
    printCounted({ yes: count, n }, { sampling, weighted: false, clusters: 0, population: null });
  const figure = (code: string, count: number) =>
    hidden
      ? { code, yes: null, share: null, interval: null, hidden: 'small' as const }
      : { code, yes: count, share: print(count).share, interval: print(count).interval, hidden: null };
  return {
    ...{ name: 'aware', words: { az: 'Xəbəriniz var?' }, kind: 'one', unit: 'person', bases: null, answers: null },
    codes: ['yes', 'no'].map((code) => ({ code, words: {} })),
    ...{ n, what: print(yes).what, why: print(yes).why, figures: [figure('yes', yes), figure('no', n - yes)] },
    ...more,
  };
}
const wave = (number: number, questions: readonly QuestionResult[], places = ['a', 'b']): Wave => ({
  ...{ number, title: {}, from: day('2026-01-01'), until: day('2026-01-10'), sampling: 'random', places },
  results: {
    ...{ sampling: 'random', smallest: 5, counted: 50, excluded: 0, modes: {}, questions, numbers: [], splits: [] },
    ...{ crosses: [], notShown: [], notCounted: [], hidden: { small: 0, all: 0, complement: 0 } },
  },
});

describe('rounds beside each other', () => {
  it('differ by what both publications print, with the interval of the difference', () => {
    const { questions } = comparedIn([
      wave(1, [question('random', 13, 50)]),
      wave(2, [question('random', 24, 50)], ['b', 'c']),
    ]);
    const [yes] = questions[0]!.answers;
    expect(questions[0]).toMatchObject({ why: 'drawn', between: [2, 1] });
    expect(yes!.difference!.interval).toEqual(newcombe({ yes: 24, n: 50 }, { yes: 13, n: 50 }));
    expect(yes!.difference!.communities).toEqual({ both: ['b'], now: ['c'], before: ['a'] });
    expect(yes!.shown.map((one) => one?.yes)).toEqual([13, 24]);
  });

  it('tell people but no difference of shares where people were chosen', () => {
    const [one] = comparedIn([
      wave(1, [question('purposive', 13, 50)]),
      wave(2, [question('purposive', 24, 50)]),
    ]).questions;
    expect([one!.why, one!.answers[0]!.difference]).toMatchObject([
      'chosen',
      { difference: null, interval: null, people: 11 },
    ]);
  });

  it('give nothing of what one of them hides', () => {
    const hidden = question('random', 3, 50, { hidden: true });
    for (const pair of [
      [hidden, question('random', 24, 50)],
      [question('random', 24, 50), hidden],
    ]) {
      const [one] = comparedIn(pair.map((of, i) => wave(i + 1, [of]))).questions;
      expect(one!.answers.map(({ difference }) => difference)).toEqual([null, null]);
      expect(one!.why).toBe('drawn');
      expect(JSON.stringify(one)).not.toMatch(/\b(3|47)\b/);
    }
  });

  it('are not subtracted where the question was asked otherwise, and what only one asked is named', () => {
    const other = question('random', 13, 50, { words: { az: 'Eşitmisiniz?' } });
    const added = question('random', 9, 50, { name: 'portal', words: { az: 'Portal?' } });
    const { questions, once } = comparedIn([wave(1, [other]), wave(2, [question('random', 24, 50), added])]);
    expect([questions[0]!.why, questions[0]!.answers[0]!.difference]).toEqual(['worded', null]);
    expect(once).toEqual([{ name: 'portal', words: added.words, round: 2 }]);
  });

  it('are the last two that asked it, where a round between them did not', () => {
    const { questions } = comparedIn([
      wave(1, [question('random', 13, 50)]),
      wave(2, []),
      wave(3, [question('random', 20, 50)]),
    ]);
    expect(questions[0]).toMatchObject({ between: [3, 1], answers: [{ shown: [{ yes: 13 }, null, { yes: 20 }] }, {}] });
  });
});
