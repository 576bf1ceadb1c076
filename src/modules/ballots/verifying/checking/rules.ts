import { type Message, message } from '#core/i18n/message.ts';
import { overfull, rollProblems } from '../../tallies/roll/rules.ts';
import type { Cast } from '../../tallies/schema.ts';
import { arePapers, type IsSigned } from '../papers/rules.ts';
import { type Count, rollHash, type Sha256 } from '../recounting/rules.ts';
import type { BallotExport } from '../schema.ts';

/** One thing that was checked, as a sentence. */
export interface Line {
  readonly fits: boolean;
  readonly message: Message;
}
export const good = (said: Message): Line => ({ fits: true, message: said });
export const bad = (said: Message): Line => ({ fits: false, message: said });

const list = (numbers: readonly number[]): string => numbers.join(', ');

/** The frozen roll: its hash, and that no seat, number or constituency stands in it twice. */
export function checkRoll(sha256: Sha256, { roll }: BallotExport): readonly Line[] {
  const { seats, constituencies } = roll;
  const known = new Set(constituencies.map(({ id }) => id));
  const isOnce = (keys: readonly unknown[]): boolean => new Set(keys).size === keys.length;
  const once = isOnce(seats.map(({ key }) => key)) && isOnce(seats.map(({ number }) => number));
  const sorted = seats.every(({ number }, at) => at === 0 || seats[at - 1]!.number < number);
  const placed = known.size === constituencies.length && seats.every(({ constituency }) => known.has(constituency));
  if (!once || !placed || !sorted) return [bad(message('ballots.verifying.roll.strange'))];
  if (rollHash(sha256, roll) !== roll.sha256) return [bad(message('ballots.verifying.roll.changed'))];
  const vacant = seats.filter(({ filled }) => !filled).length;
  return [good(message('ballots.verifying.roll.fits', { seats: seats.length, vacant, sha256: roll.sha256 }))];
}

/** Each held seat once, and of a secret ballot nothing of what it chose. */
export function checkSeats(given: BallotExport, { roll, marks }: Cast): readonly Line[] {
  const problems = rollProblems(roll, marks).map(({ what, seats }) =>
    bad(
      what === 'unknown'
        ? message('ballots.verifying.seats.unknown')
        : message(`ballots.verifying.seats.${what}`, { seats: list(seats) }),
    ),
  );
  const told = given.seats.filter(
    ({ mark, slip }) => slip !== null || mark === 'for' || mark === 'against' || mark === 'abstain',
  );
  const number = new Map(given.roll.seats.map((seat) => [seat.key, seat.number]));
  const numbers = told.map(({ key }) => number.get(key) ?? 0);
  const isSecret = given.ballot.secrecy === 'secret';
  if (isSecret && told.length > 0)
    return [...problems, bad(message('ballots.verifying.secret.told', { seats: list(numbers) }))];
  if (problems.length > 0) return problems;
  const lines = [good(message('ballots.verifying.seats.fits', { seats: marks.length }))];
  return isSecret ? [...lines, good(message('ballots.verifying.secret.fits'))] : lines;
}

/** Slips: no more than seats that took part, each where it may be, those by machine sorted and each code once. */
export function checkSlips(
  { ballot, seats, slips, counts }: BallotExport,
  { roll, marks, piles }: Cast,
  agreed: Count | null,
): readonly Line[] {
  const lines: Line[] = [];
  const stray = seats.filter(({ mark, slip }) => slip !== null && (mark !== 'voted' || ballot.kind === 'motion'));
  const silent =
    ballot.secrecy === 'open' && ballot.kind !== 'motion' && counts.length === 0
      ? seats.filter(({ mark, slip }) => mark === 'voted' && slip === null)
      : [];
  const boxes = new Set<string | null>([null, ...roll.constituencies]);
  if (stray.length + silent.length > 0 || piles.some(({ box }) => !boxes.has(box)))
    lines.push(bad(message('ballots.verifying.slips.stray')));
  if (overfull(roll, marks, piles) !== null) lines.push(bad(message('ballots.verifying.slips.many')));
  const trackers = slips.of.map(({ tracker }) => tracker);
  const sorted = trackers.every((code, at) => at === 0 || trackers[at - 1]! < code);
  if (!sorted || (ballot.secrecy === 'open' && trackers.length > 0))
    lines.push(bad(message('ballots.verifying.slips.order')));
  if (counts.length > 0)
    lines.push(
      agreed ? good(message('ballots.verifying.counts.fits')) : bad(message('ballots.verifying.counts.differ')),
    );
  if (lines.some(({ fits }) => !fits) || piles.length === 0) return lines;
  const all = piles.reduce((sum, { count }) => sum + count, 0);
  const voted = marks.filter(({ mark }) => mark === 'voted').length;
  return [good(message('ballots.verifying.slips.fits', { slips: all, voted })), ...lines];
}

/** Proxies as the rules allow them; none where the rules say nothing. */
export function checkProxies({ seats, roll, rules }: BallotExport): readonly Line[] {
  const given = seats.filter(({ carriedBy }) => carriedBy !== null);
  if (given.length === 0) return [];
  const place = new Map(roll.seats.map(({ key, constituency, filled }) => [key, filled ? constituency : null]));
  const carried = new Map<string, number>();
  for (const { carriedBy } of given) carried.set(carriedBy!, (carried.get(carriedBy!) ?? 0) + 1);
  const own = new Set(given.map(({ key }) => key));
  const { most = 0, within = false } = rules.proxies?.value ?? {};
  const fits = given.every(
    ({ key, carriedBy }) =>
      place.get(carriedBy!) != null &&
      // Whoever handed the own vote to another carries none.
      !own.has(carriedBy!) &&
      (!within || place.get(key) === place.get(carriedBy!)) &&
      carried.get(carriedBy!)! <= most,
  );
  const { article = '' } = rules.proxies ?? {};
  return [
    fits
      ? good(message('ballots.verifying.proxies.fits', { proxies: given.length, article }))
      : bad(message('ballots.verifying.proxies.more')),
  ];
}

/** Slips from afar: each a paper of this ballot that was signed without being seen. */
export function checkPapers(sha256: Sha256, isSigned: IsSigned, given: BallotExport): readonly Line[] {
  const { length } = given.slips.of;
  if (length === 0) return [];
  return [
    arePapers(sha256, isSigned, given)
      ? good(message('ballots.verifying.papers.fits', { slips: length }))
      : bad(message('ballots.verifying.papers.wrong')),
  ];
}
