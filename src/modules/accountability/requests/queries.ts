import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import { typedCode } from '#core/typed-code.ts';
import { hashOf } from '#modules/identity/contract.ts';
import { CODE_LETTERS, pathOf } from './rules.ts';
import type { Request } from './schema.ts';

const ANSWERS = sql`coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'on', a.on_day, 'text', a.text, 'way', a.way,
    'ref', a.paper_ref, 'day', a.paper_day,
    'shown', (select jsonb_build_object('words', w.words, 'on', w.on_day) from accountability_request_showings w
      where w.forum_id = a.forum_id and w.answer_id = a.id),
    'files', coalesce((select jsonb_agg(jsonb_build_object('id', f.file_id, 'name', f.name, 'shown', f.shown)
      order by f.position) from accountability_request_files f
      where f.forum_id = a.forum_id and f.answer_id = a.id), '[]')) order by a.on_day, a.id)
  from accountability_request_answers a where a.forum_id = r.forum_id and a.request_id = r.id), '[]')`;

async function requests(db: Db, forum: string, where: RawBuilder<unknown>): Promise<readonly Request[]> {
  const { rows } = await sql<Request>`
    select r.id, r.number, r.sending_id as sending, r.body_id as body, s.received_on as "receivedOn", s.text,
      case when d.sending_id is null then null else
        jsonb_build_object('accepted', d.accepted, 'sentence', d.sentence, 'on', d.on_day) end as decision,
      case when v.request_id is null then null else
        jsonb_build_object('on', v.on_day, 'way', v.way, 'reference', v.reference) end as delivery,
      ${ANSWERS} as answers,
      case when e.request_id is null then null else
        jsonb_build_object('reason', e.reason, 'on', e.on_day) end as extension,
      (select jsonb_build_object('kind', j.kind, 'ground', j.ground, 'on', j.on_day)
        from accountability_request_judgements j where j.forum_id = r.forum_id and j.request_id = r.id
        order by j.id desc limit 1) as judgement
    from accountability_requests r
    join accountability_request_sendings s on s.forum_id = r.forum_id and s.id = r.sending_id
    left join accountability_request_decisions d on d.forum_id = r.forum_id and d.sending_id = r.sending_id
    left join accountability_request_deliveries v on v.forum_id = r.forum_id and v.request_id = r.id
    left join accountability_request_extensions e on e.forum_id = r.forum_id and e.request_id = r.id
    where r.forum_id = ${forum} and ${where} order by r.number desc`.execute(db);
  return rows;
}

/** Those that everybody reads, the newest first. */
export const publicRequests = (db: Db, forum: string, body: string | null = null): Promise<readonly Request[]> =>
  requests(db, forum, body === null ? sql`d.accepted` : sql`d.accepted and r.body_id = ${body}`);

export const requestByNumber = async (db: Db, forum: string, number: number): Promise<Request | null> =>
  (await requests(db, forum, sql`r.number = ${number}`))[0] ?? null;

/** What waits for a person: to be read, handed over, or with an answer that nobody has read. */
export async function waitingRequests(db: Db, forum: string): Promise<readonly Request[]> {
  const found = await requests(
    db,
    forum,
    sql`(d.sending_id is null or (d.accepted and v.request_id is null) or exists (
      select 1 from accountability_request_answers a where a.forum_id = r.forum_id and a.request_id = r.id
        and not exists (select 1 from accountability_request_showings w
          where w.forum_id = a.forum_id and w.answer_id = a.id)))`,
  );
  return found.toReversed();
}

/** The requests of one form by the code of its receipt. */
export async function requestsByCode(db: Db, forum: string, code: string): Promise<readonly Request[]> {
  const typed = typedCode(code, CODE_LETTERS);
  if (!typed) return [];
  return (await requests(db, forum, sql`s.code_hash = ${hashOf(typed)}`)).toReversed();
}

/** The request that a body answers by the code of its letter. */
export async function requestByReplyCode(db: Db, forum: string, code: string): Promise<Request | null> {
  const typed = typedCode(code, CODE_LETTERS);
  if (!typed) return null;
  const [found] = await requests(
    db,
    forum,
    sql`r.id in (select l.request_id from accountability_request_letters l
      where l.forum_id = ${forum} and l.code_hash = ${hashOf(typed)})`,
  );
  return found ?? null;
}

/** Two deeds on one request see each other. */
export const lockRequest = (db: Db, forum: string, id: string) =>
  sql`select 1 from accountability_requests where forum_id = ${forum} and id = ${id} for update`.execute(db);

/** Addresses below the forum of every public request. */
export async function publicRequestPaths(db: Db, forum: string): Promise<readonly string[]> {
  const { rows } = await sql<{ number: number }>`
    select r.number from accountability_requests r
    join accountability_request_decisions d on d.forum_id = r.forum_id and d.sending_id = r.sending_id and d.accepted
    where r.forum_id = ${forum} order by r.number`.execute(db);
  return rows.map(pathOf);
}

type Found = { readonly path: string; readonly title: Texts } | null;
const titled = (request: Request | undefined): Found =>
  request ? { path: pathOf(request), title: { az: `№ ${request.number}` } } : null;

/** Where the words of a request stand, for a demand to take them down. */
export async function findRequest(db: Db, forum: Pick<Forum, 'id'>, id: string): Promise<Found> {
  return isId(id) ? titled((await requests(db, forum.id, sql`d.accepted and r.id = ${id}`))[0]) : null;
}

/** The same of an answer that is shown. */
export async function findAnswer(db: Db, forum: Pick<Forum, 'id'>, id: string): Promise<Found> {
  if (!isId(id)) return null;
  const [found] = await requests(
    db,
    forum.id,
    sql`r.id in (select a.request_id from accountability_request_answers a where a.forum_id = ${forum.id} and a.id = ${id})`,
  );
  return titled(found);
}

/** The same of a file of an answer. */
export async function findRequestFile(db: Db, forum: Pick<Forum, 'id'>, id: string): Promise<Found> {
  if (!isId(id)) return null;
  const [found] = await requests(
    db,
    forum.id,
    sql`r.id in (select a.request_id from accountability_request_answers a
      join accountability_request_files f on f.forum_id = a.forum_id and f.answer_id = a.id
      where a.forum_id = ${forum.id} and f.file_id = ${id})`,
  );
  return titled(found);
}
