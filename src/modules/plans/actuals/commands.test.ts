import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, stage } from '#core/db/testing/stage.ts';
import { addDays } from '#core/time/plain-date.ts';
import type { ActualGiven } from '../reports/forms.ts';
import { holder, loadTrial } from '../trial/samples.ts';
import { recordActuals } from './commands.ts';

both('a value that came apart from reports', (scratch) => {
  it('is entered by staff with its source, for a day that has been, and stands in the record', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const given = {
      ...{ measure: trial.measure, voice: 'civil' as const, body: trial.body('ngo'), onDay: on.today },
      actuals: [
        { indicator: trial.indicator, value: 48, numerator: 24, base: 50, source: 'təkrar rəy sorğusu' },
      ] as ActualGiven[],
    };
    const staff = on.as(holder(on, 'coordinator'));
    expect(await staff(recordActuals, given)).toMatchObject({ ok: true });
    const rows = await scratch.db
      .withTables<{ plans_actuals: { value: number; numerator: number; base: number; voice: string } }>()
      .selectFrom('plans_actuals')
      .select(['value', 'numerator', 'base', 'voice'])
      .execute();
    expect(rows).toEqual([{ value: 48, numerator: 24, base: 50, voice: 'civil' }]);
    expect((await on.entries()).at(-1)).toMatchObject({
      kind: 'plans.actual_recorded',
      params: { source: 'təkrar rəy sorğusu' },
    });

    const wrong = async (more: Partial<typeof given>) => {
      const done = await staff(recordActuals, { ...given, ...more });
      return done.ok ? 'ok' : (done.refusal.fields?.[0]?.message.key ?? done.refusal.message.key);
    };
    expect(await wrong({ onDay: addDays(on.today, 1) })).toBe('plans.reports.day_future');
    expect(await wrong({ body: trial.measure })).toBe('plans.actuals.no_body');
    const other = (more: Partial<ActualGiven>) => ({ actuals: [{ ...given.actuals[0]!, ...more }] });
    expect(await wrong(other({ indicator: trial.measure as never }))).toBe('plans.measures.indicators.unknown');
    expect(await wrong(other({ source: '' }))).toBe('errors.shape');
    expect(await wrong(other({ base: null }))).toBe('errors.shape');
    expect(await wrong({ actuals: [] })).toBe('errors.shape');
    for (const role of ['executor', 'evaluator'])
      expect(await on.as(holder(on, role, trial.body('road')))(recordActuals, given)).toMatchObject({
        refusal: { kind: 'forbidden' },
      });
  });

  it('waits until the plan is adopted', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on, { adopted: null });
    const given = {
      ...{ measure: trial.measure, voice: 'executor' as const, body: trial.body('road'), onDay: on.today },
      actuals: [{ indicator: trial.indicator, value: 3, numerator: null, base: null, source: 'akt' }],
    };
    expect(await asSystem(on)(recordActuals, given)).toMatchObject({ refusal: { kind: 'conflict' } });
  });
});
