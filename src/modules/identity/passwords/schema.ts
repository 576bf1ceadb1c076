import type { ColumnType } from 'kysely';

type Never<T> = ColumnType<T, T, never>;

/** Whose rows a table holds. */
export const TABLES = { identity_passwords: 'installation' } as const satisfies Record<
  string,
  'forum' | 'installation'
>;

/** Of the installation: the password set last. */
interface PasswordTable {
  person_id: Never<string>;
  user_name: string | null;
  /** Argon2id in its text form, salt and parameters inside. */
  phc: string;
  set_at: Date;
}

export interface PasswordTables {
  identity_passwords: PasswordTable;
}
