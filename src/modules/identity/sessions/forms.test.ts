import { expect, it, test } from 'vitest';
import { pastedSecret } from './forms.ts';

const TOKEN = 'aB-_'.repeat(10).concat('xyz');
const CODE = '0123456789ABCDEFGHJK';
const found = (text: string): string | null => {
  const secret = pastedSecret(text);
  return secret.ok ? secret.value : null;
};

test.each([
  TOKEN,
  `  ${TOKEN}\n`,
  `https://forum.example.org/az/sign-in/${TOKEN}`,
  `Platforma. Rəna, keçidiniz: https://forum.example.org/az/sign-in/${TOKEN}`,
  `«http://localhost:3000/ru/stage/deeds/${TOKEN}».`,
  `http://localhost:3000/ru/stage/deeds/${TOKEN}?fbclid=1`,
  `http://localhost:3000/ru/stage/plans/x/updates/new?deed=${TOKEN}&x=1`,
])('finds the token in %j', (text) => {
  expect(found(text)).toBe(TOKEN);
});

it('finds a code', () => {
  expect(found('0123-4567-89AB-CDEF-GHJK')).toBe(CODE);
  expect(found(`https://forum.example.org/az/sign-in/${CODE}`)).toBe(CODE);
});

test.each(['', 'salam', 'https://forum.example.org/az/sign-in/', `${TOKEN}x`, 'x'.repeat(100_000)])(
  'finds nothing in %j',
  (text) => {
    expect(found(text)).toBeNull();
  },
);
