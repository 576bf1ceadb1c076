import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Functions, Use } from '../../schema.ts';
import { numberOf } from '../../values/rules.ts';

/** 2^31 - 1, and the factor with which Park and Miller walk through all numbers below it. */
const MODULUS = 2_147_483_647;
const FACTOR = 16_807;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Functions of chance; all of it comes from the world, or from a seed. */
export const CHANCE: Functions = {
  random: { least: 0, most: 0, run: ({ scope }) => scope.world.random() },
  randomize: {
    least: 1,
    most: 2,
    run: (use) => shuffled(use.nodes(0), use.count === 2 ? walkFrom(seedOf(use)) : () => use.scope.world.random()),
  },
  uuid: { least: 0, most: 1, run: (use) => (use.count === 0 ? uuid(use) : letters(use, use.number(0))) },
};

/** In an order that chance decides (Fisher and Yates, from the front); the same order as ODK for the same seed. */
export function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const found: T[] = [];
  items.forEach((item, index) => {
    const other = Math.floor(random() * (index + 1));
    found.push(item);
    [found[index], found[other]] = [found[other]!, found[index]!];
  });
  return found;
}

/** Numbers in [0, 1) that a seed decides (Park and Miller 1988), as ODK makes them. */
export function walkFrom(seed: bigint): () => number {
  let state = Number(seed % BigInt(MODULUS));
  if (state <= 0) state += MODULUS - 1;
  return () => {
    state = (state * FACTOR) % MODULUS;
    return (state - 1) / (MODULUS - 1);
  };
}

/** The seed that a text stands for: the number that it is, without a fraction; else the first 8 bytes of its SHA-256. */
export function seedFrom(text: string, n: number): bigint {
  if (Number.isFinite(n)) return BigInt(Math.trunc(n));
  if (text === '' || text === 'NaN' || /^-?Infinity$/.test(text)) return 0n;
  return BigInt.asIntN(
    64,
    sha256(utf8ToBytes(text))
      .slice(0, 8)
      .reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n),
  );
}

function seedOf(use: Use): bigint {
  const text = use.text(1);
  return seedFrom(text, numberOf(use.value(1), use.scope.world.zone));
}

/** RFC 9562, version 4. */
function uuid(use: Use): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (sign) => {
    const digit = Math.floor(use.scope.world.random() * 16);
    return (sign === 'y' ? (digit % 4) + 8 : digit).toString(16);
  });
}

const letters = (use: Use, count: number): string =>
  Array.from(
    { length: Math.min(Math.max(0, Math.trunc(count) || 0), 1_000) },
    () => LETTERS[Math.floor(use.scope.world.random() * LETTERS.length)],
  ).join('');
