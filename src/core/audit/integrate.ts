import type { Db } from '#core/db/database.ts';
import type { CoreTables, EntryTable } from '#core/db/tables.ts';
import { REFERENCE } from '#core/forum.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { checkpointLeaf, type EntryFacts, entryLeaf } from './leaf.ts';
import { knownKey, type LogKey, LogKeyRefused } from './log-key.ts';
import { NODE } from './primitives.ts';
import { toHex, utf8 } from './tree/bytes.ts';
import { checkpointText } from './tree/checkpoint.ts';
import { leafHash } from './tree/merkle.ts';
import { edgeOf, grownTiles, rangeFromTiles, tileKey } from './tree/tiles.ts';

/** Leaves put into a tree in one go. */
export const BATCH = 2_000;

/** What is to stand in a tree next. */
interface NewLeaf {
  readonly entry: string | null;
  readonly note: string | null;
  readonly text: string;
}

/** Forums of which entries wait for their place in the tree. */
export async function waitingForums(db: Db): Promise<readonly string[]> {
  const rows = await db
    .withTables<CoreTables>()
    .selectFrom('core_log_waiting')
    .select('forum_id')
    .distinct()
    .orderBy('forum_id')
    .execute();
  return rows.map((row) => row.forum_id);
}

/**
 * Puts waiting entries of a forum into its tree and signs the new head, which becomes a leaf of the installation's
 * log. All in the caller's transaction: a process that ends in the middle leaves the entries waiting. Several
 * processes may do so; the row of the log lets one at a time. Returns how many entries were put in.
 */
export async function integrate(trx: Db, forum: string, key: LogKey, day: PlainDate): Promise<number> {
  const size = await holdLog(trx, forum, key);
  const waiting = await trx
    .withTables<CoreTables>()
    .selectFrom('core_log_waiting as w')
    .innerJoin('core_entries as e', (on) => on.onRef('e.forum_id', '=', 'w.forum_id').onRef('e.id', '=', 'w.entry_id'))
    .selectAll('e')
    .where('w.forum_id', '=', forum)
    // By the queue's own key: however long it is, only the first of it is read.
    .orderBy('w.entry_id')
    .limit(BATCH)
    .execute();
  if (waiting.length === 0) return 0;
  const leaves = waiting.map((row) => ({ entry: row.id, note: null, text: entryLeaf(factsOf(row)) }));
  const note = await grow(trx, { forum, size, key, day }, leaves);
  await trx
    .withTables<CoreTables>()
    .deleteFrom('core_log_waiting')
    .where('forum_id', '=', forum)
    .where(
      'entry_id',
      'in',
      waiting.map((row) => row.id),
    )
    .execute();
  if (forum !== REFERENCE) {
    const above = await holdLog(trx, REFERENCE, key);
    await grow(trx, { forum: REFERENCE, size: above, key, day }, [{ entry: null, note, text: checkpointLeaf(note) }]);
  }
  return waiting.length;
}

/** The facts of a row of core_entries. */
export const factsOf = (row: Omit<EntryTable, 'by_day' | 'touched' | 'bodies'> & FactColumns): EntryFacts => ({
  forum: row.forum_id,
  entry: row.id,
  at: row.at,
  byDay: row.by_day,
  role: row.actor_role,
  way: row.by_way,
  kind: row.kind,
  object: { type: row.object_type, id: row.object_id, path: row.object_path },
  touched: row.touched,
  place: row.place_id,
  bodies: row.bodies,
  commitment: row.commitment,
});

interface FactColumns {
  readonly by_day: boolean;
  readonly touched: EntryFacts['touched'];
  readonly bodies: readonly string[];
}

/** Takes the log's row for this transaction; the log's size. Throws when another key signs for this installation. */
async function holdLog(trx: Db, forum: string, key: LogKey): Promise<number> {
  const tables = trx.withTables<CoreTables>();
  const held = () => tables.selectFrom('core_logs').select('size').where('forum_id', '=', forum).forUpdate();
  const found = await held().executeTakeFirst();
  if (found) {
    await assertKey(trx, key);
    return found.size;
  }
  await tables
    .insertInto('core_logs')
    .values({ forum_id: forum, origin: originOf(forum, key) })
    .onConflict((on) => on.doNothing())
    .execute();
  const made = await held().executeTakeFirstOrThrow();
  await assertKey(trx, key);
  return made.size;
}

async function assertKey(trx: Db, key: LogKey): Promise<void> {
  if ((await knownKey(trx)) !== key.publicKey)
    throw new LogKeyRefused(
      'Another process signs the public log with another key. Give all of them the same keys/log.key.',
    );
}

/** A forum keeps its name in the world when it moves; the reference forum has the same id everywhere. */
const originOf = (forum: string, key: LogKey): string =>
  forum === REFERENCE
    ? `ortaq.log/installation-${toHex(NODE.sha256(utf8(key.publicKey))).slice(0, 24)}`
    : `ortaq.log/${forum}`;

interface Held {
  readonly forum: string;
  readonly size: number;
  readonly key: LogKey;
  readonly day: PlainDate;
}

/** Puts leaves behind a tree whose row is held, and signs the new head. Returns the note. */
async function grow(trx: Db, { forum, size, key, day }: Held, leaves: readonly NewLeaf[]): Promise<string> {
  const tables = trx.withTables<CoreTables>();
  const edge = await tilesAt(trx, forum, edgeOf(size));
  const grown = grownTiles(
    NODE.sha256,
    size,
    edge,
    leaves.map(({ text }) => leafHash(NODE.sha256, utf8(text))),
  );
  const now = new Map([...edge, ...grown.map((tile) => [tileKey(tile), tile.hashes] as const)]);
  const newSize = size + leaves.length;
  const root = rangeFromTiles(NODE.sha256, (place) => now.get(tileKey(place))!)(0, newSize);
  const { origin } = await tables
    .updateTable('core_logs')
    .set({ size: newSize })
    .where('forum_id', '=', forum)
    .returning('origin')
    .executeTakeFirstOrThrow();
  const note = key.signed(origin, checkpointText({ origin, size: newSize, root }));
  await tables
    .insertInto('core_log_leaves')
    .values(leaves.map((leaf, nth) => ({ forum_id: forum, place: size + nth, entry_id: leaf.entry, note: leaf.note })))
    .execute();
  await tables
    .insertInto('core_log_tiles')
    .values(grown.map(({ level, number, hashes }) => ({ forum_id: forum, level, number, hashes: Buffer.from(hashes) })))
    .onConflict((on) =>
      on.columns(['forum_id', 'level', 'number']).doUpdateSet((is) => ({ hashes: is.ref('excluded.hashes') })),
    )
    .execute();
  await tables
    .insertInto('core_log_checkpoints')
    .values({ forum_id: forum, size: newSize, note, signed_on: day })
    .execute();
  return note;
}

/** Tiles of a log by their key; those that are not there are left out. */
export async function tilesAt(
  db: Db,
  forum: string,
  places: readonly { readonly level: number; readonly number: number }[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (places.length === 0) return new Map();
  const rows = await db
    .withTables<CoreTables>()
    .selectFrom('core_log_tiles')
    .select(['level', 'number', 'hashes'])
    .where('forum_id', '=', forum)
    .where((is) => is.or(places.map(({ level, number }) => is.and({ level, number }))))
    .execute();
  return new Map(rows.map((row) => [tileKey(row), new Uint8Array(row.hashes)]));
}
