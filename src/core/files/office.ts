import { unzip, type ZipTrouble, zipNames } from './zip.ts';

/**
 * Looks into a Word or Excel file: unpacks its small parts within the limits and tells whether it carries a program
 * (macros, ActiveX) or fetches one from elsewhere (a template by link). Null when there is nothing to say.
 */
export async function officeTrouble(bytes: Uint8Array): Promise<ZipTrouble | 'macros' | null> {
  const names = zipNames(bytes);
  if (!names.ok) return names.why;
  if (names.value.some((name) => /vbaProject\.bin$|(^|\/)activeX\/|(^|\/)macrosheets\//i.test(name))) return 'macros';
  const parts = await unzip(bytes, (name) => /^\[Content_Types\]\.xml$|\.rels$/.test(name));
  if (!parts.ok) return parts.why;
  const carries = parts.value.some((part) => {
    const text = new TextDecoder().decode(part.bytes);
    return /macroEnabled/i.test(text) || /<[^>]*attachedTemplate[^>]*TargetMode=["']External/i.test(text);
  });
  return carries ? 'macros' : null;
}
