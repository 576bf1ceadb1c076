import type { ColumnType, Generated } from 'kysely';
import type { Forum } from '#core/forum.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Way } from '#core/way.ts';

/** jsonb: read as a value, written by `json(value)`. */
type Json<T> = ColumnType<T, unknown, unknown>;
type JsonWithDefault<T> = ColumnType<T, unknown, unknown>;

/** Whose rows a table holds: of one forum (its key leads with forum_id) or of the whole installation. */
export const TABLES = {
  core_migrations: 'installation',
  core_forums: 'installation',
  core_settings: 'installation',
  core_entries: 'forum',
  core_readings: 'forum',
  core_files: 'forum',
  core_jobs: 'forum',
  core_sent_forms: 'installation',
  core_limits: 'installation',
  core_limit_keys: 'installation',
} as const satisfies Record<string, 'forum' | 'installation'>;

/** Primary keys that migrations of higher rooms may reference. */
export const PUBLIC_KEYS = ['core_forums', 'core_files'] as const;

export interface MigrationTable {
  name: string;
  sha256: string;
  applied_at: Date;
}

export interface ForumTable {
  id: string;
  slug: string;
  kind: 'living' | 'record' | 'reference';
  name: Json<Texts>;
  motto: JsonWithDefault<Texts>;
  country: string;
  languages: LanguageCode[];
  zone: string;
  motif: Forum['motif'];
  demonstration: Generated<boolean>;
  /** Raised by every write of public record; cached pages hold on to it. */
  revision: Generated<number>;
  created_at: Date;
}

/** Installation-wide values that the program keeps for itself ("clock", "first_run"). */
export interface SettingTable {
  key: string;
  value: Json<unknown>;
  changed_at: Date;
}

/** One line of the public record; see core/audit/entry.ts. Append-only: the database itself refuses changes. */
export interface EntryTable {
  forum_id: string;
  id: string;
  at: Date;
  kind: string;
  actor_role: string;
  actor_person: string | null;
  by_way: Way;
  object_type: string;
  object_id: string;
  object_path: string | null;
  touched: JsonWithDefault<readonly { type: string; id: string; path: string | null }[]>;
  place_id: string | null;
  bodies: JsonWithDefault<readonly string[]>;
  params: JsonWithDefault<Readonly<Record<string, string | number>>>;
}

/** Who looked at whose personal data on which day; see core/audit/readings.ts. Never public. */
export interface ReadingTable {
  forum_id: string;
  person_id: string;
  day: PlainDate;
  reader_id: string;
  what: string;
  reader_role: string;
  first_at: Date;
}

export interface FileTable {
  forum_id: string;
  id: string;
  /** Of the stored bytes, hex; also the name under which they lie in the files folder. */
  sha256: string;
  media_type: string;
  bytes: number;
  /** As shown to people; never a path. */
  name: string;
  public: boolean;
  added_at: Date;
  added_by: string | null;
}

export interface JobTable {
  forum_id: string;
  id: string;
  name: string;
  /** At most one job of a name and key per forum, for ever: daily jobs use the day. */
  key: string | null;
  due_at: Date;
  data: Json<Readonly<Record<string, unknown>>>;
  state: 'waiting' | 'running' | 'done' | 'dead';
  attempts: Generated<number>;
  /** Random word of the run that holds the job, and until when it may. */
  claim: string | null;
  claimed_until: Date | null;
  last_error: string | null;
  queued_at: Date;
  finished_at: Date | null;
}

/** A form that did its deed, see core/sent-forms.ts. */
export interface SentFormTable {
  id: string;
  at: Date;
  answer: string | null;
}

/** How often somebody did something lately; see core/limits/limiter.ts. */
export interface LimitTable {
  rule: string;
  who: string;
  full_at: Date;
  span: unknown;
  allowed: boolean;
}

export interface LimitKeyTable {
  name: 'counting' | 'devices';
  id: string;
  secret: string;
  made_at: Date;
}

/** Core's own tables, for `db.withTables<CoreTables>()`. */
export interface CoreTables {
  core_migrations: MigrationTable;
  core_forums: ForumTable;
  core_settings: SettingTable;
  core_entries: EntryTable;
  core_readings: ReadingTable;
  core_files: FileTable;
  core_jobs: JobTable;
  core_sent_forms: SentFormTable;
  core_limits: LimitTable;
  core_limit_keys: LimitKeyTable;
}
