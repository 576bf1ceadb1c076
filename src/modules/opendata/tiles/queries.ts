import { tilesAt } from '#core/audit/integrate.ts';
import { leavesFrom } from '#core/audit/queries.ts';
import { joined, utf8 } from '#core/audit/tree/bytes.ts';
import { HASH_BYTES, parseTilePath, type TileAsked, tileKey } from '#core/audit/tree/tiles.ts';
import type { Db } from '#core/db/database.ts';
import { publicLog } from '../record/queries.ts';
import type { OpendataNeeds } from '../schema.ts';

/** Leaves in a bundle, and hashes in a tile. */
const WIDTH = 256;

export interface TileRead {
  readonly bytes: Uint8Array;
  /** It holds all that it ever will. */
  readonly whole: boolean;
}

/** The tile or bundle at an address below `tile/`; null where none is meant, or the signed tree does not reach so far. */
export async function tileAt(db: Db, needs: OpendataNeeds, log: string, path: string): Promise<TileRead | null> {
  const asked = parseTilePath(path);
  const forum = asked && (await publicLog(db, needs, log));
  const bytes = forum && (await bytesOf(db, forum.id, asked));
  return bytes ? { bytes, whole: asked.width === WIDTH } : null;
}

const bytesOf = (db: Db, forum: string, { level, number, width }: TileAsked): Promise<Uint8Array | null> =>
  level === 'entries' ? bundle(db, forum, number, width) : hashes(db, forum, { level, number }, width);

/**
 * Tiles only grow to the right, and each that is kept is under a signed head (they are written together): so every
 * narrower one is the beginning of the one that is there.
 */
async function hashes(
  db: Db,
  forum: string,
  place: { readonly level: number; readonly number: number },
  width: number,
): Promise<Uint8Array | null> {
  const whole = (await tilesAt(db, forum, [place])).get(tileKey(place));
  return whole && whole.length >= width * HASH_BYTES ? whole.subarray(0, width * HASH_BYTES) : null;
}

/** Leaves one behind the other, each after its length in two bytes, the high one first. */
async function bundle(db: Db, forum: string, number: number, width: number): Promise<Uint8Array | null> {
  const leaves = await leavesFrom(db, forum, number * WIDTH, width);
  if (leaves.length < width) return null;
  return joined(...leaves.flatMap(({ leaf }) => sized(utf8(leaf))));
}

function sized(leaf: Uint8Array): readonly Uint8Array[] {
  if (leaf.length > 0xffff) throw new RangeError(`a leaf of ${leaf.length} bytes fits no bundle`);
  return [new Uint8Array([leaf.length >> 8, leaf.length & 0xff]), leaf];
}
