import { joined } from './bytes.ts';
import { type Hash, nodeHash, splitOf } from './merkle.ts';
import type { RangeHash } from './proofs.ts';

/** Hashes side by side in one tile (C2SP tlog-tiles): a subtree of height 8. */
const WIDTH = 256;
export const HASH_BYTES = 32;
/** The highest level that the specification names. */
const MOST_LEVEL = 63;

/** A place in the pile of tiles: level 0 holds leaf hashes, each level above the roots of full tiles below. */
export interface TilePlace {
  readonly level: number;
  readonly number: number;
}

export interface Tile extends TilePlace {
  /** 1 to 256 hashes of 32 bytes, one behind the other. */
  readonly hashes: Uint8Array;
}

export const tileKey = ({ level, number }: TilePlace): string => `${level}/${number}`;

/** "0/x001/x234/067" or, for a tile that is not full, "0/x001/x234/067.p/17". */
export function tilePath(place: TilePlace, width: number): string {
  const digits = String(place.number).padStart(Math.ceil(String(place.number).length / 3) * 3, '0');
  const parts = digits.match(/.../g)!;
  const number = parts.map((part, at) => (at < parts.length - 1 ? `x${part}` : part)).join('/');
  return `${place.level}/${number}${width < WIDTH ? `.p/${width}` : ''}`;
}

/** What an address below `tile/` asks for: hashes of one level, or the leaves themselves (`entries`). */
export interface TileAsked {
  readonly level: number | 'entries';
  readonly number: number;
  /** 1 to 256. */
  readonly width: number;
}

/** Reads what tilePath writes, and "entries/…" the same way; null for anything spelt otherwise (C2SP tlog-tiles). */
export function parseTilePath(path: string): TileAsked | null {
  const [, named = '', digits = '', partial] =
    /^(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? [];
  const level = named === 'entries' ? named : Number(named);
  const [number, width] = [Number(digits.replace(/\D/g, '')), partial === undefined ? WIDTH : Number(partial)];
  const isInRange = width >= 1 && width <= WIDTH && Number.isSafeInteger(number * WIDTH);
  if (!isInRange || (level !== 'entries' && !(level <= MOST_LEVEL))) return null;
  // One tile has one address: what is not written back the same was spelt otherwise.
  const plain = tilePath({ level: level === 'entries' ? 0 : level, number }, width);
  return path === (level === 'entries' ? plain.replace(/^0/, 'entries') : plain) ? { level, number, width } : null;
}

/** Every tile of a tree of this size with its width, level by level. */
export function* placesOf(size: number): Generator<TilePlace & { readonly width: number }> {
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / WIDTH)) {
    for (let number = 0; number * WIDTH < count; number += 1)
      yield { level, number, width: Math.min(WIDTH, count - number * WIDTH) };
  }
}

/** Merkle Tree Hash of a full tile: what stands for it one level higher. */
function tileRoot(hash: Hash, hashes: Uint8Array): Uint8Array {
  return foldRange(hash, hashes, 0, hashes.length / HASH_BYTES);
}

/** The tiles that change when leaves are put behind a tree, given those at its right edge (full ones may be left out). */
export function grownTiles(
  hash: Hash,
  size: number,
  edge: ReadonlyMap<string, Uint8Array>,
  leaves: readonly Uint8Array[],
): readonly Tile[] {
  const changed = new Map<string, Tile>();
  const put = (level: number, at: number, one: Uint8Array): void => {
    const place = { level, number: Math.floor(at / WIDTH) };
    const key = tileKey(place);
    const before = changed.get(key)?.hashes ?? (at % WIDTH === 0 ? new Uint8Array() : edge.get(key));
    if (before?.length !== (at % WIDTH) * HASH_BYTES) throw new Error(`the tile ${key} does not fit a tree of ${size}`);
    const hashes = joined(before, one);
    changed.set(key, { ...place, hashes });
    if (hashes.length === WIDTH * HASH_BYTES) put(level + 1, place.number, tileRoot(hash, hashes));
  };
  for (const [nth, leaf] of leaves.entries()) put(0, size + nth, leaf);
  return [...changed.values()];
}

/** The tiles at the right edge of a tree that are not full: all that is needed to go on. */
export const edgeOf = (size: number): readonly TilePlace[] => {
  const places: TilePlace[] = [];
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / WIDTH))
    if (count % WIDTH !== 0) places.push({ level, number: Math.floor(count / WIDTH) });
  return places;
};

/** Hashes of ranges from tiles. `tile` gives the hashes of a tile that was fetched, and throws for any other. */
export function rangeFromTiles(hash: Hash, tile: (place: TilePlace) => Uint8Array): RangeHash {
  const range: RangeHash = (from, to) => {
    const size = to - from;
    const half = size > 1 ? splitOf(size) : 0;
    if (size > 1 && half * 2 !== size) return nodeHash(hash, range(from, from + half), range(from + half, to));
    // A whole subtree: it lies within one tile of the highest level that still counts it in whole hashes.
    let level = 0;
    let unit = 1;
    while (unit * WIDTH <= size) {
      unit *= WIDTH;
      level += 1;
    }
    const number = Math.floor(from / (unit * WIDTH));
    const first = from / unit - number * WIDTH;
    return foldRange(hash, tile({ level, number }), first, first + size / unit);
  };
  return range;
}

/** The places that a range is read from: the same walk, noting instead of reading. */
export function placesFor(ask: (range: RangeHash) => unknown): readonly TilePlace[] {
  const places = new Map<string, TilePlace>();
  const nothing = new Uint8Array(HASH_BYTES);
  const row = new Uint8Array(WIDTH * HASH_BYTES);
  ask(
    rangeFromTiles(
      () => nothing,
      (place) => {
        places.set(tileKey(place), place);
        return row;
      },
    ),
  );
  return [...places.values()];
}

/** Root of the hashes `from` to `to` of a tile; their number is a power of two. */
function foldRange(hash: Hash, hashes: Uint8Array, from: number, to: number): Uint8Array {
  if (hashes.length < to * HASH_BYTES) throw new RangeError(`a tile holds ${hashes.length / HASH_BYTES}, not ${to}`);
  let row = Array.from({ length: to - from }, (_, nth) =>
    hashes.subarray((from + nth) * HASH_BYTES, (from + nth + 1) * HASH_BYTES),
  );
  while (row.length > 1) row = row.flatMap((left, at) => (at % 2 === 0 ? [nodeHash(hash, left, row[at + 1]!)] : []));
  return row[0]!;
}
