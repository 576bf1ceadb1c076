import type { Db } from '#core/db/database.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { leadsOf } from '../leads/queries.ts';
import { seatingOf } from '../seats/queries.ts';
import { endingTerms } from './rules.ts';
import type { TermEnding } from './schema.ts';

/** Terms that end soon or have ended, with the names of their organisations; for desks. */
export async function termsToTell(
  db: Db,
  forum: string,
  day: PlainDate,
): Promise<{ readonly terms: readonly TermEnding[]; readonly names: ReadonlyMap<string, Texts> }> {
  const terms = endingTerms(await seatingOf(db, forum), await leadsOf(db, forum), day);
  const bodies = terms.map(({ body }) => body);
  return { terms, names: await bodyNames(db, forum, [...new Set(bodies)]) };
}
