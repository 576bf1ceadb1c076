import type { Db } from '#core/db/database.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { NODE } from './primitives.ts';
import { utf8 } from './tree/bytes.ts';
import { formatKey, isSigned, MOST_SIGNATURES, parseKey, parseNote, parseSignature } from './tree/note.ts';

export type Cosigned = 'added' | 'known' | 'no_checkpoint' | 'bad_key' | 'bad_signature' | 'too_many';

/**
 * Keeps somebody else's signature under a head of a log: a plain one over the note, or a witness's (C2SP
 * cosignature/v1), with the key that they show. Only one that verifies is kept. Who may add one is asked before.
 */
export async function cosign(
  { db, now }: { readonly db: Db; readonly now: Date },
  forum: string,
  size: number,
  keyLine: string,
  signature: string,
): Promise<Cosigned> {
  const tables = db.withTables<CoreTables>();
  const row = await tables
    .selectFrom('core_log_checkpoints')
    .select('note')
    .where('forum_id', '=', forum)
    .where('size', '=', size)
    .executeTakeFirst();
  const note = row && parseNote(utf8(row.note));
  if (!note) return 'no_checkpoint';
  const key = parseKey(NODE.sha256, keyLine.trim());
  if (!key) return 'bad_key';
  const line = signature.trim();
  const read = parseSignature(line);
  // The log's own name is not for others.
  if (!read || key.name === note.signatures[0]?.name || !isSigned(NODE, note.text, read, key)) return 'bad_signature';
  const { n } = await tables
    .selectFrom('core_log_cosignatures')
    .select((is) => is.fn.countAll<number>().as('n'))
    .where('forum_id', '=', forum)
    .where('size', '=', size)
    .executeTakeFirstOrThrow();
  if (Number(n) + 1 >= MOST_SIGNATURES) return 'too_many';
  const done = await tables
    .insertInto('core_log_cosignatures')
    .values({ forum_id: forum, size, key: formatKey(key), line, added_at: now })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n ? 'added' : 'known';
}
