import { expect, test } from 'vitest';
import { PlainLang } from '#core/i18n/plain-lang.ts';
import { day } from '#core/time/plain-date.ts';
import type { Operation, Snapshot, Step } from '#modules/meetings/desk/schema.ts';
import { walk } from '#modules/meetings/desk/steps/rules.ts';
import words from '../../text/en.json' with { type: 'json' };
import { wallOf } from './pictures.ts';

const HALF = { than: 'more_than', part: 1, whole: 2 } as const;
const bound = <T>(article: string, value: T) => ({ document: 'rules', article, value });
const lang = new PlainLang('en', words);
const SNAPSHOT: Snapshot = {
  ...{ format: 1, desk: 'd', forum: { slug: 'durnasu', name: { en: 'Durnasu' }, languages: ['en'] } },
  meeting: { number: 3, title: { en: 'Assembly' }, on: day('2026-11-23'), place: null, begun: true },
  constituencies: [{ id: 'c0', name: null }],
  seats: ['s1', 's2', 's3'].map((key, i) => ({
    ...{ key, number: i + 1, constituency: 'c0', organisation: { en: key }, filled: true, owes: true, bound: [] },
  })),
  items: ['Plan', 'Other'].map((en, i) => ({
    ...{ id: `i${i + 1}`, number: String(i + 1), title: { en }, state: 'waiting', aside: [] },
  })),
  book: {
    rules: {
      quorum: bound('4.1', { all: { share: HALF, of: 'all' }, each: null, recused: false }),
      ordinary: bound('4.2', { all: { share: HALF, of: 'cast' }, each: null }),
    },
    topics: {},
  },
  presence: ['s1', 's2'].map((seat) => ({ seat, way: 'hall', carriedBy: null })),
};
let made = 0;
const op = (step: Step): Operation => {
  made += 1;
  return { ...step, id: `op-${made}`, at: '2026-11-23T10:00:00.000Z' };
};
const wall = (...steps: readonly Step[]) => {
  const { hall, refused } = walk(SNAPSHOT, steps.map(op));
  expect(refused).toBeNull();
  return wallOf({ lang, snapshot: SNAPSHOT, hall, elections: null });
};

const OPEN: readonly Step[] = [
  { kind: 'item_begun', item: 'i1' },
  {
    ...{ kind: 'motion', motion: 'm', item: 'i1', words: 'The plan is adopted', decision: 'ordinary' },
    ...{ counting: 'names', reason: null },
  },
  { kind: 'mark', motion: 'm', seat: 's1', mark: 'for' },
];

test('the wall begins with the title and the quorum, and follows to the motion', () => {
  const cover = wall();
  expect([cover.now, cover.pictures.map((one) => one.words)]).toEqual([0, ['Assembly', 'Plan', 'Other']]);
  expect(cover.pictures[0]!.facts).toEqual([{ sign: '●', words: 'There is a quorum: 2 of 3 seats' }]);
  const voting = wall(...OPEN);
  expect([voting.now, voting.pictures[1]!.words, voting.pictures[1]!.about]).toEqual([
    1,
    'The plan is adopted',
    'Plan',
  ]);
});

test('nothing of a vote is on the wall before it ended, then its result with the figures', () => {
  expect(JSON.stringify(wall(...OPEN))).not.toMatch(/\d for/);
  const ended = wall(
    ...OPEN,
    { kind: 'mark', motion: 'm', seat: 's2', mark: 'against' },
    { kind: 'mark', motion: 'm', seat: 's2', mark: 'for' },
    { kind: 'motion_ended', motion: 'm', chair: null },
  );
  expect(ended.pictures[1]!.facts[1]).toEqual({
    ...{ sign: '■', loud: true, words: 'Adopted. 2 for, 0 against, 0 abstain.' },
  });
});
