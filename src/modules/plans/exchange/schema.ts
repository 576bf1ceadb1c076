export type ImportId = string & { readonly __import: true };

/** A file brought in: judged row by row first, written only when the person says so. The shapes of the two jsonb are exchange's own. */
export interface ImportRow {
  forum_id: string;
  id: ImportId;
  file_name: string;
  sha256: string;
  plan: unknown;
  rows: unknown;
  made_at: Date;
  made_by: string | null;
  written_at: Date | null;
}
