import type { Db } from '#core/db/database.ts';
import type { Message } from '#core/i18n/message.ts';
import { choose, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { faultsOf } from '../../rulebook/rules.ts';
import { type Voters, votersIn } from '../../rulebook/voters/rules.ts';
import { seatingOf } from '../../seats/queries.ts';
import { foundingOf } from '../founding/queries.ts';
import { ASSEMBLY } from '../founding/rules.ts';
import { documentsOf, versionById } from '../queries.ts';
import { governing, procedureFault } from '../rules.ts';
import type { Document, VersionId } from '../schema.ts';

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

/** A text that was sent to the members and waits for the vote. */
export interface Adoptable {
  readonly version: VersionId;
  readonly document: Texts;
  readonly number: number;
  readonly path: string;
  /** Why the rules in force on that day do not let it be adopted, with the article, whatever the votes say; null: they do. */
  readonly fault: Message | null;
}

/** The texts of which a ballot on that day may decide, the latest of each document. */
export async function adoptableOn(db: Db, forum: string, day: PlainDate): Promise<readonly Adoptable[]> {
  const documents = await documentsOf(db, forum);
  return documents.flatMap((document) => {
    const version = document.versions.findLast((one) => one.proposedOn !== null && !one.adoption);
    if (!version) return [];
    const book = governing(documents, document, day);
    return [
      {
        ...{ version: version.id, document: document.title, number: version.number },
        path: `/documents/${document.slug}/versions/${version.number}`,
        fault: (book && procedureFault(book, version, day)) ?? faultsOf(version.book)[0]?.message ?? null,
      },
    ];
  });
}

/** A version as a line of another page names it. */
export interface Named extends Omit<Adoptable, 'fault'> {
  /** The id of its document. */
  readonly of: string;
  readonly adopted: boolean;
}

/** A version by its id; null: there is none. */
export async function versionNamed(db: Db, forum: string, id: string): Promise<Named | null> {
  const found = await versionById(db, forum, id);
  if (!found) return null;
  const { document, version } = found;
  const path = `/documents/${document.slug}/versions/${version.number}`;
  const adopted = version.adoption !== null;
  return { version: version.id, document: document.title, number: version.number, path, of: document.id, adopted };
}

/** The name of a constituency; the assembly has none and keeps its word. */
export function nameIn(voters: readonly Voters[] | null, constituency: string, language: LanguageCode): string {
  const name = voters?.find((one) => one.constituency === constituency)?.name;
  return name ? choose(name, language).text : constituency;
}
