import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Threshold } from '../../rulebook/schema.ts';
import type { Founding, FoundingVotes, Invited } from '../schema.ts';

interface Row {
  readonly meets_on: PlainDate;
  readonly place: Texts;
  readonly initiators: Texts;
  readonly invited: readonly Invited[];
  readonly quorum: Threshold;
  readonly majority: Threshold;
  readonly counters: Texts;
  readonly published_on: PlainDate | null;
  readonly afterwards: boolean | null;
  readonly adopted_on: PlainDate | null;
  readonly votes: FoundingVotes | null;
  readonly decision: string | null;
}

/** The founding procedure of a forum; null: none was written. */
export async function foundingOf(db: Db, forum: string): Promise<Founding | null> {
  const { rows } = await sql<Row>`
    select f.meets_on, f.place, f.initiators, f.invited, f.quorum, f.majority, f.counters,
      p.on_day as published_on, p.afterwards, a.on_day as adopted_on, a.votes, a.decision
    from forum_foundings f
    left join forum_founding_publications p on p.forum_id = f.forum_id
    left join forum_founding_adoptions a on a.forum_id = f.forum_id
    where f.forum_id = ${forum}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { meets_on: meetsOn, place, initiators, invited, quorum, majority, counters } = row;
  return {
    ...{ meetsOn, place, initiators, invited, quorum, majority, counters },
    published: row.published_on && { on: row.published_on, afterwards: row.afterwards ?? false },
    adopted: row.adopted_on && row.votes && { on: row.adopted_on, votes: row.votes, decision: row.decision },
  };
}

/** Does the founding procedure wait for the first vote of the assembly? */
export async function foundingWaits(db: Db, forum: string): Promise<boolean> {
  const founding = await foundingOf(db, forum);
  return founding !== null && founding.published !== null && founding.adopted === null;
}
