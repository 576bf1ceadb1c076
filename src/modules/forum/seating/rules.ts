import type { FieldError } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { holdingSpan, holdingsOf, mandateSpan, mandatesOf, overlap } from '../seats/rules.ts';
import type { Holding, Mandate, MandateKind, Seat, Seating, Span } from '../seats/schema.ts';

const wrong = (field: string, what: Message): FieldError => ({ field, message: what });

/** Why an organisation cannot hold the seat in this time; null: it can. */
export function holdingFault(seating: Seating, seat: Seat, span: Span): FieldError | null {
  const outside = outsideFault(span, seat, seat.from);
  if (outside) return outside;
  const held = holdingsOf(seating, seat.id).find((one) => overlap(span, holdingSpan(seating, one)));
  return held ? wrong('from', message('forum.wrong.seat_held', { day: held.from })) : null;
}

/** Why somebody cannot speak for the organisation on its seat in this time; null: they can. */
export function mandateFault(
  seating: Seating,
  holding: Holding,
  asked: Span & { readonly kind: MandateKind; readonly person: string | null },
): FieldError | null {
  const outside = outsideFault(asked, holdingSpan(seating, holding), holding.from);
  if (outside) return outside;
  const same = mandatesOf(seating, holding).find(
    (one) => one.kind === asked.kind && overlap(asked, mandateSpan(seating, one)),
  );
  if (same) return wrong('from', message('forum.wrong.mandate_held', { day: same.from }));
  const other = asked.person && speaking(seating, asked.person, asked);
  return other ? wrong('person', message('forum.wrong.speaks_already', { seat: other.number })) : null;
}

/** One person has one voice: the seat for which this person speaks in that time already. */
function speaking(seating: Seating, person: string, span: Span): Seat | null {
  const held = seating.mandates.find(
    (one) => one.person === person && !one.end?.mistake && overlap(span, mandateSpan(seating, one)),
  );
  const holding = held && seating.holdings.find((one) => one.id === held.holding);
  return seating.seats.find((seat) => seat.id === holding?.seat) ?? null;
}

/** A last day before the first, or a time that is not within the time of what it hangs on. */
function outsideFault({ from, last }: Span, outer: Span, since: PlainDate): FieldError | null {
  if (last !== null && last < from) return wrong('to', message('forum.wrong.to_before_from'));
  if (from < outer.from) return wrong('from', message('forum.wrong.too_early', { day: since }));
  if (outer.last === null) return null;
  if (from > outer.last) return wrong('from', message('forum.wrong.too_late', { day: outer.last }));
  return last !== null && last > outer.last ? wrong('to', message('forum.wrong.too_late', { day: outer.last })) : null;
}

/** Why this cannot be its last day; null: it can. `row` is what was entered, with the end it has. */
export function endFault(row: Span, last: PlainDate): FieldError | null {
  if (last < row.from) return wrong('last', message('forum.wrong.end_before', { day: row.from }));
  return row.last !== null && last > row.last
    ? wrong('last', message('forum.wrong.end_after', { day: row.last }))
    : null;
}

/** What hangs on a holding and did not end before that day: when the holding never was, neither were they. */
export const hangingOn = (seating: Seating, holding: Holding): readonly Mandate[] =>
  seating.mandates.filter((one) => one.holding === holding.id && !one.end?.mistake);
