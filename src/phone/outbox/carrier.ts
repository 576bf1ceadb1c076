import type { Parcel } from '../store/schema.ts';
import type { Carrier, Tried } from './outbox.ts';

/** What the site says of a parcel that it does not take (RFC 9457). */
interface Problem {
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly detail: string }[];
}

/** Longer than the slowest line of a village; then it is tried again. */
const PATIENCE = 60_000;

/**
 * Posts to the site that this program came from. As a file of a form, because only forms of our own pages are taken
 * there; the browser adds where it comes from.
 */
export const siteCarrier: Carrier = async ({ path, body }: Parcel): Promise<Tried> => {
  const form = new FormData();
  form.append('delivery', new Blob([body], { type: 'application/json' }), 'delivery.json');
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), PATIENCE);
  try {
    const response = await fetch(path, {
      ...{ method: 'POST', body: form, redirect: 'error', cache: 'no-store', signal: ended.signal },
      headers: { accept: 'application/json' },
    });
    return await triedOf(response);
  } catch {
    return { kind: 'later', seconds: null };
  } finally {
    clearTimeout(timer);
  }
};

async function triedOf(response: Response): Promise<Tried> {
  const { status } = response;
  if (status === 401) return { kind: 'sign_in' };
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  // The page of a hotel's network, a proxy in the way: not the word of our site.
  if (!isJson || status === 429 || status >= 500) return { kind: 'later', seconds: secondsOf(response) };
  if (status === 200) return { kind: 'taken', receipt: await response.json() };
  const problem = (await response.json()) as Problem;
  const [step] = problem.errors ?? [];
  return { kind: 'refused', status, why: step?.detail ?? problem.detail ?? String(status), step: step?.field ?? null };
}

function secondsOf(response: Response): number | null {
  const said = response.headers.get('retry-after');
  return said && /^\d+$/.test(said) ? Number(said) : null;
}
