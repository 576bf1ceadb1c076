import { expect, test } from 'vitest';
import type { DeviceLock, LockStore } from '../store/schema.ts';
import { closed, LockedError, opened } from '../store/sealing.ts';
import { changePin, setPin, tryPin } from './setting.ts';
import { createVault, type Vault } from './vault.ts';

const PIN = '402915';

/** A device whose lock lies in memory. */
function device() {
  let lock: DeviceLock | null = null;
  let vault: Vault | null = null;
  const set = (kept: DeviceLock | null, given: Vault | null = vault) => {
    lock = kept;
    vault = given;
  };
  const store: LockStore = {
    lock: async () => lock,
    keepLock: async (kept) => set(kept),
    isOpen: () => vault !== null,
    open: (given) => set(lock, given),
    lockAll: async (kept, given) => set(kept, given),
    removeAll: async () => set(null, null),
  };
  return { store, vault: () => vault, closeWindow: () => set(lock, null) };
}

test('a new window opens with the PIN what another one sealed, and changing the PIN changes no record', async () => {
  const { store, vault, closeWindow } = device();
  await setPin(store, PIN);
  const row = closed(vault(), 'desk', { id: 'a', secret: 'x' });
  closeWindow();
  expect(await tryPin(store, 'wrong one', () => 0)).toEqual({ kind: 'wrong' });
  expect(store.isOpen()).toBe(false);
  expect(await tryPin(store, PIN, () => 0)).toEqual({ kind: 'open' });
  expect(await changePin(store, 'wrong one', 'durna çayı', () => 0)).toEqual({ kind: 'wrong' });
  expect(await changePin(store, PIN, 'durna çayı', () => 0)).toEqual({ kind: 'open' });
  closeWindow();
  expect(await tryPin(store, PIN, () => 0)).toEqual({ kind: 'wrong' });
  expect(await tryPin(store, 'durna çayı', () => 0)).toEqual({ kind: 'open' });
  expect(opened(vault(), 'desk', row)).toEqual({ id: 'a', secret: 'x' });
});

test('after three wrong tries even the right PIN waits, and the right one clears the count', async () => {
  const { store } = device();
  await setPin(store, PIN);
  for (let i = 0; i < 3; i += 1) await tryPin(store, `wrong ${i}`, () => 1_000);
  expect(await tryPin(store, PIN, () => 1_001)).toEqual({ kind: 'wait', until: 6_000 });
  expect(await tryPin(store, PIN, () => 6_000)).toEqual({ kind: 'open' });
  expect((await store.lock())!.tries.wrong).toBe(0);
});

test('a window that does not know the PIN reads no locked row, and a row of one room passes for none of another', async () => {
  const { vault } = await createVault(PIN);
  const row = closed(vault, 'desk', { id: 'a' });
  expect(() => opened(null, 'desk', row)).toThrow(LockedError);
  expect(() => opened(vault, 'parcel', row)).toThrow();
  expect(opened(null, 'desk', { id: 'b' })).toEqual({ id: 'b' });
});
