import { describe, expect, it } from 'vitest';
import { uuidv7 } from './uuid.ts';

const NOW = new Date('2026-11-23T09:00:00.123Z');

describe('uuidv7', () => {
  it('has version, variant and moment where RFC 9562 puts them', () => {
    const id = uuidv7(NOW);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(NOW.getTime());
  });

  it('grows within a millisecond and from one to the next', () => {
    const ids = Array.from({ length: 10_000 }, () => uuidv7(NOW));
    ids.push(uuidv7(new Date(NOW.getTime() + 1)));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('cannot be guessed from the one before', () => {
    const tails = Array.from({ length: 100 }, () => uuidv7(NOW).slice(-10));
    expect(new Set(tails).size).toBe(100);
  });
});
