import type { Operation } from '#modules/meetings/desk/schema.ts';
import type { DeskKept, Parcel, Store } from '../schema.ts';

/** What a device keeps, in memory: it outlives every "kill" of the program in a test. `before` may throw in its place. */
export function memoryStore(before: () => void = () => {}): Store {
  const desks = new Map<string, DeskKept>();
  const operations = new Map<string, Operation[]>();
  const parcels = new Map<string, Parcel>();
  const whole = async <T>(deed: () => T): Promise<T> => {
    before();
    return deed();
  };
  return {
    desks: () => whole(() => [...desks.values()]),
    desk: (id) => whole(() => desks.get(id) ?? null),
    keepDesk: (desk) => whole(() => void desks.set(desk.id, desk)),
    removeDesk: (id) =>
      whole(() => {
        const { parcel } = desks.get(id) ?? {};
        if (parcel) parcels.delete(parcel);
        desks.delete(id);
        operations.delete(id);
      }),
    operations: (desk) => whole(() => [...(operations.get(desk) ?? [])]),
    add: (desk, operation) =>
      whole(() => {
        const before = operations.get(desk) ?? [];
        if (!before.some(({ id }) => id === operation.id)) operations.set(desk, [...before, operation]);
      }),
    parcels: () => whole(() => [...parcels.values()]),
    pack: (desk, parcel) =>
      whole(() => {
        desks.set(desk.id, desk);
        parcels.set(parcel.id, parcel);
      }),
    keepParcel: (parcel) => whole(() => void parcels.set(parcel.id, parcel)),
  };
}
