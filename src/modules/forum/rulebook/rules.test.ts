import { describe, expect, it } from 'vitest';
import { answered, gapsIn } from './completeness/rules.ts';
import { faultsOf, foundingBook, inForceOn, together } from './rules.ts';
import { type Bound, EMPTY_BOOK, RULE_KEYS, type Rulebook, type Share, type Threshold, TOPICS } from './schema.ts';
import { passes } from './thresholds/rules.ts';

const bound = <T>(article: string, value: T, document = 'rules'): Bound<T> => ({ document, article, value });
const of = (than: Share['than'], part: number, whole: number, base: Threshold['of'] = 'cast'): Threshold => ({
  share: { than, part, whole },
  of: base,
});
const HALF = of('more_than', 1, 2);
const book = (rules: Rulebook['rules']): Rulebook => ({ rules, topics: {} });
const quorum = (all: Threshold, each: Threshold | null = null) =>
  book({ quorum: bound('8', { all, each, recused: true }) });
const majority = (all: Threshold) => book({ ordinary: bound('10', { all, each: null }) });
const said = (rules: Rulebook, against?: Parameters<typeof faultsOf>[1]) =>
  faultsOf(rules, against).map((fault) => fault.message.key.replace('forum.rulebook.fault.', ''));

const SEATS = [
  { constituency: 'ngo', all: 4, filled: 4 },
  { constituency: 'state', all: 6, filled: 6 },
];

describe('rules that cannot be', () => {
  it('a quorum of 120 %, of nothing, of zero, of those present', () => {
    expect(said(quorum(of('at_least', 120, 100, 'filled')))).toEqual(['share_over']);
    expect(said(quorum(of('more_than', 1, 1, 'filled')))).toEqual(['share_over']);
    expect(said(quorum(of('at_least', 1, 1, 'filled')))).toEqual([]);
    expect(said(quorum(of('at_least', 2, 0, 'filled')))).toEqual(['share_of_nothing']);
    expect(said(quorum(of('at_least', 0, 3, 'filled')))).toEqual(['share_zero']);
    expect(said(quorum(of('more_than', 1, 2, 'present')))).toEqual(['quorum_of_present']);
    const fault = faultsOf(quorum(of('at_least', 120, 100, 'all')))[0]!;
    expect(fault).toMatchObject({ article: '8', message: { params: { article: '8', part: '120', whole: '100' } } });
  });

  it('two thirds of a constituency that has no seats', () => {
    const each = quorum(of('more_than', 1, 2, 'filled'), of('at_least', 2, 3, 'filled'));
    expect(said(each, { seats: SEATS })).toEqual([]);
    expect(said(each, { seats: [...SEATS, { constituency: 'press', all: 0, filled: 0 }] })).toEqual(['no_seats']);
  });

  it('a majority that a decision and its opposite could both have', () => {
    for (const half of [of('at_least', 1, 2), of('more_than', 1, 3), of('at_least', 50, 100)])
      expect(said(majority(half))).toEqual(['minority']);
    for (const more of [HALF, of('at_least', 2, 3), of('at_least', 51, 100), of('at_least', 1, 1)])
      expect(said(majority(more))).toEqual([]);
  });

  it('documents that are easier to change than a plan', () => {
    const weak = book({
      ordinary: bound('10', { all: of('at_least', 2, 3), each: null }),
      documents: bound('19', { all: HALF, each: null }),
    });
    expect(faultsOf(weak)).toMatchObject([
      { key: 'documents', article: '19', message: { params: { article: '19', other: '10' } } },
    ]);
  });

  it('days and numbers that contradict each other, each said once', () => {
    const wrong = book({
      convening: bound('5', { who: [], members: null }),
      meetings: bound('4', { months: 0 }),
      notice: bound('6', { days: 7, urgent: 9, agenda: 8 }),
      correspondence: bound('12', { least: 5, most: 3 }),
      minutes: bound('14', { days: 400, unit: 'working_days' }),
      proxies: bound('7', { most: 10, within: false }),
      term_lead: bound('3', { months: 12, inRow: 0 }),
      amendment: bound('19', { members: 11, days: 14 }),
      absence: bound('9', { meetings: 0 }),
    });
    expect(said(wrong, { seats: SEATS }).sort()).toEqual(
      [
        ...['nobody_convenes', 'meetings_zero', 'urgent_slower', 'agenda_first', 'window', 'days_over'],
        ...['proxies_over', 'term_zero', 'members_over', 'absence_zero'],
      ].sort(),
    );
  });

  it('a rule without an article, or of an article that is not in the text', () => {
    const rules = { tie: bound('', { how: 'chair' as const }), alternates: bound('99', { allowed: true }) };
    expect(said(book(rules), { articles: ['1', '2'] })).toEqual(['no_article', 'strange_article']);
    const topics: Rulebook = { rules: {}, topics: { seats: { document: 'rules', article: '3' } } };
    expect(said(topics, { articles: ['1'] })).toEqual(['strange_article']);
  });
});

