import type { Db } from '#core/db/database.ts';
import { marksOf, openBallots, rollOf } from '../../queries.ts';
import { isRemote, stateOf } from '../../rules.ts';
import type { Ballot, RollRow } from '../../schema.ts';
import { papersOf } from '../../secret/queries.ts';

/** For the desk of the keepers: open ballots from afar, with the held seats that have neither voted nor taken a paper. */
export async function unvotedOf(
  db: Db,
  forum: string,
  now: Date,
): Promise<readonly { readonly ballot: Ballot; readonly seats: readonly RollRow[] }[]> {
  const found = [];
  for (const ballot of await openBallots(db, forum)) {
    if (stateOf(ballot, now) !== 'open' || !isRemote(ballot)) continue;
    const marks = await marksOf(db, forum, ballot.id);
    const did = new Set([...marks, ...(await papersOf(db, forum, ballot.id))].map(({ key }) => key));
    const roll = await rollOf(db, forum, ballot.id);
    const seats = roll.filter(({ key, filled, recused }) => filled && recused !== 'seat' && !did.has(key));
    if (seats.length > 0) found.push({ ballot, seats });
  }
  return found;
}
