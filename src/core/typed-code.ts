/** Crockford's base 32: no I, L, O, U, so that nobody reads one sign for another. Five bits each. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE = /^[0-9A-HJKMNP-TV-Z]+$/;

/** A code for paper from random bytes: one letter of each byte, which gives five of its bits. */
export const codeFrom = (bytes: Uint8Array): string => [...bytes].map((byte) => LETTERS[byte & 31]).join('');

/**
 * A code of so many letters as typed by hand: small letters, blanks, hyphens and look-alikes (O for 0, I and L for 1)
 * are forgiven; null: it cannot be one.
 */
export function typedCode(text: string, length: number): string | null {
  const code = text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}._]/gu, '')
    .toUpperCase()
    .replace(/İ/g, 'I')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  return code.length === length && CODE.test(code) ? code : null;
}
