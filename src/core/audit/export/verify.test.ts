import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '#core/actor.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { both } from '#core/db/testing/scratch.ts';
import { stage } from '#core/db/testing/stage.ts';
import { unzip } from '#core/files/zip.ts';
import { REFERENCE } from '#core/forum.ts';
import { contextOf } from '#core/house.ts';
import { appendEntry, eraseContent } from '../commands.ts';
import { cosign } from '../cosign.ts';
import { openLogKey } from '../log-key.ts';
import { NODE } from '../primitives.ts';
import { Sequencer } from '../sequencer.ts';
import { witnessOf } from '../testing/witness.ts';
import { NOBLE } from '../verifier/primitives.ts';
import { type Part, pack, unpack } from './archive.ts';
import { INSTALLATION, README } from './layout.ts';
import { verifyExport } from './verify.ts';
import { exportLogs } from './write.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ortaq-export-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const why = (archive: Uint8Array): string => {
  const found = verifyExport(NODE, archive);
  return found.fits ? 'fits' : found.why.key.replace('core.log.', '');
};

both('an export of the public log', (scratch) => {
  /** Two logs: 3 + 60 entries of a forum, one of them erased, one head confirmed by somebody else; and the installation's. */
  async function exported(): Promise<Uint8Array> {
    const on = await stage(scratch);
    const key = await openLogKey(scratch.db, folder, on.now);
    const sequencer = new Sequencer({ house: on.house, key, onTrouble: (problem) => expect.fail(String(problem)) });
    const asked = { actor: SYSTEM, forum: on.forum, lang: 'en' as const, requestId: 'test' };
    const write = (count: number) =>
      scratch.database.transaction(async (trx) => {
        for (let n = 0; n < count; n++) {
          const object = { type: 'thing', id: on.forum.id, path: '/kənd' };
          await appendEntry(contextOf(on.house, asked, trx), {
            kind: 'test.done',
            object,
            params: { n, name: 'Ağdam\n"' },
          });
        }
      });
    await write(3);
    await sequencer.integrateWaiting();
    await write(60);
    await sequencer.integrateWaiting();
    const [row] = await scratch.db
      .withTables<CoreTables>()
      .selectFrom('core_entries')
      .select('id')
      .orderBy('id')
      .execute();
    await eraseContent({ db: scratch.db, forum: on.forum }, row!.id);
    const witness = await witnessOf(scratch.db, on.forum.id, 3);
    expect(await cosign({ db: scratch.db, now: on.now }, on.forum.id, 3, witness.key, witness.line)).toBe('added');
    // Written meanwhile, and not yet told of by the installation's log.
    await write(2);
    return exportLogs(scratch.db, key, [
      { forum: on.forum.id, name: 'stage' },
      { forum: REFERENCE, name: INSTALLATION },
    ]);
  }

  it('fits, by both cryptographies, and says what it holds', async () => {
    const archive = await exported();
    for (const given of [NODE, NOBLE]) {
      const found = verifyExport(given, archive);
      expect(found.fits && found.logs).toMatchObject([
        { name: 'installation', entries: 2, erased: 0, checkpoints: 2, cosigned: 0 },
        { name: 'stage', entries: 63, erased: 1, checkpoints: 2, cosigned: 1 },
      ]);
    }
    const read = await unzip(archive, () => true);
    expect(read.ok && read.value.map(({ name }) => name)).toEqual(unpack(archive)!.map(({ name }) => name));
  });

  it('fits no longer when any byte of it is another', async () => {
    const archive = await exported();
    const byte = fc.tuple(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(byte, ([at, change]) => {
        archive[at]! ^= change;
        expect(why(archive)).toBe('archive');
        archive[at]! ^= change;
      }),
      { numRuns: 150 },
    );
    expect(why(archive)).toBe('fits');
  });

  it('fits no longer when somebody changes a byte of a file, or a file, and packs it again', {
    timeout: 60_000,
  }, async () => {
    const parts = unpack(await exported())!;
    const change = fc.tuple(fc.nat(parts.length - 1), fc.nat(), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(change, ([nth, at, by]) => {
        const { name, bytes } = parts[nth]!;
        fc.pre(bytes.length > 0);
        const changed = bytes.map((value, index) => (index === at % bytes.length ? value ^ by : value));
        expect(why(pack(parts.with(nth, { name, bytes: changed })))).not.toBe('fits');
      }),
      { numRuns: 60 },
    );
    for (const [nth, { name, bytes }] of parts.entries()) {
      expect([name, why(pack(parts.toSpliced(nth, 1)))]).not.toEqual([name, 'fits']);
      expect([name, why(pack(parts.with(nth, { name: `${name}x`, bytes })))]).not.toEqual([name, 'fits']);
    }
    expect(why(pack([...parts, { name: 'stage/more', bytes: new Uint8Array() }]))).toBe('tiles');
  });

  it('fits no longer when a head is hidden, an entry is left out or a content moved', async () => {
    const parts = unpack(await exported())!;
    const edited = (file: string, edit: (lines: string[]) => string[]): readonly Part[] =>
      parts.map((part) => {
        if (part.name !== `stage/${file}`) return part;
        const lines = new TextDecoder().decode(part.bytes).split('\n').slice(0, -1);
        return {
          ...part,
          bytes: new TextEncoder().encode(
            edit(lines)
              .map((line) => `${line}\n`)
              .join(''),
          ),
        };
      });
    expect(why(pack(edited('checkpoints.ndjson', ([, ...rest]) => rest)))).toBe('heads');
    expect(why(pack(edited('entries.ndjson', (lines) => lines.slice(0, -1))))).toBe('checkpoint');
    expect(why(pack(edited('entries.ndjson', ([one, other, ...rest]) => [other!, one!, ...rest])))).toBe('root');
    expect(why(pack(edited('contents.ndjson', ([one, ...rest]) => [...rest, one!])))).toBe('content');
    expect(why(pack(edited('contents.ndjson', (lines) => lines.map((line) => line.replace('Ağdam', 'Ağdaş')))))).toBe(
      'content',
    );
    expect(why(pack(edited('cosigners.txt', () => [])))).toBe('signature');
    // Erased contents are no lie: the export says how many.
    const erased = verifyExport(NODE, pack(edited('contents.ndjson', ([, ...rest]) => rest)));
    expect(erased.fits && erased.logs[1]?.erased).toBe(2);
  });
});

describe('what is no export', () => {
  it.each([
    ['archive', new Uint8Array()],
    ['archive', new TextEncoder().encode('PK\u0003\u0004')],
    ['readme', pack([])],
    ['readme', pack([{ name: README, bytes: new Uint8Array([1]) }])],
  ])('is told from one: %s', (what, bytes) => expect(why(bytes)).toBe(what));

  it('is judged with the same functions in a browser', () => {
    const bytes = new Uint8Array([1, 2, 3]);
    expect(Buffer.from(NOBLE.sha256(bytes))).toEqual(Buffer.from(sha256(bytes)));
    expect(Buffer.from(NOBLE.hmacSha256(bytes, bytes))).toEqual(Buffer.from(hmac(sha256, bytes, bytes)));
    expect(NOBLE.verifyEd25519(new Uint8Array(31), bytes, new Uint8Array(64))).toBe(false);
    expect(NOBLE.verifyEd25519(new Uint8Array(32), bytes, new Uint8Array(64))).toBe(
      NODE.verifyEd25519(new Uint8Array(32), bytes, new Uint8Array(64)),
    );
  });
});
