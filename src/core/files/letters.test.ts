import { describe, expect, test } from 'vitest';
import { decodeText } from './letters.ts';

const AZ = 'Açıq hökumət; icra müddəti, Şəki';
const RU = 'Мера 1.1: платёжные терминалы в каждом селе';

/** windows-1251 and windows-1254 for the letters we need; Node only decodes them. */
function encode(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number>();
  for (let code = 0; code < 256; code++) table.set(new TextDecoder(encoding).decode(Uint8Array.of(code)), code);
  return Uint8Array.from([...text].map((letter) => table.get(letter) ?? 0x3f));
}

describe('how letters are written', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(AZ), AZ, false],
    ['UTF-8', Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(AZ)]), AZ, false],
    ['UTF-16LE', Buffer.from(`\ufeff${AZ}`, 'utf16le'), AZ, false],
    ['UTF-16BE', Buffer.from(`\ufeff${AZ}`, 'utf16le').swap16(), AZ, false],
    ['UTF-16LE', Buffer.from(`plain latin, ${AZ}`, 'utf16le'), `plain latin, ${AZ}`, true],
    ['windows-1251', encode(RU, 'windows-1251'), RU, true],
    [
      'windows-1254',
      encode('Açıq hökumət üçün şəffaflıq'.replaceAll('ə', 'e'), 'windows-1254'),
      'Açıq hökumet üçün şeffaflıq',
      true,
    ],
  ])('%s', (encoding, bytes, text, guessed) => {
    expect(decodeText(bytes)).toEqual({ text, encoding, guessed });
  });

  test('a UTF-8 text with one broken letter is not passed off as an old code page', () => {
    const bytes = new TextEncoder().encode(AZ.repeat(20));
    bytes[bytes.indexOf(0xc9)] = 0xff;
    expect(decodeText(bytes)).toEqual({ binary: false, found: 'UTF-8 ?' });
  });

  test('bytes that are no text', () => {
    expect(decodeText(Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 256))).toEqual({ binary: true });
  });
});
