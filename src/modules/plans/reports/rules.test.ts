import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, type PlainDate } from '#core/time/plain-date.ts';
import type { UpdateId } from '../measures/schema.ts';
import { EXECUTOR_STATES, type ExecutorState } from '../measures/schema.ts';
import {
  type ExecutorVoice,
  executorVoice,
  isShareInPercent,
  isUnproven,
  keptVoice,
  type OverdueFacts,
  percentOf,
  reportNext,
  reportOverdue,
  saysComplete,
  type UpdateFacts,
} from './rules.ts';

const START = day('2026-01-01');
const update = (id: number, on: PlainDate, state: ExecutorState, evidence: number): UpdateFacts => ({
  id: String(id).padStart(4, '0') as UpdateId,
  on_day: on,
  state,
  evidence,
});
const someDay = fc.integer({ min: 0, max: 400 }).map((n) => addDays(START, n));
const someUpdates = fc
  .array(
    fc.record({ on: someDay, state: fc.constantFrom(...EXECUTOR_STATES), evidence: fc.integer({ min: 0, max: 2 }) }),
    { maxLength: 6 },
  )
  .map((list) => list.map((u, i) => update(i, u.on, u.state, u.evidence)));

describe("the executor's voice", () => {
  it('is silence before the first report, and silence is not "not started"', () => {
    const voice = executorVoice([update(1, day('2026-05-01'), 'complete', 1)], 'asked', day('2026-04-30'));
    expect(voice).toEqual({ word: 'no_report', proven: true, on: null, update: null });
  });

  it('is not asked where the plan says so, whatever was entered', () => {
    expect(executorVoice([update(1, START, 'complete', 1)], 'not_asked', START).word).toBe('not_asked');
  });

  it('takes the latest day, and of one day the one entered last', () => {
    const may = day('2026-05-01');
    const voice = executorVoice(
      [update(3, may, 'under_way', 1), update(2, may, 'complete', 1), update(9, START, 'not_started', 0)],
      'asked',
      may,
    );
    expect(voice).toMatchObject({ word: 'under_way', on: may, update: '0003' });
  });

  it('speaks of more than "not started" only with evidence', () => {
    const bare = executorVoice([update(1, START, 'complete', 0)], 'asked', START);
    expect([bare.word, saysComplete(bare), isUnproven(bare)]).toEqual(['complete', false, true]);
    const nothing = executorVoice([update(1, START, 'not_started', 0)], 'asked', START);
    expect(isUnproven(nothing)).toBe(false);
  });

  it('does not depend on the order of reading', () => {
    fc.assert(
      fc.property(someUpdates, someDay, (list, on) => {
        expect(executorVoice([...list].reverse(), 'asked', on)).toEqual(executorVoice(list, 'asked', on));
      }),
    );
  });

  it('is never lowered by more evidence', () => {
    const rank = (voice: ExecutorVoice): number =>
      isUnproven(voice) ? 0 : EXECUTOR_STATES.indexOf(voice.word as never);
    fc.assert(
      fc.property(someUpdates, someDay, fc.nat(), (list, on, pick) => {
        if (list.length === 0) return;
        const i = pick % list.length;
        const more = list.map((u, j) => (i === j ? { ...u, evidence: u.evidence + 1 } : u));
        const [before, after] = [executorVoice(list, 'asked', on), executorVoice(more, 'asked', on)];
        expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
        expect(after.word).toBe(before.word);
      }),
    );
  });

  it('is the same from what the cell keeps', () => {
    fc.assert(
      fc.property(someUpdates, (list) => {
        const far = day('2199-01-01');
        const voice = executorVoice(list, 'asked', far);
        const spoke = voice.update !== null;
        const kept = {
          update_id: voice.update,
          executor_state: spoke ? (voice.word as ExecutorState) : null,
          executor_proven: spoke ? voice.proven : null,
          reported_on: voice.on,
        };
        expect(keptVoice(kept, 'asked')).toEqual(voice);
      }),
    );
  });
});

