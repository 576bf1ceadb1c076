import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { findingsOf } from '../findings/queries.ts';

/**
 * Addresses of public pages of surveys, for the map of the site. A questionnaire is public from its first
 * edition on, results from their first publication on,
 * with a page of its own for each question that was counted by groups.
 */
export async function publicSurveyPaths(db: Db, forum: string): Promise<readonly string[]> {
  const { rows } = await sql<{ path: string }>`
    select '/surveys/' || number as path from surveys_rounds where forum_id = ${forum}
    union select '/surveys/' || r.number || page from surveys_rounds r
      cross join lateral (values ('/results'), ('/waves')) as pages (page)
      join surveys_publications p on p.forum_id = r.forum_id and p.round_id = r.id where r.forum_id = ${forum}
    union select '/surveys/' || r.number || '/results/' || q.nth from surveys_rounds r
      join lateral (select l.results from surveys_publications l
        where l.forum_id = r.forum_id and l.round_id = r.id order by l.id desc limit 1) p on true
      cross join lateral jsonb_array_elements(p.results -> 'questions') with ordinality as q (question, nth)
      where r.forum_id = ${forum} and exists (select from jsonb_array_elements(p.results -> 'crosses') c
        where c ->> 'rows' = q.question ->> 'name')
    union select '/surveys/questionnaires/' || q.number || page from surveys_questionnaires q
      join surveys_editions e on e.forum_id = q.forum_id and e.questionnaire_id = q.id
      cross join lateral (values (''), ('/editions/' || e.edition)) as pages (page) where q.forum_id = ${forum}
    order by 1`.execute(db);
  return ['/surveys', '/surveys/questionnaires', ...rows.map(({ path }) => path)];
}

/** The same of findings, which a record has without surveys of its own. */
export const publicFindingPaths = async (db: Db, forum: string): Promise<readonly string[]> => [
  '/findings',
  ...(await findingsOf(db, forum)).map(({ number }) => `/findings/${number}`),
];
