import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { AnyCommand } from '#core/command.ts';
import { day } from '#core/time/plain-date.ts';
import { keepClocks } from '../clocks/commands.ts';
import { createPlan, describePlan, editPlan } from '../plan/commands.ts';
import { writePoints } from '../plan/points/commands.ts';
import { writeReportDates } from '../plan/report-dates/commands.ts';
import { planInputs } from '../plan/samples.ts';
import { enterStage } from '../plan/stages/commands.ts';
import { amendMeasure } from './amendments/commands.ts';
import { createMeasure, editMeasure, removeMeasure } from './authoring/commands.ts';
import { setBaseline, writeIndicators } from './indicators/commands.ts';
import { markMeasure } from './marks/commands.ts';
import { closeMilestone } from './milestones/commands.ts';
import { measureInputs } from './samples.ts';
import { withdrawMeasure } from './withdrawals/commands.ts';

const COMMANDS: readonly AnyCommand[] = [
  ...[createPlan, describePlan, editPlan, enterStage, writePoints, writeReportDates, keepClocks],
  ...[createMeasure, editMeasure, removeMeasure, markMeasure, amendMeasure, withdrawMeasure],
  ...[writeIndicators, setBaseline, closeMilestone],
];

it('every command of writing has one input of the right shape', () => {
  const id = '01900000-0000-7000-8000-000000000001';
  const of = { plan: id, measure: id, milestone: id, indicator: id, body: id, today: day('2026-11-23') };
  const inputs = { ...planInputs(of), ...measureInputs(of) };
  expect(Object.keys(inputs).sort()).toEqual(COMMANDS.map((one) => one.name).sort());
  for (const one of COMMANDS) expect([one.name, v.is(one.input, inputs[one.name])]).toEqual([one.name, true]);
});
