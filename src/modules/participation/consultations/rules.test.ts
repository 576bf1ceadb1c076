import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import {
  carried,
  commentState,
  imitates,
  isMixedScript,
  latest,
  leastUntil,
  letterOf,
  stageOn,
  termBegins,
  unitsOf,
  unitWith,
} from './rules.ts';
import type { Comment, DraftArticle, Group, Response } from './schema.ts';

const article = (number: string, words: string): DraftArticle => ({ number, heading: {}, words: { az: words } });
const on = day('2026-11-10');

describe('a comment on an article, in the next version', () => {
  const before = [article('1', 'Ad'), article('2', 'Üzvlər'), article('2.1', 'Bir səs')];
  test.each([
    ['2', [article('1', 'Ad'), article('2', 'Üzvlər')], { kind: 'same', article: '2' }],
    ['2', [article('1', 'Ad'), article('2', 'Yeni söz')], { kind: 'changed', article: '2' }],
    ['2', [article('1', 'Ad'), article('2', 'Məqsəd'), article('3', 'Üzvlər')], { kind: 'moved', article: '3' }],
    ['2', [article('1', 'Ad'), article('3', 'Üzvlər')], { kind: 'moved', article: '3' }],
    ['2.1', [article('1', 'Ad')], { kind: 'gone' }],
    [null, [], { kind: 'same', article: null }],
  ])('on %s', (number, after, expected) => {
    expect(carried(number, before, after)).toEqual(expected);
  });

  it('stands where it stood when nothing changed, whatever the document', () => {
    const texts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(texts, fc.string(), (numbers, words) => {
        const all = numbers.map((n) => article(String(n), words));
        for (const n of numbers) expect(carried(String(n), all, all)).toEqual({ kind: 'same', article: String(n) });
      }),
    );
  });
});

describe('how a comment may be signed', () => {
  test.each([
    ['Aynur', false],
    ['Айнур', false],
    ['Aynur Айнур', false],
    ['Аynur', true],
    ['Ρambıqarx', true],
    ['', false],
  ])('"%s" mixes alphabets within a word: %s', (name, mixed) => {
    expect(isMixedScript(name)).toBe(mixed);
  });

  test.each([
    ['Pambıqarx bələdiyyəsi', true],
    ['pambiqarx  BELEDIYYESI', true],
    ['Рамbıqarx bələdiyyəsi', true],
    ['Pambıqarx bələdiyyəsinin sakini', false],
    ['***', false],
  ])('"%s" looks like an organisation of the forum: %s', (name, yes) => {
    expect(imitates(name, ['Pambıqarx bələdiyyəsi', 'Rayon İcra Hakimiyyəti'])).toBe(yes);
  });
});

test('both the first and the last day are open, and only the day closes it', () => {
  const window = { from: day('2026-11-10'), until: day('2026-11-20') };
  expect(['2026-11-09', '2026-11-10', '2026-11-20', '2026-11-21'].map((at) => stageOn(window, day(at)))).toEqual([
    ...['ahead', 'open', 'open', 'closed'],
  ]);
  expect(leastUntil(on, 15)).toBe('2026-11-25');
  expect(leastUntil(on, 0)).toBe('2026-11-11');
});

test('the letters of what is consulted on go from A to Z and on', () => {
  expect([0, 1, 25, 26, 27, 51, 52].map(letterOf)).toEqual(['A', 'B', 'Z', 'AA', 'AB', 'AZ', 'BA']);
});

describe('what is answered', () => {
  const comment = (place: number, more: Partial<Comment> = {}): Comment =>
    ({ id: `c${place}`, place, publishedOn: on, withdrawnOn: null, refusal: null, group: null, ...more }) as Comment;
  const group = { id: 'g', place: 4, gist: {}, on } as unknown as Group;
  const response = (answers: string, more: Partial<Response> = {}) =>
    ({ answers, outcome: 'not', reason: {}, on, corrections: [], ...more }) as unknown as Response;
  const whole = {
    comments: [
      comment(1, { group: group.id }),
      comment(2, { publishedOn: null }),
      comment(3, { group: group.id }),
      comment(5),
      comment(6, { publishedOn: null, withdrawnOn: on }),
    ],
    groups: [group],
    responses: [response('g')],
  };

  it('is each public comment once: alone, or in its group', () => {
    const units = unitsOf(whole);
    expect(units.map(({ id, place, comments }) => [id, place, comments.map((one) => one.place)])).toEqual([
      ['g', 4, [1, 3]],
      ['c5', 5, [5]],
    ]);
    expect(units.map(({ response: given }) => given !== null)).toEqual([true, false]);
    expect(unitWith(units, comment(3))?.id).toBe('g');
    expect(unitWith(units, comment(2))).toBeNull();
    expect(whole.comments.map(commentState)).toEqual(['published', 'waiting', 'published', 'published', 'withdrawn']);
  });

  it('is owed from the last open day, of what was published later from that day', () => {
    const until = day('2026-11-20');
    const late = day('2026-11-25');
    expect(termBegins({ until }, { comments: [comment(1)], group: null })).toBe(until);
    expect(termBegins({ until }, { comments: [comment(1, { publishedOn: late })], group: null })).toBe(late);
    // The first of a group counts: grouping makes nothing later.
    expect(termBegins({ until }, { comments: [comment(1, { publishedOn: late }), comment(3)], group })).toBe(until);
  });

  it('says what the last correction says', () => {
    const correction = { outcome: 'accepted' as const, reason: {}, why: {}, on };
    expect(latest(response('g')).outcome).toBe('not');
    expect(latest(response('g', { corrections: [correction] })).outcome).toBe('accepted');
  });
});
