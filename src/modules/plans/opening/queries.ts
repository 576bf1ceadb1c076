import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';

/** One file among the evidence of a forum's own plans. */
export interface EvidenceFile {
  readonly file: string;
  readonly title: string;
  readonly measure: Texts;
  readonly path: string;
}

/** Files of evidence in the order in which they came, with the page on which each stands. */
export async function evidenceFiles(db: Db, forum: Pick<Forum, 'id'>): Promise<readonly EvidenceFile[]> {
  const { rows } = await sql<EvidenceFile>`
    select e.file_id as file, e.title, m.title as measure, '/plans/' || p.slug || '/measures/' || m.slug as path
    from plans_evidence e
    join plans_measures m on m.forum_id = e.forum_id and m.id = e.measure_id
    join plans_plans p on p.forum_id = m.forum_id and p.id = m.plan_id
    where e.forum_id = ${forum.id} and e.file_id is not null
    order by e.id`.execute(db);
  return rows;
}
