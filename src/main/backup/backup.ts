import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Assembly } from '../assembly.ts';
import { dumpRows, type Head, isUsed, type Line, misfit, restoreRows } from './dump.ts';
import { keptFiles, LOG_KEY, readKept, readLogKey, writeKept, writeLogKey } from './files.ts';

/** What went into a backup, or came out of one. */
export interface Amount {
  readonly rows: number;
  readonly files: number;
}

type House = Pick<Assembly, 'config' | 'database' | 'house'>;
const filesOf = ({ config }: House): string => path.join(config.folder, 'files');

/**
 * Writes database, kept files and the key of the public log into one file, whole or not at all. With a recipient it is encrypted in the age format
 * (age-encryption.org/v1): whoever takes the machine cannot read it, because the key that opens it is elsewhere.
 */
export async function writeBackup(house: House, to: string, recipient: string | null): Promise<Amount> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  const aside = `${to}.${randomBytes(6).toString('hex')}.new`;
  const lines = new PassThrough();
  const amount = { rows: 0, files: 0 };
  const speak = async (): Promise<void> => {
    const say = (line: string): Promise<void> => heard(lines, `${line}\n`);
    amount.rows = await dumpRows(house.database, house.house.clock.now(), say);
    // Files never change under their name: those that come meanwhile are whole, and harm nobody without a row.
    for await (const file of keptFiles(filesOf(house))) {
      const bytes = Buffer.from(await readKept(filesOf(house), file)).toString('base64');
      await say(JSON.stringify({ file, bytes } satisfies Line));
      amount.files += 1;
    }
    const logKey = await readLogKey(house.config.folder);
    if (logKey) {
      await say(JSON.stringify({ file: LOG_KEY, bytes: Buffer.from(logKey).toString('base64') } satisfies Line));
      amount.files += 1;
    }
    await say(JSON.stringify(amount satisfies Line));
    lines.end();
  };
  try {
    const packed = createGzip();
    const packing = pipeline(lines, packed);
    const out = recipient === null ? packed : Readable.fromWeb((await encrypted(packed, recipient)) as never);
    const written = pipeline(out, createWriteStream(aside, { flags: 'wx', mode: 0o600 }));
    const spoken = speak().catch((problem: unknown) => {
      lines.destroy(problem instanceof Error ? problem : new Error(String(problem)));
      throw problem;
    });
    await Promise.all([spoken, packing, written]);
    const file = await open(aside, 'r+');
    await file.sync().finally(() => file.close());
    await rename(aside, to);
  } catch (problem) {
    await unlink(aside).catch(() => undefined);
    throw problem;
  }
  return amount;
}

/** Waits where the reader is slower than we are; throws when it has gone. */
async function heard(to: PassThrough, text: string): Promise<void> {
  if (!to.write(text)) await once(to, 'drain');
}

/** Loaded with the first backup: most days of a server see none. */
export const age = () => import('age-encryption');

async function encrypted(plain: Readable, recipient: string): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new (await age()).Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(Readable.toWeb(plain) as unknown as ReadableStream<Uint8Array>);
}

/** Why a backup cannot be restored, as a sentence for who typed the command. */
export class NotRestored extends Error {}

const MAGIC = Buffer.from('age-encryption.org/v1');

/**
 * Reads a backup back. Throws NotRestored, with nothing changed, when the installation holds something and `over` was
 * not said, when the key does not fit, when the file is damaged, or when another version made it.
 */
export async function restoreBackup(house: House, from: string, key: string | null, over: boolean): Promise<Amount> {
  if (!over && (await isUsed(house.database.db)))
    throw new NotRestored(
      'This installation is not empty. What it holds would be lost: restore into an empty data folder, or say --over.',
    );
  // The whole file is read once before anything is written: a damaged end must not cost what is there.
  const told = await readThrough(from, key, async () => {});
  const wrong = await misfit(house.database.db, told.head);
  if (wrong) throw new NotRestored(wrong);
  let files = 0;
  const rows = await restoreRows(house.database, rowsIn(from, key));
  await readThrough(from, key, async (line) => {
    if (!('file' in line)) return;
    const bytes = Buffer.from(line.bytes, 'base64');
    if (line.file === LOG_KEY) await writeLogKey(house.config.folder, bytes);
    else await writeKept(filesOf(house), line.file, bytes);
    files += 1;
  });
  return { rows, files };
}

async function* rowsIn(from: string, key: string | null): AsyncGenerator<{ table: string; row: string }> {
  for await (const line of linesOf(from, key)) {
    const table = /^\{"table":"([a-z_]+)","row":/.exec(line);
    // The row itself goes on as the text that the database wrote: no number passes through JavaScript.
    if (table) yield { table: table[1]!, row: line.slice(table[0].length, -1) };
  }
}

/** Reads to the end and judges it: a head, lines of known kinds, and a last line that counts right. */
async function readThrough(
  from: string,
  key: string | null,
  take: (line: Line) => Promise<void>,
): Promise<{ head: Head }> {
  let head: Head | null = null;
  let end: Amount | null = null;
  const seen = { rows: 0, files: 0 };
  for await (const text of linesOf(from, key)) {
    const line = parsed(text);
    if (end || !line) throw damaged();
    if ('ortaq' in line) head = line;
    else if ('table' in line) seen.rows += 1;
    else if ('file' in line) seen.files += 1;
    else end = line;
    await take(line);
  }
  if (!head || !end || end.rows !== seen.rows || end.files !== seen.files) throw damaged();
  return { head };
}

const damaged = (): NotRestored =>
  new NotRestored('The file is no backup of Ortaq, or it is damaged. Nothing was changed.');

function parsed(text: string): Line | null {
  try {
    const line: unknown = JSON.parse(text);
    return typeof line === 'object' && line !== null ? (line as Line) : null;
  } catch {
    return null;
  }
}

/** The lines of a backup, decrypted and unpacked as they come. */
async function* linesOf(from: string, key: string | null): AsyncGenerator<string> {
  const file = await open(from, 'r').catch(() => {
    throw new NotRestored(`The file ${from} cannot be read.`);
  });
  const start = Buffer.alloc(MAGIC.length);
  await file.read(start, 0, MAGIC.length, 0).finally(() => file.close());
  const isEncrypted = start.equals(MAGIC);
  if (isEncrypted && key === null)
    throw new NotRestored('This backup is encrypted. Say --key FILE, the file that holds the line AGE-SECRET-KEY-1….');
  const raw = createReadStream(from);
  try {
    const packed = isEncrypted ? Readable.fromWeb((await decrypted(raw, key!)) as never) : raw;
    const unpacked = packed.pipe(createGunzip());
    packed.on('error', (problem: Error) => unpacked.destroy(problem));
    yield* createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY });
    if (unpacked.errored) throw unpacked.errored;
  } catch (problem) {
    if (problem instanceof NotRestored) throw problem;
    throw damaged();
  } finally {
    raw.destroy();
  }
}

async function decrypted(raw: Readable, key: string): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new (await age()).Decrypter();
  try {
    decrypter.addIdentity(key);
    return await decrypter.decrypt(Readable.toWeb(raw) as unknown as ReadableStream<Uint8Array>);
  } catch {
    throw new NotRestored('The key does not open this backup. Nothing was changed.');
  }
}

/** The secret line of a key file; null when there is none in it. */
export async function keyIn(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return /^AGE-SECRET-KEY-1[A-Z0-9]+$/m.exec(text)?.[0] ?? null;
}
