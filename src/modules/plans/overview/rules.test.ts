import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, type PlainDate } from '#core/time/plain-date.ts';
import type { CivilVoice, CivilWord } from '../evaluations/rules.ts';
import { COMPLETIONS } from '../evaluations/schema.ts';
import type { ExecutorVoice, ExecutorWord } from '../reports/rules.ts';
import {
  type CellVoices,
  cellComplete,
  cellLate,
  cellState,
  civilWord,
  executorWord,
  type MeasureDay,
  measureSum,
  merge,
  mergeAll,
  NOTHING,
  type Tally,
  tallyOfCell,
  tallyOfMeasure,
} from './rules.ts';

const TODAY = day('2026-10-01');
const says = (word: ExecutorWord, proven = true): ExecutorVoice => ({ word, proven, on: null, update: null });
const finds = (word: CivilWord): CivilVoice => ({ word, evaluation: null, on: null });
const cell = (executor: ExecutorVoice, civil: CivilWord): CellVoices => ({ executor, civil: finds(civil) });

const someExecutor: fc.Arbitrary<ExecutorVoice> = fc
  .record({
    word: fc.constantFrom<ExecutorWord>('no_report', 'not_asked', 'not_started', 'under_way', 'complete'),
    proven: fc.boolean(),
  })
  .map(({ word, proven }) => says(word, proven || !['under_way', 'complete'].includes(word)));
const someCivil = fc.constantFrom<CivilWord>('not_assessed', ...COMPLETIONS);
const someCell = fc.record({ executor: someExecutor, civil: someCivil.map(finds) });
const someDue = fc.option(fc.integer({ min: -300, max: 300 }).map((n) => addDays(TODAY, n)));
const someMeasure = fc.record({
  cells: fc.array(someCell, { maxLength: 6 }),
  day: fc.record({ due: someDue, withdrawn: fc.boolean() }),
});
const somePlan = fc.array(someMeasure, { maxLength: 8 });
const open = (due: PlainDate | null): MeasureDay => ({ due, withdrawn: false });

describe('a cell', () => {
  it('is not late where nobody was asked, until somebody evaluates it', () => {
    const past = open(addDays(TODAY, -900));
    expect(cellLate(cell(says('not_asked'), 'not_assessed'), past, TODAY)).toBe(false);
    expect(cellLate(cell(says('not_asked'), 'limited'), past, TODAY)).toBe(true);
    expect(cellLate(cell(says('no_report'), 'not_assessed'), past, TODAY)).toBe(true);
  });

  it('is complete when everybody who spoke says so, with evidence', () => {
    expect(cellComplete(cell(says('complete'), 'not_assessed'))).toBe(true);
    expect(cellComplete(cell(says('complete', false), 'not_assessed'))).toBe(false);
    expect(cellComplete(cell(says('no_report'), 'complete'))).toBe(true);
    expect(cellComplete(cell(says('not_asked'), 'complete'))).toBe(true);
    expect(cellComplete(cell(says('complete'), 'limited'))).toBe(false);
    expect(cellComplete(cell(says('under_way'), 'complete'))).toBe(false);
    expect(cellComplete(cell(says('no_report'), 'not_assessed'))).toBe(false);
  });

  it('is late from the day after its due day, and not when the day is unknown or the measure withdrawn', () => {
    const waiting = cell(says('no_report'), 'not_assessed');
    expect(cellLate(waiting, open(TODAY), TODAY)).toBe(false);
    expect(cellLate(waiting, open(TODAY), addDays(TODAY, 1))).toBe(true);
    expect(cellLate(waiting, open(null), day('2199-12-31'))).toBe(false);
    expect(cellLate(waiting, { due: TODAY, withdrawn: true }, addDays(TODAY, 9))).toBe(false);
    expect(cellState(cell(says('complete'), 'limited'), open(TODAY), addDays(TODAY, 54))).toBe('late');
  });

  it('stays late on every later day while nobody says more', () => {
    fc.assert(
      fc.property(someCell, someDue, fc.integer({ min: 0, max: 999 }), (c, due, later) => {
        if (cellLate(c, open(due), TODAY)) expect(cellLate(c, open(due), addDays(TODAY, later))).toBe(true);
      }),
    );
  });

  it('is not made late, nor unfinished, by evidence added to what was said', () => {
    fc.assert(
      fc.property(someCell, someDue, (c, due) => {
        const shown = { ...c, executor: { ...c.executor, proven: true } };
        if (cellComplete(c)) expect(cellComplete(shown)).toBe(true);
        if (!cellLate(c, open(due), TODAY)) expect(cellLate(shown, open(due), TODAY)).toBe(false);
      }),
    );
  });
});

