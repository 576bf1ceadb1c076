import { addMonths, daysBetween, type PlainDate } from '#core/time/plain-date.ts';
import type { Rulebook } from '#modules/forum/contract.ts';
import type { MeetingKind } from '../schema.ts';
import type { BreachFound, Call, Meeting, MeetingState } from './schema.ts';

export const meetingPath = ({ number }: Pick<Meeting, 'number'>): string => `/meetings/${number}`;

/** What a meeting is now. */
export function stateOf(meeting: Pick<Meeting, 'invitedOn' | 'cancelled' | 'begun' | 'ended'>): MeetingState {
  if (meeting.cancelled) return 'cancelled';
  if (meeting.ended) return 'ended';
  if (meeting.begun) return 'running';
  return meeting.invitedOn ? 'called' : 'draft';
}

/** Everybody sees what was sent to members; a draft, and a draft that was dropped, only its keepers. */
export const isPublic = (meeting: Pick<Meeting, 'invitedOn'>): boolean => meeting.invitedOn !== null;

/** When members were invited; null: of one entered afterwards nobody knows, so the day of the meeting stands there. */
export const knownInvitation = ({ afterwards, invitedOn, call }: Meeting): PlainDate | null =>
  afterwards && invitedOn === call.on ? null : invitedOn;

/** Kinds of meeting that the rules of procedure speak of: those that can decide for the forum. */
export const isOfMembers = (kind: MeetingKind): boolean =>
  kind === 'assembly' || kind === 'extraordinary' || kind === 'correspondence';

/** By what a day is ruled, as forum tells it. */
export interface RulesOfDay {
  readonly by: 'documents' | 'founding' | 'nothing';
  readonly book: Rulebook;
}

/** What the call of a meeting is judged by. */
export interface Calling {
  readonly call: Call;
  readonly rules: RulesOfDay;
  /** The day on which members are invited, or told of the new day; null: it is not known any more. */
  readonly invited: PlainDate | null;
  /** The day of the last meeting of members before; null: there was none. */
  readonly before: PlainDate | null;
  readonly items: number;
}

/** What of the rules this call does not keep. None of it stops a meeting; all of it is said. */
export function breachesOf(calling: Calling): readonly BreachFound[] {
  if (!isOfMembers(calling.call.kind)) return [];
  if (calling.rules.by === 'nothing') return [{ kind: 'no_rules', document: null, article: null, params: {} }];
  return [
    ...convening(calling),
    ...notice(calling),
    ...agendaDays(calling),
    ...monthsBetween(calling),
    ...correspondence(calling),
  ];
}

type Rule = { readonly document: string; readonly article: string };
const breach = (
  kind: BreachFound['kind'],
  { document, article }: Rule,
  params: BreachFound['params'],
): readonly BreachFound[] => [{ kind, document, article, params }];

function convening({ call, rules }: Calling): readonly BreachFound[] {
  const rule = rules.book.rules.convening;
  // Before there are documents the initiators call the founding assembly.
  if (!rule || (rules.by === 'founding' && call.convener === 'initiators')) return [];
  const { who, members } = rule.value;
  if (call.convener === 'members' && members !== null) {
    const have = call.members ?? 0;
    return have < members ? breach('too_few_members', rule, { have, need: members }) : [];
  }
  return who.some((one) => one === call.convener) ? [] : breach('not_entitled', rule, {});
}

function notice({ call, rules, invited }: Calling): readonly BreachFound[] {
  const rule = rules.book.rules.notice;
  if (!rule || invited === null) return [];
  const need = call.urgent ? (rule.value.urgent ?? rule.value.days) : rule.value.days;
  const have = Math.max(daysBetween(invited, call.on), 0);
  return have < need ? breach('notice', rule, { have, need }) : [];
}

/** An invitation without an agenda, when the day for it has passed. */
function agendaDays({ call, rules, invited, items }: Calling): readonly BreachFound[] {
  const rule = rules.book.rules.notice;
  const need = rule?.value.agenda ?? null;
  if (!rule || need === null || invited === null || items > 0) return [];
  const have = Math.max(daysBetween(invited, call.on), 0);
  return have < need ? breach('agenda', rule, { have, need }) : [];
}

function monthsBetween({ call, rules, before }: Calling): readonly BreachFound[] {
  const rule = rules.book.rules.meetings;
  if (!rule || before === null || call.kind === 'correspondence') return [];
  const { months } = rule.value;
  return addMonths(before, months) < call.on ? breach('months', rule, { months, last: before }) : [];
}

function correspondence({ call, rules }: Calling): readonly BreachFound[] {
  const rule = rules.book.rules.correspondence;
  if (!rule || call.kind !== 'correspondence') return [];
  const { least, most } = rule.value;
  // First and last day both count.
  const have = daysBetween(call.on, call.until ?? call.on) + 1;
  if (have > most) return breach('window_long', rule, { have, need: most });
  return have < least ? breach('window_short', rule, { have, need: least }) : [];
}

/** Is a change of the agenda on this day later than the rules allow? Once the meeting is held all are its own. */
export function lateAgenda(rules: RulesOfDay, on: PlainDate, today: PlainDate): readonly BreachFound[] {
  const rule = rules.book.rules.notice;
  const need = rule?.value.agenda ?? null;
  if (!rule || need === null || today > on) return [];
  const have = daysBetween(today, on);
  return have < need ? breach('agenda', rule, { have, need }) : [];
}

/** The meeting of members held last before a day, as far as it was not called off. */
export const lastBefore = (meetings: readonly Meeting[], on: PlainDate, but: string | null): PlainDate | null =>
  meetings
    .filter((one) => one.id !== but && isPublic(one) && !one.cancelled && isOfMembers(one.call.kind))
    .map((one) => one.call.on)
    .filter((day) => day < on)
    .toSorted()
    .at(-1) ?? null;

/** The same breach said twice says no more than once. */
export const isKnown = (known: readonly BreachFound[], found: BreachFound): boolean =>
  known.some((one) => one.kind === found.kind && JSON.stringify(one.params) === JSON.stringify(found.params));
