import { utf8 } from '../tree/bytes.ts';

/** Folder of the installation's log in an export; forums have their own names. */
export const INSTALLATION = 'installation';

/** Names of the files of one log, below its folder. */
export const FILES = {
  key: 'key.txt',
  entries: 'entries.ndjson',
  contents: 'contents.ndjson',
  checkpoints: 'checkpoints.ndjson',
  head: 'checkpoint',
  cosigners: 'cosigners.txt',
} as const;
export const TILES = 'tile/';
export const README = 'README.txt';

/** A line of contents.ndjson; `salt` in hexadecimal. */
export const contentLine = (place: number, salt: string, content: string): string =>
  JSON.stringify({ place, salt, content });
/** A line of checkpoints.ndjson: the note with every signature that it carries. */
export const checkpointLine = (size: number, note: string): string => JSON.stringify({ size, note });

/** Lines as a file: each ends in a newline. */
export const fileOf = (lines: readonly string[]): Uint8Array => utf8(lines.map((line) => `${line}\n`).join(''));

/** What stands in every export, word for word. */
export const README_TEXT = `EXPORT OF A PUBLIC LOG - DƏYİŞİKLİKLƏR JURNALININ NÜSXƏSİ - ВЫГРУЗКА ЖУРНАЛА ИЗМЕНЕНИЙ

Anyone can check with it that the record was not rewritten: open the verifier (one page, works without network) and
give it this archive, or run: npm run ortaq -- verify FILE. Keep the archive: a later one must contain all of it.
Bununla hər kəs qeydlərin dəyişdirilmədiyini yoxlaya bilər: yoxlama səhifəsini açın və bu arxivi göstərin.
С его помощью каждый может проверить, что записи не переписаны: откройте страницу проверки и укажите этот архив.

Each folder is one log: one of each forum, and that of the installation, which also holds the forums' checkpoints.
  key.txt             the key that signs the log (C2SP signed-note verifier key)
  entries.ndjson      one line for each leaf of the tree, in order; leaf hash = SHA-256(0x00 || line) (RFC 9162)
  contents.ndjson     what entries say: HMAC-SHA-256(key = salt, message = content) is the entry's "content";
                      a missing line was erased, and with it the salt
  checkpoints.ndjson  every signed head of the tree (C2SP tlog-checkpoint) with the signatures of others
  checkpoint          the last of them
  cosigners.txt       keys of the others who signed
  tile/               hashes of the tree (C2SP tlog-tiles)
`;
