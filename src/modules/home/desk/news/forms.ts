import type { Posted } from '#core/http/route.ts';

/** How many entries of the log the page showed as read; what is no such number marks nothing. */
export function sizeSeen(posted: Pick<Posted, 'text'>): number {
  const typed = posted.text('size');
  return /^\d{1,15}$/.test(typed) ? Number(typed) : 0;
}
