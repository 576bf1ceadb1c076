import { type FieldError, ok, type Result, refuseFields } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { addDays, addMonths, type PlainDate } from '#core/time/plain-date.ts';
import type { Rulebook, RuleValues } from '../rulebook/schema.ts';
import { countsOn, overlap, sittingOn } from '../seats/rules.ts';
import type { Seating, Span } from '../seats/schema.ts';
import type { ElectionInput } from './forms.ts';
import { type Lead, OFFICE_FACTS, type Office } from './schema.ts';

const wrong = (field: string, what: Message): FieldError => ({ field, message: what });

/** Elections that were no mistake, of one office, oldest first. */
export const termsOf = (leads: readonly Lead[], office: Office): readonly Lead[] =>
  leads
    .filter((one) => one.office === office && !one.end?.mistake)
    .toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1));

/** Who holds the office on that day by election and term; null: nobody. */
export const holderOn = (leads: readonly Lead[], office: Office, day: PlainDate): Lead | null =>
  termsOf(leads, office).find((one) => countsOn(one, day)) ?? null;

/**
 * Who carries the office on although the term is over: the last one elected, whose term passed without an end and without a
 * successor. Nobody is locked out by the calendar (docs/decisions/0015-offices-and-roles.md); every page says that it is over.
 */
export function carryingOn(leads: readonly Lead[], office: Office, day: PlainDate): Lead | null {
  const begun = termsOf(leads, office).filter((one) => one.from <= day);
  const latest = begun.at(-1) ?? null;
  return latest && !latest.end && latest.last !== null && latest.last < day ? latest : null;
}

/** Is it the same holder? People are compared where both are known; else the office in the organisation is. */
function isSame(a: Holder, b: Holder): boolean {
  if (a.person && b.person) return a.person === b.person;
  return !a.person && !b.person && a.body === b.body && JSON.stringify(a.post) === JSON.stringify(b.post);
}
type Holder = Pick<Lead, 'body' | 'person' | 'post'>;

/**
 * So many terms in a row would this one be. Terms are in a row as long as nobody else held the office between them: an
 * empty time does not begin the count anew, and a term that ended early counts.
 */
export function termsInRow(leads: readonly Lead[], office: Office, asked: Holder & Pick<Lead, 'from'>): number {
  const before = termsOf(leads, office).filter((one) => one.from < asked.from);
  const other = before.findLastIndex((one) => !isSame(one, asked));
  return before.length - other;
}

type TermRule = Rulebook['rules']['term_lead'];

/** What the rules of a day say of the term of this office; undefined: nothing. */
export const termRule = (book: Rulebook, office: Office): TermRule =>
  OFFICE_FACTS[office].ruled ? book.rules.term_lead : undefined;

/** The last day of a term of so many months: two years from 1 March end on the last day of February. */
export const lastOfTerm = (from: PlainDate, { months }: RuleValues['term_lead']): PlainDate =>
  addDays(addMonths(from, months), -1);

/** An election as it is asked to be recorded. */
export interface Asked extends Holder, Span {
  readonly office: Office;
  readonly electedOn: PlainDate;
  /** The day before the term begins ends the time of whoever holds the office then. */
  readonly replaces: boolean;
}

/** Why it cannot be recorded on that day, by the rules of the day of the election; null: it can. */
export function electionFault(
  leads: readonly Lead[],
  asked: Asked,
  rule: TermRule,
  today: PlainDate,
): FieldError | null {
  const { office, electedOn, from, last } = asked;
  if (electedOn > today) return wrong('elected_on', message('forum.leads.wrong_later'));
  if (from < electedOn) return wrong('from', message('forum.leads.wrong_before', { day: electedOn }));
  if (last !== null && last < from) return wrong('to', message('forum.wrong.to_before_from'));
  if (rule) {
    const { article, value } = rule;
    const longest = lastOfTerm(from, value);
    if (last !== null && last > longest)
      return wrong('to', message('forum.leads.wrong_term', { article, day: longest }));
    const found = termsInRow(leads, office, asked);
    if (value.inRow !== null && found > value.inRow)
      return wrong('seat', message('forum.leads.wrong_in_row', { article, most: value.inRow, found }));
  }
  const crossed = termsOf(leads, office).filter((one) => overlap(one, asked));
  const later = crossed.find((one) => one.from >= from);
  if (later) return wrong('from', message('forum.leads.wrong_next', { day: later.from }));
  return crossed.length > 0 && !asked.replaces
    ? wrong('replaces', message('forum.leads.wrong_held', { day: crossed[0]!.from }))
    : null;
}

type HolderFound = Pick<Lead, 'body' | 'seat' | 'mandate' | 'person'> & { readonly post: Texts | null };

/** Who it is: the one who spoke for the seat on the day of the election, or the office of an organisation. */
export function holderOf(
  seating: Seating,
  { holder, electedOn }: Pick<ElectionInput, 'holder' | 'electedOn'>,
): Result<HolderFound> {
  if ('body' in holder) return ok({ ...holder, seat: null, mandate: null });
  const sitting = sittingOn(seating, { id: holder.seat }, electedOn);
  const mandate = sitting?.[holder.as];
  if (!sitting?.holding || !mandate)
    return refuseFields([{ field: 'seat', message: message('forum.leads.wrong_nobody', { day: electedOn }) }]);
  const { person, office: post } = mandate;
  return ok({ body: sitting.holding.body, seat: holder.seat, mandate: mandate.id, person, post });
}
