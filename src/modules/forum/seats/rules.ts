import type { PlainDate } from '#core/time/plain-date.ts';
import { addDays } from '#core/time/plain-date.ts';
import type { Constituency, Holding, Mandate, MandateKind, Seat, SeatId, Seating, Span } from './schema.ts';

/** Does it count on that day? First and last day are included. */
export const countsOn = ({ from, last }: Span, day: PlainDate): boolean =>
  from <= day && (last === null || day <= last);

/** The earlier of two last days; null is no end. */
export const earlier = (a: PlainDate | null, b: PlainDate | null): PlainDate | null =>
  a === null ? b : b === null ? a : a < b ? a : b;

/** Do two spans share a day? */
export const overlap = (a: Span, b: Span): boolean =>
  (a.last === null || b.from <= a.last) && (b.last === null || a.from <= b.last);

/** Does the span lie wholly within another? */
export const within = (inner: Span, outer: Span): boolean =>
  outer.from <= inner.from &&
  (inner.last === null ? outer.last === null : outer.last === null || inner.last <= outer.last);

/** Entered after the day on which it began, or after the day on which it is said to have ended. */
export const isEnteredAfter = (row: Span & { readonly enteredOn: PlainDate }): boolean => row.from < row.enteredOn;

/** Holdings and mandates that were no mistake. */
const real = <T extends Holding | Mandate>(rows: readonly T[]): readonly T[] => rows.filter((row) => !row.end?.mistake);

/** The seats there are on a day, by number. */
export const seatsOn = ({ seats }: Pick<Seating, 'seats'>, day: PlainDate): readonly Seat[] =>
  seats.filter((seat) => countsOn(seat, day)).toSorted((a, b) => a.number - b.number);

/** When the organisation held the seat: never longer than the seat stands. */
export function holdingSpan(seating: Seating, holding: Holding): Span {
  const seat = seating.seats.find((one) => one.id === holding.seat);
  return { from: holding.from, last: earlier(holding.last, seat?.last ?? null) };
}

/** When somebody spoke for it: never longer than the organisation held the seat. */
export function mandateSpan(seating: Seating, mandate: Mandate): Span {
  const holding = seating.holdings.find((one) => one.id === mandate.holding);
  return { from: mandate.from, last: earlier(mandate.last, holding ? holdingSpan(seating, holding).last : null) };
}

/** Everything of one seat, oldest first, without what was entered by mistake. */
export const holdingsOf = (seating: Seating, seat: SeatId): readonly Holding[] =>
  real(seating.holdings)
    .filter((holding) => holding.seat === seat)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));

export const mandatesOf = (seating: Seating, holding: Holding): readonly Mandate[] =>
  real(seating.mandates)
    .filter((mandate) => mandate.holding === holding.id)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));

/** Who sits on a seat on a day. */
export interface Sitting {
  readonly seat: Seat;
  /** null: the seat is vacant. */
  readonly holding: Holding | null;
  readonly representative: Mandate | null;
  readonly alternate: Mandate | null;
}

/** Rows by what they hang on. */
function gathered<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): ReadonlyMap<Key, readonly Row[]> {
  const found = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const others = found.get(key);
    if (others) others.push(row);
    else found.set(key, [row]);
  }
  return found;
}

/** Who sits where on a day: every seat of that day once, by its number. Each row is looked at once. */
export function sittingsOn(
  seating: Pick<Seating, 'seats' | 'holdings' | 'mandates'>,
  day: PlainDate,
): readonly Sitting[] {
  const holdings = gathered(
    real(seating.holdings).filter((one) => countsOn(one, day)),
    (one) => one.seat,
  );
  const mandates = gathered(
    real(seating.mandates).filter((one) => countsOn(one, day)),
    (one) => one.holding,
  );
  return seatsOn(seating, day).map((seat) => {
    const holding = holdings.get(seat.id)?.[0] ?? null;
    const of = (kind: MandateKind) => (holding && mandates.get(holding.id)?.find((one) => one.kind === kind)) ?? null;
    return { seat, holding, representative: of('representative'), alternate: of('alternate') };
  });
}

/** Who sits on this seat on that day; null: there is no such seat then. */
export const sittingOn = (seating: Seating, { id }: Pick<Seat, 'id'>, day: PlainDate): Sitting | null =>
  sittingsOn(
    { ...seating, seats: seating.seats.filter((seat) => seat.id === id), holdings: holdingsOf(seating, id) },
    day,
  )[0] ?? null;

/** A constituency with its seats of a day, in the order of their numbers. */
export interface Group {
  readonly constituency: Constituency;
  readonly sittings: readonly Sitting[];
}

/** The whole forum of a day. Constituencies without a seat on that day are left out. */
export function groupsOn(seating: Seating, day: PlainDate): readonly Group[] {
  const sittings = gathered(sittingsOn(seating, day), ({ seat }) => seat.constituency);
  return seating.constituencies
    .toSorted((a, b) => a.position - b.position)
    .flatMap((constituency) => {
      const own = sittings.get(constituency.id);
      return own ? [{ constituency, sittings: own }] : [];
    });
}

/** In which way this person may speak for the seat on that day; null: in none. The representative goes before the alternate. */
export function speaksFor(
  seating: Seating,
  person: string,
  seat: Pick<Seat, 'id'>,
  day: PlainDate,
): MandateKind | null {
  const sitting = sittingOn(seating, seat, day);
  if (sitting?.representative?.person === person) return 'representative';
  return sitting?.alternate?.person === person ? 'alternate' : null;
}

/** A stretch of a seat's time: held by somebody, or by nobody. */
export interface Stretch extends Span {
  readonly holding: Holding | null;
}

/** The whole time of a seat without a gap: each day until its end stands in exactly one stretch. */
export function stretchesOf(seating: Seating, seat: Seat): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let next: PlainDate | null = seat.from;
  for (const holding of holdingsOf(seating, seat.id)) {
    if (next === null || holding.from < next) continue;
    if (holding.from > next) stretches.push({ from: next, last: addDays(holding.from, -1), holding: null });
    const { last } = holdingSpan(seating, holding);
    stretches.push({ from: holding.from, last, holding });
    next = last === null ? null : addDays(last, 1);
  }
  if (next !== null && (seat.last === null || next <= seat.last))
    stretches.push({ from: next, last: seat.last, holding: null });
  return stretches;
}
