import type { ColumnType } from 'kysely';
import type { LanguageCode } from '#core/i18n/texts.ts';

type Never<T> = ColumnType<T, T, never>;

/** Whose rows a table holds. */
export const TABLES = {
  identity_outsides: 'installation',
  identity_errands: 'installation',
} as const satisfies Record<string, 'forum' | 'installation'>;

/** Of the installation: an account elsewhere that opens one here. */
interface OutsideTable {
  id: Never<string>;
  person_id: Never<string>;
  issuer: Never<string>;
  subject: Never<string>;
  made_at: Never<Date>;
}

/** Of the installation: a browser that is at the provider. */
interface ErrandTable {
  id: Never<string>;
  token_hash: Never<string>;
  state: Never<string>;
  nonce: Never<string>;
  verifier: Never<string>;
  person_id: Never<string | null>;
  language: Never<LanguageCode>;
  made_at: Never<Date>;
  expires_at: Never<Date>;
  used_at: Date | null;
}

export interface OutsideTables {
  identity_outsides: OutsideTable;
  identity_errands: ErrandTable;
}
