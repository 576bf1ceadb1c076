import type { EntryObject } from './entry.ts';
import { toHex } from './tree/bytes.ts';

/** The plain facts of an entry, which stay for ever; what it says beyond them is only committed to. */
export interface EntryFacts {
  readonly forum: string;
  readonly entry: string;
  readonly at: Date;
  /** Only the day of `at` is told. */
  readonly byDay: boolean;
  readonly role: string;
  readonly way: string;
  readonly kind: string;
  readonly object: EntryObject;
  readonly touched: readonly EntryObject[];
  readonly place: string | null;
  readonly bodies: readonly string[];
  /** HMAC-SHA-256(salt, content), 32 bytes. */
  readonly commitment: Uint8Array;
}

const objectOf = ({ type, id, path }: EntryObject) => ({ type, id, path });

/**
 * What stands in the tree for an entry: one line of JSON, its keys always in this order. A leaf is never read back
 * into an entry, it is made anew from one and compared.
 */
export function entryLeaf(facts: EntryFacts): string {
  const moment = facts.at.toISOString();
  return JSON.stringify({
    v: 1,
    forum: facts.forum,
    entry: facts.entry,
    ...(facts.byDay ? { day: moment.slice(0, 10) } : { at: moment }),
    by: facts.role,
    way: facts.way,
    kind: facts.kind,
    object: objectOf(facts.object),
    touched: facts.touched.map(objectOf),
    place: facts.place,
    bodies: facts.bodies,
    content: toHex(facts.commitment),
  });
}

/** What stands in the installation's tree for the head of a forum's log. */
export const checkpointLeaf = (note: string): string => JSON.stringify({ v: 1, checkpoint: note });
