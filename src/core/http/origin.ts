/**
 * Guards against forged posts without a token in the (cached) page: an unsafe request must come from one of our
 * own origins, as the browser itself says. Browsers send `Origin` with every POST since 2020; who sends none is
 * no browser form of ours.
 */
export function comesFromUs(
  headers: { get(name: string): string | null | undefined },
  ours: readonly string[],
): boolean {
  const origin = headers.get('origin');
  if (!origin || !ours.includes(origin)) return false;
  const site = headers.get('sec-fetch-site');
  return !site || site === 'same-origin' || site === 'none';
}
