import { type Result, refuse } from '#core/errors/result.ts';
import type { Posted, Upload } from './route.ts';

/** Whole request, and one text field. A photo from a phone has 3 to 12 MB; a text of 100,000 characters is a book. */
const MOST_BYTES = 40 * 1024 * 1024;
const MOST_CHARACTERS = 100_000;
const MOST_FIELDS = 2_000;

/** Reads a posted form whole, but never more than the cap: the rest of an endless body is not waited for. */
export async function readPosted(request: Request): Promise<Result<Posted>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type)) {
    return refuse('unsupported', { key: 'errors.bad_form' });
  }
  const tooLarge = refuse('too_large', { key: 'errors.too_large', params: { mb: MOST_BYTES / 1024 / 1024 } });
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return tooLarge;
  const body = await readCapped(request);
  if (!body) return tooLarge;
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    return refuse('bad_input', { key: 'errors.bad_form' });
  }
  return sort(form);
}

async function readCapped(request: Request): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (!request.body) return Buffer.alloc(0);
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function sort(form: FormData): Promise<Result<Posted>> {
  const texts = new Map<string, string[]>();
  const uploads: Upload[] = [];
  let fields = 0;
  for (const [name, value] of form) {
    fields += 1;
    if (fields > MOST_FIELDS) return refuse('too_large', { key: 'errors.bad_form' });
    if (typeof value === 'string') {
      if (value.length > MOST_CHARACTERS) {
        const params = { max: MOST_CHARACTERS, found: value.length };
        const message = { key: 'errors.field_too_long', params };
        return refuse('too_large', message, [{ field: name, message }]);
      }
      // Browsers send line breaks as CRLF; NUL cannot be stored and never comes from a keyboard.
      const text = value.replaceAll('\r\n', '\n').replaceAll('\0', '');
      const held = texts.get(name);
      if (held) held.push(text);
      else texts.set(name, [text]);
    } else if (value.size > 0) {
      uploads.push({ field: name, claimedName: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
    }
  }
  return { ok: true, value: posted(texts, uploads) };
}

function posted(texts: ReadonlyMap<string, readonly string[]>, uploads: readonly Upload[]): Posted {
  return {
    text: (name) => texts.get(name)?.[0]?.trim() ?? '',
    all: (name) => texts.get(name) ?? [],
    names: [...texts.keys()],
    files: (name) => uploads.filter((upload) => upload.field === name),
  };
}
