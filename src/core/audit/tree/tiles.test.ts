import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NODE } from '../primitives.ts';
import { utf8 } from './bytes.ts';
import { leafHash, rootOf } from './merkle.ts';
import { includes, inclusionProof } from './proofs.ts';
import {
  edgeOf,
  grownTiles,
  HASH_BYTES,
  parseTilePath,
  placesFor,
  placesOf,
  rangeFromTiles,
  tileKey,
  tilePath,
} from './tiles.ts';

const { sha256 } = NODE;
const leavesOf = (from: number, to: number): Uint8Array[] =>
  Array.from({ length: to - from }, (_, n) => leafHash(sha256, utf8(`${from + n}`)));

/** Tiles after trees of these sizes, one after the other. */
function pileOf(...sizes: readonly number[]): Map<string, Uint8Array> {
  const pile = new Map<string, Uint8Array>();
  let before = 0;
  for (const size of sizes) {
    const edge = new Map(edgeOf(before).map((place) => [tileKey(place), pile.get(tileKey(place))!]));
    for (const tile of grownTiles(sha256, before, edge, leavesOf(before, size))) pile.set(tileKey(tile), tile.hashes);
    before = size;
  }
  return pile;
}

describe('tiles', () => {
  it('are named as the specification names them', () => {
    expect(tilePath({ level: 0, number: 1_234_067 }, 256)).toBe('0/x001/x234/067');
    expect(tilePath({ level: 1, number: 7 }, 17)).toBe('1/007.p/17');
    const places = [...placesOf(70_000)].map(({ level, number, width }) => tilePath({ level, number }, width));
    expect(places).toHaveLength(273 + 1 + 1 + 1 + 1);
    expect(places.filter((path) => path.includes('.p/'))).toEqual(['0/273.p/112', '1/001.p/17', '2/000.p/1']);
    expect([...placesOf(256)].map((place) => tilePath(place, place.width))).toEqual(['0/000', '1/000.p/1']);
  });

  it('are asked for by exactly the addresses that name them', () => {
    for (const { level, number, width } of placesOf(70_000)) {
      const path = tilePath({ level, number }, width);
      expect(parseTilePath(path)).toEqual({ level, number, width });
      expect(parseTilePath(path.replace(/^\d+/, 'entries'))).toEqual({ level: 'entries', number, width });
    }
    expect(parseTilePath('63/x001/x234/067.p/255')).toEqual({ level: 63, number: 1_234_067, width: 255 });
    const wrong = ['0/1', '0/0000', '0/x000/001', '0/001/', '00/001', '64/001', '-1/001', '1e1/001', 'Entries/001'];
    const strange = [
      '0/001.p/0',
      '0/001.p/256',
      '0/001.p/01',
      '0/001.p/',
      '0/x001',
      '0/x001/1',
      '../001',
      ' 0/001',
      '',
    ];
    const endless = `0/${'x999/'.repeat(6)}999`;
    for (const path of [...wrong, ...strange, endless, '0/00١'])
      expect([path, parseTilePath(path)]).toEqual([path, null]);
  });

  it('of a tree that grew in steps are those of a tree that grew at once', () => {
    const sizes = fc.uniqueArray(fc.integer({ min: 1, max: 1500 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sizes, (some) => {
        const steps = some.sort((a, b) => a - b);
        expect(pileOf(...steps)).toEqual(pileOf(steps.at(-1)!));
      }),
      { numRuns: 30 },
    );
  });

  it('hold what proofs need, and say beforehand which of them', () => {
    const size = 70_000;
    const pile = pileOf(size);
    const leaves = leavesOf(0, size);
    const root = rootOf(sha256, leaves);
    expect(rangeFromTiles(sha256, (place) => pile.get(tileKey(place))!)(0, size)).toEqual(root);
    for (const index of [0, 1, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999]) {
      const places = placesFor((range) => inclusionProof(index, size, range));
      const fetched = new Map(places.map((place) => [tileKey(place), pile.get(tileKey(place))!]));
      const range = rangeFromTiles(sha256, (place) => fetched.get(tileKey(place))!);
      const proof = inclusionProof(index, size, range);
      expect(includes(sha256, { index, size, leaf: leaves[index]!, root, proof })).toBe(true);
      expect(places.length).toBeLessThan(8);
    }
  });

  it('that do not fit the size are no ground to build on', () => {
    expect(() => grownTiles(sha256, 3, new Map(), leavesOf(3, 4))).toThrow('does not fit');
    const range = rangeFromTiles(sha256, () => new Uint8Array(HASH_BYTES));
    expect(() => range(0, 2)).toThrow(RangeError);
  });
});
