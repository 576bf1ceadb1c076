import type { Level } from '#core/caution/level.ts';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { namesSeen, type Seating, seatingOf, sittingOn } from '#modules/forum/contract.ts';
import type { Ballot, RollRow, SeatOutcome } from '../schema.ts';

/** Do the documents of the day of opening say that a roll call names people? A secret ballot names nobody. */
const namesPeople = ({ opening, secrecy }: Ballot): boolean =>
  secrecy === 'open' && opening?.book.rules.names?.value.published === true;

/** Outcomes of which a speaker can be named: somebody was there. */
const THERE: readonly SeatOutcome['outcome'][] = ['for', 'against', 'abstain', 'voted', 'not_voting'];

/**
 * The outcomes as they are kept: with who spoke for each seat where the documents want names published, and else with
 * nobody. Of a seat that was called in the hall it is whoever had its mandate on that day.
 */
export async function withPersons(
  db: Db,
  forum: string,
  ballot: Ballot,
  roll: readonly RollRow[],
  outcomes: readonly SeatOutcome[],
  day: PlainDate,
): Promise<readonly SeatOutcome[]> {
  if (!namesPeople(ballot)) return outcomes.map((one) => ({ ...one, person: null }));
  const seating = await seatingOf(db, forum);
  const seats = new Map(roll.map(({ key, seat }) => [key, seat]));
  return outcomes.map((one) => {
    if (!THERE.includes(one.outcome)) return { ...one, person: null };
    const seat = seats.get(one.carriedBy ?? one.key);
    const sitting = seat && sittingOn(seating, { id: seat }, day);
    const mandate = sitting && (one.way === 'alternate' ? sitting.alternate : sitting.representative);
    return { ...one, person: one.person ?? mandate?.person ?? null };
  });
}

/** Who asks, as far as it matters for names. */
export interface Reader {
  readonly level: Level;
  readonly language: LanguageCode;
}

/** Names of the people of a roll call, by the key of the seat: only those that the documents publish and the level shows. */
export async function personsSeen(
  db: Db,
  forum: Pick<Forum, 'id' | 'zone'>,
  ballot: Ballot,
  roll: readonly RollRow[],
  outcomes: ReadonlyMap<string, SeatOutcome>,
  { level, language }: Reader,
): Promise<ReadonlyMap<string, string>> {
  if (!namesPeople(ballot)) return new Map();
  const seating = await seatingOf(db, forum.id);
  const seats = new Map(roll.map(({ key, seat }) => [key, seat]));
  const mandates = [...outcomes.values()].flatMap(({ key, carriedBy, person }) => {
    const mandate = person && mandateOf(seating, seats.get(carriedBy ?? key) ?? null, person);
    return mandate ? [{ key, id: mandate, person }] : [];
  });
  const names = await namesSeen(db, forum, mandates, { keeper: false, level, language });
  return new Map(mandates.flatMap(({ key, id }) => (names.has(id) ? [[key, names.get(id)!]] : [])));
}

/** The mandate of a person on a seat, also one that ended since; under its id a name is withheld. */
function mandateOf({ mandates, holdings }: Seating, seat: string | null, person: string): string | null {
  const own = new Set(holdings.filter((one) => one.seat === seat).map(({ id }) => id));
  return mandates.find((one) => one.person === person && own.has(one.holding))?.id ?? null;
}
