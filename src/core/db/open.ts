import type { Database } from './database.ts';
import { openEmbedded, openInMemory } from './embedded.ts';
import { openServer } from './server.ts';

export interface Opening {
  /** A PostgreSQL server; null opens the embedded database in the folder. */
  readonly url: string | null;
  /** The data folder of the installation; null with the embedded database: in memory, gone with the process. */
  readonly folder: string | null;
}

/**
 * Opens the database of this process. Migrating it is the next step: `migrate(database, now)`. Throws a
 * DatabaseFailure whose message is meant for the operator: folder in use, server not reachable or too old.
 */
export async function openDatabase({ url, folder }: Opening): Promise<Database> {
  if (url !== null) return openServer(url);
  return folder === null ? openInMemory() : openEmbedded(folder);
}
