import type { Db } from '#core/db/database.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { ballotsOfMeeting } from '../queries.ts';
import { rollOn } from '../roll/queries.ts';
import type { Prepared } from './schema.ts';

/** Elections written for items of a meeting that nobody opened yet and that are held in the hall, by number. */
export async function preparedElections(
  db: Db,
  forum: string,
  meeting: string,
  day: PlainDate,
): Promise<readonly Prepared[]> {
  const found: Prepared[] = [];
  for (const ballot of await ballotsOfMeeting(db, forum, meeting)) {
    const { item, kind, mode, opening, withdrawal } = ballot;
    if (item === null || kind === 'motion' || (mode !== 'hall' && mode !== 'paper') || opening || withdrawal) continue;
    const { roll } = await rollOn(db, forum, ballot.about, day);
    found.push({
      ...{ id: ballot.id, number: ballot.number, item, title: ballot.title, words: ballot.words, kind },
      ...{ method: ballot.method, decision: ballot.decision, secrecy: ballot.secrecy, options: ballot.options },
      second: ballot.againOf !== null,
      aside: roll.flatMap(({ key, recused: who }) => (who === 'nobody' ? [] : [{ key, who }])),
    });
  }
  return found;
}
