import type { Message } from '#core/i18n/message.ts';
import { message } from '#core/i18n/message.ts';
import { equalBytes, type Primitives, utf8 } from '../tree/bytes.ts';
import { parseCheckpoint } from '../tree/checkpoint.ts';
import { unpack } from './archive.ts';
import { INSTALLATION, README, README_TEXT } from './layout.ts';
import { type LogFound, NotFitting, verifyLog } from './verify-log.ts';

export type Verified =
  | { readonly fits: true; readonly logs: readonly LogFound[] }
  | { readonly fits: false; readonly why: Message };

/**
 * Recomputes everything in an export: every leaf, tile, head, signature and content, and that the installation's log
 * knows exactly the heads that the forums' logs show. Every byte of the archive is bound by something.
 */
export function verifyExport(given: Primitives, archive: Uint8Array): Verified {
  try {
    return { fits: true, logs: verifyAll(given, archive) };
  } catch (problem) {
    if (problem instanceof NotFitting) return { fits: false, why: problem.why };
    throw problem;
  }
}

function verifyAll(given: Primitives, archive: Uint8Array): readonly LogFound[] {
  const parts = unpack(archive);
  if (!parts) throw new NotFitting(message('core.log.archive'));
  const [readme, ...files] = parts;
  if (readme?.name !== README || !equalBytes(readme.bytes, utf8(README_TEXT)))
    throw new NotFitting(message('core.log.readme'));
  const folders = Map.groupBy(files, ({ name }) => name.slice(0, name.indexOf('/')));
  if (folders.size === 0) throw new NotFitting(message('core.log.no_log'));
  const logs = [...folders].map(([name, own]) =>
    verifyLog(given, name, new Map(own.map((part) => [part.name.slice(name.length + 1), part.bytes]))),
  );
  const above = logs.find(({ name }) => name === INSTALLATION);
  if (above) for (const log of logs) if (log !== above) compareHeads(above, log);
  return logs;
}

/** The heads that the installation's log holds of a forum's log must be the heads of that log, all and in order. */
function compareHeads(above: LogFound, log: LogFound): void {
  const told = above.heads.filter(
    (note) => parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1))?.origin === log.origin,
  );
  const own = log.ownNotes;
  if (told.length !== own.length || told.some((note, nth) => note !== own[nth]))
    throw new NotFitting(message('core.log.heads', { log: log.name }));
}

/** One sentence for each log of an export that fits. */
export const summaryOf = ({ name, entries, erased, checkpoints, cosigned }: LogFound): Message =>
  message('core.log.summary', { log: name, entries, erased, checkpoints, cosigned });
