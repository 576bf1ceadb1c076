import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { QuestionnaireId, SurveyTables } from '../schema.ts';
import type { Questionnaire } from './schema.ts';

const tables = (db: Db) => db.withTables<SurveyTables>();

interface Head {
  readonly id: QuestionnaireId;
  readonly number: number;
}

/** A kept draft; the latest one of a questionnaire is what its pages show. */
export interface Draft {
  readonly id: string;
  readonly origin: 'pages' | 'xlsform';
  readonly content: Questionnaire;
  readonly on: PlainDate;
}

/** A frozen draft without its content. */
export interface EditionHead {
  readonly edition: number;
  readonly draft: string;
  readonly hash: string;
  readonly on: PlainDate;
}

export interface Edition extends EditionHead {
  readonly content: Questionnaire;
}

/** A questionnaire with its latest draft and all its editions, the first one first. */
export interface Kept extends Head {
  readonly draft: Draft;
  readonly editions: readonly EditionHead[];
}

/** One line of the list. */
export interface QuestionnaireLine extends Head {
  readonly title: Questionnaire['title'];
  readonly languages: Questionnaire['languages'];
  readonly on: PlainDate;
  /** Its last edition; null: only a draft. */
  readonly edition: number | null;
  /** Whether somebody wrote on since then. */
  readonly ahead: boolean;
}

/** Every questionnaire of a forum, the latest first; the title is that of its latest draft. */
export async function questionnairesOf(db: Db, forum: string): Promise<readonly QuestionnaireLine[]> {
  const { rows } = await sql<QuestionnaireLine>`
    select q.id, q.number, d.content -> 'title' as title, d.content -> 'languages' as languages, d.entered_on as on,
      e.edition, (e.draft_id is distinct from d.id) as ahead
    from surveys_questionnaires q
    join surveys_drafts d on d.forum_id = q.forum_id and d.id = (select l.id from surveys_drafts l
      where l.forum_id = q.forum_id and l.questionnaire_id = q.id order by l.id desc limit 1)
    left join surveys_editions e on e.forum_id = q.forum_id and e.questionnaire_id = q.id
      and e.edition = (select max(n.edition) from surveys_editions n
        where n.forum_id = q.forum_id and n.questionnaire_id = q.id)
    where q.forum_id = ${forum} order by q.number desc`.execute(db);
  return rows;
}

/** By the number of its address; null for anything that is none. */
export async function questionnaireByNumber(db: Db, forum: string, number: string): Promise<Kept | null> {
  if (!/^[1-9]\d{0,6}$/.test(number)) return null;
  const head = await tables(db)
    .selectFrom('surveys_questionnaires')
    .select(['id', 'number'])
    .where('forum_id', '=', forum)
    .where('number', '=', Number(number))
    .executeTakeFirst();
  const draft = head && (await latestDraft(db, forum, head.id));
  return draft ? { ...head, draft, editions: await editionsOf(db, forum, head.id) } : null;
}

export async function latestDraft(db: Db, forum: string, questionnaire: QuestionnaireId): Promise<Draft | null> {
  const row = await tables(db)
    .selectFrom('surveys_drafts')
    .select(['id', 'origin', 'content', 'entered_on'])
    .where('forum_id', '=', forum)
    .where('questionnaire_id', '=', questionnaire)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { id: row.id, origin: row.origin, content: row.content, on: row.entered_on } : null;
}

export async function editionsOf(
  db: Db,
  forum: string,
  questionnaire: QuestionnaireId,
): Promise<readonly EditionHead[]> {
  const rows = await tables(db)
    .selectFrom('surveys_editions')
    .select(['edition', 'draft_id', 'content_hash', 'entered_on'])
    .where('forum_id', '=', forum)
    .where('questionnaire_id', '=', questionnaire)
    .orderBy('edition')
    .execute();
  return rows.map((row) => ({
    ...{ edition: row.edition, draft: row.draft_id, hash: row.content_hash, on: row.entered_on },
  }));
}

/** One edition with what it asks; null: there is none of this number. */
export async function editionOf(
  db: Db,
  forum: string,
  questionnaire: QuestionnaireId,
  edition: number,
): Promise<Edition | null> {
  const row = await tables(db)
    .selectFrom('surveys_editions as e')
    .innerJoin('surveys_drafts as d', (on) =>
      on.onRef('d.forum_id', '=', 'e.forum_id').onRef('d.id', '=', 'e.draft_id'),
    )
    .select(['e.edition', 'e.draft_id', 'e.content_hash', 'e.entered_on', 'd.content'])
    .where('e.forum_id', '=', forum)
    .where('e.questionnaire_id', '=', questionnaire)
    .where('e.edition', '=', edition)
    .executeTakeFirst();
  if (!row) return null;
  const head = { edition: row.edition, draft: row.draft_id, hash: row.content_hash, on: row.entered_on };
  return { ...head, content: row.content };
}

/** Holds a questionnaire until the end of the transaction, so that two who write come one after the other. */
export async function lockQuestionnaire(db: Db, forum: string, id: QuestionnaireId): Promise<Head | null> {
  const row = await tables(db)
    .selectFrom('surveys_questionnaires')
    .select(['id', 'number'])
    .where('forum_id', '=', forum)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Rounds that ask by editions of a questionnaire, by their latest declaration; the first round first. */
export async function roundsWith(
  db: Db,
  forum: string,
  questionnaire: QuestionnaireId,
): Promise<readonly { readonly number: number; readonly edition: number }[]> {
  const { rows } = await sql<{ number: number; edition: number }>`
    select r.number, d.edition from surveys_rounds r
    join surveys_declarations d on d.forum_id = r.forum_id and d.id = (select l.id from surveys_declarations l
      where l.forum_id = r.forum_id and l.round_id = r.id order by l.id desc limit 1)
    where r.forum_id = ${forum} and d.questionnaire_id = ${questionnaire} order by r.number`.execute(db);
  return rows;
}
