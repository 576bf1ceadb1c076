import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isRedaction, personalSigns, TAKEN_OUT } from './rules.ts';

describe('what a moderator publishes', () => {
  const asked = 'Adım Ayandır, 0501234567.\nYol nə vaxt təmir olunacaq?';
  test.each([
    ['as it was', asked, true],
    ['with line ends of another system and blanks at their ends', asked.replace('\n', ' \r\n'), true],
    ['with parts taken out', 'Adım [..], [..].\nYol nə vaxt təmir olunacaq?', true],
    ['from a part on', '[..]\nYol nə vaxt təmir olunacaq?', true],
    ['up to a part', 'Adım Ayandır[..]', true],
    ['another word', 'Adım [..], [..].\nYol nə vaxt bağlanacaq?', false],
    ['a word more', `${asked} Xahiş edirəm.`, false],
    ['a part left out without the sign', 'Yol nə vaxt təmir olunacaq?', false],
    ['parts in another order', 'Yol [..] Adım', false],
    ['one part twice, where it stands once', 'Adım[..]Yol nə[..]Yol nə[..]?', false],
    ['nothing but the sign', '[..]', false],
    ['nothing', '', false],
  ])('%s', (_name, published, yes) => {
    expect(isRedaction(asked, published)).toBe(yes);
  });

  it('is always what is left when parts are replaced, and never a text with a strange letter', () => {
    const words = fc.array(fc.stringMatching(/^[a-zəğ]{1,6}$/), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(words, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (all, gone) => {
        const shown = all.map((word, i) => (gone[i] ? TAKEN_OUT : word)).join(' ');
        const isLeft = all.some((_word, i) => !gone[i]);
        expect(isRedaction(all.join(' '), shown)).toBe(isLeft);
        expect(isRedaction(all.join(' '), `${shown} Ж`)).toBe(false);
      }),
    );
  });

  it('is judged quickly, whatever was typed', () => {
    const began = performance.now();
    isRedaction('a'.repeat(4_000), `${'a[..]'.repeat(790)}b`);
    isRedaction(' '.repeat(4_000), `x${' '.repeat(3_999)}y`);
    personalSigns('9'.repeat(4_000));
    personalSigns('a'.repeat(4_000));
    personalSigns('1 '.repeat(2_000));
    expect(performance.now() - began).toBeLessThan(500);
  });
});

test.each([
  ['+994 50 123-45-67', ['phone']],
  ['zəng: 0501234567', ['phone']],
  ['(0 21) 123 45 67', ['phone']],
  ['mənə yazın: ayan.a@example.az', ['email']],
  ['0501234567 və a@b.az', ['phone', 'email']],
  ['2026-cı ilin 3 ayında 12 km yol', []],
  ['Qanunun 24.1 maddəsi', []],
])('"%s" looks like a way to a person: %j', (text, signs) => {
  expect(personalSigns(text)).toEqual(signs);
});
