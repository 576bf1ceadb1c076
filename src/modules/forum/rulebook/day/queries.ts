import type { Db } from '#core/db/database.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { foundingOf } from '../../documents/founding/queries.ts';
import { foundingRules } from '../../documents/founding/rules.ts';
import { documentsOf } from '../../documents/queries.ts';
import { bookOn } from '../../documents/rules.ts';
import type { Fault } from '../rules.ts';
import { EMPTY_BOOK, type Rulebook } from '../schema.ts';

/** By what a day is ruled: documents in force, the founding procedure before them, or nothing yet. */
export interface DayRules {
  readonly by: 'documents' | 'founding' | 'nothing';
  readonly book: Rulebook;
  /** Contradictions between documents; the first named counts. */
  readonly faults: readonly Fault[];
}

/**
 * The rules that meetings and ballots of a day obey. The founding procedure counts from its publication (the assembly
 * votes on it by itself) until documents that say how decisions are taken are in force; the assembly that adopted it ends
 * under it, so that one day has one list of who votes, whichever document is adopted first.
 */
export async function rulesOn(db: Db, forum: string, day: PlainDate): Promise<DayRules> {
  const documents = await documentsOf(db, forum);
  const { book, faults } = bookOn(documents, day);
  const founding = await foundingOf(db, forum);
  const isFoundingDay = founding?.adopted?.on === day && !bookOn(documents, addDays(day, -1)).book.rules.ordinary;
  if (book.rules.ordinary && !isFoundingDay) return { by: 'documents', book, faults };
  if (founding?.published && founding.published.on <= day)
    return { by: 'founding', book: foundingRules(founding), faults: [] };
  return { by: 'nothing', book: EMPTY_BOOK, faults: [] };
}
