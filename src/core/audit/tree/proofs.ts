import { equalBytes } from './bytes.ts';
import { type Hash, nodeHash, splitOf } from './merkle.ts';

/** Bytes of a hash; nothing else may stand in a proof. */
const HASH_BYTES = 32;

export interface Inclusion {
  /** From 0. */
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const areHashes = (...hashes: readonly Uint8Array[]): boolean => hashes.every((one) => one.length === HASH_BYTES);
const isOdd = (value: number): boolean => value % 2 === 1;
// No shifts: they cut numbers to 32 bits.
const half = (value: number): number => Math.floor(value / 2);

/** Is the leaf at this place of the tree with this root? RFC 9162, 2.1.3.2. Anything of wrong shape is a "no". */
export function includes(hash: Hash, { index, size, leaf, root, proof }: Inclusion): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes(leaf, root, ...proof)) return false;
  let at = index;
  let last = size - 1;
  let found = leaf;
  for (const beside of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      found = nodeHash(hash, beside, found);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else found = nodeHash(hash, found, beside);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equalBytes(found, root);
}

export interface Consistency {
  readonly size1: number;
  readonly size2: number;
  readonly root1: Uint8Array;
  readonly root2: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * Is the tree of size 2 the tree of size 1 with leaves added and nothing else changed? RFC 9162, 2.1.4.2. Every tree
 * extends the empty one, so nothing can be shown from it and the answer is "no". Roots of equal trees are only compared.
 */
export function extendsTree(hash: Hash, { size1, size2, root1, root2, proof }: Consistency): boolean {
  if (!isCount(size1) || !isCount(size2) || size1 === 0 || size1 > size2) return false;
  if (size1 === size2) return proof.length === 0 && equalBytes(root1, root2);
  if (!areHashes(root1, root2, ...proof)) return false;
  const isWhole = splitOf(size1 + 1) === size1;
  const [first, ...rest] = isWhole ? [root1, ...proof] : proof;
  if (!first || proof.length === 0) return false;
  let at = size1 - 1;
  let last = size2 - 1;
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  let older = first;
  let newer = first;
  for (const beside of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      older = nodeHash(hash, beside, older);
      newer = nodeHash(hash, beside, newer);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else newer = nodeHash(hash, newer, beside);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equalBytes(older, root1) && equalBytes(newer, root2);
}

/** Merkle Tree Hash of the leaves `from` (included) to `to` (not included). */
export type RangeHash = (from: number, to: number) => Uint8Array;

/** The hashes that take the leaf at `index` up to the root of the first `size` leaves, lowest first (RFC 9162, 2.1.3.1). */
export function inclusionProof(index: number, size: number, range: RangeHash): readonly Uint8Array[] {
  if (!isCount(index) || !isCount(size) || index >= size) throw new RangeError(`no leaf ${index} in ${size}`);
  const path: Uint8Array[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const cut = from + splitOf(to - from);
    if (index < cut) {
      path.push(range(cut, to));
      to = cut;
    } else {
      path.push(range(from, cut));
      from = cut;
    }
  }
  return path.reverse();
}

/** The hashes that show that the first `size1` leaves are still the first of `size2` (RFC 9162, 2.1.4.1). */
export function consistencyProof(size1: number, size2: number, range: RangeHash): readonly Uint8Array[] {
  if (!isCount(size1) || !isCount(size2) || size1 > size2) throw new RangeError(`${size1} is more than ${size2}`);
  if (size1 === 0 || size1 === size2) return [];
  const path: Uint8Array[] = [];
  let from = 0;
  let to = size2;
  while (to !== size1) {
    const cut = from + splitOf(to - from);
    if (size1 <= cut) {
      path.push(range(cut, to));
      to = cut;
    } else {
      path.push(range(from, cut));
      from = cut;
    }
  }
  // Who asks knows the root of the first leaves: it is left out where it is one whole subtree.
  if (from > 0) path.push(range(from, to));
  return path.reverse();
}
