/**
 * Guards against forged posts without a token in the (cached) page: an unsafe request must come from one of our
 * own origins, as the browser itself says. Browsers send `Origin` with every POST since 2020; who sends none is
 * no browser form of ours. Without a fixed public address (`ours` null) the address by which the browser reached
 * us is ours: the page and the post then have the same `Host`.
 */
export function comesFromUs(headers: { get(name: string): string | null | undefined }, ours: string | null): boolean {
  const origin = headers.get('origin');
  if (!origin) return false;
  if (ours === null ? hostOf(origin) !== headers.get('host') : origin !== ours) return false;
  const site = headers.get('sec-fetch-site');
  return !site || site === 'same-origin' || site === 'none';
}

/** "localhost:3000" of "http://localhost:3000"; null for "null" (sandboxed pages) and other nonsense. */
const hostOf = (origin: string): string | null => /^https?:\/\/([^/]+)$/.exec(origin)?.[1] ?? null;
