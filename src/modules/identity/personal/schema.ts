import type { ColumnType } from 'kysely';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { IdentityTables } from '../schema.ts';

type Never<T> = ColumnType<T, T, never>;

/** Whose rows a table holds. */
export const TABLES = {
  identity_corrections: 'installation',
  identity_email_changes: 'installation',
  identity_erasures: 'installation',
} as const satisfies Record<string, 'forum' | 'installation'>;

export const FIELDS = ['name', 'language', 'phone', 'email'] as const;
export type Field = (typeof FIELDS)[number];

interface CorrectionTable {
  id: Never<string>;
  person_id: Never<string>;
  field: Never<Field>;
  corrected_at: Never<Date>;
  corrected_by: Never<string | null>;
  paper_ref: Never<string | null>;
  paper_day: Never<PlainDate | null>;
}

interface EmailChangeTable {
  id: Never<string>;
  person_id: Never<string>;
  email: Never<string>;
  token_hash: Never<string>;
  made_at: Never<Date>;
  expires_at: Never<Date>;
}

interface ErasureTable {
  person_id: Never<string>;
  erased_at: Never<Date>;
  erased_by: Never<string | null>;
  paper_ref: Never<string | null>;
  paper_day: Never<PlainDate | null>;
}

export interface PersonalTables extends IdentityTables {
  identity_corrections: CorrectionTable;
  identity_email_changes: EmailChangeTable;
  identity_erasures: ErasureTable;
}

/** The letter in which somebody asks staff for it; no scan: it would only be one more thing held about them. */
export interface Letter {
  readonly ref: string;
  readonly day: PlainDate;
}
