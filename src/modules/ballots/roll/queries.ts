import type { Db } from '#core/db/database.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { type About, electorateOn, interestsOf, seatingOf } from '#modules/forum/contract.ts';
import type { RollRow } from '../schema.ts';
import { recusalOf } from './rules.ts';

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
  return { by, book, faults, voters, roll };
}
