import { writeFileSync } from 'node:fs';
import { openInMemory } from '../src/core/db/embedded.ts';
import { migrate } from '../src/core/db/migrate.ts';
import { dumpSchema } from '../src/core/db/schema-dump.ts';

/** Writes db/schema.sql anew, after a migration was added: `node tools/schema.ts`. */
const database = openInMemory();
try {
  await migrate(database, new Date());
  writeFileSync('db/schema.sql', await dumpSchema(database.db));
} finally {
  await database.close();
}
