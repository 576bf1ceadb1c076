import { type Actor, holds } from '#core/actor.ts';
import type { EntryObject } from '#core/audit/entry.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { REFERENCE } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import { choose } from '#core/i18n/texts.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { actingFor, type RoleDesk } from '#modules/identity/contract.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { mayNameSpeakers } from '../access.ts';
import { documentsOf } from '../documents/queries.ts';
import { bookOn } from '../documents/rules.ts';
import { enteredBy, lockedSeating } from '../seating/commands.ts';
import { endFault } from '../seating/rules.ts';
import type { EndReason } from '../seats/schema.ts';
import { type ElectionInput, electionShape, leadEndShape } from './forms.ts';
import { leadsOf } from './queries.ts';
import { electionFault, holderOf, lastOfTerm, termRule, termsOf } from './rules.ts';
import { type Lead, type LeadId, type LeadTables, OFFICE_FACTS } from './schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<LeadTables>();

/** An election as the public record names it: the office, never whom by name. */
const leadObject = (id: LeadId): EntryObject => ({ type: 'lead', id, path: '/members/leads' });

/** What was recorded, with what the entry of the deed around must name. */
export interface ElectionRecorded {
  readonly id: LeadId;
  /** The election; and those whose time it ended. */
  readonly object: EntryObject;
  readonly touched: readonly EntryObject[];
  readonly bodies: readonly string[];
  /** Parameters of "forum.leads.log.elected": office, body (its name), from, until ("open" where no end is known). */
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Fills an office inside the transaction of somebody else's deed: by a ballot that closed, or by the command below. Asks
 * no permission and writes no entry: the deed around does both. `to` null: as long as the rules of the day of the election
 * say. Refused, with the article, when the rules allow no such term; with the field, when days or holder do not fit.
 */
export async function recordElection(
  ctx: Ctx,
  roles: RoleDesk,
  election: ElectionInput,
): Promise<Result<ElectionRecorded>> {
  const seating = await lockedSeating(ctx);
  if (seating.compositions.length === 0) return refuse('conflict', message('forum.leads.refused_no_seats'));
  const holder = holderOf(seating, election);
  if (!holder.ok) return holder;
  const { office, electedOn, from, replaces } = election;
  const name = (await bodyNames(ctx.db, ctx.forum.id, [holder.value.body])).get(holder.value.body);
  if (!name) return refuseFields([{ field: 'body', message: message('forum.wrong.no_body') }]);
  const leads = await leadsOf(ctx.db, ctx.forum.id);
  // Only documents speak of terms: whom the founding assembly elects has the term of the rules it adopted.
  const { book } = bookOn(await documentsOf(ctx.db, ctx.forum.id), electedOn);
  const rule = termRule(book, office);
  const last = election.to ?? (rule ? lastOfTerm(from, rule.value) : null);
  const fault = electionFault(leads, { ...holder.value, office, electedOn, from, last, replaces }, rule, ctx.today);
  if (fault) return refuseFields([fault]);
  const { person } = holder.value;
  const { role } = OFFICE_FACTS[office];
  const hasDesk = person && role ? await isAtDesk(ctx, person, role) : false;
  // Without a last day: only a deed takes the desk from somebody, never the calendar. Given before anything is written:
  // a ballot that is refused here closes all the same.
  const given =
    person && role
      ? await roles.give(
          ctx,
          { id: person },
          { role, body: null, from: hasDesk ? earliest(from, ctx.today) : from, to: null },
        )
      : ok({ person, role: null });
  if (!given.ok) return given;
  const ended = await endBefore(ctx, termsOf(leads, office), from);
  // Where only an office was elected there is nobody to hand the desk over to: it stays with who has it.
  if (person) for (const lead of termsOf(leads, office)) await boundRole(ctx, roles, lead, addDays(from, -1));
  const id = uuidv7(ctx.now) as LeadId;
  const { body, seat, mandate, post } = holder.value;
  await tables(ctx)
    .insertInto('forum_leads')
    .values({
      ...{ ...enteredBy(ctx), id, office, body_id: body, seat_id: seat, mandate_id: mandate, person_id: person },
      ...{ post: post && json(post), elected_on: electedOn, from_day: from, to_day: last },
      term_document: election.to === null && rule ? rule.document : null,
      term_article: election.to === null && rule ? rule.article : null,
      ...{ decision: election.decision, url: election.url, role_id: given.value.role },
    })
    .execute();
  return ok({
    ...{ id, object: leadObject(id), touched: ended.map(leadObject), bodies: [body] },
    params: { office, body: choose(name, ctx.lang).text, from, until: last ?? 'open' },
  });
}

/** Does this person hold the role already? Then it must not pause until the first day of the term. */
async function isAtDesk(ctx: Ctx, person: string, role: string): Promise<boolean> {
  const people = await actingFor(ctx.db, { forum: ctx.forum.id, body: null, today: ctx.today, role });
  return people.some(({ id }) => id === person);
}
const earliest = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);

