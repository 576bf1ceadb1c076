import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { sittingsOn } from '../../seats/rules.ts';
import type { Seating } from '../../seats/schema.ts';
import type { SeatsOf } from '../schema.ts';

/** Seats of a constituency with its name; `name` null: the one assembly of all. */
export interface Voters extends SeatsOf {
  readonly name: Texts | null;
}

/** The seats of a day by constituency, as `hasQuorum` and `passes` take them; only constituencies that have seats. */
export function votersIn(seating: Seating, day: PlainDate): readonly Voters[] {
  const sittings = sittingsOn(seating, day);
  return seating.constituencies.flatMap(({ id, name }) => {
    const own = sittings.filter(({ seat }) => seat.constituency === id);
    const filled = own.filter(({ holding }) => holding !== null).length;
    return own.length > 0 ? [{ constituency: id, all: own.length, filled, name }] : [];
  });
}
