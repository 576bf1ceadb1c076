import type { EntriesAsked } from '#core/audit/entries.ts';
import { momentOf } from '#core/time/local-hour.ts';
import { addDays, plainDate } from '#core/time/plain-date.ts';

/** Names of the choices in the address. */
export const CHOICES = ['about', 'place', 'body', 'from', 'to'] as const;

/** Which entries the address asks for; days are days of the forum. A day that does not exist chooses nothing. */
export function askedOf(query: URLSearchParams, zone: string): EntriesAsked {
  const text = (name: string): string | undefined => query.get(name)?.trim() || undefined;
  const from = plainDate(text('from') ?? '');
  const to = plainDate(text('to') ?? '');
  const since = sinceOf(query);
  return {
    type: text('about'),
    place: text('place'),
    body: text('body'),
    object: text('object'),
    from: from ? momentOf(zone, from, 0) : undefined,
    before: to ? momentOf(zone, addDays(to, 1), 0) : undefined,
    fromPlace: since === null ? undefined : since - 1,
  };
}

/** The number of the first entry that the address asks for (`since=58`: those that a desk says are new); null: all. */
export function sinceOf(query: URLSearchParams): number | null {
  const asked = query.get('since') ?? '';
  return /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null;
}
