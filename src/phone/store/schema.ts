import type { LanguageCode } from '#core/i18n/texts.ts';
import type { Operation, Snapshot } from '#modules/meetings/desk/schema.ts';
import type { Tries } from '../vault/rules.ts';
import type { Vault, VaultHeader } from '../vault/vault.ts';

/** A meeting on this device. */
export interface DeskKept {
  /** UUIDv7 made here, before the site was asked. */
  readonly id: string;
  /** What only this desk and (as a hash) the site know: 32 random bytes in hex. */
  readonly secret: string;
  /** Path of the desk on the site: "/az/durnasu/meetings/3/desk". */
  readonly path: string;
  readonly language: LanguageCode;
  /** null: the site was asked and its answer did not come yet. */
  readonly snapshot: Snapshot | null;
  /** Id of the parcel in which it is sent; null: it is still in the hall. */
  readonly parcel: string | null;
}

/** Something to be sent, until it was taken: then with what the site answered. */
export interface Parcel {
  /** UUIDv7: by it the site knows a parcel that comes twice. */
  readonly id: string;
  readonly path: string;
  /** JSON, as it is sent every time. */
  readonly body: string;
  readonly tries: number;
  /** Milliseconds since 1970 of the device; it is not tried before. */
  readonly notBefore: number;
  readonly answer: Answer | null;
}

/** The last word of the site on a parcel. */
export type Answer =
  | { readonly kind: 'taken'; readonly receipt: unknown }
  /** `step`: id of the operation that stands in the way, where it is one. */
  | { readonly kind: 'refused'; readonly status: number; readonly why: string; readonly step: string | null };

/** What lies on this device. Every method is done whole or not at all, and what it says is kept when it returns. */
export interface Store {
  desks(): Promise<readonly DeskKept[]>;
  desk(id: string): Promise<DeskKept | null>;
  keepDesk(desk: DeskKept): Promise<void>;
  /** With everything that belongs to it. */
  removeDesk(id: string): Promise<void>;
  /** In the order in which they were added. */
  operations(desk: string): Promise<readonly Operation[]>;
  /** One more at the end, behind whatever another window added meanwhile; the same id twice is one. */
  add(desk: string, operation: Operation): Promise<void>;
  parcels(): Promise<readonly Parcel[]>;
  /** A parcel and the desk that it was packed from, together. */
  pack(desk: DeskKept, parcel: Parcel): Promise<void>;
  keepParcel(parcel: Parcel): Promise<void>;
}

/** The lock of this device: what opens with the PIN, and how often a wrong one was given. */
export interface DeviceLock {
  readonly header: VaultHeader;
  readonly tries: Tries;
}

/** The lock over everything in the store. Until `open` a locked store is neither read nor written by this window. */
export interface LockStore {
  /** null: the device has no PIN, and everything lies in the open. */
  lock(): Promise<DeviceLock | null>;
  keepLock(lock: DeviceLock): Promise<void>;
  isOpen(): boolean;
  /** From now on this window reads and writes with it. */
  open(vault: Vault): void;
  /** Sets the first PIN: all that lies here is sealed in one go. */
  lockAll(lock: DeviceLock, vault: Vault): Promise<void>;
  /** The PIN is forgotten: nothing is left, nor the lock. */
  removeAll(): Promise<void>;
}
