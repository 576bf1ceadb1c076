import type { Votes } from '#modules/forum/contract.ts';
import { type Counts, MARKS, type Mark, type MarkedSeat, type Pile, type Roll, type RollProblem } from '../schema.ts';

/** Marks of a seat whose representative is there, in whatever way. */
const THERE: ReadonlySet<Mark> = new Set(['for', 'against', 'abstain', 'voted', 'not_voting', 'recused']);

/** Each seat that somebody holds has exactly one mark, and nobody else has any. Numbers of seats in their order. */
export function rollProblems(roll: Roll, marks: readonly MarkedSeat[]): readonly RollProblem[] {
  const seats = new Map(roll.seats.map((seat) => [seat.id, seat]));
  const times = new Map<string, number>();
  for (const { seat } of marks) times.set(seat, (times.get(seat) ?? 0) + 1);
  const numbers = (is: (id: string, organisation: string | null) => boolean): readonly number[] =>
    roll.seats.filter(({ id, organisation }) => is(id, organisation)).map(({ number }) => number);
  const found: readonly RollProblem[] = [
    { what: 'twice', seats: numbers((id) => (times.get(id) ?? 0) > 1) },
    { what: 'missing', seats: numbers((id, organisation) => organisation !== null && !times.has(id)) },
    { what: 'vacant', seats: numbers((id, organisation) => organisation === null && times.has(id)) },
  ];
  const strange = marks.some(({ seat }) => !seats.has(seat));
  return [
    ...found.filter((problem) => problem.seats.length > 0),
    ...(strange ? [{ what: 'unknown' as const, seats: [] }] : []),
  ];
}

/**
 * Seats and votes by constituency, as `hasQuorum` and `passes` take them: marks by seat, hands and slips of the box of
 * each constituency. Slips of one box for all stand in no row; see `merged`. Throws RangeError when the roll does not
 * fit: a ballot like that is not counted.
 */
export function rowsOf(roll: Roll, marks: readonly MarkedSeat[], piles: readonly Pile[]): readonly Votes[] {
  const [problem] = rollProblems(roll, marks);
  if (problem) throw new RangeError(`a roll with seats ${problem.what}: ${problem.seats.join(', ')}`);
  const rows = new Map(roll.constituencies.map((id) => [id, emptyRow(id)]));
  const marked = new Map(marks.map(({ seat, mark }) => [seat, mark]));
  for (const seat of roll.seats) {
    const row = rows.get(seat.constituency);
    if (!row) throw new RangeError(`seat ${seat.number} of no constituency`);
    row.all += 1;
    if (seat.organisation !== null) row.filled += 1;
    const mark = marked.get(seat.id);
    if (!mark) continue;
    if (THERE.has(mark)) row.present += 1;
    if (mark === 'recused') row.recused += 1;
    if (mark === 'for' || mark === 'against' || mark === 'abstain') row[mark] += 1;
  }
  for (const { box, slip, count } of piles) {
    const row = box === null ? null : rows.get(box);
    if (row && (slip === 'for' || slip === 'against' || slip === 'abstain')) row[slip] += count;
  }
  return [...rows.values()];
}

interface Row extends Votes {
  all: number;
  filled: number;
  present: number;
  recused: number;
  for: number;
  against: number;
  abstain: number;
}
const emptyRow = (constituency: string): Row => ({
  ...{ constituency, all: 0, filled: 0, present: 0, recused: 0, for: 0, against: 0, abstain: 0 },
});

/** All constituencies as one, with the slips of the one box: enough where no majority of each is asked. */
export function merged(rows: readonly Votes[], piles: readonly Pile[]): Votes {
  const whole = emptyRow('');
  for (const row of rows)
    for (const key of ['all', 'filled', 'present', 'recused', 'for', 'against', 'abstain'] as const)
      whole[key] += row[key];
  for (const { box, slip, count } of piles)
    if (box === null && (slip === 'for' || slip === 'against' || slip === 'abstain')) whole[slip] += count;
  return whole;
}

/** Every seat and every slip once. `blankOrInvalid` judges a slip; null: it counts. */
export function countsOf(
  roll: Roll,
  marks: readonly MarkedSeat[],
  piles: readonly Pile[],
  blankOrInvalid: (pile: Pile) => 'blank' | 'invalid' | null,
): Counts {
  const of = Object.fromEntries(MARKS.map((mark) => [mark, 0])) as Record<Mark, number>;
  for (const { mark } of marks) of[mark] += 1;
  const slips = { valid: 0, blank: 0, invalid: 0 };
  for (const pile of piles) slips[blankOrInvalid(pile) ?? 'valid'] += pile.count;
  return {
    seats: roll.seats.length,
    vacant: roll.seats.filter(({ organisation }) => organisation === null).length,
    marks: of,
    slips,
    unreturned: of.voted - slips.valid - slips.blank - slips.invalid,
  };
}

/**
 * More slips than seats that took part: in all, or in the box of a constituency; its id, '' for all of them. null: none.
 * Where boxes and one common box are mixed, the common one may hold what the boxes leave.
 */
export function overfull(roll: Roll, marks: readonly MarkedSeat[], piles: readonly Pile[]): string | null {
  const place = new Map(roll.seats.map((seat) => [seat.id, seat.constituency]));
  const left = new Map(roll.constituencies.map((id) => [id, 0]));
  for (const { seat, mark } of marks) {
    const constituency = place.get(seat);
    if (mark === 'voted' && constituency !== undefined) left.set(constituency, (left.get(constituency) ?? 0) + 1);
  }
  let all = [...left.values()].reduce((sum, count) => sum + count, 0);
  for (const { box, count } of piles) {
    all -= count;
    if (box !== null) left.set(box, (left.get(box) ?? 0) - count);
  }
  const full = [...left].find(([, count]) => count < 0);
  if (full) return full[0];
  return all < 0 ? '' : null;
}
