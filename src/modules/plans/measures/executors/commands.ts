import type { Ctx } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import type { FieldError } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { bodiesById } from '#modules/places/contract.ts';
import type { PlansTables } from '../../schema.ts';
import { cellsOf } from '../queries.ts';
import type { AmendmentId, CellId, CellRow, ExecutorRole, MeasureRow } from '../schema.ts';

export interface Executor {
  readonly body: string;
  readonly role: ExecutorRole;
}

/** Executors that the forum does not know, or that are named twice: each at its row of the form. */
export async function executorErrors(
  ctx: Ctx,
  executors: readonly Executor[],
  rows = 'executor',
): Promise<FieldError[]> {
  const known = await bodiesById(
    ctx.db,
    ctx.forum.id,
    executors.map((executor) => executor.body),
  );
  const seen = new Set<string>();
  return executors.flatMap(({ body }, i) => {
    const field = `${rows}_${i}_body`;
    const again = seen.has(body);
    seen.add(body);
    if (again) return [{ field, message: message('plans.measures.wrong.executor_twice') }];
    const exists = known.some((one) => one.id === body);
    return exists ? [] : [{ field, message: message('plans.measures.wrong.executor_unknown') }];
  });
}

type Key = Pick<MeasureRow, 'forum_id' | 'id' | 'plan_id'>;

/** Rows of new cells: executors from a day on (null: from the beginning), after those that stand. */
export async function insertCells(
  ctx: Ctx,
  measure: Key,
  executors: readonly Executor[],
  from: { readonly day: PlainDate | null; readonly amendment: AmendmentId | null; readonly position: number },
): Promise<void> {
  if (executors.length === 0) return;
  const rows: CellRow[] = executors.map(({ body, role }, i) => ({
    forum_id: measure.forum_id,
    id: uuidv7(ctx.now) as CellId,
    measure_id: measure.id,
    plan_id: measure.plan_id,
    body_id: body,
    role,
    position: from.position + i,
    from_day: from.day,
    to_day: null,
    amendment_in: from.amendment,
    amendment_out: null,
    update_id: null,
    executor_state: null,
    executor_proven: null,
    reported_on: null,
  }));
  await ctx.db.withTables<PlansTables>().insertInto('plans_cells').values(rows).execute();
}

/** Makes the executors of a measure that is not adopted yet exactly these; a cell that stays keeps its id. */
export async function replaceCells(ctx: Ctx, measure: Key, executors: readonly Executor[]): Promise<void> {
  const tables = ctx.db.withTables<PlansTables>();
  const cells = await cellsOf(ctx.db, measure);
  const gone = cells.filter((cell) => !executors.some((executor) => executor.body === cell.body_id));
  if (gone.length > 0)
    await tables
      .deleteFrom('plans_cells')
      .where('forum_id', '=', measure.forum_id)
      .where(
        'id',
        'in',
        gone.map((cell) => cell.id),
      )
      .execute();
  for (const [position, { body, role }] of executors.entries()) {
    const cell = cells.find((one) => one.body_id === body);
    if (!cell) await insertCells(ctx, measure, [{ body, role }], { day: null, amendment: null, position });
    else if (cell.role !== role || cell.position !== position)
      await tables
        .updateTable('plans_cells')
        .set({ role, position })
        .where('forum_id', '=', measure.forum_id)
        .where('id', '=', cell.id)
        .execute();
  }
}
