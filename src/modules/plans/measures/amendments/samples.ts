import { decisionText } from '../../demo/phrases.ts';
import type { DemoAmendment } from '../../demo/shape.ts';
import { cellOn, type DemoEvent, dayOf, idOf, type MadeMeasure, must, type PlanWorld } from '../../reports/samples.ts';
import { indicatorsOf } from '../indicators/queries.ts';
import { withdrawMeasure } from '../withdrawals/commands.ts';
import { amendMeasure } from './commands.ts';

/** What the forum decided on a measure after it was adopted. */
export const decisionEvents = (world: PlanWorld, made: MadeMeasure): readonly DemoEvent[] => [
  ...made.facts.amendments.map((amendment) => ({ on: amendment.decided, happen: () => amend(world, made, amendment) })),
  ...(made.facts.withdrawal ? [{ on: made.facts.withdrawal.on, happen: () => withdraw(world, made) }] : []),
];

async function amend(world: PlanWorld, made: MadeMeasure, amendment: DemoAmendment): Promise<void> {
  const { together } = world;
  const effectiveOn = dayOf(world, amendment.effective);
  const { executors, target } = amendment;
  const executorsOut: Awaited<ReturnType<typeof cellOn>>['id'][] = [];
  for (const { body } of executors?.removed ?? []) executorsOut.push((await cellOn(world, made, body, effectiveOn)).id);
  together.as(world.actor('coordinator', null));
  await must(
    together.perform(amendMeasure, {
      id: null,
      measure: made.id,
      effectiveOn,
      decision: decisionText(amendment.decision, world.lang('az').date(dayOf(world, amendment.decided))),
      decisionUrl: null,
      reason: amendment.reason,
      number: null,
      title: null,
      text: amendment.text?.to ?? null,
      startsOn: null,
      dueOn: amendment.due ? dayOf(world, amendment.due.to) : null,
      budgetMinor: null,
      currency: null,
      executorsIn: (executors?.added ?? []).map(({ body, role }) => ({ body: idOf(world, body), role })),
      executorsOut,
      ...(target ? await targetMoved(world, made, target) : { targetsIn: [], targetsOut: [] }),
    }),
    `the amendment of ${made.facts.number}`,
  );
}

async function targetMoved(world: PlanWorld, made: MadeMeasure, target: NonNullable<DemoAmendment['target']>) {
  const { indicators, targets } = await indicatorsOf(world.together.db, { forum_id: world.forum.id, id: made.id });
  const indicator = indicators[made.facts.indicators.findIndex((one) => one.key === target.indicator)]!;
  const old = targets.find(
    (row) => row.indicator_id === indicator.id && row.due_on === dayOf(world, target.from.by) && row.to_day === null,
  );
  if (!old) throw new Error(`measure ${made.facts.number} has no such target to change`);
  const next = { indicator: indicator.id, dueOn: dayOf(world, target.to.by), value: target.to.value };
  return { targetsIn: [next], targetsOut: [old.id] };
}

async function withdraw(world: PlanWorld, made: MadeMeasure): Promise<void> {
  const { withdrawal, number } = made.facts;
  if (!withdrawal) return;
  const onDay = dayOf(world, withdrawal.on);
  world.together.as(world.actor('coordinator', null));
  await must(
    world.together.perform(withdrawMeasure, {
      measure: made.id,
      onDay,
      reason: withdrawal.reason,
      decision: decisionText(withdrawal.decision, world.lang('az').date(onDay)),
      decisionUrl: null,
    }),
    `the withdrawal of ${number}`,
  );
}
