import type { Db } from '#core/db/database.ts';
import type { Message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { rulesOn } from '../rulebook/day/queries.ts';
import { seatingOf } from '../seats/queries.ts';
import { earlier } from '../seats/rules.ts';
import type { MandateKind, SeatId } from '../seats/schema.ts';
import { electionFault, holderOf, lastOfTerm, termRule, termsOf } from './rules.ts';
import { type Lead, type LeadTables, OFFICE_FACTS, OFFICES, type Office } from './schema.ts';

const tables = (db: Db) => db.withTables<LeadTables>();

/** Everybody who was elected to an office of the forum, of all days, in the order of entering. */
export async function leadsOf(db: Db, forum: string): Promise<readonly Lead[]> {
  const rows = await tables(db)
    .selectFrom('forum_leads as l')
    .leftJoin('forum_lead_ends as e', (on) => on.onRef('e.forum_id', '=', 'l.forum_id').onRef('e.lead_id', '=', 'l.id'))
    .selectAll('l')
    .select(['e.last_day', 'e.reason', 'e.entered_on as ended_on'])
    .where('l.forum_id', '=', forum)
    .orderBy('l.id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, office: row.office, body: row.body_id, seat: row.seat_id, mandate: row.mandate_id },
    ...{ person: row.person_id, post: row.post, electedOn: row.elected_on, from: row.from_day },
    last: earlier(row.to_day, row.last_day),
    term:
      row.term_document !== null && row.term_article !== null
        ? { document: row.term_document, article: row.term_article }
        : null,
    ...{ decision: row.decision, url: row.url, role: row.role_id, enteredOn: row.entered_on },
    end:
      row.ended_on === null
        ? null
        : { reason: row.reason ?? '', enteredOn: row.ended_on, mistake: row.last_day === null },
  }));
}

/** Does this role of identity follow from an office that was not ended? */
export async function hasOffice(db: Db, forum: string, role: string): Promise<boolean> {
  return (await leadsOf(db, forum)).some((one) => one.role === role && !one.end);
}

/**
 * Roles that follow from offices today: while an elected one has begun and was not ended, nobody gives that role by hand.
 * Before the first election, and when the last elected one resigned, they are given by hand again.
 */
export async function rolesByOffice(db: Db, forum: string, today: PlainDate): Promise<readonly string[]> {
  const leads = await leadsOf(db, forum);
  const held = OFFICES.flatMap((office) => {
    const { role } = OFFICE_FACTS[office];
    const latest = termsOf(leads, office).findLast((one) => one.from <= today);
    return role && latest?.role && !latest.end ? [role] : [];
  });
  return [...new Set(held)];
}

/**
 * Why the rules of that day would refuse the office to each of these, were it elected on that day, with the article (a term
 * too many in a row, nobody named for the seat); null: they would not.
 */
export async function candidacyFaults(
  db: Db,
  forum: string,
  { office, from }: { readonly office: Office; readonly from: PlainDate },
  candidates: readonly { readonly seat: SeatId; readonly as: MandateKind }[],
  day: PlainDate,
): Promise<readonly (Message | null)[]> {
  const [seating, leads] = [await seatingOf(db, forum), await leadsOf(db, forum)];
  const rule = termRule((await rulesOn(db, forum, day)).book, office);
  const last = rule ? lastOfTerm(from, rule.value) : null;
  return candidates.map(({ seat, as }) => {
    const holder = holderOf(seating, { holder: { seat, as }, electedOn: day });
    if (!holder.ok) return holder.refusal.fields?.[0]?.message ?? holder.refusal.message;
    const asked = { ...holder.value, office, electedOn: day, from, last, replaces: true };
    return electionFault(leads, asked, rule, day)?.message ?? null;
  });
}
