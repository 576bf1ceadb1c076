import type { ColumnType } from 'kysely';
import type { Texts } from '#core/i18n/texts.ts';

export const TABLES = { home_facts: 'forum' } as const;

/** The parts of a record, in the order in which they are read. */
export const PARTS = [
  'about',
  'event',
  'composition',
  'document',
  'survey',
  'finding',
  'recommendation',
  'later',
] as const;
export type Part = (typeof PARTS)[number];

export interface FactTable {
  forum_id: string;
  id: string;
  part: Part;
  position: number;
  title: ColumnType<Texts, unknown, unknown>;
  value: string | null;
  detail: ColumnType<Texts | null, unknown, unknown>;
  source: string;
  source_url: string | null;
  entered_at: Date;
  entered_by: string | null;
}

export interface HomeTables {
  home_facts: FactTable;
}

/** One reported fact as pages read it: `value` exactly as printed, never computed with. */
export interface Fact {
  readonly id: string;
  readonly part: Part;
  readonly title: Texts;
  readonly value: string | null;
  readonly detail: Texts | null;
  readonly source: string;
  readonly sourceUrl: string | null;
}
