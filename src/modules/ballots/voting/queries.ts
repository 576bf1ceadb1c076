import type { Actor } from '#core/actor.ts';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { personOf } from '#core/way.ts';
import { type Seating, seatingOf, sittingOn, speaksFor } from '#modules/forum/contract.ts';
import type { DeedDescribed } from '#modules/identity/contract.ts';
import { marksOf, openBallots, rollOf, seatOfObject } from '../queries.ts';
import { isRemote, pathOf } from '../rules.ts';
import type { Ballot, RollRow, SeatMark, Session } from '../schema.ts';
import { type Speaking, speaksAs, urnFault, type Voter, voteObject } from './rules.ts';

/** Who comes to the urn, with what the forum knows of them today. */
export function voterOf(actor: Actor, seating: Seating, today: PlainDate): Voter {
  const person = personOf(actor);
  return {
    ...{ person, sentFor: actor.kind === 'link' ? actor.deed.body : null },
    holderOf: (seat) => sittingOn(seating, { id: seat }, today)?.holding?.body ?? null,
    speaksFor: (seat) => (person === null ? null : speaksFor(seating, person, { id: seat }, today)),
    hadMandate: person !== null && seating.mandates.some((one) => one.person === person && one.last !== null),
  };
}

/** A seat for which somebody stands at the urn. */
export interface AtUrn {
  readonly row: RollRow;
  readonly as: Speaking;
  /** What was said for it already; null: nothing. */
  readonly mark: SeatMark | null;
}

/** The seats for which whoever asks can vote or did vote; where there are none, the reasons of their own seats. */
export async function seatsAtUrn(
  db: Db,
  forum: Pick<Forum, 'id'>,
  actor: Actor,
  ballot: Ballot,
  session: Session | null,
  today: PlainDate,
): Promise<readonly AtUrn[]> {
  const roll = await rollOf(db, forum.id, ballot.id);
  const marks = await marksOf(db, forum.id, ballot.id);
  const seating = await seatingOf(db, forum.id);
  const voter = voterOf(actor, seating, today);
  const speaks = ({ seat }: RollRow): boolean =>
    seat !== null &&
    voter.person !== null &&
    seating.mandates.some(
      (one) =>
        one.person === voter.person && seating.holdings.some((held) => held.id === one.holding && held.seat === seat),
    );
  return roll.flatMap((row) => {
    const as = speaksAs(ballot, roll, row, voter, session);
    const mark = marks.find((one) => one.key === row.key) ?? null;
    return 'speaker' in as || speaks(row) ? [{ row, as, mark }] : [];
  });
}

/** What a link or printed code is for: the vote of one seat; null when nobody can vote by it now. */
export async function describeVote(db: Db, forum: Forum, object: string): Promise<DeedDescribed | null> {
  const isOpenVote = (ballot: Ballot): boolean => isRemote(ballot) && ballot.secrecy === 'open';
  const found = await seatOfObject(db, forum.id, object, isOpenVote, voteObject);
  if (!found?.row.body) return null;
  const { ballot, row } = found;
  return {
    ...{ body: row.body, formPath: `${pathOf(ballot)}/votes` },
    purpose: message('ballots.voting.purpose', { number: ballot.number, seat: row.number }),
  };
}

/** For the desk: open ballots with seats of this person that have not voted. */
export async function openBallotsOf(
  db: Db,
  forum: Pick<Forum, 'id'>,
  actor: Actor,
  at: { readonly now: Date; readonly today: PlainDate },
): Promise<readonly { readonly ballot: Ballot; readonly seats: readonly RollRow[] }[]> {
  const person = personOf(actor);
  if (!person) return [];
  const found = [];
  for (const ballot of await openBallots(db, forum.id)) {
    if (urnFault(ballot, at.now, null)) continue;
    const own = await seatsAtUrn(db, forum, actor, ballot, null, at.today);
    const seats = own.filter(({ as, mark }) => 'speaker' in as && !mark).map(({ row }) => row);
    if (seats.length > 0) found.push({ ballot, seats });
  }
  return found;
}
