import type { Table } from '#core/sheets/table.ts';
import type { Jsonb, Once } from '../schema.ts';

export type ImportId = string & { readonly __importId: true };

/** What a file may bring in. */
export const IMPORTS = ['places', 'populations', 'bodies'] as const;
export type ImportKind = (typeof IMPORTS)[number];
export const isImportKind = (text: string): text is ImportKind => (IMPORTS as readonly string[]).includes(text);

/** Of a forum: a file brought in, judged row by row, written only when the person says so. */
export interface ImportTable {
  forum_id: Once<string>;
  id: Once<ImportId>;
  what: Once<ImportKind>;
  file_name: Once<string>;
  sha256: Once<string>;
  sheets: Jsonb<readonly Table[]>;
  made_at: Once<Date>;
  made_by: Once<string | null>;
  written_at: Date | null;
}

/** A file brought in, as read. */
export interface BroughtIn {
  readonly id: ImportId;
  readonly what: ImportKind;
  readonly fileName: string;
  readonly tables: readonly Table[];
  readonly madeAt: Date;
  readonly writtenAt: Date | null;
}
