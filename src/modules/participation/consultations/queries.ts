import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { typedCode } from '#core/typed-code.ts';
import { hashOf } from '#modules/identity/contract.ts';
import { CODE_LETTERS } from '../voices/rules.ts';
import { citation, commentState, labelIn, pathOf, placePath } from './rules.ts';
import type { Comment, Consultation, Group, Response, Whole } from './schema.ts';

const CONSULTATION = sql`c.id, c.letter || c.serial as label, jsonb_build_object('kind', c.subject_kind, 'id', c.subject_id) as subject,
  c.version_id as version, c.words, c.from_day as "from", c.until_day as until, c.body_id as body, c.office,
  jsonb_build_object('n', c.answer_days, 'unit', c.answer_unit, 'basis', c.answer_basis) as term,
  c.window_basis as "windowBasis"`;

const COMMENT = sql`m.id, m.consultation_id as consultation, m.place, m.version_id as version, m.article,
  m.received_on as "receivedOn", m.text, m.signature, m.body_id as body, m.way,
  case when m.paper_ref is null then null else jsonb_build_object('ref', m.paper_ref, 'day', m.paper_day) end as paper,
  w.on_day as "withdrawnOn",
  case when r.rule is null then null
    else jsonb_build_object('on', r.on_day, 'rule', r.rule, 'sentence', r.sentence) end as refusal,
  p.on_day as "publishedOn", g.group_id as "group"`;

const COMMENTS = sql`participation_comments m
  left join participation_comment_withdrawals w on w.forum_id = m.forum_id and w.comment_id = m.id
  left join participation_comment_refusals r on r.forum_id = m.forum_id and r.comment_id = m.id
  left join participation_comment_publications p on p.forum_id = m.forum_id and p.comment_id = m.id
  left join participation_group_comments g on g.forum_id = m.forum_id and g.comment_id = m.id`;

async function consultations(db: Db, forum: string, where: RawBuilder<unknown>): Promise<readonly Consultation[]> {
  const { rows } = await sql<Consultation>`
    select ${CONSULTATION} from participation_consultations c
    where c.forum_id = ${forum} and ${where} order by c.from_day desc, c.id desc`.execute(db);
  return rows;
}

async function comments(db: Db, forum: string, where: RawBuilder<unknown>): Promise<readonly Comment[]> {
  const { rows } = await sql<Comment>`
    select ${COMMENT} from ${COMMENTS} where m.forum_id = ${forum} and ${where} order by m.place`.execute(db);
  return rows;
}

/** Every consultation of a forum, the latest first. */
export const consultationsOf = (db: Db, forum: string): Promise<readonly Consultation[]> =>
  consultations(db, forum, sql`true`);

/** Those on one thing, or on one of its versions. */
export const consultationsOn = (db: Db, forum: string, subject: string): Promise<readonly Consultation[]> =>
  consultations(db, forum, sql`c.subject_id = ${subject}`);

/** By the label of its address ("b1"); null: there is none. */
export async function consultationByLabel(
  db: Db,
  forum: string,
  label: string | undefined,
): Promise<Consultation | null> {
  const asked = labelIn(label);
  if (!asked) return null;
  const { letter, serial } = asked;
  return (await consultations(db, forum, sql`c.letter = ${letter} and c.serial = ${serial}`))[0] ?? null;
}

export const consultationById = async (db: Db, forum: string, id: string): Promise<Consultation | null> =>
  isId(id) ? ((await consultations(db, forum, sql`c.id = ${id}`))[0] ?? null) : null;

/** Everything that was said and answered in one consultation. */
export async function wholeOf(db: Db, forum: string, consultation: Consultation): Promise<Whole> {
  const { id } = consultation;
  const { rows: groups } = await sql<Group>`
    select id, place, gist, on_day as "on" from participation_groups
    where forum_id = ${forum} and consultation_id = ${id} order by place`.execute(db);
  return {
    consultation,
    comments: await comments(db, forum, sql`m.consultation_id = ${id}`),
    groups,
    responses: await responses(db, forum, sql`s.consultation_id = ${id}`),
  };
}

async function responses(db: Db, forum: string, where: RawBuilder<unknown>): Promise<readonly Response[]> {
  const { rows } = await sql<Response>`
    select s.id, s.answers_id as answers, s.outcome, s.reason, s.on_day as "on", s.way,
      case when s.paper_ref is null then null
        else jsonb_build_object('ref', s.paper_ref, 'day', s.paper_day) end as paper,
      coalesce((select jsonb_agg(jsonb_build_object('outcome', k.outcome, 'reason', k.reason, 'why', k.why,
          'on', k.on_day) order by k.id)
        from participation_response_corrections k
        where k.forum_id = s.forum_id and k.response_id = s.id), '[]'::jsonb) as corrections
    from participation_responses s where s.forum_id = ${forum} and ${where} order by s.id`.execute(db);
  return rows;
}

