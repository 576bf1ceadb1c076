import type { PlainDate } from '#core/time/plain-date.ts';
import type { DueLine, Front } from '#modules/plans/contract.ts';

/** Front pages stay short: the rest is one press away. */
export const MOST = 5;

/** What comes next: a measure that falls due, or the day on which executors report. */
export type Coming =
  | { readonly kind: 'measure'; readonly on: PlainDate; readonly line: DueLine }
  | { readonly kind: 'reports'; readonly on: PlainDate; readonly planSlug: string };

/** The next days of all plans in force, the soonest first. */
export function comingOf({ next, reports }: Pick<Front, 'next' | 'reports'>): readonly Coming[] {
  const measures = next.map((line): Coming => ({ kind: 'measure', on: line.due, line }));
  const days = reports.map(({ on, planSlug }): Coming => ({ kind: 'reports', on, planSlug }));
  return [...days, ...measures].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).slice(0, MOST);
}
