import type { ColumnType, Generated, RawBuilder } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { DeedsDeclared } from '#core/deed.ts';
import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import type { RoleDeclared } from '#core/module.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type {
  AssistedDeedTable,
  AssistedEndTable,
  AssistedTable,
  ObjectionAnswerTable,
  ObjectionTable,
} from './assisted/schema.ts';
import type { TellingTable } from './calls/schema.ts';
import type { DeedEndTable, DeedKind, DeedTable } from './deeds/schema.ts';
import type { DerivedRoles } from './people/derived/schema.ts';
import type { MarksKept } from './personal/whole/schema.ts';
import type { WayNeeds } from './ways/schema.ts';

type Never<T> = ColumnType<T, T, never>;

/** Whose rows a table holds. */
export const TABLES = {
  identity_people: 'installation',
  identity_closures: 'installation',
  identity_roles: 'forum',
  identity_role_ends: 'forum',
  identity_sessions: 'installation',
  identity_links: 'installation',
  identity_deeds: 'forum',
  identity_deed_ends: 'forum',
  identity_tellings: 'forum',
  identity_assisted: 'forum',
  identity_assisted_ends: 'forum',
  identity_assisted_deeds: 'forum',
  identity_objections: 'forum',
  identity_objection_answers: 'forum',
} as const satisfies Record<string, 'forum' | 'installation'>;

/** Of the installation. */
export interface PersonTable {
  id: Never<string>;
  /** jsonb: an object when read, `json(value)` of core/db when written. */
  name: ColumnType<Texts, RawBuilder<Texts>, RawBuilder<Texts>>;
  language: LanguageCode;
  email: string | null;
  phone: string | null;
  demonstration: Never<boolean>;
  created_at: Never<Date>;
  created_by: Never<string | null>;
}

/** Of the installation. */
export interface ClosureTable {
  person_id: Never<string>;
  closed_at: Never<Date>;
  closed_by: Never<string | null>;
}

/** Of a forum; rows of the reference forum count in the whole installation. */
export interface RoleTable {
  forum_id: Never<string>;
  id: Never<string>;
  person_id: Never<string>;
  role: Never<string>;
  body_id: Never<string | null>;
  from_day: Never<PlainDate>;
  to_day: Never<PlainDate | null>;
  granted_at: Never<Date>;
  granted_by: Never<string | null>;
}

/** Of a forum. */
export interface RoleEndTable {
  forum_id: Never<string>;
  role_id: Never<string>;
  ended_at: Never<Date>;
  ended_by: Never<string | null>;
}

/** Of the installation. */
export interface SessionTable {
  id: Never<string>;
  token_hash: string;
  person_id: Never<string>;
  made_at: Never<Date>;
  seen_at: Date;
  ends_at: Never<Date>;
  ended_at: Date | null;
  agent: Never<string>;
  shared_phone: Never<boolean>;
  demonstration: Never<boolean>;
  stale_at: Generated<Date | null>;
  former_hash: Generated<string | null>;
  former_until: Generated<Date | null>;
}

/** Of the installation. */
export interface LinkTable {
  id: Never<string>;
  token_hash: Never<string>;
  code_hash: Never<string>;
  person_id: Never<string>;
  landing: Never<string | null>;
  made_at: Never<Date>;
  made_by: Never<string | null>;
  expires_at: Date;
  used_at: Date | null;
  used_by_session: string | null;
  way: Generated<'handed' | 'invited' | 'asked'>;
  sent_to: Generated<string | null>;
  withdrawn_at: Generated<Date | null>;
  withdrawn_by: Generated<string | null>;
}

export interface IdentityTables {
  identity_people: PersonTable;
  identity_closures: ClosureTable;
  identity_roles: RoleTable;
  identity_role_ends: RoleEndTable;
  identity_sessions: SessionTable;
  identity_links: LinkTable;
  identity_deeds: DeedTable;
  identity_deed_ends: DeedEndTable;
  identity_tellings: TellingTable;
  identity_assisted: AssistedTable;
  identity_assisted_ends: AssistedEndTable;
  identity_assisted_deeds: AssistedDeedTable;
  identity_objections: ObjectionTable;
  identity_objection_answers: ObjectionAnswerTable;
}

/** Through whose eyes a visitor may look in a demonstration forum. `resident` is the visitor without any. */
export const LOOK_ROLES = ['coordinator', 'secretary', 'member', 'executor', 'evaluator', 'resident'] as const;

/** A secret as it is shown once: `token` stands in the link, `code` on paper; only hashes are kept. */
export interface Secret {
  readonly token: string;
  /** "7K3M-…", 100 random bits in Crockford's base 32. */
  readonly code: string;
  readonly expiresAt: Date;
}

/** A role somebody holds or held, as pages and rules see it. */
export interface RoleHeld {
  readonly forum: string;
  readonly id: string;
  readonly role: string;
  readonly body: string | null;
  readonly from: PlainDate;
  /** Last day; null: until it is ended. */
  readonly to: PlainDate | null;
  readonly endedAt: Date | null;
}

export interface Person {
  readonly id: string;
  readonly name: Texts;
  readonly language: LanguageCode;
  readonly email: string | null;
  readonly phone: string | null;
  readonly demonstration: boolean;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
}

/** The deeds that a module declares, and which of them a helper may write for somebody. */
export interface DeedsOfModule extends DeedsDeclared {
  readonly assisted: ReadonlySet<string>;
}

/** What identity asks of the others, filled in main.ts: bodies and deeds live in modules above this one. */
export interface IdentityNeeds extends WayNeeds {
  /** Bodies for which a role can be held in this forum, in the reader's order. */
  readonly bodyOptions: (db: Db, forum: Forum, lang: Lang) => Promise<readonly { id: string; name: string }[]>;
  /** Names of bodies of this forum or of the national register; an unknown id is left out. */
  readonly bodyNames: (
    db: Db,
    forum: Forum,
    ids: readonly string[],
    lang: Lang,
  ) => Promise<ReadonlyMap<string, string>>;
  /** What all modules declare. */
  readonly roles: () => readonly RoleDeclared[];
  /** What every command does in words and whose deed it is, by module; left out: the page shows roles alone. */
  readonly deeds?: () => readonly DeedsOfModule[];
  readonly deedKinds: () => readonly DeedKind[];
  readonly forum: (id: string) => Forum | null;
  readonly lang: (code: LanguageCode) => Lang;
  /**
   * May names and telephones be stored in this forum? Not before the operator has answered the legal duties; left out:
   * nothing is asked.
   */
  readonly mayStorePeople?: (db: Db, forum: Forum) => Promise<boolean>;
  /** Roles that follow from something else and are given and ended there; left out: none. */
  readonly derived?: DerivedRoles;
  readonly marks?: MarksKept;
}