describe('reports owed', () => {
  const quarters = ['2026-03-31', '2026-06-30', '2026-09-30'].map((d) => ({ due_on: day(d) }));
  const facts = (voice: Partial<ExecutorVoice>, more: Partial<OverdueFacts> = {}): OverdueFacts => ({
    reportDates: quarters,
    voice: { word: 'no_report', proven: true, on: null, update: null, ...voice },
    cell: { from_day: null, to_day: null },
    withdrawnOn: null,
    ...more,
  });
  const at = (d: string, f: OverdueFacts) => reportOverdue(f, day(d));

  it('are overdue from the day after', () => {
    expect(at('2026-03-31', facts({}))).toBeNull();
    expect(at('2026-04-01', facts({}))).toEqual({ since: '2026-03-31', days: 1, missed: 1 });
    expect(at('2026-10-12', facts({}))).toEqual({ since: '2026-03-31', days: 195, missed: 3 });
  });

  it('are answered by one report of their quarter, late or not, and by no older one', () => {
    const on = (d: string) => facts({ word: 'under_way', proven: true, on: day(d) });
    expect(at('2026-05-01', on('2026-03-31'))).toBeNull();
    expect(at('2026-07-12', on('2026-03-31'))).toEqual({ since: '2026-06-30', days: 12, missed: 1 });
    expect(at('2026-07-12', on('2026-07-05'))).toBeNull();
    expect(at('2026-10-01', on('2026-07-05'))).toBeNull();
  });

  it('are not owed by who was not there, by what was withdrawn, by what is done, or where nobody asked', () => {
    expect(at('2026-10-12', facts({}, { cell: { from_day: day('2026-08-01'), to_day: null } }))).toMatchObject({
      since: '2026-09-30',
      missed: 1,
    });
    expect(at('2026-10-12', facts({}, { cell: { from_day: null, to_day: day('2026-05-01') } }))).toMatchObject({
      missed: 1,
    });
    expect(at('2026-10-12', facts({}, { withdrawnOn: day('2026-03-01') }))).toBeNull();
    expect(at('2026-10-12', facts({}, { withdrawnOn: day('2026-10-12') }))).toBeNull();
    expect(at('2026-10-12', facts({}, { withdrawnOn: day('2026-10-13') }))).toMatchObject({ missed: 3 });
    expect(at('2026-10-12', facts({ word: 'complete', proven: true, on: START }))).toBeNull();
    expect(at('2026-10-12', facts({ word: 'complete', proven: false, on: START }))).not.toBeNull();
    expect(at('2026-10-12', facts({ word: 'not_asked' }))).toBeNull();
  });

  it('name the next one that is still to come', () => {
    expect(reportNext(facts({}), day('2026-05-01'))).toBe('2026-06-30');
    expect(reportNext(facts({ word: 'under_way', on: day('2026-04-20') }), day('2026-05-01'))).toBe('2026-09-30');
    expect(reportNext(facts({}), day('2026-10-01'))).toBeNull();
    expect(reportNext(facts({ word: 'complete', proven: true, on: START }), day('2026-05-01'))).toBeNull();
  });

  it('only grow while nobody reports', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 200 }), (on, later) => {
        const [now, then] = [reportOverdue(facts({}), on), reportOverdue(facts({}), addDays(on, later))];
        if (now) expect(then?.days).toBe(now.days + later);
      }),
    );
  });
});

describe('a share', () => {
  it('is worth percent where the indicator is counted in percent', () => {
    expect([{ az: '%' }, { az: 'faizlə' }, { en: 'percent' }, { ru: 'процентов' }].map(isShareInPercent)).toEqual([
      ...[true, true, true, true],
    ]);
    expect([null, {}, { az: 'icma' }, { en: 'people' }].map(isShareInPercent)).toEqual([false, false, false, false]);
    expect(percentOf(31, 38)).toBe(81.58);
  });
});
