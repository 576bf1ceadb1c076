import { type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { type Admitted, sha256 } from './admitted.ts';
import { decodeText } from './letters.ts';
import { displayName, withEnding } from './name.ts';
import { officeTrouble } from './office.ts';
import { pdfTrouble } from './pdf.ts';
import { admitPicture } from './picture.ts';
import { type Cleaned, withoutTracesInOffice, withoutTracesInPdf } from './traces.ts';

/** A photo is a photo; evidence may be a document too. */
export type Purpose = 'photo' | 'evidence';

export const LARGEST_FILE = 15 * 2 ** 20;

const PICTURES: Readonly<Record<string, string>> = { 'image/jpeg': 'JPEG', 'image/png': 'PNG', 'image/webp': 'WebP' };
const OFFICE: Readonly<Record<string, readonly [ending: string, kind: string]>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx', 'Word'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx', 'Excel'],
};

/**
 * Judges one uploaded file by its content and makes of it what may be kept. Its name and the type that the browser
 * claims prove nothing. Slow: call it before the transaction, then `fileStore.keep`, then the command with its row.
 */
export async function admit(bytes: Uint8Array, claimedName: string, purpose: Purpose): Promise<Result<Admitted>> {
  const name = displayName(claimedName);
  if (bytes.length === 0) return refuse('bad_input', message('core.files.empty', { name }));
  if (bytes.length > LARGEST_FILE) {
    const sizes = { mb: (bytes.length / 2 ** 20).toFixed(1), max: LARGEST_FILE / 2 ** 20 };
    return refuse('too_large', message('core.files.too_large', { name, ...sizes }));
  }
  // Loaded with the first file that somebody sends.
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const picture = PICTURES[type?.mime ?? ''];
  if (picture) return admitPicture(bytes, name, picture);
  if (type && /^image\/(heic|heif)/.test(type.mime)) return refuse('unsupported', message('core.files.heic', { name }));
  if (purpose === 'photo') return refuse('unsupported', message('core.files.not_photo', { name }));
  if (type?.mime === 'application/pdf') return admitPdf(bytes, name);
  const office = OFFICE[type?.mime ?? ''];
  if (office && type) return admitOffice(bytes, name, type.mime, office);
  return type ? refuse('unsupported', refusedKind(type, name)) : admitText(bytes, name);
}

function refusedKind(type: { readonly mime: string; readonly ext: string }, name: string) {
  if (/macroenabled/i.test(type.mime)) return message('core.files.macros', { name });
  if (type.mime === 'application/x-cfb') return message('core.files.old_office', { name });
  if (/xml|html/.test(type.mime)) return message('core.files.web_page', { name });
  return message('core.files.kind', { name, found: type.ext.toUpperCase() });
}

const kept = (bytes: Uint8Array, mediaType: string, name: string): Result<Admitted> => ({
  ok: true,
  value: { sha256: sha256(bytes), mediaType, bytes, name },
});

/** A document whose photos tell neither place nor owner any more. */
const cleaned = (clean: Cleaned, mediaType: string, name: string, ending: string): Result<Admitted> =>
  clean.ok
    ? kept(clean.bytes, mediaType, withEnding(name, ending))
    : refuse('unsupported', message('core.files.signed_place', { name }));

async function admitPdf(bytes: Uint8Array, name: string): Promise<Result<Admitted>> {
  const trouble = await pdfTrouble(bytes);
  if (trouble === null) return cleaned(withoutTracesInPdf(bytes), 'application/pdf', name, 'pdf');
  switch (trouble.why) {
    case 'active':
      return refuse('unsupported', message('core.files.pdf_active', { name, found: trouble.found }));
    case 'locked':
      return refuse('unsupported', message('core.files.pdf_locked', { name }));
    case 'too_big':
      return refuse('too_large', message('core.files.unpacks_too_big', { name }));
    case 'broken':
      return refuse('bad_input', message('core.files.broken', { name, kind: 'PDF' }));
  }
}

async function admitOffice(
  bytes: Uint8Array,
  name: string,
  mediaType: string,
  [ending, kind]: readonly [string, string],
): Promise<Result<Admitted>> {
  const trouble = await officeTrouble(bytes);
  if (trouble === 'macros') return refuse('unsupported', message('core.files.macros', { name }));
  const clean: Cleaned = trouble === null ? await withoutTracesInOffice(bytes) : { ok: false, why: trouble };
  if (clean.ok || clean.why === 'signed') return cleaned(clean, mediaType, name, ending);
  if (clean.why === 'too_big' || clean.why === 'too_tight')
    return refuse('too_large', message('core.files.unpacks_too_big', { name }));
  return refuse('bad_input', message('core.files.broken', { name, kind }));
}

/** Plain text and CSV have no mark of their own: they are what reads as text and is no markup. */
function admitText(bytes: Uint8Array, name: string): Result<Admitted> {
  const decoded = decodeText(bytes);
  if ('binary' in decoded) return refuse('unsupported', message('core.files.unknown_kind', { name }));
  const { text, encoding } = decoded;
  if (/^\s*<|<(?:script|svg|html|iframe|object|embed)\b/i.test(text))
    return refuse('unsupported', message('core.files.web_page', { name }));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no text that people write holds these
  if (/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text))
    return refuse('unsupported', message('core.files.unknown_kind', { name }));
  const csv = /\.(csv|tsv)$/i.test(name);
  const mediaType = `text/${csv ? 'csv' : 'plain'}; charset=${encoding.toLowerCase()}`;
  return kept(bytes, mediaType, csv ? name : withEnding(name, 'txt'));
}
