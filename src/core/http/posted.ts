import { createHash } from 'node:crypto';
import { type Result, refuse } from '#core/errors/result.ts';
import { FORM_ID, type Posted, type Upload } from './route.ts';

const MB = 1024 * 1024;
/** Whole request. A photo from a phone has 3 to 12 MB. */
export const MOST_BYTES = 40 * MB;
/** Who has not said who they are writes words and sends no files; many of them must not fill our memory. */
export const MOST_BYTES_OF_STRANGERS = MB / 4;
/** So much is read past the end and thrown away: a browser that is cut off in the middle shows no answer of ours. */
const MOST_BYTES_IN_VAIN = 64 * MB;
/** A form without files: some long texts, three bytes for each byte of a letter. */
const MOST_BYTES_OF_WORDS = 4 * MB;
/** One text field: 100,000 characters are a book. */
const MOST_CHARACTERS = 100_000;
const MOST_FIELDS = 2_000;

/**
 * Reads a posted form whole, but keeps never more than `most` bytes; the end of an endless body is not waited for. How
 * many fields there are is counted before they are taken apart, because each of them costs more than its bytes.
 */
export async function readPosted(request: Request, most: number): Promise<Result<Posted>> {
  const type = request.headers.get('content-type') ?? '';
  const badForm = refuse('bad_input', { key: 'errors.bad_form' });
  const separator = separatorOf(type);
  if (separator === null) return refuse('unsupported', { key: 'errors.bad_form' });
  const cap = Math.min(most, separator === '&' ? MOST_BYTES_OF_WORDS : MOST_BYTES);
  const tooLarge =
    cap === MOST_BYTES_OF_STRANGERS
      ? refuse('sign_in', { key: 'errors.sign_in' })
      : refuse('too_large', { key: 'errors.too_large', params: { mb: cap / MB } });
  if (Number(request.headers.get('content-length') ?? 0) > cap + MOST_BYTES_IN_VAIN) return tooLarge;
  try {
    const body = await readCapped(request, cap);
    if (!body) return tooLarge;
    // One more than there are fields, and one that ends them.
    if (hasMore(body, separator, MOST_FIELDS + 1)) return refuse('too_large', { key: 'errors.bad_form' });
    return await sort(await new Response(body, { headers: { 'content-type': type } }).formData());
  } catch {
    // Broken, or the sender went away in the middle.
    return badForm;
  }
}

/** What stands between two fields; null: not a form. */
function separatorOf(type: string): string | null {
  if (/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return '&';
  if (!/^multipart\/form-data\s*;/i.test(type)) return null;
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]+)"|([^";\s]+))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  return boundary ? `--${boundary}` : null;
}

function hasMore(body: Buffer, needle: string, most: number): boolean {
  let count = 0;
  for (let at = body.indexOf(needle); at >= 0; at = body.indexOf(needle, at + needle.length)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}

/** The whole body; null when it is longer than `most`. */
async function readCapped(request: Request, most: number): Promise<Buffer<ArrayBuffer> | null> {
  let chunks: Uint8Array[] = [];
  let size = 0;
  if (!request.body) return Buffer.alloc(0);
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    else chunks = [];
    if (size > most + MOST_BYTES_IN_VAIN) break;
  }
  return size > most ? null : Buffer.concat(chunks);
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
      const text = value.replace(/\r\n?/g, '\n').replaceAll('\0', '');
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
    ...(texts.get(FORM_ID)?.[0] ? { sending: contentOf(texts, uploads) } : {}),
  };
}

/** Names and values with their lengths before them, so that no two forms read alike. */
function contentOf(texts: ReadonlyMap<string, readonly string[]>, uploads: readonly Upload[]): string {
  const hash = createHash('sha256');
  const add = (part: string | Uint8Array) => hash.update(`${part.length}:`).update(part);
  for (const [name, values] of texts) for (const value of values) add(name) && add(value);
  for (const { field, claimedName, bytes } of uploads) add(field) && add(claimedName) && add(bytes);
  return hash.digest('hex');
}
