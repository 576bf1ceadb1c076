import { entriesByPerson } from '#core/audit/by-person.ts';
import { readingsOf } from '#core/audit/readings.ts';
import type { Db } from '#core/db/database.ts';
import type { IdentityNeeds } from '../../schema.ts';
import { heldAbout } from '../queries.ts';

/** Everything the installation holds about a person: this room's rows, the private log of looks, the own entries, the marks. */
export async function wholeOf({ marks }: Pick<IdentityNeeds, 'marks'>, db: Db, person: string) {
  return {
    ...(await heldAbout(db, person)),
    readings: await readingsOf(db, person),
    entries: await entriesByPerson(db, person),
    marks: (await marks?.of(db, person)) ?? [],
  };
}
