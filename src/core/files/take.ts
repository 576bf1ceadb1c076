import { type Result, refuse } from '#core/errors/result.ts';
import type { Upload } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { admit, type Purpose } from './admit.ts';
import { type FileFacts, factsOf } from './facts.ts';
import type { FileStore } from './store.ts';

/** At most so many files come with one form. */
const MOST_FILES = 12;

/**
 * Judges, cleans and keeps the uploaded files of one field before any transaction begins; the command then writes
 * their rows. One file that cannot be kept refuses them all: nothing is half-done.
 */
export async function takeUploads(
  store: FileStore,
  uploads: readonly Upload[],
  purpose: Purpose,
): Promise<Result<readonly FileFacts[]>> {
  if (uploads.length > MOST_FILES) {
    const tooMany = message('core.files.too_many', { most: MOST_FILES, found: uploads.length });
    return refuse('too_large', tooMany, [{ field: uploads[0]!.field, message: tooMany }]);
  }
  const taken: FileFacts[] = [];
  for (const upload of uploads) {
    const admitted = await admit(upload.bytes, upload.claimedName, purpose);
    if (!admitted.ok) {
      const refusal = { ...admitted.refusal, fields: [{ field: upload.field, message: admitted.refusal.message }] };
      return { ok: false, refusal };
    }
    await store.keep(admitted.value);
    taken.push(factsOf(admitted.value));
  }
  return { ok: true, value: taken };
}
