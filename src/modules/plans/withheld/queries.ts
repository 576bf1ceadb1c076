import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { withheldIn } from '#core/db/withholding-rows.ts';
import type { Forum } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';

interface Found {
  readonly path: string;
  readonly title: Texts;
}

/** What is withheld of the plans of a forum; of national plans the rows are the installation's own. */
export const withheldOf = (
  db: Db,
  plan: { readonly forum_id: string },
  forum: Pick<Forum, 'zone'>,
): Promise<WithheldThings> => withheldIn(db, { id: plan.forum_id, zone: forum.zone });

/** The measure on whose page a statement stands; `measure` says how its id is found. */
async function standing(
  db: Db,
  forum: string,
  id: string,
  measure: RawBuilder<unknown>,
  anchor: string,
): Promise<Found | null> {
  if (!isId(id)) return null;
  const { rows } = await sql<Found>`
    select '/plans/' || p.slug || '/measures/' || m.slug || ${anchor} as path, m.title
    from plans_measures m join plans_plans p on p.forum_id = m.forum_id and p.id = m.plan_id
    where m.forum_id = ${forum} and m.id = ${measure}`.execute(db);
  return rows[0] ?? null;
}

export const findUpdate = (db: Db, forum: Pick<Forum, 'id'>, id: string) =>
  standing(
    db,
    forum.id,
    id,
    sql`(select measure_id from plans_updates where forum_id = ${forum.id} and id = ${id}::uuid)`,
    `#update-${id}`,
  );

export const findEvaluation = (db: Db, forum: Pick<Forum, 'id'>, id: string) =>
  standing(
    db,
    forum.id,
    id,
    sql`(select measure_id from plans_evaluations where forum_id = ${forum.id} and id = ${id}::uuid)`,
    `#evaluation-${id}`,
  );

export const findReply = (db: Db, forum: Pick<Forum, 'id'>, id: string) =>
  standing(
    db,
    forum.id,
    id,
    sql`(select e.measure_id from plans_replies r
      join plans_evaluations e on e.forum_id = r.forum_id and e.id = r.evaluation_id
      where r.forum_id = ${forum.id} and r.id = ${id}::uuid)`,
    '',
  );

/** A file of evidence, by the id of the kept file. */
export const findEvidence = (db: Db, forum: Pick<Forum, 'id'>, id: string) =>
  standing(
    db,
    forum.id,
    id,
    sql`(select measure_id from plans_evidence where forum_id = ${forum.id} and file_id = ${id}::uuid limit 1)`,
    '',
  );
