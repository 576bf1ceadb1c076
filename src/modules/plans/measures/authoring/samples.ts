import { askedByText } from '../../demo/phrases.ts';
import type { DemoMeasure } from '../../demo/shape.ts';
import type { PlanId, PointId } from '../../plan/schema.ts';
import { dayOf, idOf, type MadeMeasure, must, type PlanWorld } from '../../reports/samples.ts';
import { writeIndicators } from '../indicators/commands.ts';
import type { MeasureId } from '../schema.ts';
import { createMeasure } from './commands.ts';

/** Writes a measure of the local plan as it was adopted; `localises` are the measures of the national plan by key. */
export async function loadMeasure(
  world: PlanWorld,
  plan: PlanId,
  point: PointId,
  facts: DemoMeasure,
  localises: ReadonlyMap<string, MeasureId>,
): Promise<MadeMeasure> {
  const goal = facts.localises ? localises.get(facts.localises) : undefined;
  const { id } = await must<{ id: MeasureId }>(
    world.together.perform(createMeasure, {
      plan,
      point,
      number: facts.number,
      title: facts.title,
      text: facts.text,
      problem: facts.problem,
      startsOn: dayOf(world, facts.starts),
      dueOn: dayOf(world, facts.due),
      dueText: null,
      budgetMinor: facts.budget?.minor ?? null,
      currency: facts.budget?.currency ?? null,
      executorsText: null,
      executors: facts.executors.map(({ body, role }) => ({ body: idOf(world, body), role })),
      milestones: facts.milestones.map(({ title, due }) => ({ id: null, title, dueOn: dayOf(world, due) })),
      legalBasis: facts.legalBasis?.az ?? null,
      sourceUrl: null,
      sourceNote: askedByText(facts),
      localExecutor: 'yes',
      // The sums of the example are made up and say so; a real budget waits for its tick.
      budgetPublic: facts.budget !== null,
      localises: goal ? { forum: world.forum.id, id: goal } : null,
      ogpValues: [...facts.ogpValues],
      tags: [...facts.tags],
      places: facts.communities.flatMap((key) => world.places.get(key) ?? []),
      added: null,
    }),
    `measure ${facts.number}`,
  );
  await loadIndicators(world, id, facts);
  return { id, facts };
}

async function loadIndicators(world: PlanWorld, measure: MeasureId, facts: DemoMeasure): Promise<void> {
  const indicators = facts.indicators.map(({ title, unit, baseline, targets }) => ({
    id: null,
    text: title,
    unit,
    direction: 'up' as const,
    // An unknown baseline stays unknown.
    baseline:
      baseline.value === null
        ? null
        : { value: baseline.value, on: dayOf(world, baseline.on), source: baseline.source.az, url: null },
    targets: targets.map(({ value, by }) => ({ id: null, value, dueOn: dayOf(world, by) })),
  }));
  await must(world.together.perform(writeIndicators, { measure, indicators }), `the indicators of ${facts.number}`);
}
