import { sql } from 'kysely';
import { openDatabase } from '../open.ts';

/**
 * A process that is killed in the middle: writes rows one by one and says each on standard output once it was
 * acknowledged. `node writer.ts <folder> <round>`; "held" instead of a round only opens and says so.
 */
const [folder, round] = process.argv.slice(2);
const { db } = await openDatabase({ url: null, folder: folder! });
if (round === 'held') {
  process.stdout.write('held\n');
  setInterval(() => {}, 1_000);
} else {
  await sql`create table if not exists acknowledged (id text primary key, filler text)`.execute(db);
  for (let n = 0; ; n++) {
    const id = `${round}.${n}`;
    await sql`insert into acknowledged values (${id}, ${'x'.repeat(500)})`.execute(db);
    process.stdout.write(`${id}\n`);
  }
}
