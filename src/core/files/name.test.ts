import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayName, withEnding } from './name.ts';

test.each([
  ['C:\\Users\\a\\Plan 2026.docx', 'Plan 2026.docx'],
  ['../../etc/passwd', 'passwd'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['a\u0000b\r\nc.txt', 'abc.txt'],
  ['  .hidden ', 'hidden'],
  ['Şəkil «ə» №1.jpg', 'Şəkil «ə» №1.jpg'],
  ['a"b<c>.txt', 'a_b_c_.txt'],
  ['', 'file'],
  ['///', 'file'],
  ['\u200b\u200e', 'file'],
  ['e\u0301.txt', 'é.txt'],
])('%j is shown as %j', (claimed, shown) => {
  expect(displayName(claimed)).toBe(shown);
});

test('never a path, a control character, more than one line or more than 120 letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (claimed) => {
      const shown = displayName(claimed);
      return shown !== '' && [...shown].length <= 120 && !/[/\\\p{Cc}\p{Cf}"<>]/u.test(shown);
    }),
  );
  expect(displayName(`${'ə'.repeat(300)}.docx`)).toMatch(/^ə+…\.docx$/);
});

test('the ending is what the content says', () => {
  expect(withEnding('photo.exe', 'jpg')).toBe('photo.jpg');
  expect(withEnding('v1.2 plan', 'pdf')).toBe('v1.2 plan.pdf');
  expect(withEnding('.jpg', 'png')).toBe('file.png');
});
