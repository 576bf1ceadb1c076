import type { Db } from '#core/db/database.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import {
  type About,
  electorateOn,
  faultsOf,
  interestsOf,
  recusedOn,
  type SeatId,
  type Seating,
  seatingOf,
} from '#modules/forum/contract.ts';
import type { Recusal, RollRow } from '../schema.ts';

/** The roll as it would be frozen on a day, with the rules of that day. */
export async function rollOn(db: Db, forum: string, about: readonly About[], day: PlainDate) {
  const { by, book, faults, rows, voters } = await electorateOn(db, forum, day);
  const [seating, declared] = [await seatingOf(db, forum), await interestsOf(db, forum)];
  const roll = rows.map(
    ({ key, number, seat, constituency, organisation, body, filled }): RollRow => ({
      ...{ key, number, seat, constituency, organisation, body, filled },
      recused: seat && filled && about.length > 0 ? recusalOf(seating, declared, seat, about, day) : 'nobody',
    }),
  );
  return { by, book, voters, roll, faults: [...faults, ...faultsOf(book, { seats: voters })] };
}

/**
 * Who of a seat stands aside in anything the ballot is about. An interest of the organisation binds both, one of the
 * representative leaves the alternate free.
 */
function recusalOf(
  seating: Seating,
  declared: Awaited<ReturnType<typeof interestsOf>>,
  seat: SeatId,
  about: readonly About[],
  day: PlainDate,
): Recusal {
  const asked = { id: seat };
  const representative = recusedOn(seating, declared, { seat: asked, as: 'representative' }, about, day);
  const alternate = recusedOn(seating, declared, { seat: asked, as: 'alternate' }, about, day);
  if (representative?.mandate === null || alternate?.mandate === null || (representative && alternate)) return 'seat';
  if (representative) return 'representative';
  return alternate ? 'alternate' : 'nobody';
}
