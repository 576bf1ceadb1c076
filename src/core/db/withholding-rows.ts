import type { Ctx } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import type { Forum } from '#core/forum.ts';
import { dayIn } from '#core/time/plain-date.ts';
import { type Demander, type Withheld, WithheldThings } from '#core/withholding/withheld.ts';

/** Everything that is withheld in a forum now, oldest first: a handful, so that each page may ask. */
export async function withheldList(db: Db, forum: Pick<Forum, 'id' | 'zone'>): Promise<readonly Withheld[]> {
  const rows = await db
    .withTables<CoreTables>()
    .selectFrom('core_withholdings as w')
    .leftJoin('core_restorations as r', (on) =>
      on.onRef('r.forum_id', '=', 'w.forum_id').onRef('r.withholding_id', '=', 'w.id'),
    )
    .selectAll('w')
    .where('w.forum_id', '=', forum.id)
    .where('r.restored_at', 'is', null)
    .orderBy('w.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    object: { type: row.object_type, id: row.object_id },
    path: row.object_path,
    on: dayIn(forum.zone, row.withheld_at),
    demand:
      row.why === 'demand' ? { from: row.demander as Demander, ground: row.ground ?? '', on: row.demanded_on! } : null,
  }));
}

/** The same, looked up by thing. */
export const withheldIn = async (db: Db, forum: Pick<Forum, 'id' | 'zone'>): Promise<WithheldThings> =>
  new WithheldThings(await withheldList(db, forum));

/** Why this one thing is withheld now; null: it is not. */
export async function withheldBecause(
  db: Db,
  forum: string,
  type: string,
  id: string,
): Promise<'demand' | 'own_choice' | null> {
  const row = await db
    .withTables<CoreTables>()
    .selectFrom('core_withholdings as w')
    .leftJoin('core_restorations as r', (on) =>
      on.onRef('r.forum_id', '=', 'w.forum_id').onRef('r.withholding_id', '=', 'w.id'),
    )
    .select('w.why')
    .where('w.forum_id', '=', forum)
    .where('w.object_type', '=', type)
    .where('w.object_id', '=', id)
    .where('r.restored_at', 'is', null)
    .executeTakeFirst();
  return row?.why ?? null;
}

export interface ToWithhold {
  readonly object: { readonly type: string; readonly id: string };
  readonly path: string | null;
  readonly demand: (NonNullable<Withheld['demand']> & { readonly caseId: string }) | null;
}

/** Writes that a thing is not shown from now on, inside the caller's command. Gives the id of the row. */
export async function withhold(ctx: Ctx, { object, path, demand }: ToWithhold): Promise<string> {
  const id = uuidv7(ctx.now);
  await ctx.db
    .withTables<CoreTables>()
    .insertInto('core_withholdings')
    .values({
      forum_id: ctx.forum.id,
      id,
      object_type: object.type,
      object_id: object.id,
      object_path: path,
      why: demand ? 'demand' : 'own_choice',
      case_id: demand?.caseId ?? null,
      demander: demand?.from ?? null,
      ground: demand?.ground ?? null,
      demanded_on: demand?.on ?? null,
      withheld_at: ctx.now,
      withheld_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
    })
    .execute();
  return id;
}

/** Writes that a thing is shown again; false when it is no longer withheld. */
export async function restore(ctx: Ctx, withholding: string): Promise<boolean> {
  const made = await ctx.db
    .withTables<CoreTables>()
    .insertInto('core_restorations')
    .values({
      forum_id: ctx.forum.id,
      withholding_id: withholding,
      restored_at: ctx.now,
      restored_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}
