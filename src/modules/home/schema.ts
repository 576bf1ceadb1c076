import type { ColumnType } from 'kysely';
import type { ComponentChildren } from 'preact';
import type { Datum } from '#core/caution/level.ts';
import type { Db } from '#core/db/database.ts';
import type { FileStore } from '#core/files/store.ts';
import type { Forum } from '#core/forum.ts';
import type { Web } from '#core/http/route.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import type { PagePart } from '#core/opening/part.ts';
import type { Thing } from '#core/withholding/thing.ts';
import type { ReadNews, SeenTable } from './desk/news/schema.ts';
import type { DutyAnswerTable } from './duties/schema.ts';
import type { DemandTable, OutcomeTable } from './withheld/schema.ts';

export const TABLES = {
  home_facts: 'forum',
  home_demands: 'forum',
  home_demand_outcomes: 'forum',
  home_seen: 'forum',
  home_duty_answers: 'installation',
} as const;

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

type Jsonb<T> = ColumnType<T, unknown, unknown>;

export interface FactTable {
  forum_id: string;
  id: string;
  part: Part;
  position: number;
  title: Jsonb<Texts>;
  value: Jsonb<Texts | null>;
  detail: Jsonb<Texts | null>;
  source: Jsonb<Texts>;
  source_url: string | null;
  entered_at: Date;
  entered_by: string | null;
}

export interface HomeTables {
  home_facts: FactTable;
  home_demands: DemandTable;
  home_demand_outcomes: OutcomeTable;
  home_duty_answers: DutyAnswerTable;
  home_seen: SeenTable;
}

/** One reported fact as pages read it: `value` exactly as printed, never computed with. */
export interface Fact {
  readonly id: string;
  readonly part: Part;
  readonly title: Texts;
  readonly value: Texts | null;
  readonly detail: Texts | null;
  readonly source: Texts;
  readonly sourceUrl: string | null;
}

/** The facts of one part. */
export interface FactGroup {
  readonly part: Part;
  readonly facts: readonly Fact[];
}

/** What home asks of the rest of the house, filled where everything is put together. */
export interface HomeNeeds {
  /** All forums of the installation, oldest first, without the reference forum. */
  readonly forums: () => readonly Forum[];
  /** Tables of all modules that hold rows of a forum, in the order of their making. */
  readonly forumTables: readonly string[];
  /** Inside the transaction of the removal: made-up people that no forum knows any more. */
  readonly forgetPeople: (db: Db) => Promise<void>;
  /** After a forum was opened or removed. */
  readonly reloadForums: () => Promise<void>;
  /** Loads the demonstration world in a transaction of its own; null: this installation offers none. */
  readonly loadExample: ((language: LanguageCode) => Promise<void>) | null;
  readonly lang: (code: LanguageCode) => Lang;
  /** The kinds of pages that modules declare, and what of their data could lead to a person. */
  readonly parts: () => readonly PagePart[];
  readonly data: () => readonly Datum[];
  /** The kinds of things that modules let be withheld. */
  readonly things: () => readonly Thing[];
  /** Where letters of demands are kept. */
  readonly files: FileStore;
  /** Show the pages of the kit at /dev/ui: not where the public comes. */
  readonly showKit: boolean;
  /** A part of the desk of those who keep a forum: whom to call or message today. */
  readonly toTell: (web: Web) => Promise<ComponentChildren>;
  /** What changed in the public log, as much as the reader may see. */
  readonly news: ReadNews;
}
