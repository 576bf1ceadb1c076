import { expect, test } from 'vitest';
import { isId } from '#core/ids.ts';
import { newId, newSecret } from './new-id.ts';

test('an id is one of ours, says its moment and never comes twice', () => {
  const now = new Date('2026-11-23T06:00:00.123Z');
  const ids = Array.from({ length: 1000 }, () => newId(now));
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) {
    expect(isId(id)).toBe(true);
    expect(id).toMatch(/^.{14}7.{4}[89ab]/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now.getTime());
  }
});

test('a secret has 256 bits', () => {
  expect(newSecret()).toMatch(/^[0-9a-f]{64}$/);
  expect(newSecret()).not.toBe(newSecret());
});
