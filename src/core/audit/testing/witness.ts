import { generateKeyPairSync, sign } from 'node:crypto';
import type { Db } from '#core/db/database.ts';
import { NODE } from '../primitives.ts';
import { checkpointsOf } from '../queries.ts';
import { joined, utf8 } from '../tree/bytes.ts';
import { cosigned, formatKey, type KeyKind, noteKey, parseNote, signatureLine } from '../tree/note.ts';

/** Another member who signs a head of a log with a key of its own. */
export async function witnessOf(
  db: Db,
  forum: string,
  size: number,
  kind: KeyKind = 'cosignature',
): Promise<{ readonly key: string; readonly line: string }> {
  const head = (await checkpointsOf(db, forum)).find((one) => one.size === size)!;
  const { text } = parseNote(utf8(head.note))!;
  const pair = generateKeyPairSync('ed25519');
  const raw = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const key = noteKey(NODE.sha256, 'witness.example', kind, raw);
  const seconds = 1_795_420_800n;
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, seconds);
  const bytes =
    kind === 'note'
      ? sign(null, utf8(text), pair.privateKey)
      : joined(time, sign(null, utf8(cosigned(text, seconds)), pair.privateKey));
  return { key: formatKey(key), line: signatureLine({ name: key.name, id: key.id, bytes }).trimEnd() };
}
