import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NODE } from '../primitives.ts';
import { equalBytes, fromBase64, utf8 } from './bytes.ts';
import { leafHash, rootOf } from './merkle.ts';
import { consistencyProof, extendsTree, includes, inclusionProof } from './proofs.ts';

const { sha256 } = NODE;
const LEAVES = Array.from({ length: 600 }, (_, n) => leafHash(sha256, utf8(`entry ${n}`)));
const range = (from: number, to: number): Uint8Array => rootOf(sha256, LEAVES.slice(from, to));
const size = fc.integer({ min: 1, max: LEAVES.length });
/** Of a tree of some size: one leaf, and one byte of one hash to be spoilt. */
const place = size.chain((count) =>
  fc.tuple(fc.constant(count), fc.nat(count - 1), fc.nat(), fc.nat(31), fc.integer({ min: 1, max: 255 })),
);

const spoilt = (hashes: readonly Uint8Array[], nth: number, byte: number, by: number): readonly Uint8Array[] =>
  hashes.map((hash, at) => (at === nth ? hash.map((value, index) => (index === byte ? value ^ by : value)) : hash));

describe('proofs that a record was not rewritten', () => {
  it('show each entry in each tree, and no other entry, place or tree', () => {
    fc.assert(
      fc.property(place, ([count, index, nth, byte, by]) => {
        const proof = inclusionProof(index, count, range);
        const given = { index, size: count, leaf: LEAVES[index]!, root: range(0, count), proof };
        expect(includes(sha256, given)).toBe(true);
        const [leaf, root, ...rest] = spoilt([given.leaf, given.root, ...proof], nth % (proof.length + 2), byte, by);
        expect(includes(sha256, { ...given, leaf: leaf!, root: root!, proof: rest })).toBe(false);
        expect(includes(sha256, { ...given, index: index + 1 })).toBe(false);
        expect(includes(sha256, { ...given, proof: [...proof, given.root] })).toBe(false);
        expect(includes(sha256, { ...given, proof: proof.slice(1) })).toBe(proof.length === 0);
      }),
    );
  });

  it('show that a later tree only added, and fail for one that changed something', () => {
    fc.assert(
      fc.property(fc.tuple(size, place), ([one, [other, , nth, byte, by]]) => {
        const [size1, size2] = one < other ? [one, other] : [other, one];
        const proof = consistencyProof(size1, size2, range);
        const given = { size1, size2, root1: range(0, size1), root2: range(0, size2), proof };
        expect(extendsTree(sha256, given)).toBe(true);
        const [root1, root2, ...rest] = spoilt(
          [given.root1, given.root2, ...proof],
          nth % (proof.length + 2),
          byte,
          by,
        );
        expect(extendsTree(sha256, { ...given, root1: root1!, root2: root2!, proof: rest })).toBe(false);
        expect(extendsTree(sha256, { ...given, proof: [...proof, given.root2] })).toBe(false);
      }),
    );
  });

  it('are asked for within the tree only', () => {
    expect(() => inclusionProof(5, 5, range)).toThrow(RangeError);
    expect(() => consistencyProof(6, 5, range)).toThrow(RangeError);
    expect(rootOf(sha256, [])).toEqual(sha256(new Uint8Array()));
  });
});

interface Vector {
  readonly desc: string;
  readonly file: string;
  readonly wantErr: boolean;
  readonly proof: readonly string[] | null;
}
interface Vectors {
  readonly inclusion: readonly (Vector &
    Record<'leafIdx' | 'treeSize', number> &
    Record<'root' | 'leafHash', string>)[];
  readonly consistency: readonly (Vector & Record<'size1' | 'size2', number> & Record<'root1' | 'root2', string>)[];
}

const corpus = join(resolve(process.env.ORTAQ_CORPORA ?? '../shared/corpora'), 'merkle/vectors.json');
const isHere = existsSync(corpus);
if (!isHere) console.error(`no vectors in ${corpus}: the tests over other people's proofs are skipped`);

describe.skipIf(!isHere)("other people's proofs", () => {
  const { inclusion, consistency } = (isHere ? JSON.parse(readFileSync(corpus, 'utf8')) : {}) as Vectors;
  const bytes = (text: string): Uint8Array => fromBase64(text) ?? new Uint8Array();
  const proofOf = ({ proof }: Vector) => (proof ?? []).map(bytes);

  it('of inclusion are taken and refused as they should be', () => {
    const wrong = inclusion.filter((one) => {
      const { leafIdx: index, treeSize: size, leafHash: leaf, root } = one;
      const taken = includes(sha256, { index, size, leaf: bytes(leaf), root: bytes(root), proof: proofOf(one) });
      return taken === one.wantErr;
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
    expect(inclusion.length).toBeGreaterThan(90);
  });

  it('of consistency are taken and refused as they should be', () => {
    const wrong = consistency.filter((one) => {
      const { size1, size2, root1, root2 } = one;
      const taken = extendsTree(sha256, {
        size1,
        size2,
        root1: bytes(root1),
        root2: bytes(root2),
        proof: proofOf(one),
      });
      return taken === one.wantErr;
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
    expect(consistency.some((one) => !one.wantErr && !equalBytes(bytes(one.root1), bytes(one.root2)))).toBe(true);
  });
});
