import * as v from 'valibot';
import { logHeads } from '#core/audit/queries.ts';
import { command, done, no } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import { message } from '#core/i18n/message.ts';
import { maySitAtDesk } from '../../access.ts';
import type { HomeTables } from '../../schema.ts';

/**
 * Marks as seen what stood before the reader: so many entries of the forum's log, never fewer than before and never
 * more than there are. A private matter: no entry, no revision.
 */
export const markSeen = command({
  name: 'home.mark_seen',
  input: v.object({ size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
  access: ({ actor }) => (actor.kind === 'assisted' ? no(message('errors.not_assisted')) : maySitAtDesk(actor)),
  run: async ({ db, actor, forum, today }, { size }) => {
    if (actor.kind !== 'person') return done(null, null);
    const log = (await logHeads(db, [forum.id])).get(forum.id);
    await db
      .withTables<HomeTables>()
      .insertInto('home_seen')
      .values({ forum_id: forum.id, person_id: actor.id, size: Math.min(size, log?.size ?? 0), seen_on: today })
      .onConflict((key) =>
        key.columns(['forum_id', 'person_id']).doUpdateSet((is) => ({
          size: is.fn('greatest', ['home_seen.size', 'excluded.size']),
          seen_on: is.ref('excluded.seen_on'),
        })),
      )
      .execute();
    return done(null, null);
  },
});

/** Forgets where a person stood in every log; inside the transaction of their erasure. */
export async function forgetMarks(db: Db, person: string): Promise<void> {
  await db.withTables<HomeTables>().deleteFrom('home_seen').where('person_id', '=', person).execute();
}
