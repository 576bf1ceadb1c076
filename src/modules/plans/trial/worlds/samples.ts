import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import type { Completion } from '../../evaluations/schema.ts';
import type { ExecutorRole, ExecutorState, LocalExecutor, UpdateId } from '../../measures/schema.ts';
import type { ExecutorVoiceAsked, PlanKind, Stage } from '../../plan/schema.ts';
import { executorVoice, hasSpoken } from '../../reports/rules.ts';
import type { PlansTables } from '../../schema.ts';

/** A whole plan as plain facts, for tests that draw plans by chance. Rows are told apart by their place in the lists. */
export interface World {
  readonly slug: string;
  readonly kind?: PlanKind;
  readonly voice: ExecutorVoiceAsked;
  readonly stages: readonly { readonly stage: Stage; readonly from: PlainDate }[];
  readonly reportDates: readonly PlainDate[];
  readonly points: number;
  readonly measures: readonly WorldMeasure[];
}

export interface WorldMeasure {
  /** Index of its point; null: none. */
  readonly point: number | null;
  readonly due: PlainDate | null;
  readonly added: PlainDate | null;
  readonly withdrawn: PlainDate | null;
  readonly local?: LocalExecutor;
  readonly localises?: { readonly forum: string; readonly id: string };
  readonly amendments: readonly {
    readonly on: PlainDate;
    readonly due: PlainDate | null;
    readonly number: string | null;
  }[];
  readonly cells: readonly WorldCell[];
}

export interface WorldCell {
  readonly body: string;
  readonly role: ExecutorRole;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly updates: readonly { readonly on: PlainDate; readonly state: ExecutorState; readonly evidence: boolean }[];
  readonly evaluations: readonly { readonly publishes: PlainDate; readonly completion: Completion }[];
}

type Row = Readonly<Record<string, unknown>>;

/** Where and when the rows are written; `today` is the day up to which a cell keeps its latest update. */
export interface Written {
  readonly db: Db;
  readonly forum: string;
  readonly now: Date;
  readonly today: PlainDate;
}

