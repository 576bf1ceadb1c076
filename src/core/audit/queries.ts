import type { Db } from '#core/db/database.ts';
import type { CoreTables } from '#core/db/tables.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { factsOf, tilesAt } from './integrate.ts';
import { checkpointLeaf, entryLeaf } from './leaf.ts';
import { NODE } from './primitives.ts';
import { toBase64 } from './tree/bytes.ts';
import { inclusionProof } from './tree/proofs.ts';
import { placesFor, rangeFromTiles, tileKey } from './tree/tiles.ts';

/** The newest signed head of a log. */
export interface LogHead {
  readonly origin: string;
  readonly size: number;
  readonly note: string;
  readonly signedOn: PlainDate;
}

/** Heads of logs by forum; a forum without entries in the tree has none. */
export async function logHeads(db: Db, forums: readonly string[]): Promise<ReadonlyMap<string, LogHead>> {
  if (forums.length === 0) return new Map();
  const rows = await db
    .withTables<CoreTables>()
    .selectFrom('core_logs as l')
    .innerJoin('core_log_checkpoints as c', (on) =>
      on.onRef('c.forum_id', '=', 'l.forum_id').onRef('c.size', '=', 'l.size'),
    )
    .select(['l.forum_id', 'l.origin', 'l.size', 'c.note', 'c.signed_on'])
    .where('l.forum_id', 'in', forums)
    .execute();
  return new Map(
    rows.map(({ forum_id, origin, size, note, signed_on }) => [forum_id, { origin, size, note, signedOn: signed_on }]),
  );
}

/** How an entry is shown to be in the record. */
export interface EntryProof {
  /** From 0. */
  readonly place: number;
  /** The line whose hash stands in the tree. */
  readonly leaf: string;
  /** RFC 9162 inclusion proof against `head`, lowest hash first. */
  readonly proof: readonly Uint8Array[];
  /** The same as people copy it: base64. */
  readonly words: readonly string[];
  readonly head: LogHead;
}

/** Place and proof of an entry; null while it waits for its place, which takes a second, or when there is none. */
export async function proofOf(db: Db, forum: string, entry: string): Promise<EntryProof | null> {
  const row = await db
    .withTables<CoreTables>()
    .selectFrom('core_log_leaves as l')
    .innerJoin('core_entries as e', (on) => on.onRef('e.forum_id', '=', 'l.forum_id').onRef('e.id', '=', 'l.entry_id'))
    .selectAll('e')
    .select('l.place')
    .where('l.forum_id', '=', forum)
    .where('l.entry_id', '=', entry)
    .executeTakeFirst();
  const head = row && (await logHeads(db, [forum])).get(forum);
  if (!row || !head) return null;
  const proof = await proofAt(db, forum, row.place, head.size);
  return { place: row.place, leaf: entryLeaf(factsOf(row)), proof, words: proof.map(toBase64), head };
}

/** Inclusion proof of a place in the tree of this size, from at most eight tiles. */
async function proofAt(db: Db, forum: string, place: number, size: number): Promise<readonly Uint8Array[]> {
  const tiles = await tilesAt(
    db,
    forum,
    placesFor((range) => inclusionProof(place, size, range)),
  );
  const range = rangeFromTiles(NODE.sha256, (at) => {
    const found = tiles.get(tileKey(at));
    if (!found) throw new Error(`the log ${forum} lacks the tile ${tileKey(at)}`);
    return found;
  });
  return inclusionProof(place, size, range);
}

/** What stands in a log at one place. */
export interface LeafRow {
  readonly place: number;
  readonly leaf: string;
  /** Salt and content of an entry; null when erased, or when the leaf is a checkpoint of another log. */
  readonly content: { readonly salt: Uint8Array; readonly text: string } | null;
  /** The checkpoint of another log; null for an entry. */
  readonly note: string | null;
}

/** Leaves of a log from a place on, in order. */
export async function leavesFrom(db: Db, forum: string, from: number, limit: number): Promise<readonly LeafRow[]> {
  const rows = await db
    .withTables<CoreTables>()
    .selectFrom('core_log_leaves as l')
    .leftJoin('core_entries as e', (on) => on.onRef('e.forum_id', '=', 'l.forum_id').onRef('e.id', '=', 'l.entry_id'))
    .leftJoin('core_entry_contents as c', (on) =>
      on.onRef('c.forum_id', '=', 'l.forum_id').onRef('c.entry_id', '=', 'l.entry_id'),
    )
    .selectAll('e')
    .select(['l.place', 'l.note', 'l.forum_id as log', 'c.salt', 'c.content'])
    .where('l.forum_id', '=', forum)
    .where('l.place', '>=', from)
    .orderBy('l.place')
    .limit(limit)
    .execute();
  return rows.map(({ place, note, salt, content, log, ...row }) => ({
    place,
    leaf:
      note === null
        ? entryLeaf(factsOf({ ...row, forum_id: log } as Parameters<typeof factsOf>[0]))
        : checkpointLeaf(note),
    note,
    content: salt && content !== null ? { salt: new Uint8Array(salt), text: content } : null,
  }));
}

export interface CheckpointRow {
  readonly size: number;
  readonly note: string;
  readonly cosignatures: readonly { readonly key: string; readonly line: string }[];
}

/** Every signed head of a log with what others said of it, smallest tree first. */
export async function checkpointsOf(db: Db, forum: string): Promise<readonly CheckpointRow[]> {
  const tables = db.withTables<CoreTables>();
  const [heads, others] = await Promise.all([
    tables
      .selectFrom('core_log_checkpoints')
      .select(['size', 'note'])
      .where('forum_id', '=', forum)
      .orderBy('size')
      .execute(),
    tables
      .selectFrom('core_log_cosignatures')
      .select(['size', 'key', 'line'])
      .where('forum_id', '=', forum)
      .orderBy('key')
      .execute(),
  ]);
  const bySize = Map.groupBy(others, ({ size }) => size);
  return heads.map((head) => ({
    ...head,
    cosignatures: (bySize.get(head.size) ?? []).map(({ key, line }) => ({ key, line })),
  }));
}

/** The signed head of a log over exactly so many leaves, with our own signature; null when there is none. */
export async function checkpointNote(db: Db, forum: string, size: number): Promise<string | null> {
  const row = await db
    .withTables<CoreTables>()
    .selectFrom('core_log_checkpoints')
    .select('note')
    .where('forum_id', '=', forum)
    .where('size', '=', size)
    .executeTakeFirst();
  return row?.note ?? null;
}
