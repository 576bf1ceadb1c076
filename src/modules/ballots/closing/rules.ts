import type { Forum } from '#core/forum.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { frozenRoll } from '../roll/rules.ts';
import { articleOf, hasOptions, stateOf } from '../rules.ts';
import type { Ballot, Count, Presence, RollRow, SeatMark, SeatOutcome, Session, Ties, Way } from '../schema.ts';
import type { Law, Mark, Result, Slip } from '../tallies/schema.ts';
import { agreedCount, recount, rulesTaken, type Taken } from '../verifying/recounting/rules.ts';
import type { BallotExport } from '../verifying/schema.ts';

/** Everything that was said and seen until the moment of closing. */
export interface Gathered {
  readonly ballot: Ballot;
  readonly roll: readonly RollRow[];
  readonly marks: readonly SeatMark[];
  readonly counts: readonly Count[];
  /** Of a secret vote from afar. */
  readonly slips: BallotExport['slips'];
  readonly session: Pick<Session, 'presence'> | null;
}

/** Why it cannot be closed now, at the field that would help; null: it can. */
export function closingFault({ ballot, counts, marks }: Gathered, now: Date): Message | null {
  const state = stateOf(ballot, now);
  if (state === 'written') return message('ballots.closing.wrong.not_open');
  if (state === 'withdrawn') return message('ballots.voting.wrong.withdrawn');
  if (state === 'closed') return message('ballots.closing.wrong.closed', articleOf(ballot));
  if (state === 'open' && ballot.mode === 'correspondence') return message('ballots.closing.wrong.window');
  const counted = agreedCount(counts);
  if (counts.length > 0 && !counted) return message('ballots.closing.wrong.counts');
  if (ballot.secrecy === 'secret' && (ballot.mode === 'hall' || ballot.mode === 'paper') && !counted)
    return message('ballots.closing.wrong.uncounted');
  if (counted && ballot.secrecy === 'open' && marks.some(({ way, say }) => way === 'called' && isPlain(say)))
    return message('ballots.closing.wrong.both');
  return null;
}

const isPlain = (say: SeatMark['say']): boolean => say !== 'voted' && say !== 'not_voting' && say !== 'excused';

/** How every held seat ended, each exactly once, by the number of the seat. */
export function outcomesIn(all: Gathered): readonly SeatOutcome[] {
  const marks = new Map(all.marks.map((mark) => [mark.key, mark]));
  const presence = new Map(all.session?.presence.map((one) => [one.key, one]));
  const counted = agreedCount(all.counts) !== null;
  return all.roll
    .filter((row) => row.filled)
    .toSorted((a, b) => a.number - b.number)
    .map((row): SeatOutcome => {
      const mark = marks.get(row.key);
      const there = presence.get(row.key);
      if (mark) return marked(all.ballot, row.key, mark, there);
      const way = all.session ? (there?.way ?? 'absent') : null;
      const outcome = unmarked(row, way, there?.recused ?? false, counted);
      return { key: row.key, outcome, slip: null, way, carriedBy: there?.carriedBy ?? null, person: null };
    });
}

function marked(ballot: Ballot, key: string, mark: SeatMark, there: Presence | undefined): SeatOutcome {
  const { say, carriedBy, person } = mark;
  const isWord = say === 'voted' || say === 'not_voting' || say === 'excused';
  const slip: Slip | null = isWord || !hasOptions(ballot) ? null : say;
  const outcome: Mark = slip !== null ? 'voted' : say === 'blank' || typeof say !== 'string' ? 'voted' : say;
  const way = say === 'excused' ? 'excused' : (there?.way ?? wayOf(mark));
  return { key, outcome, slip, way: way === 'absent' ? wayOf(mark) : way, carriedBy, person };
}

function wayOf({ speaker, way }: SeatMark): Way {
  if (speaker !== 'representative') return speaker;
  return way === 'called' || way === 'paper' ? 'hall' : 'online';
}

/** A seat of which nobody said anything. Without a meeting nobody knows of it but that it did not vote. */
function unmarked(row: RollRow, way: Way | null, noted: boolean, counted: boolean): Mark {
  if (way === 'excused' || way === 'absent') return way;
  const speaker = way === 'alternate' ? 'alternate' : 'representative';
  if (noted || row.recused === 'seat' || (way !== null && row.recused === speaker)) return 'recused';
  if (way === null) return 'absent';
  return counted ? 'voted' : 'not_voting';
}

/** Who closes what, when: what the file says beside votes and rules. */
export interface Moment {
  readonly forum: Pick<Forum, 'slug' | 'name'>;
  readonly now: Date;
}

/** Everything the result follows from, as the file takes it and the counting reads it. */
export function takenOf(all: Gathered, outcomes: readonly SeatOutcome[], ties: Ties, { forum, now }: Moment): Taken {
  const { ballot, roll, counts, slips } = all;
  const { book, voters, at, by } = ballot.opening!;
  return {
    forum: { name: forum.slug, title: forum.name },
    ballot: {
      ...{ id: ballot.id, number: ballot.number, title: ballot.title, words: ballot.words, kind: ballot.kind },
      ...{ method: ballot.method, decision: ballot.decision, secrecy: ballot.secrecy, mode: ballot.mode },
      ...{ round: ballot.againOf ? 2 : 1, options: ballot.options.map(({ id, label }) => ({ id, label })) },
      ...{ opened: at.toISOString(), closed: now.toISOString(), ruledBy: by },
    },
    rules: rulesTaken(book, ballot.decision),
    roll: frozenRoll(voters, roll),
    seats: outcomes.map(({ key, outcome, slip, carriedBy }) => ({ key, mark: outcome, slip, carriedBy })),
    slips: { keys: [...slips.keys], of: [...slips.of] },
    counts: counts.map(({ counter, piles }) => ({ counter, piles: [...piles] })),
    ...{ chair: ties.chair, settled: ties.settled.map((one) => ({ ...one, between: [...one.between] })) },
  };
}

/** The result with every step. RangeError: more slips or hands than seats that took part. */
export const resultOf = (law: Law, taken: Taken): Result => recount(law, taken);

/** Is somebody to decide a tie first, as the rules say? By which article; null: no. */
export function tieToSettle(
  { opening, kind }: Ballot,
  result: Result,
): { article: string; by: 'chair' | 'option' | 'lot' } | null {
  const rule = opening?.book.rules.tie;
  if (result.verdict !== 'tie' || (rule?.value.how !== 'chair' && rule?.value.how !== 'lot')) return null;
  const option = rule.value.how === 'lot' ? 'lot' : 'option';
  return { article: rule.article, by: kind === 'motion' ? 'chair' : option };
}
