import type { Db } from '#core/db/database.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { seatingOf } from '../../seats/queries.ts';
import { sittingsOn } from '../../seats/rules.ts';
import { signaturesOf } from '../queries.ts';
import type { Version } from '../schema.ts';

/** Organisations that signed a version; before anybody did, every organisation that holds a seat. */
export async function signersOf(
  db: Db,
  forum: string,
  version: Version['id'],
  today: PlainDate,
): Promise<readonly Texts[]> {
  const signed = (await signaturesOf(db, forum, version)).flatMap(({ body, mistake }) => (mistake ? [] : [body]));
  const sitting = sittingsOn(await seatingOf(db, forum), today).flatMap(({ holding }) => holding?.body ?? []);
  const bodies = signed.length > 0 ? signed : [...new Set(sitting)];
  const names = await bodyNames(db, forum, bodies);
  return bodies.map((body) => names.get(body) ?? {});
}
