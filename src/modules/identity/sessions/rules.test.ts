import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { cookieIn } from '#core/cookies.ts';
import { codeOf, linkState, localPath, secretOf, sessionState, setCookie, shortAgent } from './rules.ts';

const ORIGIN = 'https://forum.example.org';

test.each(['/', '/en/stage', '/az/sabirabad/plans?state=late&page=2', '/ru/%D0%BF'])('comes back to %s', (path) => {
  expect(localPath(path)).toBe(path);
});

test.each([
  '',
  'plans',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '/..//evil.example',
  '/./..//evil.example',
  '/%2e%2e//evil.example',
  '/\n//evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  `/${'a'.repeat(600)}`,
])('does not follow %j', (path) => {
  expect(localPath(path)).toBeNull();
});

it('never leads to another site, whatever is typed', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '..',
    '.',
    '%2f',
    '%5c',
    '%2e',
    'evil.example',
    '@',
    ':',
    '\t',
    '?',
    '#',
    'http',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = localPath(pieces.join(''));
      if (path !== null) expect(new URL(path, ORIGIN).origin).toBe(ORIGIN);
    }),
    { numRuns: 2000 },
  );
});

it('forgives how a code is typed', () => {
  const code = '0123456789ABCDEFGHJK';
  expect(codeOf(' 0123-4567—89ab cdef.ghjk ')).toBe(code);
  expect(codeOf('o12345678gABCDEFGHJK')).toBe('012345678GABCDEFGHJK');
  expect(codeOf('oiL3456789ABCDEFGHJK')).toBe('0113456789ABCDEFGHJK');
  expect(codeOf('İı23456789ABCDEFGHJK')).toBe('1123456789ABCDEFGHJK');
  for (const wrong of ['', '0123', `${code}0`, 'U123456789ABCDEFGHJK', 'Я123456789ABCDEFGHJK'])
    expect(codeOf(wrong)).toBeNull();
  expect(secretOf('aB-_'.repeat(10).concat('xyz'))).toBe('aB-_'.repeat(10).concat('xyz'));
});

it('knows devices again and nobody by them', () => {
  const mobile =
    'Mozilla/5.0 (Linux; Android 9; SM-J330F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0 Mobile Safari/537.36';
  expect(shortAgent(mobile)).toBe('Chrome, Android');
  expect(shortAgent('Mozilla/5.0 (iPhone; CPU iPhone OS 15_6 like Mac OS X) Version/15.6 Mobile Safari/604.1')).toBe(
    'Safari, iPhone',
  );
  expect(shortAgent('Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36 Edg/120.0')).toBe('Edge, Windows');
  expect(shortAgent(null)).toBe('');
  expect(shortAgent('<script>'.repeat(100))).toBe('');
});

it('sets cookies that no script, no other site and, on https, no plain connection sees', () => {
  const now = new Date('2026-11-23T08:00:00Z');
  const until = { now, endsAt: new Date(now.getTime() + 90_500) };
  expect(setCookie('__Host-ortaq', 'x', true, until)).toBe(
    '__Host-ortaq=x; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=90',
  );
  expect(setCookie('ortaq', 'x', false)).toBe('ortaq=x; Path=/; HttpOnly; SameSite=Lax');
  expect(setCookie('ortaq', '', false, until)).toBe('ortaq=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
  expect(cookieIn('a=1; ortaq = x=y ;b', 'ortaq')).toBe('x=y');
  expect(cookieIn('xortaq=1', 'ortaq')).toBeNull();
});

it('ends sessions and links on the moment, not after it', () => {
  const at = (ms: number) => new Date(1_800_000_000_000 + ms);
  const session = { seenAt: at(0), endsAt: at(1000), endedAt: null, shared: true };
  expect(sessionState(session, at(999))).toBe('live');
  expect(sessionState(session, at(1000))).toBe('expired');
  expect(sessionState({ ...session, endedAt: at(1) }, at(2))).toBe('ended');
  const long = { ...session, endsAt: at(1e9) };
  expect([sessionState(long, at(899_999)), sessionState(long, at(900_000))]).toEqual(['live', 'idle']);
  const link = { expiresAt: at(10), usedAt: null, withdrawnAt: null, closedAt: null };
  expect([linkState(link, at(9)), linkState(link, at(10))]).toEqual(['open', 'expired']);
  expect(linkState({ ...link, usedAt: at(1) }, at(2))).toBe('used');
  expect(linkState({ ...link, withdrawnAt: at(1) }, at(2))).toBe('withdrawn');
  expect(linkState({ ...link, usedAt: at(1), closedAt: at(2) }, at(3))).toBe('closed');
});
