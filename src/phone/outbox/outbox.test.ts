import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Parcel } from '../store/schema.ts';
import { memoryStore } from '../store/testing/memory.ts';
import { type Carrier, sendDue, type Tried } from './outbox.ts';
import { dueAt, nextTry, waitAfter } from './rules.ts';

const parcel = (id: string, more: Partial<Parcel> = {}): Parcel => ({
  ...{ id, path: '/az/x', body: `body of ${id}`, tries: 0, notBefore: 0, answer: null },
  ...more,
});

/** A site that does what it never saw, and answers what it saw as it did the first time. */
function site() {
  const done: string[] = [];
  const receipts = new Map<string, Tried>();
  return {
    done,
    take: ({ id, body }: Parcel): Tried => {
      if (!receipts.has(id)) {
        done.push(body);
        receipts.set(id, { kind: 'taken', receipt: { delivery: id } });
      }
      return receipts.get(id)!;
    },
  };
}

const FATES = ['arrives', 'lost', 'answer_lost', 'busy', 'sign_in', 'killed_before', 'killed_after'] as const;
type Fate = (typeof FATES)[number];

describe('the outbox', () => {
  test('loses nothing and does nothing twice, however it is cut off', async () => {
    const kills = fc.array(fc.constantFrom(...FATES), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), kills, async (count, fates: Fate[]) => {
        const server = site();
        const store = memoryStore();
        const ids = Array.from({ length: count }, (_, i) => `parcel-${i}`);
        for (const id of ids) await store.keepParcel(parcel(id));
        let now = 0;
        const waiting = [...fates];
        const carry: Carrier = async (sent) => {
          const fate = waiting.shift() ?? 'arrives';
          if (fate === 'killed_before') throw new Error('killed');
          if (fate === 'lost') return { kind: 'later', seconds: null };
          if (fate === 'busy') return { kind: 'later', seconds: 90 };
          if (fate === 'sign_in') return { kind: 'sign_in' };
          const answer = server.take(sent);
          if (fate === 'killed_after') throw new Error('killed');
          return fate === 'answer_lost' ? { kind: 'later', seconds: null } : answer;
        };
        // Every round is a new start of the program over the same store.
        for (let round = 0; round < fates.length + count + 1; round += 1) {
          await sendDue(store, carry, () => now).catch(() => {});
          now += 3_600_000;
        }
        expect([...server.done].sort()).toEqual(ids.map((id) => `body of ${id}`));
        for (const kept of await store.parcels())
          expect(kept.answer).toEqual({ kind: 'taken', receipt: { delivery: kept.id } });
      }),
      { numRuns: 300 },
    );
  });

  test('asks no more once it was refused, and says so', async () => {
    const store = memoryStore();
    await store.keepParcel(parcel('a'));
    let asked = 0;
    const carry: Carrier = async () => {
      asked += 1;
      return { kind: 'refused', status: 410, why: 'recalled', step: null };
    };
    await sendDue(store, carry, () => 0);
    await sendDue(store, carry, () => 1e9, true);
    expect(asked).toBe(1);
    expect((await store.parcels())[0]!.answer).toMatchObject({ kind: 'refused', why: 'recalled' });
  });

  test('tells that somebody must sign in, and goes on when told to', async () => {
    const store = memoryStore();
    await store.keepParcel(parcel('a'));
    let signedIn = false;
    const carry: Carrier = async () => (signedIn ? { kind: 'taken', receipt: 1 } : { kind: 'sign_in' });
    expect(await sendDue(store, carry, () => 0)).toEqual({ signIn: true });
    signedIn = true;
    expect(await sendDue(store, carry, () => 1)).toEqual({ signIn: false });
    expect((await store.parcels())[0]!.answer).toBeNull();
    await sendDue(store, carry, () => 1, true);
    expect((await store.parcels())[0]!.answer).toEqual({ kind: 'taken', receipt: 1 });
  });
});

describe('waiting between tries', () => {
  test('doubles up to ten minutes, and longer only when the site asks for it', () => {
    expect([1, 2, 3, 8, 9, 60].map((tries) => waitAfter(tries))).toEqual([5e3, 1e4, 2e4, 6e5, 6e5, 6e5]);
    expect(waitAfter(1, 90_000)).toBe(90_000);
    expect(waitAfter(9, 1_000)).toBe(600_000);
  });

  test('the oldest goes first, and what has its answer never', () => {
    const all = [parcel('b'), parcel('a', { notBefore: 5 }), parcel('c', { answer: { kind: 'taken', receipt: 1 } })];
    expect(dueAt(all, 0).map(({ id }) => id)).toEqual(['b']);
    expect(dueAt(all, 5).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(dueAt(all, 0, true).map(({ id }) => id)).toEqual(['a', 'b']);
    expect([nextTry(all), nextTry([])]).toEqual([0, null]);
  });
});
