import type { PlainDate } from '#core/time/plain-date.ts';
import { countsOn, sittingOn } from '../seats/rules.ts';
import type { MandateKind, Seat, Seating } from '../seats/schema.ts';
import type { About, Interest } from './schema.ts';

/** Under this word what somebody wrote of an interest is withheld. */
export const WITHHELD_INTEREST = 'forum.interest';

/** Does an interest in the one touch the other? A page touches all below it. */
export const touches = (declared: About, asked: About): boolean =>
  declared.type === asked.type &&
  (declared.id === asked.id || (declared.type === 'page' && asked.id.startsWith(`${declared.id}/`)));

/** Who would vote on a seat, and in which way. */
export interface Voter {
  readonly seat: Pick<Seat, 'id'>;
  readonly as: MandateKind;
}

/**
 * The declared interest for which this voter stands aside on that day, in anything the motion is about; null: none. An
 * interest of the organisation binds the whole seat, one of the representative leaves the alternate free.
 */
export function recusedOn(
  seating: Seating,
  declared: readonly Interest[],
  { seat, as }: Voter,
  about: readonly About[],
  day: PlainDate,
): Interest | null {
  const speaking = sittingOn(seating, seat, day)?.[as]?.id ?? null;
  return (
    declared.find(
      (one) =>
        one.seat === seat.id &&
        countsOn(one, day) &&
        (one.mandate === null || one.mandate === speaking) &&
        about.some((asked) => touches(one.about, asked)),
    ) ?? null
  );
}
