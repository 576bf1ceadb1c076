import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, type PlainDate } from '#core/time/plain-date.ts';
import { isAdopted, monthOf, type StageFacts, stageFault, stageOn, stageOrder, stagesInForce } from './rules.ts';
import { STAGES, type Stage, type StageId } from './schema.ts';

const row = (id: number, stage: Stage, from: string): StageFacts => ({
  id: String(id).padStart(4, '0') as StageId,
  stage,
  from_day: day(from),
});

describe('the stage of a plan', () => {
  const rows = [
    row(1, 'draft', '2026-01-10'),
    row(2, 'consultation', '2026-02-01'),
    row(3, 'adopted', '2026-03-14'),
    row(4, 'in_force', '2026-04-01'),
  ];

  it('is the furthest that began by the day', () => {
    expect(stageOn([], day('2026-01-01'))).toBe('draft');
    expect(stageOn(rows, day('2026-01-31'))).toBe('draft');
    expect(stageOn(rows, day('2026-02-01'))).toBe('consultation');
    expect(stageOn(rows, day('2026-03-31'))).toBe('adopted');
    expect(stageOn(rows, day('2030-01-01'))).toBe('in_force');
  });

  it('is corrected by entering it again; the row stays', () => {
    const corrected = [...rows, row(5, 'adopted', '2026-03-21')];
    expect(stageOn(corrected, day('2026-03-15'))).toBe('consultation');
    expect(stagesInForce(corrected).map((r) => r.id)).toEqual(['0001', '0002', '0005', '0004']);
  });

  it('refuses steps that skip, repeat, or go against the days', () => {
    expect(stageFault([], 'in_force', day('2026-01-01'))).toEqual({ fault: 'skips', missing: 'adopted' });
    expect(stageFault([], 'adopted', day('2026-01-01'))).toBeNull();
    expect(stageFault(rows, 'closed', day('2026-03-01'))).toEqual({
      fault: 'before',
      other: 'adopted',
      day: '2026-03-14',
    });
    expect(stageFault(rows, 'adopted', day('2026-04-02'))).toEqual({
      fault: 'after',
      other: 'in_force',
      day: '2026-04-01',
    });
    expect(stageFault(rows, 'adopted', day('2026-03-14'))).toEqual({ fault: 'same' });
    expect(stageFault(rows, 'adopted', day('2026-03-20'))).toBeNull();
    expect(stageFault(rows, 'closed', day('2027-12-31'))).toBeNull();
  });

  it('never goes back as days pass, however rows were accepted', () => {
    const step = fc.record({ stage: fc.constantFrom(...STAGES), at: fc.integer({ min: 0, max: 900 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const start = day('2026-01-01');
        const accepted: StageFacts[] = [];
        for (const [i, { stage, at }] of steps.entries()) {
          const from = addDays(start, at);
          if (stageFault(accepted, stage, from) === null) accepted.push(row(i, stage, from));
        }
        let before = -1;
        for (let d = 0; d <= 900; d += 30) {
          const now = stageOrder(stageOn(accepted, addDays(start, d)));
          expect(now).toBeGreaterThanOrEqual(before);
          before = now;
        }
        const end = stageOn(accepted, addDays(start, 1000));
        if (isAdopted(end)) expect(accepted.some((r) => r.stage === 'adopted')).toBe(true);
      }),
    );
  });
});

it('counts the months of a period', () => {
  const at = (d: string): { month: number; of: number } => monthOf(day('2026-04-01'), day('2027-11-30'), day(d));
  expect(at('2026-03-31')).toEqual({ month: 0, of: 20 });
  expect(at('2026-11-23' as PlainDate)).toEqual({ month: 8, of: 20 });
  expect(at('2029-01-01')).toEqual({ month: 20, of: 20 });
});
