import type { Actor } from '#core/actor.ts';
import type { Ctx } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import type { CoreTables } from '#core/db/tables.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { roleOf } from './role.ts';

/** A look of staff at what is held about somebody. */
export interface Reading {
  /** Whose data: one person, or everybody on a list. */
  readonly person: string | readonly string[];
  /** Who looked. Only a person counts: a look at one's own data, and the program's own work, leave nothing. */
  readonly by: Actor;
  /** Text key of what was shown, said to the person concerned: "identity.reading.contact". */
  readonly what: string;
}

/**
 * Notes in the private log that somebody looked at personal data. No entry of the public record, and no revision is
 * raised, so that kept pages stay kept. To be called where the data is read, also outside a transaction (a page).
 * The same look on the same day (the forum's) is noted once.
 */
export async function recordReading(
  ctx: Pick<Ctx, 'db' | 'now' | 'today' | 'forum'>,
  { person, by, what }: Reading,
): Promise<void> {
  if (by.kind !== 'person') return;
  const others = [...new Set([person].flat())].filter((id) => id !== by.id);
  if (others.length === 0) return;
  const reader = { reader_id: by.id, reader_role: roleOf(by, ctx.forum.id), what };
  await ctx.db
    .withTables<CoreTables>()
    .insertInto('core_readings')
    .values(
      others.map((id) => ({ forum_id: ctx.forum.id, person_id: id, day: ctx.today, first_at: ctx.now, ...reader })),
    )
    .onConflict((on) => on.doNothing())
    .execute();
}

/** One line of what the person concerned is shown. */
export interface ReadingRow {
  readonly forumId: string;
  readonly day: PlainDate;
  /** Person of the reader, whose name only the person concerned is told. */
  readonly readerId: string;
  /** The role in which they looked, as modules declare it ("coordinator"). */
  readonly readerRole: string;
  readonly what: string;
}

/** Who looked at this person's data, in every forum of the installation, newest first; at most `limit` rows. */
export function readingsOf(db: Db, person: string, limit = 500): Promise<readonly ReadingRow[]> {
  return db
    .withTables<CoreTables>()
    .selectFrom('core_readings')
    .select(['forum_id as forumId', 'day', 'reader_id as readerId', 'reader_role as readerRole', 'what'])
    .where('person_id', '=', person)
    .orderBy('first_at', 'desc')
    .orderBy('reader_id')
    .orderBy('what')
    .limit(limit)
    .execute();
}
