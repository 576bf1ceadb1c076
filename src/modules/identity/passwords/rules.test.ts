import { describe, expect, test } from 'vitest';
import { justCame, USER_NAME, userNameOf, wrongWith } from './rules.ts';

const RENA = ['Rəna Quliyeva', 'rena.q@example.az'];

describe('a password', () => {
  test.each([
    ['three words of one’s own', 'nar çiçəyi gecə açır', null],
    ['no capital letter, no digit, no sign', 'yaşıl körpünün altında', null],
    ['a known word among others', 'baku tram stops at dawn', null],
    ['nine letters', 'qaranquşu', 'short'],
    ['nine letters of many bytes', '🌿🌿🌿🌿🌿🌿🌿🌿🌿', 'short'],
    ['201 letters', 'ab '.repeat(67), 'long'],
    ['a row', '1234567890', 'common'],
    ['a row backwards', 'poiuytrewq', 'common'],
    ['a walk over the keys', '1qaz2wsx3edc', 'common'],
    ['half a row twice', 'qwertqwert', 'common'],
    ['one sign', 'aaaaaaaaaaaa', 'common'],
    ['a date', '19.03.2026 ', 'common'],
    ['a word with a year', 'azerbaycan2026', 'common'],
    ['letters as digits', 'p4ssw0rd!2026', 'common'],
    ['a word twice', 'dragondragon', 'common'],
    ['two words', 'iloveyoubaku', 'common'],
    ['Russian', 'парольпароль1', 'common'],
    ['the own name', 'quliyeva va 3 alma', 'own_name'],
    ['the own name without its marks', 'menim adim RENA dir', 'own_name'],
    ['the address', 'mail example box 17', 'own_name'],
  ])('of %s: %j', (_, password, wrong) => {
    expect(wrongWith(password, RENA)).toBe(wrong);
  });

  test('may hold short parts of a name: "Əli" is in many words', () => {
    expect(wrongWith('gözəlim bağçada gəzir', ['Əli Ağa'])).toBeNull();
  });
});

test('a user name is small letters of the keyboard', () => {
  expect(userNameOf('  Rena.Q ')).toBe('rena.q');
  for (const wrong of ['rə', 'ab', '.abc', 'a b c', 'rena@x', 'x'.repeat(41)]) expect(wrong).not.toMatch(USER_NAME);
});

test('who came in a quarter of an hour ago has just come', () => {
  const madeAt = new Date('2026-11-23T08:00:00Z');
  expect(justCame({ madeAt }, new Date('2026-11-23T08:14:59Z'))).toBe(true);
  expect(justCame({ madeAt }, new Date('2026-11-23T08:15:00Z'))).toBe(false);
});
