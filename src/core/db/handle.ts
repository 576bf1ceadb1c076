import type { Kysely } from 'kysely';
import type { Db } from './database.ts';

export type NoTables = Record<never, never>;

/** The same object, seen without what only core/db may do: begin a transaction, close. */
export const handle = (kysely: Kysely<NoTables>): Db => kysely as unknown as Db;
