/**
 * A JSON value written in the one way that RFC 8785 knows: no spaces, keys by their UTF-16 code units, strings as
 * JSON.stringify writes them. Numbers are whole and safe, so that no two programs write one differently; anything that is
 * no JSON value (also half of a surrogate pair) is a TypeError. Keys without a value are left out.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new TypeError(`${value} is no whole number`);
    return String(value);
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('half of a surrogate pair');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} is no JSON`);
  const pairs = Object.entries(value)
    .filter(([, of]) => of !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, of]) => `${canonicalJson(key)}:${canonicalJson(of)}`);
  return `{${pairs.join(',')}}`;
}

/** SHA-256 of a value's canonical JSON in UTF-8, 64 small hexadecimal digits; the function is node:crypto's or a browser's. */
export const jsonHash = (sha256: (bytes: Uint8Array) => Uint8Array, value: unknown): string =>
  Array.from(sha256(new TextEncoder().encode(canonicalJson(value))), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
