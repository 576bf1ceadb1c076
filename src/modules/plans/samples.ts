import type { FileFacts } from '#core/files/facts.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { day } from '#core/time/plain-date.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { progressEvents } from './actuals/samples.ts';
import document from './demo/document.json' with { type: 'json' };
import { DEMO_PLAN, DEMO_POINTS } from './demo/local-plan.ts';
import { NATIONAL_AMENDMENT, NATIONAL_MEASURES } from './demo/national-measures.ts';
import {
  NATIONAL_BODIES,
  NATIONAL_PLAN,
  NATIONAL_POINTS,
  NATIONAL_SOURCES,
  type NationalMeasure,
} from './demo/national-plan.ts';
import {
  consultationText,
  decisionText,
  NATIONAL_APPROVED,
  nationalAmendmentText,
  nationalReportedSource,
  nationalSummary,
  pointNote,
  REPORT_BASIS,
  TERM_ENDED,
} from './demo/phrases.ts';
import { DEMO_PICTURES } from './demo/pictures.ts';
import { evaluationEvents } from './evaluations/samples.ts';
import { amendMeasure } from './measures/amendments/commands.ts';
import { decisionEvents } from './measures/amendments/samples.ts';
import { createMeasure } from './measures/authoring/commands.ts';
import { loadMeasure } from './measures/authoring/samples.ts';
import { writeIndicators } from './measures/indicators/commands.ts';
import { cellsOf } from './measures/queries.ts';
import type { MeasureId } from './measures/schema.ts';
import { createPlan } from './plan/commands.ts';
import { writePoints } from './plan/points/commands.ts';
import { pointsOf } from './plan/queries.ts';
import { writeReportDates } from './plan/report-dates/commands.ts';
import type { PlanId, PointRow, Stage } from './plan/schema.ts';
import { enterStage } from './plan/stages/commands.ts';
import { type DemoFiles, dayOf, type MadeMeasure, must, type PlanWorld, updateEvents } from './reports/samples.ts';

/** The address word of the demonstration's national plan; the importer takes "nap-2016-2018". */
const NATIONAL_SLUG = 'milli-2016-2018';

/** Judges and keeps a file before the transaction that writes its rows. */
export type KeepFile = (bytes: Uint8Array, claimedName: string) => Promise<FileFacts>;

