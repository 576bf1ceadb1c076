import type { FileTable } from '#core/db/tables.ts';
import type { Answer } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { FileStore } from './store.ts';

export type FileRow = Pick<FileTable, 'id' | 'sha256' | 'media_type' | 'bytes' | 'name' | 'public'>;

/**
 * The answer that gives a kept file to a browser. Whether this person may have it was asked before. Pictures are
 * shown; everything else is saved under its name, so that no document opens inside our site. What the public may see
 * is addressed by content and kept by browsers for ever; the rest is kept by nobody. Headers common to all files
 * (sandbox, no type guessing) are set where answers leave.
 */
export async function fileAnswer(store: FileStore, row: FileRow, size: 'whole' | 'thumb' = 'whole'): Promise<Answer> {
  const body = size === 'thumb' ? await store.thumb(row.sha256) : await store.read(row.sha256);
  if (!body) return { kind: 'refused', refusal: { kind: 'gone', message: message('core.files.not_found') } };
  const isPicture = row.media_type.startsWith('image/');
  return {
    kind: 'file',
    type: size === 'thumb' ? 'image/webp' : row.media_type,
    body,
    ...(isPicture ? {} : { name: row.name }),
    ...(row.public ? { immutable: true } : {}),
  };
}

/** For a route that found no row. */
export const noFile = (): Answer => ({
  kind: 'refused',
  refusal: { kind: 'not_found', message: message('core.files.not_found') },
});
