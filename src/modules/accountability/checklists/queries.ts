import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { type Body, bodiesById, bodiesOf, standsOn } from '#modules/places/contract.ts';
import { CHECKED_KINDS, checklistPath } from './rules.ts';
import type { Check, SocialPage } from './schema.ts';

/** The bodies of the forum's own register that have a list on this day. */
export const checkedBodies = async (db: Db, forum: string, today: PlainDate): Promise<readonly Body[]> =>
  (await bodiesOf(db, forum)).filter((body) => isChecked(body, forum, today));

export const isChecked = (body: Body, forum: string, today: PlainDate): boolean =>
  body.forum === forum && CHECKED_KINDS.includes(body.kind) && standsOn(body, today);

/** The newest check of every item, by body and item: of one body, or of all. */
export async function newestChecks(
  db: Db,
  forum: string,
  body: string | null,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Check>>> {
  const { rows } = await sql<Check>`
    select distinct on (body_id, item) id, body_id as body, item, found, checked_on as "checkedOn",
      dated_on as "datedOn", url, note,
      case when file_id is null then null else jsonb_build_object('id', file_id, 'name', file_name) end as file
    from accountability_checks
    where forum_id = ${forum} and ${body === null ? sql`true` : sql`body_id = ${body}`}
    order by body_id, item, checked_on desc, id desc`.execute(db);
  return new Map(
    [...Map.groupBy(rows, (row) => row.body)].map(([id, checks]) => [
      id,
      new Map(checks.map((one) => [one.item, one])),
    ]),
  );
}

/** All checks of one item of a body, the newest first. */
export async function checksOf(db: Db, forum: string, body: string, item: string): Promise<readonly Check[]> {
  const { rows } = await sql<Check>`
    select id, body_id as body, item, found, checked_on as "checkedOn", dated_on as "datedOn", url, note,
      case when file_id is null then null else jsonb_build_object('id', file_id, 'name', file_name) end as file
    from accountability_checks where forum_id = ${forum} and body_id = ${body} and item = ${item}
    order by checked_on desc, id desc limit 50`.execute(db);
  return rows;
}

/** The pages of a body in social networks, each as it was seen last. */
export async function socialPages(db: Db, forum: string, body: string): Promise<readonly SocialPage[]> {
  const { rows } = await sql<SocialPage>`
    select distinct on (url) network, url, checked_on as "checkedOn", newest_on as "newestOn"
    from accountability_social_pages where forum_id = ${forum} and body_id = ${body}
    order by url, checked_on desc, id desc`.execute(db);
  return rows;
}

/** Addresses below the forum of every list with a check. */
export async function publicChecklistPaths(db: Db, forum: string): Promise<readonly string[]> {
  const checks = await newestChecks(db, forum, null);
  return (await bodiesById(db, forum, [...checks.keys()])).map(({ slug }) => checklistPath(slug)).toSorted();
}

/** A copy that is kept of a page, by the id of the file: where it stands. For withholding. */
export async function findCopy(
  db: Db,
  forum: Pick<Forum, 'id'>,
  id: string,
): Promise<{ readonly path: string; readonly title: Texts } | null> {
  if (!isId(id)) return null;
  const { rows } = await sql<{ body: string; name: string }>`
    select body_id as body, file_name as name from accountability_checks
    where forum_id = ${forum.id} and file_id = ${id}`.execute(db);
  const [row] = rows;
  const [body] = row ? await bodiesById(db, forum.id, [row.body]) : [];
  return row && body ? { path: checklistPath(body.slug), title: { az: row.name } } : null;
}
