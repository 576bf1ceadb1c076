import type { Db } from '#core/db/database.ts';
import type { Web } from '#core/http/route.ts';
import { momentOf } from '#core/time/local-hour.ts';
import type { HomeTables } from '../../schema.ts';
import { firstDay, MOST_READ, newsOf } from './rules.ts';
import type { Mark, News, ReadNews } from './schema.ts';

async function markOf(db: Db, forum: string, person: string): Promise<Mark | null> {
  const row = await db
    .withTables<HomeTables>()
    .selectFrom('home_seen')
    .select(['size', 'seen_on'])
    .where('forum_id', '=', forum)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row ? { size: row.size, on: row.seen_on } : null;
}

/** What others changed since this person pressed "seen"; null for who has no account, or may not see the log. */
export async function newsFor(web: Web, read: ReadNews): Promise<News | null> {
  const { actor, db, forum, today } = web;
  if (actor.kind !== 'person') return null;
  const mark = await markOf(db, forum.id, actor.id);
  const from = firstDay(today);
  const found = await read(web, {
    ...{ place: mark?.size ?? null, from: momentOf(forum.zone, from, 0), reader: actor.id, limit: MOST_READ },
  });
  return found && newsOf(found, mark, from);
}

/** What is held about a person here: in which forum how much of the log was marked as seen, and when last. */
export const marksOfPerson = (db: Db, person: string) =>
  db
    .withTables<HomeTables>()
    .selectFrom('home_seen')
    .select(['forum_id as forumId', 'size', 'seen_on as on'])
    .where('person_id', '=', person)
    .orderBy('forum_id')
    .execute();
