import type { PlainDate } from '#core/time/plain-date.ts';
import { groupsOn } from '../seats/rules.ts';
import type { Seating } from '../seats/schema.ts';
import type { GenderCount, GroupFigures } from './schema.ts';

/** Organisations on seats of each constituency on a day, with the latest count of women and men up to that day. */
export function figuresOn(seating: Seating, counts: readonly GenderCount[], day: PlainDate): readonly GroupFigures[] {
  return groupsOn(seating, day).map(({ constituency: { id }, sittings }) => {
    const filled = sittings.filter(({ holding }) => holding !== null).length;
    const counted = counts.findLast((one) => one.constituency === id && one.on <= day) ?? null;
    // Members may have left since the count: then nobody is unknown, and the page gives the day of the count.
    const unknown = counted ? Math.max(0, filled - counted.women - counted.men) : 0;
    return { constituency: id, seats: sittings.length, filled, counted: counted && { ...counted, unknown } };
  });
}

/** All constituencies together; `counted` only when each of them was counted. */
export function totalOf(figures: readonly GroupFigures[]) {
  const sum = (of: (one: GroupFigures) => number): number => figures.reduce((all, one) => all + of(one), 0);
  const all = figures.length > 0 && figures.every(({ counted }) => counted !== null);
  return {
    ...{ seats: sum(({ seats }) => seats), filled: sum(({ filled }) => filled) },
    counted: all
      ? {
          women: sum(({ counted }) => counted?.women ?? 0),
          men: sum(({ counted }) => counted?.men ?? 0),
          unknown: sum(({ counted }) => counted?.unknown ?? 0),
        }
      : null,
  };
}
