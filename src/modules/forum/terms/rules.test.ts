import { expect, it } from 'vitest';
import { addDays, day } from '#core/time/plain-date.ts';
import type { Lead } from '../leads/schema.ts';
import type { CompositionId, ConstituencyId, Holding, Mandate, Seating } from '../seats/schema.ts';
import { endingTerms, TOLD_BEFORE } from './rules.ts';

const TODAY = day('2026-11-23');
const from = day('2024-01-01');
const id = <T>(text: string) => text as T;
const resigned = { reason: 'resigned', enteredOn: TODAY, mistake: false };
const base = { from, enteredOn: from, source: 'məktub', end: null };

const holding = (more: Partial<Holding> = {}): Holding => ({
  ...base,
  id: id('h'),
  seat: id('s'),
  body: 'b',
  last: null,
  ...more,
});
const mandate = (more: Partial<Mandate> = {}): Mandate => ({
  ...{
    ...base,
    id: id('m'),
    holding: id('h'),
    kind: 'representative',
    person: 'p',
    office: null,
    role: 'r',
    last: null,
  },
  ...more,
});
const lead = (more: Partial<Lead> = {}): Lead => ({
  ...{
    id: id('l'),
    office: 'coordinator',
    body: 'b',
    seat: null,
    mandate: null,
    person: 'p',
    post: null,
    from,
    last: null,
  },
  ...{ electedOn: from, term: null, decision: 'd', url: null, role: null, enteredOn: from, end: null, ...more },
});
const seating = (holdings: readonly Holding[], mandates: readonly Mandate[] = []): Seating => ({
  ...{ compositions: [], constituencies: [], holdings, mandates },
  seats: [
    {
      id: id('s'),
      number: 1,
      constituency: id<ConstituencyId>('g'),
      composition: id<CompositionId>('c'),
      from,
      last: null,
      end: null,
    },
  ],
});
const told = (of: Seating, leads: readonly Lead[] = []) =>
  endingTerms(of, leads, TODAY).map(({ what, last, path }) => [what, last, path]);
const edge = addDays(TODAY, TOLD_BEFORE);
const past = addDays(TODAY, -1);

it('tells of a term from 60 days before its last day, and after it has passed', () => {
  expect(told(seating([holding({ last: edge })]))).toEqual([['seat', edge, '/members/1']]);
  expect(told(seating([holding({ last: addDays(edge, 1) })]))).toEqual([]);
  expect(told(seating([holding()], [mandate({ last: past })]))).toEqual([['representative', past, '/members/1']]);
  expect(told(seating([]), [lead({ last: past })])).toEqual([['coordinator', past, '/members/leads']]);
});

it('is silent where somebody comes after, where somebody ended it, and tells one end once', () => {
  const next = mandate({ id: id('m2'), from: TODAY });
  expect(told(seating([holding()], [mandate({ last: past }), next]))).toEqual([]);
  expect(told(seating([holding()], [mandate({ last: past, end: resigned })]))).toEqual([]);
  expect(told(seating([holding({ last: edge })], [mandate({ last: edge })]))).toEqual([['seat', edge, '/members/1']]);
  expect(told(seating([]), [lead({ last: past }), lead({ id: id('l2'), from: TODAY })])).toEqual([]);
});

it('stands by last day, the earliest first', () => {
  const mandates = [mandate({ last: edge }), mandate({ id: id('a'), kind: 'alternate', last: past })];
  expect(told(seating([holding()], mandates), [lead({ last: TODAY })]).map(([what]) => what)).toEqual([
    ...['alternate', 'coordinator', 'representative'],
  ]);
});
