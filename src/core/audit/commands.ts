import { randomBytes } from 'node:crypto';
import type { Ctx } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { personOf, wayOf } from '#core/way.ts';
import type { Entry } from './entry.ts';
import { NODE } from './primitives.ts';
import { roleOf } from './role.ts';
import { utf8 } from './tree/bytes.ts';

/**
 * Appends one entry to the public record, inside the transaction of the change it speaks of: the entry, its content
 * with a salt of its own, and a place in the row for the tree, in one statement. Returns its id.
 */
export async function appendEntry(ctx: Ctx, entry: Entry): Promise<string> {
  const { actor, forum } = ctx;
  const role = entry.ofResident ? 'resident' : roleOf(actor, forum.id);
  // No time finer than the day for residents: neither in `at` nor in the id, and not who it was.
  const isOfResident = role === 'resident' || role === 'nobody';
  const at = isOfResident ? new Date(`${ctx.today}T12:00:00Z`) : ctx.now;
  const id = uuidv7(at);
  const salt = randomBytes(32);
  const content = JSON.stringify(entry.params);
  await ctx.db
    .withTables<CoreTables>()
    .with('entry', (db) =>
      db.insertInto('core_entries').values({
        forum_id: forum.id,
        id,
        at,
        kind: entry.kind,
        actor_role: role,
        actor_person: isOfResident ? null : personOf(actor),
        by_way: actor.kind === 'person' ? (entry.way ?? 'account') : wayOf(actor),
        object_type: entry.object.type,
        object_id: entry.object.id,
        object_path: entry.object.path,
        touched: json(entry.touched ?? []),
        place_id: entry.place ?? null,
        bodies: json(entry.bodies ?? []),
        commitment: Buffer.from(NODE.hmacSha256(salt, utf8(content))),
        by_day: isOfResident,
      }),
    )
    .with('content', (db) =>
      db.insertInto('core_entry_contents').values({ forum_id: forum.id, entry_id: id, salt, content }),
    )
    .insertInto('core_log_waiting')
    .values({ forum_id: forum.id, entry_id: id })
    .execute();
  return id;
}

/**
 * Erases what an entry says, and the salt without which nothing can be guessed from its hash. The entry itself and
 * its place in the tree stay, so every proof still holds. False when there was nothing (left) to erase. To be called
 * inside a command that says publicly, in an entry of its own, that this was done.
 */
export async function eraseContent({ db, forum }: Pick<Ctx, 'db' | 'forum'>, entry: string): Promise<boolean> {
  const gone = await db
    .withTables<CoreTables>()
    .deleteFrom('core_entry_contents')
    .where('forum_id', '=', forum.id)
    .where('entry_id', '=', entry)
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}
