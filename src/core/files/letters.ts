/** A text and how its letters were written. `guessed` is true when the file did not say so. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly guessed: boolean;
}

export type Undecodable = { readonly binary: true } | { readonly binary: false; readonly found: string };

/**
 * Finds out how the letters of a text file are written: by its mark (BOM), else UTF-8 when every byte fits, else
 * UTF-16 by its zero bytes, else one of the two old code pages that office computers here still produce. The two old
 * ones are told apart by neighbours: Cyrillic words are runs of high bytes (windows-1251), Turkish and old
 * Azerbaijani ones have single high letters among plain ones (windows-1254).
 */
export function decodeText(bytes: Uint8Array): Decoded | Undecodable {
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return utf8(bytes.subarray(3), false);
  if (starts(bytes, 0xff, 0xfe)) return known(bytes.subarray(2), 'utf-16le', false);
  if (starts(bytes, 0xfe, 0xff)) return known(bytes.subarray(2), 'utf-16be', false);
  const zeros = zeroBytes(bytes);
  if (zeros === 'none') return utf8(bytes, true);
  return zeros === 'binary' ? { binary: true } : known(bytes, zeros, true);
}

const starts = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((value, i) => bytes[i] === value);

function known(bytes: Uint8Array, encoding: string, guessed: boolean): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding: encoding.toUpperCase(), guessed };
}

function utf8(bytes: Uint8Array, mayBeOld: boolean): Decoded | Undecodable {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8', guessed: false };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const broken = text.split('�').length - 1;
    const right = (text.match(/[^\0-\x7f�]/g) ?? []).length;
    if (!mayBeOld || right > 20 * broken) return { binary: false, found: 'UTF-8 ?' };
    const old = oldCodePage(bytes);
    return { text: new TextDecoder(old).decode(bytes), encoding: old, guessed: true };
  }
}

function zeroBytes(bytes: Uint8Array): 'none' | 'utf-16le' | 'utf-16be' | 'binary' {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  sample.forEach((value, i) => {
    if (value !== 0) return;
    if (i % 2 === 0) even++;
    else odd++;
  });
  if (even + odd === 0) return bytes.includes(0) ? 'binary' : 'none';
  const many = sample.length * 0.15;
  if (odd > many && even < odd / 20) return 'utf-16le';
  if (even > many && odd < even / 20) return 'utf-16be';
  return 'binary';
}

function oldCodePage(bytes: Uint8Array): 'windows-1251' | 'windows-1254' {
  let together = 0;
  let among = 0;
  const isHigh = (value: number | undefined): boolean => value !== undefined && value >= 0xc0;
  const isPlain = (value: number | undefined): boolean =>
    value !== undefined && /[A-Za-z]/.test(String.fromCharCode(value));
  bytes.subarray(0, 200_000).forEach((value, i) => {
    if (!isHigh(value)) return;
    if (isHigh(bytes[i + 1])) together++;
    if (isPlain(bytes[i - 1]) || isPlain(bytes[i + 1])) among++;
  });
  return together > among ? 'windows-1251' : 'windows-1254';
}
