import type { Election } from './elections/schema.ts';
import type { Present } from './presence/schema.ts';
import {
  type Count,
  type Counting,
  type Hall,
  type ItemHeld,
  MARKS,
  type Mark,
  type Motion,
  type Snapshot,
  THERE,
} from './schema.ts';

/** The desk before its first step. */
export const emptyHall = (snapshot: Snapshot): Hall => ({
  begun: snapshot.meeting.begun ? '' : null,
  ended: null,
  items: snapshot.items.map(({ id, state, aside }) => ({
    ...{ id, state, begun: null, ended: null, motions: [], elections: [], lines: [] },
    recused: new Map(aside.map((key) => [key, true])),
  })),
  ways: new Map(snapshot.presence.map(({ seat, way, carriedBy }) => [seat, { way, carriedBy }])),
  guests: new Map(),
  last: null,
});

/** Presence of every seat now, or in an item: with who stands aside in it. */
export function presenceIn(snapshot: Snapshot, hall: Hall, item: string | null): readonly Present[] {
  const said = hall.items.find((one) => one.id === item)?.recused;
  return snapshot.seats.map(({ key, bound }) => {
    const { way, carriedBy } = hall.ways.get(key) ?? { way: 'absent', carriedBy: null };
    const as = way === 'alternate' ? 'alternate' : 'representative';
    const isBound = bound.some((one) => one.item === item && one.as.includes(as));
    return { seat: key, way, carriedBy, recused: isBound || said?.get(key) === true };
  });
}

export const isThere = ({ way }: Pick<Present, 'way'>): boolean => THERE.includes(way);
export const mayVote = (present: Present): boolean => isThere(present) && !present.recused;

/** The item that is being held; null: none. */
export const openItem = (hall: Hall): ItemHeld | null => hall.items.find((one) => one.state === 'open') ?? null;

/** The motion on which votes are taken now; null: none. */
export const openMotion = (hall: Hall): Motion | null =>
  openItem(hall)?.motions.find((motion) => motion.ended === null) ?? null;

/** The election that is being held now; null: none. */
export const openElection = (hall: Hall): Election | null =>
  openItem(hall)?.elections.find((election) => election.ended === null) ?? null;

/** Is a vote being taken, on a motion or on options? */
export const isVoting = (hall: Hall): boolean => openMotion(hall) !== null || openElection(hall) !== null;

/** Seats by constituency as the rules of quorum and majority count them. */
export function countedPresence(snapshot: Snapshot, presence: readonly Present[]) {
  return snapshot.constituencies.map(({ id }) => {
    const own = snapshot.seats.filter((seat) => seat.constituency === id);
    const there = presence.filter((one) => isThere(one) && own.some((seat) => seat.key === one.seat));
    return {
      constituency: id,
      all: own.length,
      filled: own.filter((seat) => seat.filled).length,
      present: there.length,
      recused: there.filter((one) => one.recused).length,
    };
  });
}

/** The votes of a motion by constituency, however they were taken; null: not all that is needed was said. */
export function votesOf(snapshot: Snapshot, motion: Motion): readonly Count[] | null {
  if (motion.counting === 'hands') return motion.hands;
  if (motion.counting === 'slips') return slipsAgree(motion) ? motion.slips[0] : null;
  return snapshot.constituencies.map(({ id }) => {
    const own = snapshot.seats.filter((seat) => seat.constituency === id);
    const said = (mark: Mark): number => own.filter((seat) => motion.marks.get(seat.key) === mark).length;
    return { constituency: id, for: said('for'), against: said('against'), abstain: said('abstain'), spoilt: 0 };
  });
}

/** Did both people count the same? */
export function slipsAgree({ slips: [first, second] }: Pick<Motion, 'slips'>): boolean {
  if (!first || !second) return false;
  return first.every((one) => {
    const other = second.find((count) => count.constituency === one.constituency);
    return other !== undefined && [...MARKS, 'spoilt' as const].every((mark) => one[mark] === other[mark]);
  });
}

/** How secret the rules want a motion to be, and by which article; null: they say nothing, and it is open. */
export function secrecyWanted({ book }: Pick<Snapshot, 'book'>): {
  secrecy: 'secret' | 'open';
  article: string | null;
} {
  const rule = book.rules.secrecy;
  return rule ? { secrecy: rule.value.others, article: rule.article } : { secrecy: 'open', article: null };
}

/** Slips are secret; names and hands are open. */
export const isAsWanted = (snapshot: Pick<Snapshot, 'book'>, counting: Counting): boolean =>
  (secrecyWanted(snapshot).secrecy === 'secret') === (counting === 'slips');
