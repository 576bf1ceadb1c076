import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { compile } from '../filling/compiling/rules.ts';
import type { Form } from '../filling/schema.ts';
import { editionOf } from '../questionnaires/queries.ts';
import type { InterviewId, QuestionnaireId, RoundId, SurveyTables } from '../schema.ts';
import type { Counted, Interview } from './schema.ts';

/** Editions made ready to be asked: they never change, so that each is made once in a while. */
const ready = new Map<string, Form>();
const MOST_READY = 20;

/** A frozen edition ready to be asked; null: there is none, or it cannot be asked. */
export async function formOf(
  db: Db,
  forum: string,
  questionnaire: QuestionnaireId,
  edition: number,
): Promise<Form | null> {
  const key = `${forum} ${questionnaire} ${edition}`;
  const known = ready.get(key);
  if (known) return known;
  const found = await editionOf(db, forum, questionnaire, edition);
  const form = found && compile(found.content);
  if (form?.is !== 'form') return null;
  if (ready.size >= MOST_READY) ready.delete(ready.keys().next().value!);
  ready.set(key, form);
  return form;
}

const tables = (db: Db) => db.withTables<SurveyTables>();

/** The interviews of a round in the order in which they came; the latest word on each decides whether it counts. */
export async function interviewsOf(
  db: Db,
  forum: string,
  round: RoundId,
  page: { readonly size: number; readonly after: InterviewId | null } = { size: 200_000, after: null },
): Promise<readonly Interview[]> {
  let query = tables(db)
    .selectFrom('surveys_interviews as i')
    .select([
      ...(['i.id', 'i.questionnaire_id', 'i.edition', 'i.mode', 'i.place_id', 'i.group_key', 'i.language'] as const),
      ...(['i.started_at', 'i.finished_at', 'i.on_day', 'i.answers', 'i.declined', 'i.entered_by'] as const),
      excludedNow.as('excluded'),
    ])
    .where('i.forum_id', '=', forum)
    .where('i.round_id', '=', round);
  if (page.after) query = query.where('i.id', '>', page.after);
  const rows = await query.orderBy('i.id').limit(page.size).execute();
  return rows.map((row) => ({
    ...{ id: row.id, questionnaire: row.questionnaire_id, edition: row.edition, mode: row.mode, place: row.place_id },
    ...{ group: row.group_key, language: row.language, startedAt: row.started_at, finishedAt: row.finished_at },
    ...{ onDay: row.on_day, answers: row.answers, declined: row.declined, by: row.entered_by, excluded: row.excluded },
  }));
}

/** The reason of the latest exclusion where it still stands. */
const excludedNow = sql<string | null>`(select case when x.counted then null else x.reason end
  from surveys_exclusions x where x.forum_id = i.forum_id and x.interview_id = i.id order by x.id desc limit 1)`;

/** How many count, by place, group and way: for progress. */
export async function countsOf(db: Db, forum: string, round: RoundId): Promise<readonly Counted[]> {
  const rows = await tables(db)
    .selectFrom('surveys_interviews as i')
    .select(['i.place_id as place', 'i.group_key as group', 'i.mode'])
    .select((is) => is.fn.countAll<number>().as('n'))
    .where('i.forum_id', '=', forum)
    .where('i.round_id', '=', round)
    .where(sql<boolean>`${excludedNow} is null`)
    .groupBy(['i.place_id', 'i.group_key', 'i.mode'])
    .execute();
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}

/** Does this person still ask for the round? */
export async function isAssigned(db: Db, forum: string, round: RoundId, person: string): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('surveys_assignments as a')
    .leftJoin('surveys_assignment_ends as e', (join) =>
      join.onRef('e.forum_id', '=', 'a.forum_id').onRef('e.assignment_id', '=', 'a.id'),
    )
    .select('a.id')
    .where('a.forum_id', '=', forum)
    .where('a.round_id', '=', round)
    .where('a.person_id', '=', person)
    .where('e.assignment_id', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
