import type { Answer, Parcel, Store } from '../store/schema.ts';
import { dueAt, waitAfter } from './rules.ts';

/** What came of one try. `later`: nothing is known, try again (the site may say after how many seconds). */
export type Tried = Answer | { readonly kind: 'later'; readonly seconds: number | null } | { readonly kind: 'sign_in' };

/** Carries a parcel to the site and back. Never throws: what is not known is `later`. */
export type Carrier = (parcel: Parcel) => Promise<Tried>;

/**
 * Sends what is due, one after another. A parcel goes out as often as needed under the same id, and the site does it
 * once: so it does not matter whether the question or the answer was lost, or where this program was killed. Returns
 * whether somebody must sign in before it goes on.
 */
export async function sendDue(
  store: Store,
  carry: Carrier,
  now: () => number,
  all = false,
): Promise<{ readonly signIn: boolean }> {
  let signIn = false;
  for (const parcel of dueAt(await store.parcels(), now(), all)) {
    const tried = await carry(parcel);
    if (tried.kind === 'taken' || tried.kind === 'refused') {
      await store.keepParcel({ ...parcel, tries: parcel.tries + 1, answer: tried });
      continue;
    }
    signIn ||= tried.kind === 'sign_in';
    const asked = tried.kind === 'later' && tried.seconds !== null ? tried.seconds * 1000 : null;
    const tries = parcel.tries + 1;
    await store.keepParcel({ ...parcel, tries, notBefore: now() + waitAfter(tries, asked) });
  }
  return { signIn };
}
