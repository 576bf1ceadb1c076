import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import { typedCode } from '#core/typed-code.ts';
import { type DeedDescribed, hashOf } from '#modules/identity/contract.ts';
import { CODE_LETTERS } from '../voices/rules.ts';
import { pathOf } from './rules.ts';
import type { PublicState, Question, QuestionCounts, QuestionsAsked } from './schema.ts';

const COLUMNS = sql`q.id, q.number, q.received_on as "receivedOn", q.body_id as body, q.place_id as place, q.text,
  case when q.measure_id is null then null
    else jsonb_build_object('path', q.measure_path, 'title', q.measure_title) end as measure,
  w.on_day as "withdrawnOn",
  case when r.rule is null then null
    else jsonb_build_object('on', r.on_day, 'rule', r.rule, 'sentence', r.sentence) end as refusal,
  case when p.body_id is null then null else jsonb_build_object('on', p.on_day, 'body', p.body_id) end as publication,
  case when a.id is null then null else jsonb_build_object('id', a.id, 'body', a.body_id, 'on', a.on_day,
    'text', a.text, 'way', a.way, 'paper', case when a.paper_ref is null then null
      else jsonb_build_object('ref', a.paper_ref, 'day', a.paper_day) end) end as answer`;

const FROM = sql`participation_questions q
  left join participation_withdrawals w on w.forum_id = q.forum_id and w.question_id = q.id
  left join participation_refusals r on r.forum_id = q.forum_id and r.question_id = q.id
  left join participation_publications p on p.forum_id = q.forum_id and p.question_id = q.id
  left join participation_answers a on a.forum_id = q.forum_id and a.question_id = q.id`;

async function questions(db: Db, forum: string, where: RawBuilder<unknown>): Promise<readonly Question[]> {
  const { rows } = await sql<Question>`select ${COLUMNS} from ${FROM} where q.forum_id = ${forum} and ${where}`.execute(
    db,
  );
  return rows;
}

/** A question by the number that people cite, whatever its state; null: there is none. */
export const questionByNumber = async (db: Db, forum: string, number: number): Promise<Question | null> =>
  (await questions(db, forum, sql`q.number = ${number}`))[0] ?? null;

export const questionById = async (db: Db, forum: string, id: string): Promise<Question | null> =>
  isId(id) ? ((await questions(db, forum, sql`q.id = ${id}`))[0] ?? null) : null;

/** By the code of its receipt, as typed by hand; null: no receipt of this forum. */
export async function questionByCode(db: Db, forum: string, typed: string): Promise<Question | null> {
  const code = typedCode(typed, CODE_LETTERS);
  return code ? ((await questions(db, forum, sql`q.code_hash = ${hashOf(code)}`))[0] ?? null) : null;
}

/** Waits for another deed on the same question: of two moderators one decides. */
export const lockQuestion = (db: Db, forum: string, id: string) =>
  sql`select 1 from participation_questions where forum_id = ${forum} and id = ${id} for update`.execute(db);

const inState = (state: PublicState | null): RawBuilder<SqlBool> => {
  if (state === null) return sql<SqlBool>`p.body_id is not null`;
  return state === 'answered'
    ? sql<SqlBool>`p.body_id is not null and a.id is not null`
    : sql<SqlBool>`p.body_id is not null and a.id is null`;
};

const wanted = ({ state, body, place }: QuestionsAsked): RawBuilder<SqlBool> =>
  sql<SqlBool>`${inState(state)} and ${body ? sql`p.body_id = ${body}` : sql`true`}
    and ${place ? sql`q.place_id = ${place}` : sql`true`}`;

/** A page of the published questions, the newest first. */
export const publishedPage = (
  db: Db,
  forum: string,
  asked: QuestionsAsked,
  { size, skip }: { readonly size: number; readonly skip: number },
): Promise<readonly Question[]> =>
  questions(db, forum, sql`${wanted(asked)} order by p.on_day desc, q.number desc limit ${size} offset ${skip}`);

