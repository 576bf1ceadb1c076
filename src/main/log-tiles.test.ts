import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { servedHouse } from './testing/whole-house.ts';

/**
 * A reader of logs written from the specification alone (C2SP tlog-tiles, RFC 9162 2.1), which asks by HTTP and shares
 * nothing with the program but the addresses.
 */
const WIDTH = 256;
const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const node = (left: Uint8Array, right: Uint8Array): Buffer => sha256(new Uint8Array([1]), left, right);

/** MTH of RFC 9162 over hashes of leaves. */
function rootOf(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 1) return hashes[0]!;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return node(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)));
}

/** "x001/067" and, where it is not whole, ".p/W". */
function nameOf(number: number, width: number): string {
  const groups: string[] = [];
  for (let rest = number; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`${groups.length > 0 ? 'x' : ''}${String(rest % 1000).padStart(3, '0')}`);
  return `${groups.join('/')}${width < WIDTH ? `.p/${width}` : ''}`;
}

const house = servedHouse({ example: true });

beforeAll(() => house.assembly.sequencer.integrateWaiting());

const ask = (address: string) => fetch(`${house.origin}/log/${address}`, { redirect: 'manual' });
async function bytes(address: string): Promise<Buffer> {
  const answer = await ask(address);
  expect([address, answer.status, answer.headers.get('content-type')]).toEqual([
    address,
    200,
    'application/octet-stream',
  ]);
  return Buffer.from(await answer.arrayBuffer());
}

async function headOf(log: string) {
  const answer = await ask(`${log}/checkpoint`);
  expect(answer.status).toBe(200);
  const [, size, root] = (await answer.text()).split('\n');
  return { size: Number(size), root: Buffer.from(root!, 'base64') };
}

/** All hashes of one level of a tree with so many of them, tile by tile. */
async function levelOf(log: string, level: number, count: number): Promise<Buffer[]> {
  const hashes: Buffer[] = [];
  for (let number = 0; number * WIDTH < count; number += 1) {
    const width = Math.min(WIDTH, count - number * WIDTH);
    const tile = await bytes(`${log}/tile/${level}/${nameOf(number, width)}`);
    expect(tile).toHaveLength(width * 32);
    for (let at = 0; at < width; at += 1) hashes.push(tile.subarray(at * 32, at * 32 + 32));
  }
  return hashes;
}

async function entriesOf(log: string, count: number): Promise<Buffer[]> {
  const entries: Buffer[] = [];
  for (let number = 0; number * WIDTH < count; number += 1) {
    const bundle = await bytes(`${log}/tile/entries/${nameOf(number, Math.min(WIDTH, count - number * WIDTH))}`);
    for (let at = 0; at < bundle.length; at += 2 + bundle.readUInt16BE(at))
      entries.push(bundle.subarray(at + 2, at + 2 + bundle.readUInt16BE(at)));
  }
  return entries;
}

describe('a public log, read by a program of somebody else', () => {
  it.each(['durnasu', 'national'])('gives back the root that was signed: %s', async (log) => {
    const { size, root } = await headOf(log);
    const hashes = await levelOf(log, 0, size);
    expect(rootOf(hashes)).toEqual(root);
    // The levels above say nothing of their own.
    const above = await levelOf(log, 1, Math.floor(size / WIDTH));
    for (const [nth, hash] of above.entries())
      expect(hash).toEqual(rootOf(hashes.slice(nth * WIDTH, (nth + 1) * WIDTH)));
    const entries = await entriesOf(log, size);
    expect(entries.map((entry) => sha256(new Uint8Array([0]), entry))).toEqual(hashes);
    expect(entries.every((entry) => JSON.parse(entry.toString('utf8')).v === 1)).toBe(true);
  });

  it('has a whole tile at least, which may be kept for ever; a narrower one and the head may not', async () => {
    const { size } = await headOf('durnasu');
    expect(size).toBeGreaterThan(WIDTH);
    for (const what of ['0', 'entries']) {
      const kept = (await ask(`durnasu/tile/${what}/000`)).headers.get('cache-control');
      expect(kept).toBe('public, max-age=31536000, immutable');
      const part = await ask(`durnasu/tile/${what}/000.p/7`);
      expect([part.status, part.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    }
    expect((await ask('durnasu/checkpoint')).headers.get('cache-control')).toBe('private, no-store');
    const [whole, part] = [await bytes('durnasu/tile/0/000'), await bytes('durnasu/tile/0/000.p/7')];
    expect(part).toEqual(whole.subarray(0, 7 * 32));
  });

  it('answers nothing beyond what is signed, and nothing that is spelt otherwise', async () => {
    const { size } = await headOf('durnasu');
    const last = Math.floor(size / WIDTH);
    const [more, whole] = [nameOf(last, (size % WIDTH) + 1), nameOf(last, WIDTH)];
    const beyond = [`0/${more}`, `entries/${more}`, `0/${whole}`, `entries/${whole}`, '0/999', '2/000.p/1', '1/000'];
    const spelt = [
      '0/0',
      '0/x000/000',
      '0/000.p/0',
      '0/000.p/256',
      '00/000',
      '0/x999/x999/999.p/1',
      'data/000',
      '0/%00',
    ];
    for (const address of [...beyond, ...spelt])
      expect([address, (await ask(`durnasu/tile/${address}`)).status]).toEqual([address, 404]);
    expect((await ask('nobody/tile/0/000')).status).toBe(404);
    expect((await ask('nobody/checkpoint')).status).toBe(404);
  });
});