/** By the code of its receipt, as typed by hand; null: no receipt of this forum. */
export async function commentByCode(db: Db, forum: string, typed: string): Promise<Comment | null> {
  const code = typedCode(typed, CODE_LETTERS);
  return code ? ((await comments(db, forum, sql`m.code_hash = ${hashOf(code)}`))[0] ?? null) : null;
}

export const commentAt = async (db: Db, forum: string, consultation: string, place: number): Promise<Comment | null> =>
  (await comments(db, forum, sql`m.consultation_id = ${consultation} and m.place = ${place}`))[0] ?? null;

/** A comment with its consultation, waiting for a moderator; the oldest first. */
export interface WaitingComment {
  readonly comment: Comment;
  readonly consultation: Consultation;
}

export async function waitingComments(db: Db, forum: string): Promise<readonly WaitingComment[]> {
  const found = await comments(db, forum, sql`w.on_day is null and r.rule is null and p.on_day is null`);
  const all = new Map((await consultationsOf(db, forum)).map((one) => [one.id, one]));
  return found
    .map((comment) => ({ comment, consultation: all.get(comment.consultation)! }))
    .toSorted((a, b) => (a.comment.receivedOn < b.comment.receivedOn ? -1 : 1));
}

/** Waits for another deed on the same consultation: of two at once the second sees the first. */
export const lockConsultation = (db: Db, forum: string, id: string) =>
  sql`select 1 from participation_consultations where forum_id = ${forum} and id = ${id} for update`.execute(db);

/** Addresses below the forum for the map of the site: what has begun, with its report once it is closed. */
export async function publicConsultationPaths(db: Db, forum: string, today: PlainDate): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string; place: number }>`
    select m.consultation_id as id, m.place from participation_comments m
    join participation_comment_publications p on p.forum_id = m.forum_id and p.comment_id = m.id
    where m.forum_id = ${forum}
    union all select consultation_id, place from participation_groups where forum_id = ${forum}
    order by 1, 2`.execute(db);
  return (await consultationsOf(db, forum)).flatMap((one) => {
    const places = rows.filter(({ id }) => id === one.id).map(({ place }) => placePath(one, place));
    return [pathOf(one), ...(one.until < today ? [`${pathOf(one)}/report`] : []), ...places];
  });
}

/** Where the words of a comment, a signature or a response stand, for a demand to take them down. */
type Found = { readonly path: string; readonly title: Texts } | null;
type In = Pick<Forum, 'id'>;

export async function findComment(db: Db, { id: forum }: In, id: string): Promise<Found> {
  const [comment] = isId(id) ? await comments(db, forum, sql`m.id = ${id}`) : [];
  if (!comment || commentState(comment) !== 'published') return null;
  return titled(db, forum, comment.consultation, comment.place);
}

export async function findResponse(db: Db, { id: forum }: In, id: string): Promise<Found> {
  if (!isId(id)) return null;
  const { rows } = await sql<{ consultation: string; place: number }>`
    select s.consultation_id as consultation, coalesce(m.place, g.place) as place
    from participation_responses s
    left join participation_comments m on m.forum_id = s.forum_id and m.id = s.answers_id
    left join participation_groups g on g.forum_id = s.forum_id and g.id = s.answers_id
    where s.forum_id = ${forum} and s.id = ${id}`.execute(db);
  return rows[0] ? titled(db, forum, rows[0].consultation, rows[0].place) : null;
}

async function titled(db: Db, forum: string, consultation: string, place: number): Promise<Found> {
  const found = await consultationById(db, forum, consultation);
  return found && { path: placePath(found, place), title: { az: citation(found, place) } };
}

/** Every signature under a public comment: a datum that can be kept back when the forum opens. */
export async function signedComments(db: Db, { id: forum }: In) {
  const all = new Map((await consultationsOf(db, forum)).map((one) => [one.id, one]));
  return (await comments(db, forum, sql`m.signature is not null and p.on_day is not null`)).flatMap((comment) => {
    const of = all.get(comment.consultation);
    return of
      ? [{ id: comment.id, signature: comment.signature!, path: pathOf(of), label: citation(of, comment.place) }]
      : [];
  });
}
