import type { Snapshot } from '#modules/meetings/desk/schema.ts';
import type { DeskKept } from '../store/schema.ts';

/** What the site says to a desk that wants the meeting. */
export type Taken =
  | { readonly kind: 'given'; readonly snapshot: Snapshot }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'sign_in' }
  | { readonly kind: 'no_net' };

/**
 * Asks the site for the meeting. Id and secret of the desk were made and kept here before: when the answer is lost, the
 * same desk asks again and gets the same meeting, so it is never locked without a desk that has it.
 */
export async function askForMeeting({ id, secret, path }: DeskKept): Promise<Taken> {
  const form = new URLSearchParams({ desk: id, secret });
  try {
    const response = await fetch(path, {
      ...{ method: 'POST', body: form, redirect: 'error', cache: 'no-store' },
      headers: { accept: 'application/json' },
    });
    if (response.status === 401) return { kind: 'sign_in' };
    if (!/json/.test(response.headers.get('content-type') ?? '')) return { kind: 'no_net' };
    const said = (await response.json()) as Snapshot & { readonly detail?: string };
    return response.ok ? { kind: 'given', snapshot: said } : { kind: 'refused', why: said.detail ?? '' };
  } catch {
    return { kind: 'no_net' };
  }
}
