import type { ColumnType } from 'kysely';

type Never<T> = ColumnType<T, T, never>;

/** Whose rows a table holds. */
export const TABLES = {
  identity_passkeys: 'installation',
  identity_challenges: 'installation',
} as const satisfies Record<string, 'forum' | 'installation'>;

/** Of the installation. */
interface PasskeyTable {
  id: Never<string>;
  person_id: Never<string>;
  credential_id: Never<string>;
  public_key: Never<string>;
  counter: number;
  transports: Never<string>;
  agent: Never<string>;
  made_at: Never<Date>;
  used_at: Date | null;
  ended_at: Date | null;
}

/** Of the installation: asked once, answered once. */
interface ChallengeTable {
  id: Never<string>;
  challenge_hash: Never<string>;
  person_id: Never<string | null>;
  made_at: Never<Date>;
  expires_at: Never<Date>;
  used_at: Date | null;
}

export interface PasskeyTables {
  identity_passkeys: PasskeyTable;
  identity_challenges: ChallengeTable;
}

/** A passkey as its person sees it, and as answers are compared with it. */
export interface Passkey {
  readonly id: string;
  readonly person: string;
  readonly credential: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: string;
  readonly agent: string;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
}