/** Whoever holds the office at the beginning of the new term holds it until the day before. */
async function endBefore(ctx: Ctx, terms: readonly Lead[], from: PlainDate): Promise<readonly LeadId[]> {
  const last = addDays(from, -1);
  const cut = terms.filter((one) => one.from < from && !one.end && (one.last === null || one.last > last));
  for (const lead of cut) await writeEnd(ctx, lead, last, 'replaced');
  return cut.map(({ id }) => id);
}

async function writeEnd(ctx: Ctx, lead: Lead, last: PlainDate | null, reason: EndReason): Promise<void> {
  await tables(ctx)
    .insertInto('forum_lead_ends')
    .values({ ...enteredBy(ctx), lead_id: lead.id, last_day: last, reason })
    .execute();
}

async function boundRole(ctx: Ctx, roles: RoleDesk, lead: Lead, last: PlainDate): Promise<void> {
  if (!lead.role) return;
  const next = await roles.bound(ctx, lead.role, last);
  if (next === lead.role) return;
  await tables(ctx)
    .updateTable('forum_leads')
    .set({ role_id: next })
    .where('forum_id', '=', ctx.forum.id)
    .where('id', '=', lead.id)
    .execute();
}

/** Nobody takes the desk from themselves: an election hands it over, a deputy or the operator records what else ends it. */
const isOwnDesk = (actor: Actor, { person, role }: Lead): boolean =>
  role !== null && actor.kind === 'person' && actor.id === person && !holds(actor, 'operator', REFERENCE);

/** The commands of offices; `roles` gives and ends the role of a coordinator that follows. */
export const leadCommands = (roles: RoleDesk) => ({
  elect: elect(roles),
  endLead: endLead(roles),
});

/** Enters that somebody was elected to an office of the forum. */
const elect = (roles: RoleDesk) =>
  command({
    name: 'forum.record_election',
    input: electionShape,
    access: (ctx: Ctx) => mayNameSpeakers(ctx.actor, ctx.forum),
    run: async (ctx, input: ElectionInput) => {
      const made = await recordElection(ctx, roles, input);
      if (!made.ok) return made;
      const { id, object, touched, bodies, params } = made.value;
      return done({ id }, { kind: 'forum.lead_elected', object, touched, bodies, params });
    },
  });

/** An office ends before its term, or was entered by mistake. Why is one of five words. */
const endLead = (roles: RoleDesk) =>
  command({
    name: 'forum.end_lead',
    input: leadEndShape,
    access: (ctx: Ctx) => mayNameSpeakers(ctx.actor, ctx.forum),
    run: async (ctx, input) => {
      await lockedSeating(ctx);
      const lead = (await leadsOf(ctx.db, ctx.forum.id)).find((one) => one.id === input.lead);
      if (!lead) return refuse('not_found', message('forum.leads.refused_none'));
      if (lead.end) return refuse('conflict', message('forum.refused.ended_already'));
      if (isOwnDesk(ctx.actor, lead)) return refuse('conflict', message('forum.leads.refused_own'));
      // After its term somebody may have carried on: then the role ends today and the term stays what it was.
      const over = lead.last !== null && lead.last < ctx.today && input.last === lead.last;
      const fault = input.last && !over ? endFault(lead, input.last) : null;
      if (fault) return refuseFields([fault]);
      await writeEnd(ctx, lead, input.last, input.reason);
      await boundRole(ctx, roles, lead, input.last ?? addDays(ctx.today, -1));
      const name = (await bodyNames(ctx.db, ctx.forum.id, [lead.body])).get(lead.body);
      const about = { object: leadObject(lead.id), bodies: [lead.body] };
      const params = { office: lead.office, body: name ? choose(name, ctx.lang).text : '–' };
      return input.last
        ? done(null, { kind: 'forum.lead_ended', ...about, params: { ...params, day: input.last } })
        : done(null, { kind: 'forum.lead_mistaken', ...about, params });
    },
  });
