import { describe, expect, it } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import type { Rulebook } from '#modules/forum/contract.ts';
import { breachesOf, lateAgenda, stateOf } from './rules.ts';
import type { Call } from './schema.ts';

const bound = <T>(article: string, value: T) => ({ document: 'rules', article, value });
const book: Rulebook = {
  rules: {
    convening: bound('6.2', { who: ['coordinator'], members: 3 }),
    notice: bound('6.3', { days: 10, urgent: 3, agenda: 5 }),
    meetings: bound('6.1', { months: 6 }),
    correspondence: bound('9.1', { least: 3, most: 10 }),
  },
  topics: {},
};
const call = (given: Partial<Call> = {}): Call => ({
  ...{ kind: 'assembly', title: { az: 'İclas' }, on: day('2026-12-20'), hour: null, until: null, place: null },
  ...{
    placeId: null,
    link: null,
    group: null,
    convener: 'coordinator',
    members: null,
    body: 'b',
    language: 'az',
    urgent: false,
  },
  ...{ reason: null, ...given },
});
const found = (given: Partial<Call> = {}, more: object = {}) =>
  breachesOf({
    ...{ call: call(given), rules: { by: 'documents', book }, invited: day('2026-12-10'), before: null, items: 1 },
    ...more,
  }).map(({ kind, article, params }) => [kind, article, params]);

describe('what a call does not keep', () => {
  it('is nothing when it was sent on the last day that the rules allow', () => {
    expect(found()).toEqual([]);
  });

  it('names notice, right to convene and agenda with the article of each; the meeting may go on', () => {
    expect(found({}, { invited: day('2026-12-11') })).toEqual([['notice', '6.3', { have: 9, need: 10 }]]);
    expect(found({ urgent: true }, { invited: day('2026-12-17') })).toEqual([]);
    expect(found({ convener: 'secretary' })).toEqual([['not_entitled', '6.2', {}]]);
    expect(found({ convener: 'members', members: 2 })).toEqual([['too_few_members', '6.2', { have: 2, need: 3 }]]);
    expect(found({ convener: 'members', members: 3 })).toEqual([]);
    expect(found({}, { invited: day('2026-12-18'), items: 0 }).map(([kind]) => kind)).toEqual(['notice', 'agenda']);
  });

  it('counts months since the last meeting, and both ends of a window by correspondence', () => {
    expect(found({}, { before: day('2026-06-20') })).toEqual([]);
    expect(found({}, { before: day('2026-06-19') })).toEqual([['months', '6.1', { months: 6, last: '2026-06-19' }]]);
    const letters = (until: string) => found({ kind: 'correspondence', until: day(until) });
    expect(letters('2026-12-22')).toEqual([]);
    expect(letters('2026-12-21')).toEqual([['window_short', '9.1', { have: 2, need: 3 }]]);
    expect(letters('2026-12-30')).toEqual([['window_long', '9.1', { have: 11, need: 10 }]]);
  });

  it('is not asked of a village or a working group, and says so when there are no rules', () => {
    expect(found({ kind: 'village', convener: 'other' })).toEqual([]);
    expect(found({ kind: 'working_group', convener: 'other' })).toEqual([]);
    expect(found({}, { rules: { by: 'nothing', book: { rules: {}, topics: {} } } })).toEqual([['no_rules', null, {}]]);
    expect(found({ convener: 'initiators' }, { rules: { by: 'founding', book } })).toEqual([]);
  });

  it('asks for the agenda until the day of the meeting, not after it', () => {
    const rules = { by: 'documents' as const, book };
    expect(lateAgenda(rules, day('2026-12-20'), day('2026-12-15'))).toEqual([]);
    expect(lateAgenda(rules, day('2026-12-20'), day('2026-12-16')).map(({ params }) => params)).toEqual([
      { have: 4, need: 5 },
    ]);
    expect(lateAgenda(rules, day('2026-12-20'), day('2026-12-21'))).toEqual([]);
  });
});

it('a meeting that was called off is neither held nor to come', () => {
  const moment = { on: day('2026-12-20'), hour: null };
  const none = { invitedOn: null, cancelled: null, begun: null, ended: null };
  expect(stateOf(none)).toBe('draft');
  expect(stateOf({ ...none, invitedOn: day('2026-12-10') })).toBe('called');
  expect(stateOf({ ...none, invitedOn: day('2026-12-10'), begun: moment })).toBe('running');
  expect(stateOf({ ...none, invitedOn: day('2026-12-10'), begun: moment, ended: moment })).toBe('ended');
  expect(stateOf({ ...none, cancelled: { on: day('2026-12-11'), reason: 'qar' } })).toBe('cancelled');
});
