import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { Motion } from './schema.ts';

interface Row extends Omit<Motion, 'options' | 'state'> {
  readonly options: readonly Texts[] | null;
  readonly withdrawn: boolean;
  readonly opened: boolean;
}

/** Ballots of a meeting (by its id) or one by its number, as paper and wall show them, by number. Drafts too. */
export async function motionsOf(
  db: Db,
  forum: string,
  of: { readonly meeting: string } | { readonly number: number },
): Promise<readonly Motion[]> {
  const which = 'meeting' in of ? sql`b.meeting_id = ${of.meeting}` : sql`b.number = ${of.number}`;
  const { rows } = await sql<Row>`
    select b.id, b.number, b.title, b.words, b.kind, b.secrecy, b.meeting_id as meeting, b.item_id as item, c.result,
      (select jsonb_agg(p.label order by p.position)
        from ballots_options p where p.forum_id = b.forum_id and p.ballot_id = b.id) as options,
      (w.ballot_id is not null) as withdrawn, (o.ballot_id is not null) as opened
    from ballots_ballots b
    left join ballots_openings o on o.forum_id = b.forum_id and o.ballot_id = b.id
    left join ballots_withdrawals w on w.forum_id = b.forum_id and w.ballot_id = b.id
    left join ballots_closures c on c.forum_id = b.forum_id and c.ballot_id = b.id
    where b.forum_id = ${forum} and ${which}
    order by b.number`.execute(db);
  return rows.map(({ withdrawn, opened, options, result, ...kept }) => ({
    ...{ ...kept, options: options ?? [], result },
    state: withdrawn ? 'withdrawn' : result ? 'closed' : opened ? 'open' : 'written',
  }));
}
