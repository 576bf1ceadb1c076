import { useEffect, useRef, useState } from 'preact/hooks';
import type { Store } from '../store/schema.ts';
import { siteCarrier } from './carrier.ts';
import { sendDue } from './outbox.ts';
import { nextTry } from './rules.ts';

/** How the outbox stands. */
export interface Sending {
  readonly online: boolean;
  readonly signIn: boolean;
  /** Milliseconds since 1970 of the next try by itself; null: nothing waits. */
  readonly next: number | null;
  /** Sends everything now, whatever it waits for. */
  readonly now: () => void;
}

/** Keeps sending: at the start, when the net comes back, when a wait is over, and when somebody says so. */
export function useSending(store: Store, clock: () => number, edition: number, changed: () => void): Sending {
  const [online, setOnline] = useState(navigator.onLine);
  const [signIn, setSignIn] = useState(false);
  const [next, setNext] = useState<number | null>(null);
  const busy = useRef(false);
  const timer = useRef<number | undefined>(undefined);

  const send = async (all: boolean): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    window.clearTimeout(timer.current);
    try {
      const before = nextTry(await store.parcels());
      if (before !== null && (all || before <= clock())) {
        const sent = await sendDue(store, siteCarrier, clock, all);
        setSignIn(sent.signIn);
        changed();
      }
      const then = nextTry(await store.parcels());
      setNext(then);
      if (then !== null) timer.current = window.setTimeout(() => void send(false), Math.max(then - clock(), 1_000));
    } finally {
      busy.current = false;
    }
  };

  // Of these alone: a change of the store is what begins a round
  useEffect(() => {
    void send(false);
  }, [edition]);
  // Of these alone: listens once, for as long as the program runs
  useEffect(() => {
    const on = () => {
      setOnline(true);
      void send(true);
    };
    const off = () => setOnline(false);
    window.addEventListener('online', on);
    window.addEventListener('offline', off);
    return () => {
      window.removeEventListener('online', on);
      window.removeEventListener('offline', off);
    };
  }, []);
  return { online, signIn, next, now: () => void send(true) };
}
