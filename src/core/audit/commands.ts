import type { Ctx } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { personOf, wayOf } from '#core/way.ts';
import type { Entry } from './entry.ts';
import { roleOf } from './role.ts';

/** Appends one entry to the public record, inside the transaction of the change it speaks of. */
export async function appendEntry(ctx: Ctx, entry: Entry): Promise<void> {
  const { actor } = ctx;
  await ctx.db
    .withTables<CoreTables>()
    .insertInto('core_entries')
    .values({
      forum_id: ctx.forum.id,
      id: uuidv7(ctx.now),
      at: ctx.now,
      kind: entry.kind,
      actor_role: roleOf(actor, ctx.forum.id),
      actor_person: personOf(actor),
      by_way: actor.kind === 'person' ? (entry.way ?? 'account') : wayOf(actor),
      object_type: entry.object.type,
      object_id: entry.object.id,
      object_path: entry.object.path,
      touched: json(entry.touched ?? []),
      place_id: entry.place ?? null,
      bodies: json(entry.bodies ?? []),
      params: json(entry.params),
    })
    .execute();
}
