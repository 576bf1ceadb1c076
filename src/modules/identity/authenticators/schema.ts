import type { ColumnType } from 'kysely';

type Never<T> = ColumnType<T, T, never>;

/** Whose rows a table holds. */
export const TABLES = {
  identity_authenticators: 'installation',
  identity_recoveries: 'installation',
  identity_thresholds: 'installation',
} as const satisfies Record<string, 'forum' | 'installation'>;

/** Of the installation: an app that shows codes (RFC 6238). */
interface AuthenticatorTable {
  id: Never<string>;
  person_id: Never<string>;
  /** Base 32, 160 bits. */
  secret: Never<string>;
  made_at: Never<Date>;
  confirmed_at: Date | null;
  ended_at: Date | null;
  /** 30-second steps since 1970; this one and all before it open nothing any more. */
  last_step: number | null;
}

/** Of the installation: codes for the day when the phone is lost. */
interface RecoveryTable {
  id: Never<string>;
  authenticator_id: Never<string>;
  code_hash: Never<string>;
  made_at: Never<Date>;
  used_at: Date | null;
  /** Newer ones took its place before it was used. */
  ended_at: Date | null;
}

/** Of the installation: the first proof was given, the second is owed. */
interface ThresholdTable {
  id: Never<string>;
  token_hash: Never<string>;
  person_id: Never<string>;
  made_at: Never<Date>;
  expires_at: Never<Date>;
  tries: number;
  used_at: Date | null;
  shared_phone: Never<boolean>;
  landing: Never<string | null>;
}

export interface AuthenticatorTables {
  identity_authenticators: AuthenticatorTable;
  identity_recoveries: RecoveryTable;
  identity_thresholds: ThresholdTable;
}

/** An authenticator as commands see it. */
export interface Authenticator {
  readonly id: string;
  readonly person: string;
  readonly secret: string;
  readonly madeAt: Date;
  readonly confirmedAt: Date | null;
  readonly lastStep: number | null;
}
