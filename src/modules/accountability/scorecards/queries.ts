import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import type { DeedDescribed } from '#modules/identity/contract.ts';
import { cardPath } from './rules.ts';
import type { Card, Formula } from './schema.ts';

/** The versions of the formula, the first one first; `lock`: another deed that makes scorecards waits. */
export async function formulasOf(db: Db, forum: string, lock = false): Promise<readonly Formula[]> {
  const { rows } = await sql<Formula>`
    select id, version, weights, enough, reply_days as "replyDays", why, on_day as "on"
    from accountability_scorecard_formulas where forum_id = ${forum} order by version
    ${lock ? sql`for update` : sql``}`.execute(db);
  return rows;
}

async function cards(db: Db, forum: string, where: RawBuilder<unknown>): Promise<readonly Card[]> {
  const { rows } = await sql<Card>`
    select c.id, c.number, c.body_id as body, c.formula_id as formula, f.version, f.enough, c.kind, c.size, c.rows,
      c.sent_on as "sentOn", c.reply_until as "replyUntil",
      (select jsonb_build_object('on', p.on_day, 'way', p.way, 'ref', p.paper_ref, 'day', p.paper_day)
        from accountability_scorecard_replies p where p.forum_id = c.forum_id and p.scorecard_id = c.id) as reply,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'position', r.position, 'row', r.row_key,
          'words', r.words, 'decision', case when d.remark_id is null then null else jsonb_build_object(
            'taken', d.taken, 'counted', d.counted, 'reason', d.reason, 'on', d.on_day) end) order by r.position)
        from accountability_scorecard_remarks r
        left join accountability_scorecard_decisions d on d.forum_id = r.forum_id and d.remark_id = r.id
        where r.forum_id = c.forum_id and r.scorecard_id = c.id), '[]') as remarks
    from accountability_scorecards c
    join accountability_scorecard_formulas f on f.forum_id = c.forum_id and f.id = c.formula_id
    where c.forum_id = ${forum} and ${where} order by c.number desc`.execute(db);
  return rows;
}

/** All scorecards, the newest first: of some bodies, or of all. */
export const cardsOf = (db: Db, forum: string, bodies: readonly string[] | null): Promise<readonly Card[]> =>
  cards(db, forum, bodies === null ? sql`true` : sql`c.body_id = any(${[...bodies]}::uuid[])`);

export const cardByNumber = async (db: Db, forum: string, number: number): Promise<Card | null> =>
  (await cards(db, forum, sql`c.number = ${number}`))[0] ?? null;

/** One by its id; `lock`: a second reply or decision waits. */
export async function cardById(db: Db, forum: string, id: string, lock = false): Promise<Card | null> {
  if (!isId(id)) return null;
  if (lock)
    await sql`select 1 from accountability_scorecards where forum_id = ${forum} and id = ${id} for update`.execute(db);
  return (await cards(db, forum, sql`c.id = ${id}`))[0] ?? null;
}

/** The scorecard on which a remark was made; `lock`: as above. */
export async function cardOfRemark(db: Db, forum: string, remark: string, lock = false): Promise<Card | null> {
  if (!isId(remark)) return null;
  const { rows } = await sql<{ card: string }>`
    select scorecard_id as card from accountability_scorecard_remarks
    where forum_id = ${forum} and id = ${remark}`.execute(db);
  return rows[0] ? cardById(db, forum, rows[0].card, lock) : null;
}

/** The scorecards with remarks that wait to be decided, and how many each has; the oldest first. */
export async function undecidedRemarks(
  db: Db,
  forum: string,
): Promise<readonly { readonly number: number; readonly n: number }[]> {
  const { rows } = await sql<{ number: number; n: number }>`
    select c.number, count(*)::int as n from accountability_scorecard_remarks r
    join accountability_scorecards c on c.forum_id = r.forum_id and c.id = r.scorecard_id
    where r.forum_id = ${forum} and not exists (select 1 from accountability_scorecard_decisions d
      where d.forum_id = r.forum_id and d.remark_id = r.id)
    group by c.number order by c.number`.execute(db);
  return rows;
}

/** Addresses below the forum of every scorecard and of the formula; before it is public its page says when it will be. */
export async function publicCardPaths(db: Db, forum: string): Promise<readonly string[]> {
  const { rows } = await sql<{ number: number }>`
    select number from accountability_scorecards where forum_id = ${forum} order by number`.execute(db);
  return ['/scorecards/formula', ...rows.map(cardPath)];
}

/** What a one-deed link to reply to a scorecard is for; null when it was replied to already. */
export async function describeReply(db: Db, forum: Forum, id: string): Promise<DeedDescribed | null> {
  const card = await cardById(db, forum.id, id);
  if (!card || card.reply) return null;
  return {
    body: card.body,
    formPath: `${cardPath(card)}/reply`,
    purpose: message('accountability.scorecards.deed.reply', { number: card.number }),
  };
}

/** Where a remark stands, for a demand to take it down. */
export async function findRemark(
  db: Db,
  forum: Pick<Forum, 'id'>,
  id: string,
): Promise<{ readonly path: string; readonly title: Texts } | null> {
  const card = await cardOfRemark(db, forum.id, id);
  return card && { path: `${cardPath(card)}#remarks`, title: { az: `№ ${card.number}` } };
}
