import { createPrivateKey, createPublicKey, generateKeyPairSync, hkdfSync, type KeyObject, sign } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Db } from '#core/db/database.ts';
import { json } from '#core/db/json.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { NODE } from './primitives.ts';
import { toBase64, utf8 } from './tree/bytes.ts';
import { formatNote, type NoteKey, noteKey } from './tree/note.ts';

/** The server may not start with this key, or without one; the message is for the operator. */
export class LogKeyRefused extends Error {}

/** The key that signs heads of the log; it stays inside. */
export interface LogKey {
  /** Base64 of the 32 public bytes. */
  readonly publicKey: string;
  /** As whose signature it stands under the log of this origin. */
  verifier(origin: string): NoteKey;
  /** The signed note of a text. */
  signed(origin: string, text: string): string;
  /** 32 bytes for one other purpose, from which the key cannot be found (HKDF, RFC 5869): what closes secrets in the database. */
  derived(purpose: string): Uint8Array;
}

/**
 * Opens <folder>/keys/log.key, or makes it at the first start. Throws LogKeyRefused when others may read it, when it
 * is no key, when it is missing although heads were signed, or when it is another than the one that signed them.
 */
export async function openLogKey(db: Db, folder: string, now: Date): Promise<LogKey> {
  const file = path.join(folder, 'keys', 'log.key');
  const tables = db.withTables<CoreTables>();
  const [known, signed] = await Promise.all([
    knownKey(db),
    tables.selectFrom('core_log_checkpoints').select('size').limit(1).executeTakeFirst(),
  ]);
  const key = keyOf(readKey(file) ?? madeKey(file, signed !== undefined));
  if (known === key.publicKey) return key;
  if (known !== null && signed) throw anotherKey(file);
  await tables
    .insertInto('core_settings')
    .values({ key: SETTING, value: json(key.publicKey), changed_at: now })
    .onConflict((on) => on.column('key').doUpdateSet({ value: json(key.publicKey), changed_at: now }))
    .execute();
  return key;
}

const SETTING = 'log_key';

/** The public key that this installation signs with; another process may have chosen it. */
export async function knownKey(db: Db): Promise<string | null> {
  const row = await db
    .withTables<CoreTables>()
    .selectFrom('core_settings')
    .select('value')
    .where('key', '=', SETTING)
    .executeTakeFirst();
  return typeof row?.value === 'string' ? row.value : null;
}

const anotherKey = (file: string): LogKeyRefused =>
  new LogKeyRefused(
    `${file} is another key than the one that signed the public log so far. Put the first one back, from your backup.`,
  );

/** null: there is no such file. */
function readKey(file: string): KeyObject | null {
  try {
    const found = statSync(file);
    if (!found.isFile() || (found.mode & 0o077) !== 0)
      throw new LogKeyRefused(
        `${file} signs the public log and may be read by others. Only its owner may: chmod 600 ${file}`,
      );
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (problem) {
    if (problem instanceof LogKeyRefused) throw problem;
    const { code } = problem as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    if (code === 'EACCES' || code === 'EPERM')
      throw new LogKeyRefused(`${file} signs the public log and this user may not read it. Give it to this user.`);
  }
  throw new LogKeyRefused(
    `${file} should hold the key that signs the public log, and holds none. Put it back from your backup.`,
  );
}

function madeKey(file: string, isTooLate: boolean): KeyObject {
  if (isTooLate)
    throw new LogKeyRefused(
      `${file} is missing. It has signed the public log, and no other key can take its place: put it back from your backup.`,
    );
  const { privateKey } = generateKeyPairSync('ed25519');
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = openSync(file, 'wx', 0o600);
  writeSync(handle, String(privateKey.export({ format: 'pem', type: 'pkcs8' })));
  fsyncSync(handle);
  closeSync(handle);
  for (const folder of [path.dirname(file), path.dirname(path.dirname(file))]) {
    const opened = openSync(folder, 'r');
    fsyncSync(opened);
    closeSync(opened);
  }
  return privateKey;
}

function keyOf(privateKey: KeyObject): LogKey {
  const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  const verifier = (origin: string): NoteKey => noteKey(NODE.sha256, origin, 'note', raw);
  return {
    publicKey: toBase64(raw),
    verifier,
    signed: (origin, text) => {
      const { name, id } = verifier(origin);
      return formatNote({ text, signatures: [{ name, id, bytes: sign(null, utf8(text), privateKey) }] });
    },
    derived: (purpose) =>
      new Uint8Array(hkdfSync('sha256', privateKey.export({ format: 'der', type: 'pkcs8' }), '', purpose, 32)),
  };
}
