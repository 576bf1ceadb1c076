import { describe, expect, test } from 'vitest';
import { comesFromUs } from './origin.ts';

const from = (headers: Record<string, string>, ours: string | null): boolean =>
  comesFromUs({ get: (name) => headers[name] ?? null }, ours);

describe('where a form was sent from', () => {
  const OURS = 'https://forum.example.org';

  test('the public address alone, when the operator named it', () => {
    expect(from({ origin: OURS }, OURS)).toBe(true);
    expect(from({ origin: OURS, 'sec-fetch-site': 'same-origin' }, OURS)).toBe(true);
    for (const origin of [
      'http://forum.example.org',
      'https://forum.example.org:8443',
      'https://forum.example.org.evil.example',
      'https://evil.example',
      'https://forum.example.org/',
      'null',
      '',
    ])
      expect(from({ origin, host: 'evil.example' }, OURS), origin).toBe(false);
  });

  test('a browser that says it was another site is believed, whatever the origin', () => {
    for (const site of ['cross-site', 'same-site', 'sideways'])
      expect(from({ origin: OURS, 'sec-fetch-site': site }, OURS)).toBe(false);
  });

  test('without a fixed address, the one by which the browser reached us', () => {
    expect(from({ origin: 'http://192.168.1.5:3000', host: '192.168.1.5:3000' }, null)).toBe(true);
    expect(from({ origin: 'http://[::1]:3000', host: '[::1]:3000' }, null)).toBe(true);
    expect(from({ origin: 'https://forum.example.org', host: 'forum.example.org' }, null)).toBe(true);
    expect(from({ origin: 'http://evil.example', host: 'localhost:3000' }, null)).toBe(false);
    expect(from({ origin: 'http://localhost:3001', host: 'localhost:3000' }, null)).toBe(false);
    expect(from({ origin: 'null', host: 'null' }, null)).toBe(false);
    expect(from({ origin: 'http://localhost:3000/../x', host: 'localhost:3000/../x' }, null)).toBe(false);
  });

  test('who says nothing of where from is no browser form of ours', () => {
    expect(from({ host: 'localhost:3000' }, null)).toBe(false);
    expect(from({ referer: `${OURS}/az` }, OURS)).toBe(false);
    expect(from({ 'sec-fetch-site': 'same-origin' }, OURS)).toBe(false);
  });
});
