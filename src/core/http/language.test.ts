import { expect, test } from 'vitest';
import { wantedLanguage } from './language.ts';

test.each([
  [null, 'az'],
  ['', 'az'],
  ['de-DE,de;q=0.9,en;q=0.8', 'en'],
  ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
  ['en;q=0.4, ru;q=0.7, az;q=0.1', 'ru'],
  ['EN-us', 'en'],
  ['az-Latn-AZ', 'az'],
  ['en;q=0, ru;q=0', 'az'],
  ['en; q=0.5 , ru ; q=0.6', 'ru'],
  ['*', 'az'],
  ['fr, *;q=0.5', 'az'],
  ['en;q=1.2.3, ru;q=0.1', 'ru'],
  ['en;q=abc', 'en'],
  [',;=,,;q=', 'az'],
  ['__proto__,constructor', 'az'],
] as const)('%s wants %s', (accept, language) => {
  expect(wantedLanguage(accept, 'az')).toBe(language);
});

test('a header as long as headers may be is read', () => {
  expect(wantedLanguage(`${'x-y;q=0.1,'.repeat(1600)}ru`, 'az')).toBe('ru');
});
