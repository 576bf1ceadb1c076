import type { PlainDate } from '#core/time/plain-date.ts';
import { agreement, type CivilVoice, type CivilWord, hasAssessed } from '../evaluations/rules.ts';
import { COMPLETIONS, type Completion } from '../evaluations/schema.ts';
import type { ExecutorVoiceAsked } from '../plan/schema.ts';
import { type ExecutorVoice, type ExecutorWord, hasSpoken, isUnproven, saysComplete } from '../reports/rules.ts';

/** The two voices of one active cell on the day asked for. */
export interface CellVoices {
  readonly executor: ExecutorVoice;
  readonly civil: CivilVoice;
}

/** What of a measure decides lateness, already taken on the day asked for. */
export interface MeasureDay {
  readonly due: PlainDate | null;
  readonly withdrawn: boolean;
}

/** Complete: somebody has spoken, and everybody who has spoken says complete (the executor with evidence). */
export function cellComplete({ executor, civil }: CellVoices): boolean {
  const [one, other] = [hasSpoken(executor), hasAssessed(civil)];
  return (one || other) && (!one || saysComplete(executor)) && (!other || civil.word === 'complete');
}

/**
 * Late: the due day is past, the measure stands, and the cell is not complete. An unknown due day is never late; nor is
 * a cell of which nobody was asked (an ended plan whose executors are not asked, before anybody evaluated it): that is
 * not known.
 */
export const cellLate = (cell: CellVoices, measure: MeasureDay, day: PlainDate): boolean =>
  !measure.withdrawn && measure.due !== null && measure.due < day && !nobodyAsked(cell) && !cellComplete(cell);

const nobodyAsked = ({ executor, civil }: CellVoices): boolean => executor.word === 'not_asked' && !hasAssessed(civil);

export const cellDiffers = (cell: CellVoices): boolean => agreement(cell.executor, cell.civil) === 'differ';

/** One voice of a measure: its word, and the counts without which the word is never shown. */
export interface Summed<W extends string> {
  readonly word: W;
  /** Active executors in all, those this voice has spoken of, and those it says are complete. */
  readonly total: number;
  readonly known: number;
  readonly complete: number;
}

/** A measure from its active cells on a day. */
export interface MeasureSum {
  readonly executor: Summed<ExecutorWord> & { readonly unproven: number };
  readonly civil: Summed<CivilWord>;
  readonly late: boolean;
  readonly differs: boolean;
}

export function measureSum(cells: readonly CellVoices[], measure: MeasureDay, day: PlainDate): MeasureSum {
  const executors = cells.map((cell) => cell.executor);
  const known = executors.filter(hasSpoken);
  const assessed = cells.map((cell) => cell.civil.word).filter((word) => word !== 'not_assessed');
  return {
    executor: {
      word: executorWord(executors),
      total: cells.length,
      known: known.length,
      complete: known.filter(saysComplete).length,
      unproven: known.filter(isUnproven).length,
    },
    civil: {
      word: civilWord(assessed),
      total: cells.length,
      known: assessed.length,
      complete: assessed.filter((word) => word === 'complete').length,
    },
    late: cells.some((cell) => cellLate(cell, measure, day)),
    differs: cells.some(cellDiffers),
  };
}

/** A plan whose executors are not asked says so of every measure, also of one whose executors are unknown. */
export const askedSum = (asked: ExecutorVoiceAsked, sum: MeasureSum): MeasureSum =>
  asked === 'asked' ? sum : { ...sum, executor: { ...sum.executor, word: 'not_asked' } };

/** All known complete (with evidence): complete; all known not started: not started; else under way. Silence adds nothing. */
export function executorWord(voices: readonly ExecutorVoice[]): ExecutorWord {
  const known = voices.filter(hasSpoken);
  if (known.length === 0)
    return voices.length > 0 && voices.every((voice) => voice.word === 'not_asked') ? 'not_asked' : 'no_report';
  if (known.every(saysComplete)) return 'complete';
  return known.every((voice) => voice.word === 'not_started') ? 'not_started' : 'under_way';
}

