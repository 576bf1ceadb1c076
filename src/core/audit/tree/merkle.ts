import { joined, type Primitives } from './bytes.ts';

/** Makes a hash of bytes: SHA-256, 32 bytes. */
export type Hash = Primitives['sha256'];

const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);

/** Hash of an entry (RFC 9162, 2.1.1): a leading 0 keeps leaves and nodes apart. */
export const leafHash = (hash: Hash, entry: Uint8Array): Uint8Array => hash(joined(LEAF, entry));

/** Hash of two subtrees, the left one first. */
export const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array =>
  hash(joined(NODE, left, right));

/** The greatest power of two below `size`, which is at least 2: where RFC 9162 cuts a tree in two. */
export function splitOf(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/** A tree that only grows: of everything before, it keeps the roots of its whole subtrees (one for each 1 of its size in binary). */
export class GrowingTree {
  readonly #hash: Hash;
  readonly #peaks: { readonly size: number; readonly hash: Uint8Array }[] = [];
  #size = 0;

  constructor(hash: Hash) {
    this.#hash = hash;
  }

  get size(): number {
    return this.#size;
  }

  add(leaf: Uint8Array): void {
    let peak = { size: 1, hash: leaf };
    for (let last = this.#peaks.at(-1); last?.size === peak.size; last = this.#peaks.at(-1)) {
      this.#peaks.pop();
      peak = { size: last.size * 2, hash: nodeHash(this.#hash, last.hash, peak.hash) };
    }
    this.#peaks.push(peak);
    this.#size += 1;
  }

  /** Merkle Tree Hash of everything added so far; of nothing it is the hash of nothing. */
  root(): Uint8Array {
    const [last, ...before] = this.#peaks.toReversed();
    if (!last) return this.#hash(new Uint8Array());
    return before.reduce((right, { hash }) => nodeHash(this.#hash, hash, right), last.hash);
  }
}

/** Merkle Tree Hash of leaf hashes in their order. */
export function rootOf(hash: Hash, leaves: Iterable<Uint8Array>): Uint8Array {
  const tree = new GrowingTree(hash);
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}