export async function publishedTotal(db: Db, forum: string, asked: QuestionsAsked): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${FROM} where q.forum_id = ${forum} and ${wanted(asked)}`.execute(db);
  return rows[0]!.n;
}

/** All questions of a forum by state; those that are not public are counted, and no more is said of them. */
export async function questionCounts(db: Db, forum: string): Promise<QuestionCounts> {
  const { rows } = await sql<QuestionCounts>`
    select count(*) filter (where w.on_day is not null)::int as withdrawn,
      count(*) filter (where r.rule is not null)::int as refused,
      count(*) filter (where p.body_id is not null and a.id is null)::int as open,
      count(*) filter (where a.id is not null)::int as answered,
      count(*) filter (where w.on_day is null and r.rule is null and p.body_id is null)::int as waiting
    from ${FROM} where q.forum_id = ${forum}`.execute(db);
  return rows[0]!;
}

/** What moderators have not read yet, the oldest first. */
export const waitingQuestions = (db: Db, forum: string): Promise<readonly Question[]> =>
  questions(db, forum, sql`w.on_day is null and r.rule is null and p.body_id is null order by q.number limit 200`);

/** Published and not answered, the oldest first: of these bodies, or of all. */
export const owedAnswers = (db: Db, forum: string, of: readonly string[] | 'all'): Promise<readonly Question[]> =>
  questions(
    db,
    forum,
    sql`p.body_id is not null and a.id is null
      and ${of === 'all' ? sql`true` : sql`p.body_id = any(${[...of]}::uuid[])`} order by p.on_day, q.number limit 200`,
  );

/** The bodies and the places of published questions: for the filters. */
export async function askedAbout(
  db: Db,
  forum: string,
): Promise<{ readonly bodies: readonly string[]; readonly places: readonly string[] }> {
  const { rows } = await sql<{ bodies: readonly string[] | null; places: readonly string[] | null }>`
    select jsonb_agg(distinct p.body_id) as bodies,
      jsonb_agg(distinct q.place_id) filter (where q.place_id is not null) as places
    from participation_publications p
    join participation_questions q on q.forum_id = p.forum_id and q.id = p.question_id
    where p.forum_id = ${forum}`.execute(db);
  return { bodies: rows[0]?.bodies ?? [], places: rows[0]?.places ?? [] };
}

/** Addresses below the forum of every question whose words are public. */
export async function publicQuestionPaths(db: Db, forum: string): Promise<readonly string[]> {
  const { rows } = await sql<{ number: number }>`
    select q.number from participation_questions q
    join participation_publications p on p.forum_id = q.forum_id and p.question_id = q.id
    where q.forum_id = ${forum} order by q.number`.execute(db);
  return rows.map(pathOf);
}

/** What a one-deed link to answer a question is for; null when it was answered, or is not public. */
export async function describeAnswer(db: Db, forum: Forum, id: string): Promise<DeedDescribed | null> {
  const question = await questionById(db, forum.id, id);
  if (!question?.publication || question.answer) return null;
  return {
    body: question.publication.body,
    formPath: `${pathOf(question)}/answer`,
    purpose: message('participation.deed.answer', { number: question.number }),
  };
}

/** Where the words of a question or of its answer stand, for a demand to take them down. */
type Found = { readonly path: string; readonly title: Texts } | null;

const titled = (question: Question): Found => ({ path: pathOf(question), title: { az: `№ ${question.number}` } });

export async function findQuestion(db: Db, forum: Pick<Forum, 'id'>, id: string): Promise<Found> {
  const question = await questionById(db, forum.id, id);
  return question?.publication ? titled(question) : null;
}

export async function findAnswer(db: Db, forum: Pick<Forum, 'id'>, id: string): Promise<Found> {
  if (!isId(id)) return null;
  const [question] = await questions(db, forum.id, sql`a.id = ${id}`);
  return question ? titled(question) : null;
}
