export interface DeedTimes {
  readonly expiresAt: Date;
  readonly end: { readonly how: 'used' | 'withdrawn' } | null;
}
export type DeedState = 'open' | 'used' | 'withdrawn' | 'expired';

export function deedState(deed: DeedTimes, now: Date): DeedState {
  if (deed.end) return deed.end.how;
  return now >= deed.expiresAt ? 'expired' : 'open';
}