describe('a measure from its cells', () => {
  it('hears the executors who spoke and says how many did', () => {
    const cells = [
      cell(says('complete'), 'complete'),
      cell(says('complete'), 'limited'),
      cell(says('complete', false), 'not_assessed'),
      cell(says('no_report'), 'not_assessed'),
      cell(says('no_report'), 'not_assessed'),
    ];
    const sum = measureSum(cells, open(null), TODAY);
    expect(sum.executor).toEqual({ word: 'under_way', total: 5, known: 3, complete: 2, unproven: 1 });
    expect(sum.civil).toEqual({ word: 'limited', total: 5, known: 2, complete: 1 });
    expect([sum.differs, sum.late]).toEqual([true, false]);
  });

  it('takes the lower median of the findings', () => {
    expect(civilWord([])).toBe('not_assessed');
    expect(civilWord(['limited', 'complete'])).toBe('limited');
    expect(civilWord(['complete', 'complete', 'limited'])).toBe('substantial');
    expect(civilWord(['complete', 'complete'])).toBe('complete');
    expect(civilWord(['no_evidence', 'not_started', 'substantial'])).toBe('not_started');
  });

  it('keeps silence apart', () => {
    expect(executorWord([])).toBe('no_report');
    expect(executorWord([says('not_asked'), says('not_asked')])).toBe('not_asked');
    expect(executorWord([says('no_report'), says('not_started')])).toBe('not_started');
    expect(executorWord([says('no_report'), says('complete')])).toBe('complete');
  });

  it('says a word between those of its cells', () => {
    const order: ExecutorWord[] = ['not_started', 'under_way', 'complete'];
    fc.assert(
      fc.property(fc.array(someCell, { minLength: 1, maxLength: 9 }), (cells) => {
        const sum = measureSum(cells, open(null), TODAY);
        const spoken = cells.map((c) => c.executor).filter((v) => order.includes(v.word));
        if (spoken.length > 0) {
          const ranks = spoken.map((v) => order.indexOf(v.word));
          const own = order.indexOf(sum.executor.word);
          expect(own).toBeLessThanOrEqual(Math.max(...ranks));
          // "complete" without evidence is heard as "under way", so the floor is that of what was shown
          expect(own).toBeGreaterThanOrEqual(Math.min(...spoken.map((v) => (v.proven ? order.indexOf(v.word) : 1)), 1));
        }
        const found = cells.map((c) => c.civil.word).filter((w) => w !== 'not_assessed');
        if (found.length > 0) {
          const ranks = found.map((w) => COMPLETIONS.indexOf(w));
          const own = COMPLETIONS.indexOf(sum.civil.word as never);
          expect(own).toBeGreaterThanOrEqual(Math.min(...ranks));
          expect(own).toBeLessThanOrEqual(Math.max(...ranks));
        }
      }),
    );
  });

  it('is not moved by executors of whom nothing is known', () => {
    const silent = cell(says('no_report'), 'not_assessed');
    fc.assert(
      fc.property(fc.array(someCell, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 4 }), (cells, n) => {
        const [before, after] = [
          measureSum(cells, open(null), TODAY),
          measureSum([...cells, ...Array<CellVoices>(n).fill(silent)], open(null), TODAY),
        ];
        if (before.executor.known > 0) expect(after.executor.word).toBe(before.executor.word);
        expect(after.civil.word).toBe(before.civil.word);
        expect([after.executor.known, after.civil.known]).toEqual([before.executor.known, before.civil.known]);
      }),
    );
  });
});

