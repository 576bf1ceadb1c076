import { type Message, message } from '#core/i18n/message.ts';
import type { Present } from '../presence/schema.ts';
import { countedPresence, isThere, openElection, presenceIn } from '../rules.ts';
import type { Hall, Snapshot } from '../schema.ts';
import type { Election, ElectionStep, Pile, Prepared } from './schema.ts';

/** Elections that were prepared; none in a snapshot of before there were any. */
export const preparedIn = ({ elections }: Snapshot): readonly Prepared[] => elections ?? [];

export const preparedOf = (snapshot: Snapshot, { ballot }: Pick<Election, 'ballot'>): Prepared | null =>
  preparedIn(snapshot).find(({ id }) => id === ballot) ?? null;

/** Presence of every seat in an election: who stands aside in its item, or by what the ballot is about. */
export function electorsIn(snapshot: Snapshot, hall: Hall, { item, aside }: Prepared): readonly Present[] {
  return presenceIn(snapshot, hall, item).map((one) => {
    const speaker = one.way === 'alternate' ? 'alternate' : 'representative';
    const bound = aside.some(({ key, who }) => key === one.seat && (who === 'seat' || who === speaker));
    return bound ? { ...one, recused: true } : one;
  });
}

/** Did both people count the same? Equal slips put together, in whatever order they were typed. */
export function pilesAgree({ piles: [first, second] }: Pick<Election, 'piles'>): boolean {
  return first !== null && second !== null && sums(first) === sums(second);
}

function sums(piles: readonly Pile[]): string {
  const all = new Map<string, number>();
  for (const { box, slip, count } of piles) {
    const key = JSON.stringify([box, slip]);
    all.set(key, (all.get(key) ?? 0) + count);
  }
  return JSON.stringify([...all].filter(([, n]) => n > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Why this step of an election cannot be done now, in the open item; null: it can. */
export function refusedElection(snapshot: Snapshot, hall: Hall, step: ElectionStep): Message | null {
  if (step.kind === 'election') return refusedOpening(snapshot, hall, step);
  const election = openElection(hall);
  const prepared = election && preparedOf(snapshot, election);
  if (election?.id !== step.election || !prepared) return message('meetings.desk.no.motion');
  const electors = electorsIn(snapshot, hall, prepared);
  if (step.kind === 'choice') return refusedChoice(election, prepared, electors, step);
  if (step.kind === 'piles') return refusedPiles(snapshot, election, prepared, electors, step.piles);
  if (step.settled.some(({ option, between }) => !between.includes(option) || between.length < 2))
    return message('meetings.desk.no.election');
  if (prepared.secrecy === 'open') {
    const n = electors.filter((one) => mayChoose(one) && !election.said.has(one.seat)).length;
    return n > 0 ? message('meetings.desk.no.uncalled', { n }) : null;
  }
  const [first, second] = election.piles;
  if (!first || !second) return message('meetings.desk.no.not_counted');
  return pilesAgree(election) ? null : message('meetings.desk.no.slips_differ');
}

export const mayChoose = (one: Present): boolean => isThere(one) && !one.recused;

type OfKind<K extends ElectionStep['kind']> = Extract<ElectionStep, { kind: K }>;

function refusedOpening(snapshot: Snapshot, hall: Hall, step: OfKind<'election'>): Message | null {
  const prepared = preparedOf(snapshot, step);
  const held = hall.items.flatMap(({ elections }) => elections).filter(({ ballot }) => ballot === step.ballot);
  const known = prepared?.options.map(({ id }) => id) ?? [];
  const own = known.filter((id) => step.options.includes(id));
  // Every option of it once, in its order; a next round is one more, and the last.
  const fits =
    prepared?.item === step.item &&
    own.length >= 2 &&
    own.join() === step.options.join() &&
    held.length === (step.again ? 1 : 0) &&
    (step.again ? !prepared.second : own.length === known.length);
  return fits ? null : message('meetings.desk.no.election');
}

function refusedChoice(
  { options }: Election,
  { secrecy }: Prepared,
  electors: readonly Present[],
  { seat, slip }: OfKind<'choice'>,
): Message | null {
  const one = electors.find((elector) => elector.seat === seat);
  if (secrecy !== 'open' || !one || !mayChoose(one)) return message('meetings.desk.no.may_not_vote');
  return slip === 'blank' || isRanks(slip, options) ? null : message('meetings.desk.no.counts');
}

const isRanks = (slip: Pile['slip'], options: readonly string[]): boolean =>
  typeof slip !== 'string' &&
  slip.length === options.length &&
  slip.every((mark) => Number.isSafeInteger(mark) && mark >= 0);

function refusedPiles(
  snapshot: Snapshot,
  { options }: Election,
  { secrecy }: Prepared,
  electors: readonly Present[],
  piles: readonly Pile[],
): Message | null {
  if (secrecy !== 'secret') return message('meetings.desk.no.counting');
  const places = countedPresence(snapshot, electors);
  for (const { box, slip, count } of piles) {
    const known = box === null || places.some(({ constituency }) => constituency === box);
    const fits = slip === 'blank' || slip === 'invalid' || isRanks(slip, options);
    if (!known || !fits || !Number.isSafeInteger(count) || count < 0) return message('meetings.desk.no.counts');
  }
  const total = (own: readonly Pile[]): number => own.reduce((all, { count }) => all + count, 0);
  const free = ({ present, recused }: (typeof places)[number]): number => present - recused;
  for (const place of places) {
    const [n, most] = [total(piles.filter(({ box }) => box === place.constituency)), free(place)];
    if (n > most) return message('meetings.desk.no.too_many', { n, most });
  }
  const [n, most] = [total(piles), places.reduce((all, place) => all + free(place), 0)];
  return n > most ? message('meetings.desk.no.too_many', { n, most }) : null;
}
