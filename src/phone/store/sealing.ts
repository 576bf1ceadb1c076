import type { Vault } from '../vault/vault.ts';

/** A row that lies on the disk locked: its id stays readable, everything else is in the bytes. */
export interface Sealed {
  readonly id: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** The device is locked and nobody gave the PIN in this window. */
export class LockedError extends Error {}

/** A row as it goes to the disk. `room`: bytes of one room never pass for a row of another. */
export const closed = <T extends { readonly id: string }>(vault: Vault | null, room: string, row: T): T | Sealed =>
  vault ? { id: row.id, sealed: vault.seal(`${room} ${row.id}`, row) } : row;

/** A row as it came from the disk, locked or from before there was a PIN. */
export function opened<T extends { readonly id: string }>(vault: Vault | null, room: string, row: T | Sealed): T {
  if (!('sealed' in row)) return row;
  if (!vault) throw new LockedError('the device is locked');
  return vault.open(`${room} ${row.id}`, row.sealed) as T;
}
