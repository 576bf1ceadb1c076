import type { ColumnType, Generated } from 'kysely';
import type { Level } from '#core/caution/level.ts';
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
  core_entry_contents: 'forum',
  core_log_waiting: 'forum',
  core_logs: 'forum',
  core_log_leaves: 'forum',
  core_log_tiles: 'forum',
  core_log_checkpoints: 'forum',
  core_log_cosignatures: 'forum',
  core_files: 'forum',
  core_jobs: 'forum',
  core_sent_forms: 'installation',
  core_limits: 'installation',
  core_limit_keys: 'installation',
  core_openings: 'forum',
  core_cautions: 'forum',
  core_withholdings: 'forum',
  core_restorations: 'forum',
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
  /** HMAC-SHA-256 of the content under its salt, 32 bytes. */
  commitment: Buffer;
  /** A deed of a resident: `at` is noon of its day. */
  by_day: Generated<boolean>;
}

/** What an entry says beyond the plain facts. Erased together with its salt, never changed. */
export interface EntryContentTable {
  forum_id: string;
  entry_id: string;
  salt: Buffer;
  /** The parameters of the entry's sentence as JSON, byte for byte what `commitment` was made of. */
  content: string;
}

/** Entries not yet in the tree. */
export interface LogWaitingTable {
  forum_id: string;
  entry_id: string;
}

/** The log of one forum; its row is held by whoever puts leaves into the tree. */
export interface LogTable {
  forum_id: string;
  origin: string;
  /** Leaves so far. */
  size: Generated<number>;
}

export interface LogLeafTable {
  forum_id: string;
  /** From 0. */
  place: number;
  entry_id: string | null;
  /** A checkpoint of another log, in the installation's log only. */
  note: string | null;
}

export interface LogTileTable {
  forum_id: string;
  level: number;
  number: number;
  hashes: Buffer;
}

export interface LogCheckpointTable {
  forum_id: string;
  size: number;
  /** The signed note with our own signature only. */
  note: string;
  signed_on: PlainDate;
}

export interface LogCosignatureTable {
  forum_id: string;
  size: number;
  /** Verifier key of whoever signed. */
  key: string;
  /** "— name base64" without newline. */
  line: string;
  added_at: Date;
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

/** One step of a forum's way to the public; see core/opening. */
export interface OpeningTable {
  forum_id: string;
  id: string;
  step: 'prepared' | 'shown' | 'hidden' | 'opened';
  part: string | null;
  opens_on: PlainDate | null;
  at: Date;
  by: string | null;
}

export interface CautionTable {
  forum_id: string;
  id: string;
  level: Level;
  at: Date;
  by: string | null;
}

/** A thing that is not shown; see core/withholding. */
export interface WithholdingTable {
  forum_id: string;
  id: string;
  object_type: string;
  object_id: string;
  object_path: string | null;
  why: 'demand' | 'own_choice';
  case_id: string | null;
  demander: string | null;
  ground: string | null;
  demanded_on: PlainDate | null;
  withheld_at: Date;
  withheld_by: string | null;
}

export interface RestorationTable {
  forum_id: string;
  withholding_id: string;
  restored_at: Date;
  restored_by: string | null;
}

/** Core's own tables, for `db.withTables<CoreTables>()`. */
export interface CoreTables {
  core_migrations: MigrationTable;
  core_forums: ForumTable;
  core_settings: SettingTable;
  core_entries: EntryTable;
  core_readings: ReadingTable;
  core_entry_contents: EntryContentTable;
  core_log_waiting: LogWaitingTable;
  core_logs: LogTable;
  core_log_leaves: LogLeafTable;
  core_log_tiles: LogTileTable;
  core_log_checkpoints: LogCheckpointTable;
  core_log_cosignatures: LogCosignatureTable;
  core_files: FileTable;
  core_jobs: JobTable;
  core_sent_forms: SentFormTable;
  core_limits: LimitTable;
  core_limit_keys: LimitKeyTable;
  core_openings: OpeningTable;
  core_cautions: CautionTable;
  core_withholdings: WithholdingTable;
  core_restorations: RestorationTable;
}
