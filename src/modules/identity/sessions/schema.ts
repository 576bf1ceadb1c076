import type { ColumnType, Generated } from 'kysely';

type Never<T> = ColumnType<T, T, never>;

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
