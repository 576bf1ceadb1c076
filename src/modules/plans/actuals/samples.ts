import type { PlainDate } from '#core/time/plain-date.ts';
import { milestoneSource } from '../demo/phrases.ts';
import type { DemoActual } from '../demo/shape.ts';
import { indicatorsOf } from '../measures/indicators/queries.ts';
import { closeMilestone } from '../measures/milestones/commands.ts';
import { milestonesOf } from '../measures/queries.ts';
import {
  type DemoEvent,
  dayOf,
  idOf,
  type MadeMeasure,
  must,
  type PlanWorld,
  saidWith,
  shortName,
} from '../reports/samples.ts';
import { recordActuals } from './commands.ts';

/** The milestones of a measure that were reached, and the values that came apart from the executors' reports. */
export const progressEvents = (world: PlanWorld, made: MadeMeasure): readonly DemoEvent[] => [
  ...made.facts.milestones.flatMap(({ done }, position) =>
    done === null ? [] : [{ on: done, happen: () => close(world, made, position) }],
  ),
  ...made.facts.indicators.flatMap(({ actuals }, position) =>
    actuals
      .filter((actual) => !made.facts.updates.some((update) => saidWith(actual, update)))
      .map((actual) => ({ on: actual.on, happen: () => measured(world, made, position, actual) })),
  ),
];

const rowsOf = (world: PlanWorld, made: MadeMeasure) => ({ forum_id: world.forum.id, id: made.id });

async function close(world: PlanWorld, made: MadeMeasure, position: number): Promise<void> {
  const { done, owner } = made.facts.milestones[position]!;
  const milestone = (await milestonesOf(world.together.db, rowsOf(world, made)))[position]!;
  const doneOn = dayOf(world, done ?? 0);
  world.together.as(world.actor('coordinator', null));
  const source = milestoneSource(shortName(owner), world.lang('az').date(doneOn));
  const input = { measure: made.id, milestone: milestone.id, doneOn, source, sourceUrl: null };
  await must(world.together.perform(closeMilestone, input), `a milestone of ${made.facts.number}`);
}

async function measured(world: PlanWorld, made: MadeMeasure, position: number, actual: DemoActual): Promise<void> {
  if (actual.value === null) return;
  const { indicators } = await indicatorsOf(world.together.db, rowsOf(world, made));
  world.together.as(world.actor('coordinator', null));
  await must(
    world.together.perform(recordActuals, {
      measure: made.id,
      voice: actual.voice,
      body: idOf(world, actual.by),
      onDay: dayOf(world, actual.on),
      actuals: [
        {
          indicator: indicators[position]!.id,
          value: actual.value,
          numerator: actual.of?.numerator ?? null,
          base: actual.of?.n ?? null,
          source: actual.source.az,
        },
      ],
    }),
    `a value of ${made.facts.number}`,
  );
}

/** One input of the right shape for the command of this room; any uuid will do where permission is asked first. */
export const actualInputs = (of: {
  readonly measure: string;
  readonly indicator: string;
  readonly body: string;
  readonly today: PlainDate;
}): Readonly<Record<string, unknown>> => ({
  'plans.actuals_record': {
    ...{ measure: of.measure, voice: 'civil', body: of.body, onDay: of.today },
    actuals: [{ indicator: of.indicator, value: 48, numerator: 24, base: 50, source: 'təkrar rəy sorğusu' }],
  },
});