/** Rows in one statement; columns that are left out get their defaults. */
async function insert(to: Written, table: keyof PlansTables, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const all = rows.map((row) => ({ forum_id: to.forum, ...row }));
  const columns = sql.join(Object.keys(all[0]!).map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${columns}) select ${columns}
    from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(all)}::jsonb)`.execute(to.db);
}

const named = <T extends object>(list: readonly T[], now: Date): readonly (T & { readonly id: string })[] =>
  list.map((one) => ({ ...one, id: uuidv7(now) }));

/** Writes a world by a few large inserts, with what the commands keep beside a cell. Gives the ids in the order of the lists. */
export async function insertWorld(to: Written, world: World) {
  const plan = uuidv7(to.now);
  const points = named(
    Array.from({ length: world.points }, (_, i) => ({ plan_id: plan, number: String(i + 1), position: i })),
    to.now,
  );
  const measures = named(world.measures, to.now);
  const cells = measures.flatMap((measure) =>
    named(measure.cells, to.now).map((cell, position) => ({ ...cell, measure: measure.id, plan, position })),
  );
  await insertPlan(to, world, plan);
  await insert(
    to,
    'plans_points',
    points.map((point) => ({ ...point, title: { az: `Sahə ${point.number}` } })),
  );
  await insertMeasures(
    to,
    plan,
    measures,
    points.map((point) => point.id),
  );
  await insertCells(to, cells);
  return { plan, measures: measures.map((one) => one.id), cells: cells.map((one) => one.id) };
}

async function insertPlan(to: Written, world: World, id: string): Promise<void> {
  const { slug, kind = 'local', voice: executor_voice } = world;
  const said = { title: { az: `Plan ${slug}` }, language: 'az', rendering: false, reply_days: 10, extension_days: 5 };
  await insert(to, 'plans_plans', [{ id, slug, kind, executor_voice, ...said, created_at: to.now }]);
  const of = (): Row => ({ id: uuidv7(to.now), plan_id: id });
  await insert(
    to,
    'plans_stages',
    world.stages.map(({ stage, from }) => ({ ...of(), stage, from_day: from, source: 'q', entered_at: to.now })),
  );
  await insert(
    to,
    'plans_report_dates',
    world.reportDates.map((due_on) => ({ ...of(), due_on, basis: 'q' })),
  );
}

type Named<T> = T & { readonly id: string };

async function insertMeasures(
  to: Written,
  plan_id: string,
  measures: readonly Named<WorldMeasure>[],
  points: readonly string[],
): Promise<void> {
  const rows = measures.map((given, position) => ({
    ...{ id: given.id, plan_id, position, number: `1.${position + 1}`, slug: `1.${position + 1}`, created_at: to.now },
    ...{ title: { az: `Tədbir ${position + 1}` }, text: { az: 'Mətn.' }, ogp_values: [], tags: [] },
    ...{ point_id: given.point === null ? null : points[given.point], due_on: given.due },
    ...{ added_on: given.added, added_decision: given.added && 'qərar 2', local_executor: given.local ?? 'unknown' },
    ...{ localises_forum_id: given.localises?.forum ?? null, localises_id: given.localises?.id ?? null },
  }));
  await insert(to, 'plans_measures', rows);
  await insert(
    to,
    'plans_addresses',
    rows.map(({ id, slug }) => ({ plan_id, slug, measure_id: id })),
  );
  const decided = { decision: 'qərar 3', entered_at: to.now };
  const amendments = measures.flatMap(({ id, amendments: all }) =>
    named(all, to.now).map(({ id: own, on, due, number }) => ({
      ...{ id: own, measure_id: id, effective_on: on, new_due_on: due, new_number: number, ...decided },
    })),
  );
  await insert(to, 'plans_amendments', amendments);
  const withdrawn = measures.filter((given) => given.withdrawn !== null);
  await insert(
    to,
    'plans_withdrawals',
    withdrawn.map((given) => ({ id: uuidv7(to.now), measure_id: given.id, on_day: given.withdrawn, ...decided })),
  );
}

type NamedCell = Named<WorldCell> & { readonly measure: string; readonly plan: string; readonly position: number };

async function insertCells(to: Written, cells: readonly NamedCell[]): Promise<void> {
  const said = cells.map((cell) => ({ cell, updates: named(cell.updates, to.now) }));
  const rows = said.map(({ cell, updates }) => {
    const facts = updates.map((u) => ({ id: u.id as UpdateId, on_day: u.on, state: u.state, evidence: +u.evidence }));
    const voice = executorVoice(facts, 'asked', to.today);
    const spoke = hasSpoken(voice);
    return {
      ...{ id: cell.id, measure_id: cell.measure, plan_id: cell.plan, body_id: cell.body, role: cell.role },
      ...{ position: cell.position, from_day: cell.from, to_day: cell.to, update_id: voice.update },
      ...{ executor_state: spoke ? voice.word : null, executor_proven: spoke ? voice.proven : null },
      reported_on: voice.on,
    };
  });
  await insert(to, 'plans_cells', rows);
  const updates = said.flatMap(({ cell, updates: all }) => all.map((update) => ({ ...update, cell })));
  await insert(
    to,
    'plans_updates',
    updates.map(({ id, cell, on, state }) => ({
      ...{ id, cell_id: cell.id, measure_id: cell.measure, on_day: on, state },
      ...{ text: { az: 'Məlumat.' }, way: 'import', entered_at: to.now },
    })),
  );
  const shown = updates.filter((update) => update.evidence);
  const piece = { kind: 'decision', title: 'Akt', position: 0 };
  await insert(
    to,
    'plans_evidence',
    shown.map(({ id, cell }) => ({ id: uuidv7(to.now), measure_id: cell.measure, update_id: id, ...piece })),
  );
  const words = { finding: { az: 'Tapıntı' }, method: { az: 'Üsul' }, ties: { az: 'yoxdur' }, entered_at: to.now };
  const judged = cells.flatMap((cell) =>
    named(cell.evaluations, to.now).map(({ id, publishes, completion }) => ({
      ...{ id, cell_id: cell.id, measure_id: cell.measure, completion, ...words, author_body_id: uuidv7(to.now) },
      ...{ sent_on: addDays(publishes, -15), reply_until: addDays(publishes, -1), publishes_on: publishes },
    })),
  );
  await insert(to, 'plans_evaluations', judged);
}
