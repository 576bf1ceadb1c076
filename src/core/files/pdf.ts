import { promisify } from 'node:util';
import { constants, inflate } from 'node:zlib';

const unpack = promisify(inflate);

/** Actions and parts that make a PDF do something by itself or carry another file (ISO 32000-1, 7.11.4, 12.6.4). */
const ACTIVE = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|GoToE|XFA)(?![A-Za-z])/;
const MOST_UNPACKED = 48 * 2 ** 20;

export type PdfTrouble =
  | { readonly why: 'active'; readonly found: string }
  | { readonly why: 'locked' | 'broken' | 'too_big' };

/**
 * Looks through a PDF for parts that run or open by themselves; null when there are none. Names may be written with
 * escapes ("/J#61vaScript") and objects may hide in compressed object streams: both are looked into. What cannot be
 * looked into (a password, an unusual packing) counts as trouble.
 */
export async function pdfTrouble(bytes: Uint8Array): Promise<PdfTrouble | null> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!raw.includes('%%EOF')) return { why: 'broken' };
  const plain = unescaped(raw);
  if (/\/Encrypt(?![A-Za-z])/.test(plain)) return { why: 'locked' };
  const found = ACTIVE.exec(plain);
  if (found) return { why: 'active', found: found[1] ?? '' };
  return hiddenTrouble(raw, bytes);
}

const unescaped = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The same look into every object stream (7.5.7). */
async function hiddenTrouble(raw: string, bytes: Uint8Array): Promise<PdfTrouble | null> {
  let unpacked = 0;
  for (const { dictionary, from, to } of objectStreams(raw)) {
    const filters = dictionary.match(/\/\w+Decode/g) ?? [];
    const usual = filters.length === 1 && filters[0] === '/FlateDecode' && !/\/Predictor\s+(?!1\b)/.test(dictionary);
    if (filters.length === 0 && !/\/Filter/.test(dictionary)) continue; // not packed: the look at the whole saw it
    if (!usual) return { why: 'active', found: 'ObjStm' };
    const body = await inflated(bytes.subarray(from, to), MOST_UNPACKED - unpacked);
    if (body === 'too_big') return { why: 'too_big' };
    if (body === 'broken') return { why: 'broken' };
    unpacked += body.length;
    const found = ACTIVE.exec(unescaped(body.toString('latin1')));
    if (found) return { why: 'active', found: found[1] ?? '' };
  }
  return null;
}

interface ObjectStream {
  readonly dictionary: string;
  readonly from: number;
  readonly to: number;
}

function* objectStreams(raw: string): Generator<ObjectStream> {
  for (const match of raw.matchAll(/\/(?:ObjStm|[A-Za-z#0-9]*#[A-Za-z#0-9]*)/g)) {
    if (unescaped(match[0]) !== '/ObjStm') continue;
    const start = raw.indexOf('stream', match.index);
    if (start < 0) return;
    const head = raw.slice(Math.max(0, raw.lastIndexOf('obj', match.index)), start);
    const from = start + 6 + (raw.startsWith('\r\n', start + 6) ? 2 : 1);
    const end = raw.indexOf('endstream', from);
    yield { dictionary: unescaped(head), from, to: end < 0 ? raw.length : end };
  }
}

async function inflated(packed: Uint8Array, most: number): Promise<Buffer | 'too_big' | 'broken'> {
  try {
    // Streams may end with a line break that does not belong to them.
    return await unpack(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, most) });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_big' : 'broken';
  }
}