describe('what documents leave undefined', () => {
  it('is everything at first, the most needed first', () => {
    const gaps = gapsIn(EMPTY_BOOK);
    expect(gaps).toHaveLength(RULE_KEYS.length + TOPICS.length);
    const firstUseful = gaps.findIndex((gap) => !gap.needed);
    expect(gaps.slice(firstUseful).some((gap) => gap.needed)).toBe(false);
    expect(gaps.filter((gap) => gap.needed).map((gap) => gap.key)).toEqual(
      expect.arrayContaining(['selection', 'lead', 'term_lead', 'quorum']),
    );
  });

  it('is no majority of its own once the ordinary one is there', () => {
    const left = gapsIn(majority(HALF)).map((gap) => gap.key);
    expect(left).not.toContain('ordinary');
    expect(left).not.toContain('plan');
    expect(left).toContain('documents');
    expect(answered(majority(HALF)).n).toBe(5);
  });
});

describe('rules in force', () => {
  const versions = [
    { document: 'rules', version: 1, from: '2026-05-19' },
    { document: 'rules', version: 2, from: '2026-09-01' },
    { document: 'rules', version: 3, from: null },
    { document: 'memorandum', version: 1, from: '2026-05-20' },
  ];
  it('on a day are the latest that have begun, of each document one', () => {
    const on = (day: string) => inForceOn(versions, day).map((one) => `${one.document} ${one.version}`);
    expect(on('2026-05-18')).toEqual([]);
    expect(on('2026-05-19')).toEqual(['rules 1']);
    expect(on('2026-08-31').sort()).toEqual(['memorandum 1', 'rules 1']);
    expect(on('2026-09-01').sort()).toEqual(['memorandum 1', 'rules 2']);
  });

  it('of two documents are one book; what they say differently is named with both articles', () => {
    const memorandum = book({
      alternates: bound('5', { allowed: true }, 'memorandum'),
      tie: bound('6', { how: 'chair' }, 'memorandum'),
    });
    const rules = book({ alternates: bound('11', { allowed: true }), tie: bound('12', { how: 'rejected' }) });
    const both = together([rules, memorandum]);
    expect(both.book.rules.tie).toMatchObject({ document: 'rules', article: '12' });
    expect(both.faults).toMatchObject([
      {
        key: 'tie',
        message: { params: { article: '12', document: 'rules', other: '6', other_document: 'memorandum' } },
      },
    ]);
  });

  it('of a founding assembly are one quorum and one majority for everything', () => {
    const founding = foundingBook('founding', of('more_than', 1, 2, 'filled'), of('at_least', 2, 3));
    expect(faultsOf(founding)).toEqual([]);
    const votes = { constituency: 'all', all: 23, filled: 23, present: 20, recused: 0, abstain: 0 };
    expect(passes(founding, 'documents', [{ ...votes, for: 13, against: 7 }])).toMatchObject({ adopted: false });
    expect(passes(founding, 'election', [{ ...votes, for: 14, against: 6 }])).toMatchObject({
      ...{ adopted: true, document: 'founding', article: '4' },
    });
  });
});
