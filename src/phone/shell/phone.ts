import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PlainLang } from '#core/i18n/plain-lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import type { Clock } from '#core/time/clock.ts';
import type { Sending } from '../outbox/use-sending.ts';
import type { LockStore, Store } from '../store/schema.ts';

/** What every room of the program has at hand. */
export interface Phone {
  readonly store: Store & LockStore;
  readonly clock: Clock;
  readonly lang: PlainLang;
  readonly speak: (code: LanguageCode) => void;
  readonly sending: Sending;
  /** Steps on this device that the site has not taken yet. */
  readonly unsent: number;
  /** To be called when something was kept: every window of the program reads the store again. */
  readonly changed: () => void;
  /** The device got its PIN here: every other window begins anew and asks for it. */
  readonly locked: () => void;
  /** Every window of the program begins anew, this one too: locked. */
  readonly restart: () => void;
  /** Grows with every change, also of other windows. */
  readonly edition: number;
}

export const PhoneContext = createContext<Phone | null>(null);

export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (!phone) throw new Error('outside of the program');
  return phone;
}

/** "14:05" on the clock of the device. */
export function timeOf(iso: string): string {
  const at = new Date(iso);
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}
