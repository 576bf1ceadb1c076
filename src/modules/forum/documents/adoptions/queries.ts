import type { Db } from '#core/db/database.ts';
import { choose, type LanguageCode } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { type Voters, votersIn } from '../../rulebook/voters/rules.ts';
import { seatingOf } from '../../seats/queries.ts';
import { foundingOf } from '../founding/queries.ts';
import { ASSEMBLY } from '../founding/rules.ts';
import { documentsOf } from '../queries.ts';
import { governing } from '../rules.ts';
import type { Document } from '../schema.ts';

/**
 * Who votes on a document on a day: the seats of that day. Before any rules are in force: the organisations invited to
 * the founding assembly, one vote each. null: nobody knows how many there were, so the minutes must say it.
 */
export async function votersOn(
  db: Db,
  forum: string,
  document: Document,
  day: PlainDate,
): Promise<readonly Voters[] | null> {
  const founding = await foundingOf(db, forum);
  if (founding && !governing(await documentsOf(db, forum), document, day)) {
    const n = founding.invited.length;
    return [{ constituency: ASSEMBLY, all: n, filled: n, name: null }];
  }
  const voters = votersIn(await seatingOf(db, forum), day);
  return voters.length > 0 ? voters : null;
}

/** The name of a constituency; the assembly has none and keeps its word. */
export function nameIn(voters: readonly Voters[] | null, constituency: string, language: LanguageCode): string {
  const name = voters?.find((one) => one.constituency === constituency)?.name;
  return name ? choose(name, language).text : constituency;
}
