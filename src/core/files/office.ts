import { unzip, type ZipTrouble, zipNames } from './zip.ts';

/**
 * Looks into a Word or Excel file: unpacks its small parts within the limits and tells whether it carries a program
 * (macros, ActiveX) or fetches one from elsewhere (a template by link). Null when there is nothing to say.
 */
export async function officeTrouble(bytes: Uint8Array): Promise<ZipTrouble | 'macros' | null> {
  const names = zipNames(bytes);
  if (!names.ok) return names.why;
  if (names.value.some((name) => /vbaProject\.bin$|(^|\/)activeX\/|(^|\/)macrosheets\//i.test(name))) return 'macros';
  const parts = await unzip(bytes, (name) => /^\[Content_Types\]\.xml$|\.rels$/i.test(name));
  if (!parts.ok) return parts.why;
  const carries = parts.value.some((part) => {
    const text = plainOf(part.bytes);
    return /macroEnabled/i.test(text) || (text.match(TAG) ?? []).some(fetchesProgram);
  });
  return carries ? 'macros' : null;
}

/** From one bracket to the next: a run of opening brackets alone is looked at once. */
const TAG = /<[^<>]+>/g;
/** What Word and Excel open by themselves from another place; pictures and links are only looked at. */
const OPENED = /\/(attachedTemplate|oleObject|frame|subDocument)["']/i;

const fetchesProgram = (tag: string): boolean => OPENED.test(tag) && /TargetMode\s*=\s*["']External/i.test(tag);

/** XML as words, whatever hides them: another encoding, letters written as numbers. */
function plainOf(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0 || bytes[0] === 0xfe ? 'utf-16be' : bytes[1] === 0 || bytes[0] === 0xff ? 'utf-16le' : null;
  return new TextDecoder(wide ?? 'utf-8')
    .decode(bytes)
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_all, hex?: string, decimal?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
    });
}
