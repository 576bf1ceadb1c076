import type { EntryRow } from '#core/audit/entries.ts';
import type { EntryKind } from '#core/audit/entry.ts';
import type { LogKey } from '#core/audit/log-key.ts';
import type { EntryProof, LogHead } from '#core/audit/queries.ts';
import type { Forum } from '#core/forum.ts';
import type { RoleDeclared } from '#core/module.ts';
import type { PagePart } from '#core/opening/part.ts';

/** What the pages of the record ask of the house: declarations of every module, and what only main can reach. */
export interface OpendataNeeds {
  /** Every forum that people come for. */
  readonly forums: () => readonly Forum[];
  readonly reference: () => Forum;
  /** Entries that modules declare, by kind. */
  readonly entries: () => Readonly<Record<string, EntryKind>>;
  readonly roles: () => readonly RoleDeclared[];
  /** Kinds of pages that become public one by one. */
  readonly parts: () => readonly PagePart[];
  readonly key: Pick<LogKey, 'verifier'>;
  /** The stand-alone verifier as one file; null where the program was not built. */
  readonly verifier: () => Promise<Uint8Array | null>;
}

/** One entry, ready to be said. */
export interface EntryLine {
  readonly row: EntryRow;
  /** In the reader's language; null when what it says was erased or its module is no longer here. */
  readonly sentence: string | null;
  /** "Coordinator", "by a personal link". */
  readonly by: string;
  /** Organisations whom it concerns, by name. */
  readonly bodies: readonly string[];
}

/** One of several to choose by. */
interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One page of the record, or of one thing's history. */
export interface RecordSeen {
  readonly lines: readonly EntryLine[];
  readonly total: number;
  readonly types: readonly string[];
  readonly places: readonly Choice[];
  readonly bodies: readonly Choice[];
  readonly head: LogHead | null;
}

export interface EntrySeen {
  readonly line: EntryLine;
  /** null while it waits for its place. */
  readonly proof: EntryProof | null;
}
