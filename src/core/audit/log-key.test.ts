import { createPrivateKey } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SYSTEM } from '#core/actor.ts';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { stage } from '#core/db/testing/stage.ts';
import { contextOf } from '#core/house.ts';
import { appendEntry } from './commands.ts';
import { LogKeyRefused, openLogKey } from './log-key.ts';
import { Sequencer } from './sequencer.ts';

both('the key of the public log', (scratch) => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ortaq-log-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const file = () => path.join(folder, 'keys', 'log.key');
  const open = () => openLogKey(scratch.db, folder, new Date('2026-11-23T08:00:00Z'));
  const refusal = () =>
    open().then(
      () => 'opened',
      (problem) => (problem instanceof LogKeyRefused ? problem.message.replaceAll(folder, '') : `surprise: ${problem}`),
    );

  it('is made at the first start, for its owner alone, and is the same at the second', async () => {
    const first = await open();
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file())).mode & 0o777).toBe(0o700);
    expect((await open()).publicKey).toBe(first.publicKey);
  });

  it('gives other keys for other purposes, the same after a new start, and none of them is itself', async () => {
    const first = await open();
    const derived = first.derived('ballots');
    expect(derived).toHaveLength(32);
    expect(derived).toEqual((await open()).derived('ballots'));
    expect(derived).not.toEqual(first.derived('other'));
    const der = createPrivateKey(readFileSync(file())).export({ format: 'der', type: 'pkcs8' });
    expect(der.includes(Buffer.from(derived))).toBe(false);
  });

  it('stops the start with a sentence when others may read it or it is no key', async () => {
    await open();
    chmodSync(file(), 0o640);
    expect(await refusal()).toMatch(/^\/keys\/log\.key signs the public log and may be read by others\. .* chmod 600/);
    chmodSync(file(), 0o600);
    writeFileSync(file(), 'nothing');
    expect(await refusal()).toContain('should hold the key');
    rmSync(file());
    mkdirSync(file());
    expect(await refusal()).toMatch(/read by others|holds none/);
  });

  it('cannot be replaced once it has signed', async () => {
    const before = await open();
    rmSync(file());
    const key = await open();
    expect(key.publicKey).not.toBe(before.publicKey);
    await sign(scratch, key);
    rmSync(file());
    expect(await refusal()).toContain('is missing. It has signed the public log');
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'ortaq-log-key-'));
    // Another machine on the same database begins with a key of its own.
    const copy = path.join(elsewhere, 'keys', 'log.key');
    mkdirSync(path.dirname(copy));
    writeFileSync(copy, OTHER, { mode: 0o600 });
    await expect(openLogKey(scratch.db, elsewhere, new Date())).rejects.toThrow('another key than the one');
    rmSync(elsewhere, { recursive: true });
  });

  it('signs nothing for a process whose key is not the one that the installation knows', async () => {
    const key = await open();
    rmSync(file());
    await open();
    await expect(sign(scratch, key)).rejects.toThrow('with another key');
  });
});

/** Made for this test; it signs nothing else. */
const OTHER = `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f
-----END PRIVATE KEY-----
`;

async function sign(scratch: Scratch, key: Awaited<ReturnType<typeof openLogKey>>): Promise<void> {
  const on = await stage(scratch);
  const asked = { actor: SYSTEM, forum: on.forum, lang: 'en' as const, requestId: 'test' };
  await scratch.database.transaction((trx) =>
    appendEntry(contextOf(on.house, asked, trx), {
      kind: 'test.done',
      object: { type: 'thing', id: on.forum.id, path: null },
      params: {},
    }),
  );
  await new Sequencer({ house: on.house, key, onTrouble: () => {} }).integrateWaiting();
}
