import * as v from 'valibot';
import { expect, it } from 'vitest';
import { command, done, YES } from '#core/command.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, stage } from '#core/db/testing/stage.ts';
import { addDays } from '#core/time/plain-date.ts';
import type { PlansTables } from '../schema.ts';
import { holder, loadTrial } from '../trial/samples.ts';
import { bindFigure } from './commands.ts';
import { indicatorsNamed } from './queries.ts';
import type { FigureGiven } from './schema.ts';

/** A deed of another room that puts a figure under an indicator. */
const binding = command({
  name: 'surveys.bind_for_test',
  input: v.custom<FigureGiven>(() => true),
  access: () => YES,
  run: async (ctx, given) => {
    const made = await bindFigure(ctx, given);
    return made.ok ? done(true, null) : made;
  },
});

both('a figure of a survey under an indicator', (scratch) => {
  const rows = async () => scratch.db.withTables<PlansTables>().selectFrom('plans_indicators').selectAll().execute();
  const actuals = async () => scratch.db.withTables<PlansTables>().selectFrom('plans_actuals').selectAll().execute();

  it('is the baseline of one that has none, proves the same that was typed, and replaces no other', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const before = { baseline_value: null, baseline_on: null, baseline_source: null, baseline_url: null };
    await scratch.db.withTables<PlansTables>().updateTable('plans_indicators').set(before).execute();
    const given: FigureGiven = {
      ...{ as: 'baseline', indicator: trial.indicator, value: 26, numerator: 13, base: 50 },
      ...{ on: addDays(on.today, -300), source: 'Birinci sorğu' },
    };
    const bind = async (more: Partial<FigureGiven>) => {
      const made = await asSystem(on)(binding, { ...given, ...more });
      return made.ok ? 'ok' : made.refusal.message.key;
    };
    expect((await indicatorsNamed(scratch.db, on.forum, on.today)).map(({ id }) => id)).toContain(trial.indicator);
    expect(await bind({})).toBe('ok');
    expect((await rows()).find(({ id }) => id === trial.indicator)).toMatchObject({
      ...{ baseline_value: 26, baseline_on: given.on, baseline_source: 'Birinci sorğu' },
    });
    expect(await bind({ source: 'Başqa' })).toBe('ok');
    expect(await bind({ value: 27 })).toBe('plans.measures.indicators.has_baseline');
    expect((await rows()).find(({ id }) => id === trial.indicator)).toMatchObject({ baseline_source: 'Birinci sorğu' });
    expect(await bind({ indicator: trial.measure })).toBe('plans.measures.indicators.unknown');
    const executor = on.as(holder(on, 'executor', trial.body('road')));
    expect(await executor(binding, given)).toMatchObject({ refusal: { kind: 'forbidden' } });
  });

  it('is one more value of civil society, and not twice the same', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const given: FigureGiven = {
      ...{ as: 'actual', indicator: trial.indicator, value: 48, numerator: 24, base: 50 },
      ...{ on: addDays(on.today, -3), source: 'İkinci sorğu' },
    };
    const known = (await actuals()).length;
    for (let i = 0; i < 2; i += 1) expect(await asSystem(on)(binding, given)).toMatchObject({ ok: true });
    const found = await actuals();
    expect(found.length).toBe(known + 1);
    expect(found.at(-1)).toMatchObject({ value: 48, numerator: 24, base: 50, voice: 'civil', body_id: null });
  });
});
