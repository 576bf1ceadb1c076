import type { PlainDate } from '#core/time/plain-date.ts';
import { holdingSpan, holdingsOf, isEnteredAfter, mandateSpan, mandatesOf, stretchesOf } from '../seats/rules.ts';
import type { Composition, End, Seat, Seating } from '../seats/schema.ts';
import type { Row, SeatEvent } from './schema.ts';

/** Since when the seat is vacant on that day; null: it is held. */
export function vacantSince(seating: Seating, seat: Seat, day: PlainDate): PlainDate | null {
  const stretch = stretchesOf(seating, seat).find((one) => one.from <= day && (one.last === null || day <= one.last));
  return stretch && !stretch.holding ? stretch.from : null;
}

/** The decision that made the seat. */
export const compositionOf = (seating: Seating, seat: Seat): Composition | null =>
  seating.compositions.find((one) => one.id === seat.composition) ?? null;

const late = (day: PlainDate, enteredOn: PlainDate | undefined): PlainDate | null =>
  enteredOn !== undefined && day < enteredOn ? enteredOn : null;

/** Everything that happened to a seat, the newest first. What was entered by mistake is left out. */
export function eventsOf(seating: Seating, seat: Seat): readonly SeatEvent[] {
  const made = compositionOf(seating, seat);
  const events: SeatEvent[] = [
    {
      ...{ day: seat.from, kind: 'made', holding: null, mandate: null, reason: null },
      ...{ source: made?.number ?? null, afterwards: late(seat.from, made?.enteredOn) },
    },
  ];
  for (const holding of holdingsOf(seating, seat.id)) {
    const { last } = holdingSpan(seating, holding);
    events.push({
      ...{ day: holding.from, kind: 'given', holding, mandate: null, reason: null, source: holding.source },
      afterwards: isEnteredAfter(holding) ? holding.enteredOn : null,
    });
    for (const mandate of mandatesOf(seating, holding)) {
      const span = mandateSpan(seating, mandate);
      events.push({
        ...{ day: mandate.from, kind: 'named', holding, mandate, reason: null, source: mandate.source },
        afterwards: isEnteredAfter(mandate) ? mandate.enteredOn : null,
      });
      // Where the organisation's time ends, that says it.
      if (span.last && span.last !== last)
        events.push({ ...{ kind: 'mandate_ended', holding, mandate }, ...ending(span.last, mandate.end) });
    }
    if (last && last !== seat.last)
      events.push({ ...{ kind: 'holding_ended', holding, mandate: null }, ...ending(last, holding.end) });
  }
  if (seat.last && seat.end)
    events.push({
      ...{ kind: 'closed', holding: null, mandate: null, ...ending(seat.last, seat.end) },
      source: seat.end.decision,
    });
  // Of one day, what came after stands above.
  return events.toReversed().sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
}

const ending = (day: PlainDate, end: End | null) => ({
  ...{ day, reason: end?.reason ?? null, source: null },
  afterwards: late(day, end?.enteredOn),
});

/** What the figures over the list count. */
export function countsOf(rows: readonly Row[]) {
  return {
    seats: rows.length,
    vacant: rows.filter((row) => !row.holding).length,
    unnamed: rows.filter((row) => row.holding && !row.representative).length,
  };
}