/** The lower median of what was assessed; at most "substantial" unless all of it is complete. */
export function civilWord(assessed: readonly Completion[]): CivilWord {
  if (assessed.length === 0) return 'not_assessed';
  const sorted = assessed.map((word) => COMPLETIONS.indexOf(word)).sort((a, b) => a - b);
  const median = COMPLETIONS[sorted[Math.floor((sorted.length - 1) / 2)]!]!;
  return median === 'complete' && sorted[0] !== COMPLETIONS.indexOf('complete') ? 'substantial' : median;
}

/** Every active executor is known and complete in this voice. Only then the measure counts as complete in it. */
export const fullyComplete = (sum: Summed<string>): boolean => sum.total > 0 && sum.complete === sum.total;

/** Counts of one voice over measures or over cells; `known` is the base of every share. */
export interface VoiceTally {
  readonly known: number;
  readonly complete: number;
}

/** A roll-up: counts with their base, never a percentage. What is unknown is in `total` alone and never a zero. */
export interface Tally {
  /** Standing, withdrawn ones left out. */
  readonly total: number;
  readonly withdrawn: number;
  readonly executor: VoiceTally & { readonly unproven: number };
  readonly civil: VoiceTally;
  readonly late: number;
  readonly differ: number;
  /** With both voices: the base of `differ`. */
  readonly both: number;
}

export const NOTHING: Tally = {
  total: 0,
  withdrawn: 0,
  executor: { known: 0, complete: 0, unproven: 0 },
  civil: { known: 0, complete: 0 },
  late: 0,
  differ: 0,
  both: 0,
};

const one = (yes: boolean): number => (yes ? 1 : 0);

/** One cell as a roll-up of one. */
export function tallyOfCell(cell: CellVoices, measure: MeasureDay, day: PlainDate): Tally {
  if (measure.withdrawn) return { ...NOTHING, withdrawn: 1 };
  const [spoken, assessed] = [hasSpoken(cell.executor), hasAssessed(cell.civil)];
  return {
    total: 1,
    withdrawn: 0,
    executor: {
      known: one(spoken),
      complete: one(saysComplete(cell.executor)),
      unproven: one(isUnproven(cell.executor)),
    },
    civil: { known: one(assessed), complete: one(cell.civil.word === 'complete') },
    late: one(cellLate(cell, measure, day)),
    differ: one(cellDiffers(cell)),
    both: one(spoken && assessed),
  };
}

/** One measure, summed before, as a roll-up of one. It is known in a voice that has spoken of any of its executors. */
export function tallyOfMeasure(cells: readonly CellVoices[], sum: MeasureSum, withdrawn: boolean): Tally {
  if (withdrawn) return { ...NOTHING, withdrawn: 1 };
  return {
    total: 1,
    withdrawn: 0,
    executor: {
      known: one(sum.executor.known > 0),
      complete: one(fullyComplete(sum.executor)),
      unproven: one(sum.executor.unproven > 0),
    },
    civil: { known: one(sum.civil.known > 0), complete: one(fullyComplete(sum.civil)) },
    late: one(sum.late),
    differ: one(sum.differs),
    both: one(cells.some((cell) => hasSpoken(cell.executor) && hasAssessed(cell.civil))),
  };
}

/** Two roll-ups of different things together: plain sums, so that every figure lies between (or above) its parts. */
export function merge(a: Tally, b: Tally): Tally {
  return {
    total: a.total + b.total,
    withdrawn: a.withdrawn + b.withdrawn,
    executor: {
      known: a.executor.known + b.executor.known,
      complete: a.executor.complete + b.executor.complete,
      unproven: a.executor.unproven + b.executor.unproven,
    },
    civil: { known: a.civil.known + b.civil.known, complete: a.civil.complete + b.civil.complete },
    late: a.late + b.late,
    differ: a.differ + b.differ,
    both: a.both + b.both,
  };
}

export const mergeAll = (tallies: readonly Tally[]): Tally => tallies.reduce(merge, NOTHING);

/** "Is a body's part done": state of one cell in a word, for lists. */
export type CellState = 'complete' | 'late' | 'open';

export const cellState = (cell: CellVoices, measure: MeasureDay, day: PlainDate): CellState => {
  if (cellComplete(cell)) return 'complete';
  return cellLate(cell, measure, day) ? 'late' : 'open';
};
