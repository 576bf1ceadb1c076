import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { without } from '../../dossier/rules.ts';
import type { Dossier } from '../../dossier/schema.ts';
import { isPublished } from '../../evaluations/rules.ts';
import type { EvaluationRow, ReplyExtensionRow, ReplyRow } from '../../evaluations/schema.ts';
import type {
  AmendmentRow,
  CellRow,
  IndicatorRow,
  MeasureRow,
  MilestoneClosureRow,
  MilestoneRow,
  TargetRow,
  WithdrawalRow,
} from '../../measures/schema.ts';
import { pointsOf, reportDatesOf } from '../../plan/queries.ts';
import type { PlanRow, PointRow, ReportDateRow, StageRow } from '../../plan/schema.ts';
import type { ActualRow, EvidenceRow, UpdateRow } from '../../reports/schema.ts';

/** A measure that others localise, by the words of its address. */
export interface KinAddress {
  readonly id: string;
  readonly planSlug: string;
  readonly slug: string;
}

/** A whole plan, read in a fixed number of statements however large it is. */
export interface WholePlan {
  readonly plan: PlanRow;
  readonly stages: readonly StageRow[];
  readonly points: readonly PointRow[];
  readonly reportDates: readonly ReportDateRow[];
  /** In their order; evaluations that are not public on the day are left out. */
  readonly dossiers: readonly Dossier[];
  /** Ids of the places that each measure serves. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  readonly kin: ReadonlyMap<string, KinAddress>;
}

type Key = Pick<PlanRow, 'forum_id' | 'id'>;

/** Rows of a table that hang on measures of the plan, by measure. */
async function ofMeasures<Row extends { measure_id: string }>(db: Db, plan: Key, table: string, order: string) {
  const { rows } = await sql<Row>`
    select t.* from ${sql.table(table)} t
    join plans_measures m on m.forum_id = t.forum_id and m.id = t.measure_id
    where m.forum_id = ${plan.forum_id} and m.plan_id = ${plan.id} order by ${sql.raw(order)}`.execute(db);
  return Map.groupBy(rows, (row) => row.measure_id as string);
}

/** Rows that hang on something that hangs on a measure, by measure. */
async function ofChildren<Row>(db: Db, plan: Key, table: string, key: string, parent: string, order: string) {
  const { rows } = await sql<Row & { of_measure: string }>`
    select t.*, o.measure_id as of_measure from ${sql.table(table)} t
    join ${sql.table(parent)} o on o.forum_id = t.forum_id and o.id = t.${sql.ref(key)}
    join plans_measures m on m.forum_id = o.forum_id and m.id = o.measure_id
    where m.forum_id = ${plan.forum_id} and m.plan_id = ${plan.id} order by ${sql.raw(order)}`.execute(db);
  return Map.groupBy(rows, (row) => row.of_measure);
}

/** Everything of a plan that is public on the day, for its exports and for comparing a file with it. */
export async function wholePlan(db: Db, plan: PlanRow, day: PlainDate): Promise<WholePlan> {
  const { rows: stages } = await sql<StageRow>`
    select * from plans_stages where forum_id = ${plan.forum_id} and plan_id = ${plan.id} order by id`.execute(db);
  const [points, reportDates] = [await pointsOf(db, plan), await reportDatesOf(db, plan)];
  const measures = await sql<MeasureRow>`
    select * from plans_measures where forum_id = ${plan.forum_id} and plan_id = ${plan.id}
    order by position, id`.execute(db);
  const hanging = await hangingRows(db, plan);
  const dossiers = measures.rows.map((measure): Dossier => {
    const evaluations = hanging.evaluations.get(measure.id) ?? [];
    const dossier: Dossier = {
      plan,
      measure,
      point: points.find((point) => point.id === measure.point_id) ?? null,
      stages,
      reportDates,
      amendments: hanging.amendments.get(measure.id) ?? [],
      withdrawal: hanging.withdrawals.get(measure.id)?.[0] ?? null,
      cells: hanging.cells.get(measure.id) ?? [],
      updates: hanging.updates.get(measure.id) ?? [],
      evidence: hanging.evidence.get(measure.id) ?? [],
      evaluations,
      replies: hanging.replies.get(measure.id) ?? [],
      extensions: hanging.extensions.get(measure.id) ?? [],
      milestones: hanging.milestones.get(measure.id) ?? [],
      closures: hanging.closures.get(measure.id) ?? [],
      indicators: hanging.indicators.get(measure.id) ?? [],
      targets: hanging.targets.get(measure.id) ?? [],
      actuals: hanging.actuals.get(measure.id) ?? [],
      bodies: [],
      places: [],
      localises: null,
      answeredBy: [],
    };
    return without(
      dossier,
      evaluations.filter((row) => !isPublished(row, day)),
    );
  });
  const places = await ofMeasures<{ measure_id: string; place_id: string }>(
    db,
    plan,
    'plans_measure_places',
    't.place_id',
  );
  return {
    plan,
    stages,
    points,
    reportDates,
    dossiers,
    places: new Map([...places].map(([measure, rows]) => [measure, rows.map((row) => row.place_id)])),
    kin: await kinOf(db, plan),
  };
}

async function hangingRows(db: Db, plan: Key) {
  const own = <Row extends { measure_id: string }>(table: string, order: string) =>
    ofMeasures<Row>(db, plan, table, order);
  return {
    amendments: await own<AmendmentRow>('plans_amendments', 't.effective_on, t.id'),
    withdrawals: await own<WithdrawalRow>('plans_withdrawals', 't.id'),
    cells: await own<CellRow>('plans_cells', 't.position, t.id'),
    updates: await own<UpdateRow>('plans_updates', 't.on_day desc, t.id desc'),
    evidence: await own<EvidenceRow>('plans_evidence', 't.position, t.id'),
    evaluations: await own<EvaluationRow>('plans_evaluations', 't.publishes_on desc, t.id desc'),
    milestones: await own<MilestoneRow>('plans_milestones', 't.position, t.id'),
    indicators: await own<IndicatorRow>('plans_indicators', 't.position, t.id'),
    replies: await ofChildren<ReplyRow>(db, plan, 'plans_replies', 'evaluation_id', 'plans_evaluations', 't.id'),
    extensions: await ofChildren<ReplyExtensionRow>(
      ...([db, plan, 'plans_reply_extensions', 'evaluation_id', 'plans_evaluations', 't.id'] as const),
    ),
    closures: await ofChildren<MilestoneClosureRow>(
      ...([db, plan, 'plans_milestone_closures', 'milestone_id', 'plans_milestones', 't.id'] as const),
    ),
    targets: await ofChildren<TargetRow>(
      db,
      plan,
      'plans_targets',
      'indicator_id',
      'plans_indicators',
      't.due_on, t.id',
    ),
    actuals: await ofChildren<ActualRow>(
      db,
      plan,
      'plans_actuals',
      'indicator_id',
      'plans_indicators',
      't.on_day, t.id',
    ),
  };
}

/** What the measures of a plan localise. */
async function kinOf(db: Db, plan: Key): Promise<ReadonlyMap<string, KinAddress>> {
  const { rows } = await sql<KinAddress>`
    select distinct k.id, kp.slug as "planSlug", k.slug from plans_measures m
    join plans_measures k on k.forum_id = m.localises_forum_id and k.id = m.localises_id
    join plans_plans kp on kp.forum_id = k.forum_id and kp.id = k.plan_id
    where m.forum_id = ${plan.forum_id} and m.plan_id = ${plan.id}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
