import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { termsOf } from '../leads/rules.ts';
import { type Lead, OFFICES } from '../leads/schema.ts';
import { holdingsOf, mandatesOf, seatsOn } from '../seats/rules.ts';
import { type Holding, MANDATE_KINDS, type Mandate, type Seating, type Span } from '../seats/schema.ts';
import type { TermEnding } from './schema.ts';

/** So many days before a term ends whoever keeps the forum is told: an election needs a meeting, and a meeting its notice. */
export const TOLD_BEFORE = 60;

type Ending<Row> = Row & { readonly last: PlainDate };

/** The term runs out by itself, soon or already: one that somebody ended is known to who ended it. */
const runsOut = <Row extends Span & Pick<Lead, 'end'>>(row: Row | undefined, day: PlainDate): row is Ending<Row> =>
  row !== undefined && row.end === null && row.last !== null && row.last <= addDays(day, TOLD_BEFORE);

/** Terms that end within 60 days of that day, or have ended with nobody after them; by their last day. */
export function endingTerms(seating: Seating, leads: readonly Lead[], day: PlainDate): readonly TermEnding[] {
  const found: TermEnding[] = OFFICES.flatMap((office) => {
    const latest = termsOf(leads, office).at(-1);
    return runsOut(latest, day) ? [{ what: office, last: latest.last, body: latest.body, path: '/members/leads' }] : [];
  });
  for (const seat of seatsOn(seating, day)) {
    const path = `/members/${seat.number}`;
    const holding: Holding | undefined = holdingsOf(seating, seat.id).at(-1);
    if (!holding || holding.end) continue;
    const { body } = holding;
    if (runsOut(holding, day)) found.push({ what: 'seat', last: holding.last, body, path });
    for (const kind of MANDATE_KINDS) {
      const latest: Mandate | undefined = mandatesOf(seating, holding).findLast((one) => one.kind === kind);
      // Where the organisation's own term ends, that says it.
      if (runsOut(latest, day) && latest.last !== holding.last)
        found.push({ what: kind, last: latest.last, body, path });
    }
  }
  return found.toSorted((a, b) => (a.last === b.last ? 0 : a.last < b.last ? -1 : 1));
}
