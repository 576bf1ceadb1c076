import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Operation } from '#modules/meetings/desk/schema.ts';
import type { DeskKept, Parcel, Store } from './schema.ts';

interface Kept extends DBSchema {
  desks: { key: string; value: DeskKept };
  /** By desk and place in its order. */
  operations: {
    key: [string, number];
    value: { desk: string; place: number; operation: Operation };
    indexes: { id: string };
  };
  parcels: { key: string; value: Parcel };
}

const NAME = 'ortaq-phone';
const EDITION = 1;

/** On the disk before the method returns, also when the battery falls out. */
const FIRMLY = { durability: 'strict' } as const;

/**
 * What this browser keeps, in IndexedDB. Fails where a browser keeps nothing (some private windows). `replaced` is told
 * when a newer edition of the program wants to change the store: this window must be loaded again.
 */
export async function indexedStore(replaced: () => void): Promise<Store> {
  const db = await openDB<Kept>(NAME, EDITION, {
    upgrade: (fresh) => {
      fresh.createObjectStore('desks', { keyPath: 'id' });
      fresh
        .createObjectStore('operations', { keyPath: ['desk', 'place'] })
        .createIndex('id', 'operation.id', { unique: true });
      fresh.createObjectStore('parcels', { keyPath: 'id' });
    },
    blocking: () => {
      db.close();
      replaced();
    },
  });
  return {
    desks: () => db.getAll('desks'),
    desk: async (id) => (await db.get('desks', id)) ?? null,
    keepDesk: (desk) => written(db, ['desks'], (trx) => trx.objectStore('desks').put(desk)),
    removeDesk: (id) =>
      written(db, ['desks', 'operations', 'parcels'], async (trx) => {
        const desk = await trx.objectStore('desks').get(id);
        if (desk?.parcel) await trx.objectStore('parcels').delete(desk.parcel);
        await trx.objectStore('operations').delete(ofDesk(id));
        await trx.objectStore('desks').delete(id);
      }),
    operations: async (desk) => (await db.getAll('operations', ofDesk(desk))).map(({ operation }) => operation),
    add: (desk, operation) =>
      written(db, ['operations'], async (trx) => {
        const rows = trx.objectStore('operations');
        if (await rows.index('id').getKey(operation.id)) return;
        const last = await rows.openKeyCursor(ofDesk(desk), 'prev');
        await rows.add({ desk, place: (last?.key[1] ?? 0) + 1, operation });
      }),
    parcels: () => db.getAll('parcels'),
    pack: (desk, parcel) =>
      written(db, ['desks', 'parcels'], async (trx) => {
        await trx.objectStore('desks').put(desk);
        await trx.objectStore('parcels').put(parcel);
      }),
    keepParcel: (parcel) => written(db, ['parcels'], (trx) => trx.objectStore('parcels').put(parcel)),
  };
}

const ofDesk = (desk: string): IDBKeyRange => IDBKeyRange.bound([desk, 0], [desk, Number.MAX_SAFE_INTEGER]);

type Room = 'desks' | 'operations' | 'parcels';

/** All of it or nothing, and kept when this returns. */
async function written(
  db: IDBPDatabase<Kept>,
  rooms: readonly Room[],
  deed: (trx: ReturnType<typeof opened>) => Promise<unknown>,
): Promise<void> {
  const trx = opened(db, rooms);
  await deed(trx);
  await trx.done;
}

const opened = (db: IDBPDatabase<Kept>, rooms: readonly Room[]) => db.transaction([...rooms], 'readwrite', FIRMLY);
