import type { DeviceLock, LockStore } from '../store/schema.ts';
import { NO_TRIES, openFrom } from './rules.ts';
import { createVault, openVault, withNewPin } from './vault.ts';

/** What came of a PIN. `wait`: not looked at before this moment, in milliseconds since 1970. */
export type Tried =
  | { readonly kind: 'open' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly until: number };

/** The first PIN of this device: everything that lies here is sealed with it. */
export async function setPin(store: LockStore, pin: string): Promise<void> {
  const { header, vault } = await createVault(pin);
  await store.lockAll({ header, tries: NO_TRIES }, vault);
}

/** Opens the store of this window with the PIN. */
export const tryPin = (store: LockStore, pin: string, now: () => number): Promise<Tried> =>
  counted(store, now, async ({ header }) => {
    const vault = await openVault(pin, header);
    if (vault) store.open(vault);
    return vault ? header : null;
  });

/** Another PIN for the same work; the old one opens no more. */
export const changePin = (store: LockStore, old: string, fresh: string, now: () => number): Promise<Tried> =>
  counted(store, now, ({ header }) => withNewPin(old, fresh, header));

/** The try is kept as a wrong one before it is made, so that closing the window does not undo the wait. */
async function counted(
  store: LockStore,
  now: () => number,
  made: (lock: DeviceLock) => Promise<DeviceLock['header'] | null>,
): Promise<Tried> {
  const lock = await store.lock();
  if (!lock) return { kind: 'open' };
  const from = openFrom(lock.tries, now());
  if (from > now()) return { kind: 'wait', until: from };
  await store.keepLock({ ...lock, tries: { wrong: lock.tries.wrong + 1, last: now() } });
  const header = await made(lock);
  if (!header) return { kind: 'wrong' };
  await store.keepLock({ header, tries: NO_TRIES });
  return { kind: 'open' };
}