/** Draws the few files that stand as evidence in the whole demonstration, and keeps them. */
export async function drawFiles(keep: KeepFile): Promise<DemoFiles> {
  const drawn = async (svg: string): Promise<FileFacts> =>
    keep(await (await import('sharp')).default(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer(), 'picture.jpg');
  return {
    document: await keep(Buffer.from(document.pdf, 'base64'), 'document.pdf'),
    pictures: { shop: await drawn(DEMO_PICTURES.shop), hall: await drawn(DEMO_PICTURES.hall) },
  };
}

const NOTHING_REPORTED = {
  reportedMeasures: null,
  reportedPoints: null,
  reportedLocal: null,
  reportedSource: null,
  sourceUrl: null,
} as const;

/** Loads the local plan with everything that happened since, day by day. `national`: the measures it localises. */
export async function loadLocalPlan(world: PlanWorld, national: ReadonlyMap<string, MeasureId>): Promise<void> {
  const { together } = world;
  together.at(dayOf(world, DEMO_PLAN.drafted));
  together.as(world.actor('coordinator', null));
  const { id: plan } = await must<{ id: PlanId }>(
    together.perform(createPlan, {
      ...NOTHING_REPORTED,
      language: 'az',
      title: DEMO_PLAN.title,
      rendering: false,
      startsOn: dayOf(world, DEMO_PLAN.starts),
      endsOn: dayOf(world, DEMO_PLAN.ends),
      replyDays: DEMO_PLAN.reply.workingDays,
      extensionDays: DEMO_PLAN.reply.extensionWorkingDays,
      slug: DEMO_PLAN.slug,
      summary: DEMO_PLAN.summary,
      executorVoice: 'asked',
    }),
    'the local plan',
  );
  const points = await loadPoints(
    world,
    plan,
    DEMO_POINTS.map(({ number, title }) => ({ id: null, number: String(number), title, note: null })),
  );
  const dates = DEMO_PLAN.reportsDue.map((due) => ({ dueOn: dayOf(world, due), basis: REPORT_BASIS }));
  await must(together.perform(writeReportDates, { plan, dates }), 'the report dates');
  const made: MadeMeasure[] = [];
  for (const [i, point] of DEMO_POINTS.entries())
    for (const facts of point.measures) made.push(await loadMeasure(world, plan, points[i]!.id, facts, national));
  await enterStages(world, plan);
  await relive(world, made);
}

async function loadPoints(
  world: PlanWorld,
  plan: PlanId,
  points: Parameters<typeof writePoints.run>[1]['points'],
): Promise<readonly PointRow[]> {
  await must(world.together.perform(writePoints, { plan, points }), 'the points');
  return pointsOf(world.together.db, { forum_id: world.forum.id, id: plan });
}

async function enterStages(world: PlanWorld, plan: PlanId): Promise<void> {
  const { consultation, adopted, starts } = DEMO_PLAN;
  const decision = decisionText(adopted.decision, world.lang('az').date(dayOf(world, adopted.on)));
  const stages: readonly (readonly [Stage, number, string])[] = [
    ['consultation', consultation.from, consultationText()],
    ['adopted', adopted.on, decision],
    ['in_force', starts, decision],
  ];
  for (const [stage, on, source] of stages) {
    const fromDay = dayOf(world, on);
    world.together.at(fromDay);
    await must(world.together.perform(enterStage, { plan, stage, fromDay, source, sourceUrl: null }), stage);
  }
}

/** What happened, in its order: decisions, reports, evaluations, replies. */
async function relive(world: PlanWorld, measures: readonly MadeMeasure[]): Promise<void> {
  const events = measures
    .flatMap((made) => [
      ...decisionEvents(world, made),
      ...progressEvents(world, made),
      ...updateEvents(world, made),
      ...evaluationEvents(world, made),
    ])
    .sort((a, b) => a.on - b.on);
  for (const event of events) {
    world.together.at(dayOf(world, event.on));
    await event.happen();
  }
  world.together.at(null);
  world.together.as(null);
}

/** Loads the recovered rows of the national plan: real, in our own words, executors not asked. Gives its measures by key. */
export async function loadNationalPlan(world: PlanWorld): Promise<ReadonlyMap<string, MeasureId>> {
  const { together } = world;
  const bodies = new Map<string, string>();
  for (const { key, name, group } of NATIONAL_BODIES) {
    const kind = group ? 'class' : 'central_body';
    bodies.set(key, await loadNamedBody(together.perform, { key, kind, name, source: NATIONAL_SOURCES.DOCSBAY }));
  }
  const plan = await nationalPlan(world);
  const points = await loadPoints(
    world,
    plan,
    NATIONAL_POINTS.map((point) => ({
      id: null,
      number: String(point.number),
      title: point.title,
      note: pointNote(point),
    })),
  );
  const made = new Map<string, MeasureId>();
  for (const row of NATIONAL_MEASURES) {
    const point = points.find(({ number }) => number === String(row.point)) ?? null;
    made.set(row.key, await nationalMeasure(world, plan, point, row, bodies));
  }
  await nationalStages(world, plan);
  await nationalAmendment(world, made, bodies);
  return made;
}

async function nationalPlan(world: PlanWorld): Promise<PlanId> {
  const { reported } = NATIONAL_PLAN;
  const made = await must<{ id: PlanId }>(
    world.together.perform(createPlan, {
      language: 'az',
      title: NATIONAL_PLAN.title,
      rendering: true,
      startsOn: day(NATIONAL_PLAN.approved),
      endsOn: day(`${NATIONAL_PLAN.endYear}-12-31`),
      replyDays: DEMO_PLAN.reply.workingDays,
      extensionDays: DEMO_PLAN.reply.extensionWorkingDays,
      slug: NATIONAL_SLUG,
      summary: nationalSummary,
      executorVoice: 'not_asked',
      reportedMeasures: reported.measures.value,
      reportedPoints: reported.points.value,
      reportedLocal: reported.withLocalExecutors.value,
      reportedSource: nationalReportedSource,
      sourceUrl: reported.measures.source,
      national: true,
    }),
    'the national plan',
  );
  return made.id;
}

async function nationalMeasure(
  world: PlanWorld,
  plan: PlanId,
  point: PointRow | null,
  row: NationalMeasure,
  bodies: ReadonlyMap<string, string>,
): Promise<MeasureId> {
  // The sources do not say who leads, unless there is only one.
  const role = row.executors?.length === 1 ? ('lead' as const) : ('co' as const);
  const { id } = await must<{ id: MeasureId }>(
    world.together.perform(createMeasure, {
      plan,
      point: point?.id ?? null,
      number: row.number,
      title: row.rendering,
      text: row.rendering,
      problem: null,
      startsOn: null,
      dueOn: null,
      dueText: row.deadline,
      budgetMinor: null,
      currency: null,
      executorsText: null,
      executors: (row.executors ?? []).map((key) => ({ body: bodies.get(key)!, role })),
      milestones: [],
      legalBasis: null,
      sourceUrl: row.source,
      sourceNote: row.note?.az ?? null,
      localExecutor: row.localExecutor,
      budgetPublic: false,
      localises: null,
      ogpValues: [],
      tags: [],
      places: [],
      added: null,
    }),
    `the national measure ${row.key}`,
  );
  if (row.indicator) await nationalIndicator(world, id, row.indicator);
  return id;
}

async function nationalIndicator(world: PlanWorld, measure: MeasureId, text: Texts): Promise<void> {
  const one = { id: null, text, unit: null, direction: 'up' as const, baseline: null, targets: [] };
  await must(world.together.perform(writeIndicators, { measure, indicators: [one] }), 'a national indicator');
}

async function nationalStages(world: PlanWorld, plan: PlanId): Promise<void> {
  const approved = { source: NATIONAL_APPROVED, sourceUrl: NATIONAL_SOURCES.TREND };
  const fromDay = day(NATIONAL_PLAN.approved);
  const stages = [
    { stage: 'adopted' as const, fromDay, ...approved },
    { stage: 'in_force' as const, fromDay, ...approved },
    {
      stage: 'closed' as const,
      fromDay: day(`${NATIONAL_PLAN.endYear + 1}-01-01`),
      source: TERM_ENDED,
      sourceUrl: null,
    },
  ];
  for (const stage of stages) await must(world.together.perform(enterStage, { plan, ...stage }), stage.stage);
}

/** The one change of executor that is known; of its day only the year is. */
async function nationalAmendment(
  world: PlanWorld,
  made: ReadonlyMap<string, MeasureId>,
  bodies: ReadonlyMap<string, string>,
): Promise<void> {
  const { measure: key, year, from, to, source } = NATIONAL_AMENDMENT;
  const measure = made.get(key)!;
  const cells = await cellsOf(world.together.db, { forum_id: world.forum.id, id: measure });
  const nothing = { number: null, title: null, text: null, startsOn: null, dueOn: null, budgetMinor: null };
  await must(
    world.together.perform(amendMeasure, {
      ...nothing,
      id: null,
      measure,
      effectiveOn: day(`${year}-01-01`),
      decision: nationalAmendmentText,
      decisionUrl: source,
      reason: null,
      currency: null,
      executorsIn: [{ body: bodies.get(to)!, role: 'lead' }],
      executorsOut: cells.filter((cell) => cell.body_id === bodies.get(from)).map((cell) => cell.id),
      targetsIn: [],
      targetsOut: [],
    }),
    'the national amendment',
  );
}
