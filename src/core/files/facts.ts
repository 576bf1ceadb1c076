import * as v from 'valibot';
import type { Admitted } from './admitted.ts';

/** What a command gets to know of a kept file: its row; the bytes stay outside the database and the transaction. */
export const FileFactsShape = v.object({
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  mediaType: v.pipe(v.string(), v.maxLength(120)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

export type FileFacts = v.InferOutput<typeof FileFactsShape>;

export const factsOf = (admitted: Admitted): FileFacts => ({
  sha256: admitted.sha256,
  mediaType: admitted.mediaType,
  name: admitted.name,
  size: admitted.bytes.length,
});
