import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import type { Mark, News, NewsLine, NewsOfThing } from './schema.ts';

/** Who never marked anything sees the last two weeks. */
const FIRST_DAYS = 14;
/** Things on the desk; the log holds the rest. */
export const MOST_THINGS = 10;
/** Entries read to find those things: many deeds on one thing are one line. */
export const MOST_READ = 200;

export const firstDay = (today: PlainDate): PlainDate => addDays(today, -FIRST_DAYS);

/** One line for each thing, the last deed first; `lines` come newest first, `total` counts those that were not read too. */
export function newsOf(
  { lines, total }: { readonly lines: readonly NewsLine[]; readonly total: number },
  mark: Mark | null,
  from: PlainDate,
): News {
  const groups = [...Map.groupBy(lines, ({ object }) => `${object.type} ${object.id}`).values()];
  const things = groups
    .slice(0, MOST_THINGS)
    .map((group): NewsOfThing => ({ line: group[0]!, earlier: group.length - 1 }));
  const shown = things.reduce((sum, { earlier }) => sum + 1 + earlier, 0);
  const size = lines.reduce((most, { place }) => Math.max(most, place + 1), mark?.size ?? 0);
  return { things, more: total - shown, mark, from, size };
}
