import type { Db } from '#core/db/database.ts';
import { tilesAt } from '../integrate.ts';
import type { LogKey } from '../log-key.ts';
import { checkpointsOf, type LeafRow, leavesFrom, logHeads } from '../queries.ts';
import { toHex, utf8 } from '../tree/bytes.ts';
import { parseCheckpoint } from '../tree/checkpoint.ts';
import { formatKey } from '../tree/note.ts';
import { HASH_BYTES, placesOf, type TilePlace, tileKey, tilePath } from '../tree/tiles.ts';
import { type Part, pack } from './archive.ts';
import { checkpointLine, contentLine, FILES, fileOf, INSTALLATION, README, README_TEXT, TILES } from './layout.ts';

/** Leaves and tiles fetched in one question. */
const STEP = 5_000;

/** A log that an export takes along: whose, and the name of its folder. */
export interface Exported {
  readonly forum: string;
  readonly name: string;
}

/**
 * A zip archive of these logs; logs without a signed head are left out. The installation's log, when given, says how
 * much of the others is taken, so that the export is one picture although it is read piece by piece from a record
 * that grows meanwhile: nothing before a signed head ever changes. The whole archive lies in memory.
 */
export async function exportLogs(
  db: Db,
  key: Pick<LogKey, 'verifier'>,
  logs: readonly Exported[],
): Promise<Uint8Array> {
  const first = [...logs].sort((a, b) => Number(b.name === INSTALLATION) - Number(a.name === INSTALLATION));
  const parts: Part[] = [{ name: README, bytes: utf8(README_TEXT) }];
  let told: ReadonlyMap<string, number> | null = null;
  for (const { forum, name } of first) {
    const head = (await logHeads(db, [forum])).get(forum);
    const size = head && told ? told.get(head.origin) : head?.size;
    if (!head || !size) continue;
    const leaves = await leavesUntil(db, forum, size);
    if (name === INSTALLATION) told = headsIn(leaves);
    parts.push(...(await partsOf(db, { forum, name, size, leaves, key: formatKey(key.verifier(head.origin)) })));
  }
  return pack(parts);
}

async function leavesUntil(db: Db, forum: string, size: number): Promise<readonly LeafRow[]> {
  const rows: LeafRow[] = [];
  while (rows.length < size) {
    const next = await leavesFrom(db, forum, rows.length, Math.min(STEP, size - rows.length));
    if (next.length === 0) throw new Error(`the log ${forum} has ${rows.length} leaves and a head over ${size}`);
    rows.push(...next);
  }
  return rows;
}

/** The size that the installation's log last told of each other log. */
function headsIn(leaves: readonly LeafRow[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { note } of leaves) {
    const head = note === null ? null : parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1));
    if (head) sizes.set(head.origin, head.size);
  }
  return sizes;
}

interface Written {
  readonly forum: string;
  readonly name: string;
  readonly size: number;
  readonly leaves: readonly LeafRow[];
  readonly key: string;
}

async function partsOf(db: Db, { forum, name, size, leaves, key }: Written): Promise<readonly Part[]> {
  const heads = (await checkpointsOf(db, forum)).filter((head) => head.size <= size);
  const notes = heads.map((head) => head.note + head.cosignatures.map(({ line }) => `${line}\n`).join(''));
  const cosigners = [...new Set(heads.flatMap((head) => head.cosignatures.map((one) => one.key)))].sort();
  const contents = leaves.flatMap(({ place, content }) =>
    content ? [contentLine(place, toHex(content.salt), content.text)] : [],
  );
  const files: readonly Part[] = [
    { name: FILES.key, bytes: fileOf([key]) },
    { name: FILES.entries, bytes: fileOf(leaves.map(({ leaf }) => leaf)) },
    { name: FILES.contents, bytes: fileOf(contents) },
    { name: FILES.checkpoints, bytes: fileOf(heads.map((head, nth) => checkpointLine(head.size, notes[nth]!))) },
    { name: FILES.head, bytes: utf8(notes.at(-1)!) },
    { name: FILES.cosigners, bytes: fileOf(cosigners) },
    ...(await tilesOf(db, forum, size)),
  ];
  return files.map((file) => ({ ...file, name: `${name}/${file.name}` }));
}

/** The tiles of a tree of this size: those that grew since are cut back. */
async function tilesOf(db: Db, forum: string, size: number): Promise<readonly Part[]> {
  const places = [...placesOf(size)];
  const found = new Map<string, Uint8Array>();
  for (let from = 0; from < places.length; from += STEP) {
    const some: readonly TilePlace[] = places.slice(from, from + STEP);
    for (const [at, hashes] of await tilesAt(db, forum, some)) found.set(at, hashes);
  }
  return places.map((place) => {
    const hashes = found.get(tileKey(place));
    if (!hashes) throw new Error(`the log ${forum} lacks the tile ${tileKey(place)}`);
    return { name: `${TILES}${tilePath(place, place.width)}`, bytes: hashes.subarray(0, place.width * HASH_BYTES) };
  });
}
