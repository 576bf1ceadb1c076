import type {
  Base,
  BoundTopic,
  Decision,
  Majority,
  Outcome,
  Presence,
  QuorumFound,
  Rulebook,
  SeatsOf,
  Share,
  Step,
  Threshold,
  Votes,
} from '../schema.ts';

/** Is `have` the asked share of `out`? In whole numbers: have x whole against out x part. */
export const reaches = (share: Share, have: number, out: number): boolean =>
  share.than === 'more_than' ? have * share.whole > out * share.part : have * share.whole >= out * share.part;

/** The least whole number that reaches a share of `out`; `out` + 1 when none does (more than the whole). */
export const leastOf = (share: Share, out: number): number => {
  const exact = (out * share.part) / share.whole;
  const least = share.than === 'more_than' ? Math.floor(exact) + 1 : Math.ceil(exact);
  return Math.min(Math.max(least, 0), out + 1);
};

/**
 * Is there a quorum? null: the rules define none. A constituency without seats is not asked for its share; one whose
 * seats are all empty is, and fails where all seats count. Counts that cannot be are a RangeError.
 */
export function hasQuorum(book: Rulebook, seats: readonly SeatsOf[], present: readonly Presence[]): QuorumFound | null {
  const rule = book.rules.quorum;
  if (!rule) return null;
  const rows = seats.map((one): Votes => {
    const there = present.find((other) => other.constituency === one.constituency);
    const counts = { present: there?.present ?? 0, recused: there?.recused ?? 0, for: 0, against: 0, abstain: 0 };
    return { ...one, ...counts };
  });
  const strange = present.find((one) => !seats.some((other) => other.constituency === one.constituency));
  if (strange && strange.present > 0) throw new RangeError(`no seats of ${strange.constituency}`);
  judge(rows);
  const { all, each, recused } = rule.value;
  const there = (row: Votes): number => (recused ? row.present : row.present - row.recused);
  const steps = stepsOf(rows, { all, each }, there);
  // Nobody there is no quorum, whatever the share.
  const some = rows.reduce((sum, row) => sum + there(row), 0) > 0;
  return { ...placeOf(rule), met: some && steps.every((step) => step.met), steps };
}

/** The rule by which a kind of decision is taken: its own majority, else the ordinary one; null: neither is defined. */
const majorityFor = (book: Rulebook, kind: Decision) => book.rules[kind] ?? book.rules.ordinary ?? null;

/**
 * Is the motion adopted? null: the rules define no majority for it. One more "for" never turns adopted into rejected.
 * Of a double majority a constituency with seats of which nobody may vote is not won; one without seats is not asked.
 * `chair`: how the chair voted, where the rules let it decide a tie. Counts that cannot be are a RangeError.
 */
export function passes(
  book: Rulebook,
  kind: Decision,
  votes: readonly Votes[],
  chair: 'for' | 'against' | 'abstain' | null = null,
): Outcome | null {
  const rule = majorityFor(book, kind);
  if (!rule) return null;
  judge(votes);
  const steps = stepsOf(votes, rule.value, (row) => row.for);
  const base = { ...placeOf(rule), kind, steps };
  const voters = sum(votes, (row) => row.for + row.against + row.abstain);
  if (voters === 0) return { ...base, adopted: false, reason: 'nobody', tie: null };
  const tie = tieIn(book, rule.value, votes, steps);
  if (!tie) {
    const adopted = steps.every((step) => step.met);
    return { ...base, adopted, reason: adopted ? 'adopted' : 'rejected', tie: null };
  }
  if (tie.how === 'rejected') return { ...base, adopted: false, reason: 'tie_rejected', tie: tie.place };
  // A question is not drawn by lot: where the rules name the lot, a motion is voted once more.
  if (tie.how === 'again' || tie.how === 'lot') return { ...base, adopted: false, reason: 'tie_again', tie: tie.place };
  const others = steps.filter((step) => step.constituency !== null).every((step) => step.met);
  return { ...base, adopted: chair === 'for' && others, reason: 'tie_chair', tie: tie.place };
}

const placeOf = ({ document, article }: BoundTopic): BoundTopic => ({ document, article });

/** The tie rule, where it has something to decide: as many for as against, and a simple majority asked. */
function tieIn(book: Rulebook, { all }: Majority, votes: readonly Votes[], [overall]: readonly Step[]) {
  const { tie } = book.rules;
  const yes = sum(votes, (row) => row.for);
  const simple = all.of === 'cast' && all.share.than === 'more_than' && all.share.part * 2 === all.share.whole;
  if (!tie || !simple || yes === 0 || overall?.met || yes !== sum(votes, (row) => row.against)) return null;
  return { how: tie.value.how, place: placeOf(tie) };
}

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((all, row) => all + of(row), 0);

const OUT: Readonly<Record<Base, (row: Votes) => number>> = {
  cast: (row) => row.for + row.against,
  // Whoever may not vote is not asked.
  present: (row) => row.present - row.recused,
  filled: (row) => row.filled,
  all: (row) => row.all,
};

function stepsOf(rows: readonly Votes[], asked: Majority, have: (row: Votes) => number): readonly Step[] {
  const overall = step(null, asked.all, sum(rows, have), sum(rows, OUT[asked.all.of]), false);
  const { each } = asked;
  if (!each) return [overall];
  const apart = rows.map((row) =>
    step(row.constituency, each, have(row), OUT[each.of](row), isWithoutSeats(row, each)),
  );
  return [overall, ...apart];
}

/** Where held seats count, a constituency whose seats are all vacant has none. */
const isWithoutSeats = (row: Votes, { of }: Threshold): boolean =>
  row.all === 0 || (of === 'filled' && row.filled === 0);

function step(
  constituency: string | null,
  { share, of }: Threshold,
  have: number,
  out: number,
  skipped: boolean,
): Step {
  // A share of nothing is not reached: nobody came, or all recused themselves.
  const met = skipped || (out > 0 && reaches(share, have, out));
  return { constituency, of, share, have, out, left: have * share.whole, right: out * share.part, met, skipped };
}

function judge(rows: readonly Votes[]): void {
  for (const row of rows) {
    const { all, filled, present, recused } = row;
    const counts = [all, filled, present, recused, row.for, row.against, row.abstain];
    const whole = counts.every((count) => Number.isSafeInteger(count) && count >= 0);
    const fits = filled <= all && present <= filled && recused <= present;
    if (!whole || !fits || row.for + row.against + row.abstain > present - recused)
      throw new RangeError(`counts of ${row.constituency} that cannot be: ${counts.join(', ')}`);
  }
  if (new Set(rows.map((row) => row.constituency)).size < rows.length) throw new RangeError('a constituency twice');
}
