import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Operation } from '#modules/meetings/desk/schema.ts';
import type { Vault } from '../vault/vault.ts';
import type { DeskKept, DeviceLock, LockStore, Parcel, Store } from './schema.ts';
import { closed, LockedError, opened, type Sealed } from './sealing.ts';

interface Kept extends DBSchema {
  desks: { key: string; value: DeskKept | Sealed };
  /** By desk and place in its order. */
  operations: {
    key: [string, number];
    value: { desk: string; place: number; operation: Operation | Sealed };
    indexes: { id: string };
  };
  parcels: { key: string; value: Parcel | Sealed };
  /** The one lock of this device. */
  locks: { key: string; value: DeviceLock };
}

const NAME = 'ortaq-phone';
/** 2: the device can have a lock. */
const EDITION = 2;
const THE_LOCK = 'device';

/** On the disk before the method returns, also when the battery falls out. */
const FIRMLY = { durability: 'strict' } as const;

/**
 * What this browser keeps, in IndexedDB. Fails where a browser keeps nothing (some private windows). `replaced` is told
 * when a newer edition of the program wants to change the store: this window must be loaded again.
 */
export async function indexedStore(replaced: () => void): Promise<Store & LockStore> {
  const db = await openDB<Kept>(NAME, EDITION, {
    upgrade,
    blocking: () => {
      db.close();
      replaced();
    },
  });
  let vault: Vault | null = null;
  const written = async (deed: (trx: Writing) => Promise<unknown>): Promise<void> => {
    const trx = writing(db);
    // Never in the open once the device has a PIN, also not by a window that has not heard of it.
    if (!vault && (await trx.objectStore('locks').get(THE_LOCK))) throw new LockedError('the device is locked');
    await deed(trx);
    await trx.done;
  };
  return {
    desks: async () => (await db.getAll('desks')).map((row) => opened(vault, 'desk', row)),
    desk: async (id) => {
      const row = await db.get('desks', id);
      return row ? opened(vault, 'desk', row) : null;
    },
    keepDesk: (desk) => written((trx) => trx.objectStore('desks').put(closed(vault, 'desk', desk))),
    removeDesk: (id) =>
      written(async (trx) => {
        const row = await trx.objectStore('desks').get(id);
        const sent = row ? opened(vault, 'desk', row).parcel : null;
        if (sent) await trx.objectStore('parcels').delete(sent);
        await trx.objectStore('operations').delete(ofDesk(id));
        await trx.objectStore('desks').delete(id);
      }),
    operations: async (desk) =>
      (await db.getAll('operations', ofDesk(desk))).map(({ operation }) => opened(vault, 'operation', operation)),
    add: (desk, operation) =>
      written(async (trx) => {
        const rows = trx.objectStore('operations');
        if (await rows.index('id').getKey(operation.id)) return;
        const last = await rows.openKeyCursor(ofDesk(desk), 'prev');
        const place = (last?.key[1] ?? 0) + 1;
        await rows.add({ desk, place, operation: closed(vault, 'operation', operation) });
      }),
    parcels: async () => (await db.getAll('parcels')).map((row) => opened(vault, 'parcel', row)),
    pack: (desk, parcel) =>
      written(async (trx) => {
        await trx.objectStore('desks').put(closed(vault, 'desk', desk));
        await trx.objectStore('parcels').put(closed(vault, 'parcel', parcel));
      }),
    keepParcel: (parcel) => written((trx) => trx.objectStore('parcels').put(closed(vault, 'parcel', parcel))),
    lock: async () => (await db.get('locks', THE_LOCK)) ?? null,
    keepLock: async (lock) => void (await db.put('locks', lock, THE_LOCK)),
    isOpen: () => vault !== null,
    open: (given) => {
      vault = given;
    },
    lockAll: async (lock, given) => {
      await written((trx) => sealAll(trx, vault, given, lock));
      vault = given;
    },
    removeAll: async () => {
      const trx = writing(db);
      for (const room of ROOMS) await trx.objectStore(room).clear();
      await trx.done;
      vault = null;
    },
  };
}

/** What an earlier edition kept stays as it is. */
function upgrade(fresh: IDBPDatabase<Kept>, before: number): void {
  if (before < 1) {
    fresh.createObjectStore('desks', { keyPath: 'id' });
    fresh
      .createObjectStore('operations', { keyPath: ['desk', 'place'] })
      .createIndex('id', 'operation.id', { unique: true });
    fresh.createObjectStore('parcels', { keyPath: 'id' });
  }
  if (before < 2) fresh.createObjectStore('locks');
}

/** Everything that lies in the open is locked, together with the lock itself. */
async function sealAll(trx: Writing, before: Vault | null, vault: Vault, lock: DeviceLock): Promise<void> {
  const [desks, steps, parcels] = [
    trx.objectStore('desks'),
    trx.objectStore('operations'),
    trx.objectStore('parcels'),
  ] as const;
  for (const row of await desks.getAll()) await desks.put(closed(vault, 'desk', opened(before, 'desk', row)));
  for (const row of await steps.getAll()) {
    const operation = closed(vault, 'operation', opened(before, 'operation', row.operation));
    await steps.put({ ...row, operation });
  }
  for (const row of await parcels.getAll()) await parcels.put(closed(vault, 'parcel', opened(before, 'parcel', row)));
  await trx.objectStore('locks').put(lock, THE_LOCK);
}

const ofDesk = (desk: string): IDBKeyRange => IDBKeyRange.bound([desk, 0], [desk, Number.MAX_SAFE_INTEGER]);

const ROOMS = ['desks', 'operations', 'parcels', 'locks'] as const;
const writing = (db: IDBPDatabase<Kept>) => db.transaction([...ROOMS], 'readwrite', FIRMLY);
type Writing = ReturnType<typeof writing>;