const tallyOn = (cells: readonly CellVoices[], on: MeasureDay): Tally =>
  tallyOfMeasure(cells, measureSum(cells, on, TODAY), on.withdrawn);
const measures = (plan: readonly { cells: readonly CellVoices[]; day: MeasureDay }[]): Tally[] =>
  plan.map((m) => tallyOn(m.cells, m.day));
const cellsOf = (plan: readonly { cells: readonly CellVoices[]; day: MeasureDay }[]): Tally[] =>
  plan.flatMap((m) => m.cells.map((c) => tallyOfCell(c, m.day, TODAY)));

describe('roll-ups', () => {
  it('give shares that lie between those of their parts', () => {
    const share = (of: number, base: number): number => of / base;
    fc.assert(
      fc.property(
        fc.array(somePlan, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(measures, cellsOf),
        (points, by) => {
          const parts = points.map((point) => mergeAll(by(point)));
          const whole = mergeAll(parts);
          for (const pair of [
            (t: Tally) => [t.executor.complete, t.executor.known] as const,
            (t: Tally) => [t.civil.complete, t.civil.known] as const,
            (t: Tally) => [t.late, t.total] as const,
            (t: Tally) => [t.differ, t.both] as const,
          ]) {
            const shares = parts.filter((t) => pair(t)[1] > 0).map((t) => share(...pair(t)));
            if (shares.length === 0) continue;
            expect(share(...pair(whole))).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12);
            expect(share(...pair(whole))).toBeLessThanOrEqual(Math.max(...shares) + 1e-12);
          }
        },
      ),
    );
  });

  it('never hold more of a kind than its base, and leave withdrawn ones out of every base', () => {
    fc.assert(
      fc.property(somePlan, fc.constantFrom(measures, cellsOf), (plan, by) => {
        const t = mergeAll(by(plan));
        for (const voice of [t.executor, t.civil]) {
          expect(voice.known).toBeLessThanOrEqual(t.total);
          expect(voice.complete).toBeLessThanOrEqual(voice.known);
        }
        expect(t.executor.complete + t.executor.unproven).toBeLessThanOrEqual(t.executor.known);
        expect(t.both).toBeLessThanOrEqual(Math.min(t.executor.known, t.civil.known));
        expect(t.differ).toBeLessThanOrEqual(t.both);
        expect(t.late).toBeLessThanOrEqual(t.total);
        if (by === measures) expect(t.total + t.withdrawn).toBe(plan.length);
      }),
    );
  });

  it('do not change shares when what is added is unknown', () => {
    const silent = tallyOn([cell(says('no_report'), 'not_assessed')], open(null));
    fc.assert(
      fc.property(somePlan, (plan) => {
        const before = mergeAll(measures(plan));
        const after = merge(before, silent);
        expect([after.executor, after.civil, after.late, after.differ]).toEqual([
          before.executor,
          before.civil,
          before.late,
          before.differ,
        ]);
        expect(after.total).toBe(before.total + 1);
      }),
    );
  });

  it('merge in any order and grouping', () => {
    const tally = somePlan.map((plan) => mergeAll(measures(plan)));
    fc.assert(
      fc.property(tally, tally, tally, (a, b, c) => {
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
        expect(merge(a, NOTHING)).toEqual(a);
      }),
    );
  });

  it('count a measure as complete only when every executor is known and complete', () => {
    const t = tallyOn([cell(says('complete'), 'complete'), cell(says('no_report'), 'complete')], open(null));
    expect([t.executor, t.civil]).toEqual([
      { known: 1, complete: 0, unproven: 0 },
      { known: 1, complete: 1 },
    ]);
  });
});
