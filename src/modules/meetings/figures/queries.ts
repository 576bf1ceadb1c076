import type { Db } from '#core/db/database.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { electorateOn } from '#modules/forum/contract.ts';
import { hallOf } from '../attendance/queries.ts';
import { standsAt } from '../attendance/rules.ts';
import { meetingsOf } from '../calls/queries.ts';
import { isOfMembers, isPublic } from '../calls/rules.ts';
import { missedInRow, type Presence, presenceOf } from './rules.ts';
import type { SeatFigure } from './schema.ts';

/** At how many meetings held each seat of today was there; a session by correspondence has no attendance. */
export async function attendanceOfSeats(db: Db, forum: string, today: PlainDate): Promise<readonly SeatFigure[]> {
  const held = (await meetingsOf(db, forum)).filter(
    (one) => isPublic(one) && one.ended && isOfMembers(one.call.kind) && one.call.kind !== 'correspondence',
  );
  const found = new Map<string, Presence[]>();
  for (const meeting of held) {
    const hall = await hallOf(db, forum, meeting);
    // Nobody wrote down who was there: nothing is known of it.
    if (hall.said.length === 0) continue;
    const stands = [null, ...hall.items.map(({ id }) => id)].map((item) => standsAt(hall, item));
    for (const { key, filled } of hall.electorate.rows) {
      if (!filled) continue;
      const ways = stands.map((one) => one.get(key)?.way ?? ('absent' as const));
      found.set(key, [...(found.get(key) ?? []), presenceOf(ways)]);
    }
  }
  const { rows } = await electorateOn(db, forum, today);
  return rows
    .filter((row) => row.filled)
    .map((row) => {
      const own = found.get(row.key) ?? [];
      return {
        ...{ seat: row.key, number: row.number, organisation: row.organisation, constituency: row.constituency },
        ...{ group: row.constituencyName, there: own.filter((one) => one === 'there').length, of: own.length },
        missed: missedInRow(own),
      };
    });
}
