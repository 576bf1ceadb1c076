import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { SYSTEM } from '#core/actor.ts';
import { appendEntry } from '#core/audit/commands.ts';
import { integrate } from '#core/audit/integrate.ts';
import { openLogKey } from '#core/audit/log-key.ts';
import { NODE } from '#core/audit/primitives.ts';
import { proofOf } from '#core/audit/queries.ts';
import { utf8 } from '#core/audit/tree/bytes.ts';
import { parseCheckpoint } from '#core/audit/tree/checkpoint.ts';
import { leafHash } from '#core/audit/tree/merkle.ts';
import { parseNote } from '#core/audit/tree/note.ts';
import { includes } from '#core/audit/tree/proofs.ts';
import type { Ctx } from '#core/command.ts';
import type { Database, Db } from '#core/db/database.ts';
import { json } from '#core/db/json.ts';
import { migrate } from '#core/db/migrate.ts';
import { openDatabase } from '#core/db/open.ts';
import { PATIENT } from '#core/db/statements.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import { NOW } from '../e2e/parts/house.ts';
import { type Bench, TODAY } from './bench.ts';
import { type Figure, median, quantile } from './figure.ts';

const ENTRIES = 1_000_000;
const WRITES = 1_000;
const PROOFS = 300;

/** What the log costs a write, and a proof among a million entries; both on the embedded database, in this process. */
export async function log(bench: Bench): Promise<readonly Figure[]> {
  const folder = bench.folder();
  const database = await openDatabase({ url: null, folder });
  try {
    await migrate(database, new Date(NOW));
    return [...(await writes(database)), ...(await proofs(database, folder))];
  } finally {
    await database.close();
  }
}

const ctxOf = (db: Db): Ctx => ({
  db,
  now: new Date(NOW),
  today: TODAY,
  actor: SYSTEM,
  forum: { id: REFERENCE, zone: 'Asia/Baku' } as Forum,
  lang: 'en',
  requestId: 'bench',
});

/** The same transaction with the whole entry, and with its row alone as before there was a log; in turns. */
async function writes(database: Database): Promise<readonly Figure[]> {
  const sides = [
    (db: Db) =>
      appendEntry(ctxOf(db), {
        kind: 'bench.done',
        object: { type: 'thing', id: REFERENCE, path: null },
        params: { n: 1 },
      }),
    rowAlone,
  ];
  const took: number[][] = [[], []];
  for (let n = -100; n < WRITES; n++) {
    for (const [side, write] of sides.entries()) {
      const before = performance.now();
      await database.transaction(async (trx) => {
        await write(trx);
        await sql`update core_forums set revision = revision + 1 where id = ${REFERENCE}`.execute(trx);
      });
      if (n >= 0) took[side]!.push(performance.now() - before);
    }
  }
  const [whole, alone] = [median(took[0]!), median(took[1]!)];
  return [
    {
      name: 'log.write',
      what: 'what the log adds to a write: salted content and place in the queue',
      value: Math.max(0, whole - alone),
      unit: 'ms',
      baseline: { what: 'the whole write', value: whole },
      target: { most: 1 },
      note: `difference of medians of ${WRITES} transactions in turns; 99 of 100 whole writes below ${quantile(took[0]!, 0.99).toFixed(2)} ms`,
    },
  ];
}

async function rowAlone(db: Db): Promise<void> {
  const now = new Date(NOW);
  await db
    .withTables<CoreTables>()
    .insertInto('core_entries')
    .values({
      ...{
        forum_id: REFERENCE,
        id: uuidv7(now),
        at: now,
        kind: 'bench.done',
        actor_role: 'system',
        actor_person: null,
      },
      ...{ by_way: 'system', object_type: 'thing', object_id: REFERENCE, object_path: null, touched: json([]) },
      ...{ place_id: null, bodies: json([]), commitment: Buffer.alloc(32) },
    })
    .execute();
}

async function proofs(database: Database, folder: string): Promise<readonly Figure[]> {
  const { db } = database;
  // A million rows at once: these indexes have no part in proofs and would take minutes.
  await sql`drop index core_entries_touched, core_entries_bodies, core_entries_place, core_entries_type`.execute(db);
  await sql
    .raw(`${PATIENT}insert into core_entries (forum_id, id, at, kind, actor_role, by_way, object_type, object_id, commitment)
      select '${REFERENCE}', gen_random_uuid(), '${NOW}', 'bench.done', 'system', 'system', 'thing', '${REFERENCE}',
        sha256(n::text::bytea) from generate_series(1, ${ENTRIES}) n`)
    .execute(db);
  await sql
    .raw(`${PATIENT}insert into core_log_waiting select forum_id, id from core_entries on conflict do nothing`)
    .execute(db);
  await database.maintain();
  const key = await openLogKey(db, folder, new Date(NOW));
  const began = performance.now();
  let count = 0;
  for (let last = 1; last > 0; count += last)
    last = await database.transaction((trx) => integrate(trx, REFERENCE, key, TODAY));
  const perEntry = (performance.now() - began) / count;
  await database.maintain();
  const took: number[] = [];
  const reads: number[] = [];
  for (let n = -20; n < PROOFS; n++) {
    const place = randomInt(count);
    const { entry_id } = await db
      .withTables<CoreTables>()
      .selectFrom('core_log_leaves')
      .select('entry_id')
      .where('forum_id', '=', REFERENCE)
      .where('place', '=', place)
      .executeTakeFirstOrThrow();
    const read = performance.now();
    await db
      .withTables<CoreTables>()
      .selectFrom('core_entries')
      .selectAll()
      .where('forum_id', '=', REFERENCE)
      .where('id', '=', entry_id)
      .execute();
    const before = performance.now();
    const found = await proofOf(db, REFERENCE, entry_id!);
    if (n >= 0) {
      took.push(performance.now() - before);
      reads.push(before - read);
    }
    assertProof(found, place);
  }
  return [
    {
      name: 'log.proof',
      what: `inclusion proof of an entry among ${count.toLocaleString('en-GB')}`,
      value: median(took),
      unit: 'ms',
      baseline: { what: 'reading the entry alone', value: median(reads) },
      target: { most: 5 },
      note: `${PROOFS} entries by lot; 99 of 100 below ${quantile(took, 0.99).toFixed(2)} ms; each was verified`,
    },
    {
      name: 'log.integrate',
      what: 'putting an entry into the tree, in batches of 2,000',
      value: perEntry,
      unit: 'ms',
    },
  ];
}

function assertProof(found: Awaited<ReturnType<typeof proofOf>>, place: number): void {
  const head = found && parseCheckpoint(parseNote(utf8(found.head.note))?.text ?? '');
  const leaf = found && leafHash(NODE.sha256, utf8(found.leaf));
  if (
    !head ||
    !leaf ||
    !includes(NODE.sha256, { index: place, size: head.size, leaf, root: head.root, proof: found.proof })
  )
    throw new Error(`the proof of entry ${place} does not fit`);
}
