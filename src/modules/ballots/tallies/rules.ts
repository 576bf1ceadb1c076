import type { Votes } from '#modules/forum/contract.ts';
import { isUndivided, tallyMarks } from './choosing/rules.ts';
import { countsOf, merged, overfull, rowsOf } from './roll/rules.ts';
import { runOff } from './runoff/rules.ts';
import type { Cast, Found, Law, Result } from './schema.ts';
import { schulze } from './schulze/rules.ts';
import { blankOrInvalid, countedSlips } from './slips/rules.ts';
import { amongEquals, EMPTY, elected, settledBy, verdictOfTie } from './ties/rules.ts';

/**
 * The result of a ballot, with every step. Judges the quorum first: without one nothing is decided. Throws RangeError
 * for what cannot be counted: a seat twice or not at all, more slips than seats that took part, a mark "for" where
 * nobody is asked for or against.
 */
export function tally(law: Law, cast: Cast): Result {
  const { roll, marks, piles } = cast;
  const rows = rowsOf(roll, marks, piles);
  const full = overfull(roll, marks, piles);
  if (full !== null) throw new RangeError(`more slips than seats that took part: ${full || 'all'}`);
  if (cast.kind !== 'motion' && marks.some(({ mark }) => mark === 'for' || mark === 'against'))
    throw new RangeError('a mark for or against where options are asked');
  const counts = countsOf(roll, marks, piles, ({ slip }) => blankOrInvalid(cast, slip));
  const quorum = law.hasQuorum(cast.rules, rows, rows);
  const common = cast.kind === 'motion' && piles.some(({ box }) => box === null);
  const judged = common ? [merged(rows, piles)] : rows;
  const found = quorum?.met === false ? { ...EMPTY, verdict: 'no_quorum' as const } : count(law, cast, judged);
  return { counts, quorum, ...found, rows: cast.kind === 'motion' ? judged : [] };
}

function count(law: Law, cast: Cast, rows: readonly Votes[]): Found {
  if (cast.kind === 'motion') return tallyMotion(law, cast, rows);
  if (cast.kind !== 'ranked') return tallyMarks(law, cast, rows);
  return cast.method === 'schulze' ? tallySchulze(cast) : tallyRunOff(cast);
}

/** As the rulebook judges it. A second vote after a tie is the last; a tie that the chair decides waits for its vote. */
function tallyMotion(law: Law, cast: Cast, rows: readonly Votes[]): Found {
  if (isUndivided(cast)) return { ...EMPTY, verdict: 'undivided' };
  const outcome = law.passes(cast.rules, cast.decision, rows, cast.chair);
  if (!outcome) return { ...EMPTY, verdict: 'unruled' };
  const found = { ...EMPTY, outcome };
  if (outcome.reason === 'tie_again' && cast.round === 1) return { ...found, verdict: 'again' };
  if (outcome.reason === 'tie_chair' && cast.chair === null) return { ...found, verdict: 'tie' };
  return { ...found, verdict: outcome.adopted ? 'adopted' : 'rejected' };
}

function tallySchulze(cast: Cast): Found {
  const slips = countedSlips(cast, cast.piles);
  const steps = schulze(cast.options, slips);
  const [first = []] = steps.order;
  if (slips.length === 0) return { ...EMPTY, verdict: 'nobody', schulze: steps };
  return first.length === 1 ? elected(first[0]!, { schulze: steps }) : amongEquals(cast, first, { schulze: steps });
}

function tallyRunOff(cast: Cast): Found {
  const { winner, between, rounds } = runOff(cast.options, countedSlips(cast, cast.piles), settledBy(cast));
  if (winner !== null) return elected(winner, { rounds });
  if (between.length === 0) return { ...EMPTY, verdict: 'nobody', rounds };
  return { ...EMPTY, verdict: verdictOfTie(cast.tie, cast.round), between, rounds };
}
