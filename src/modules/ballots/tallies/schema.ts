import type { Decision, hasQuorum, Outcome, passes, QuorumFound, Rulebook, Votes } from '#modules/forum/contract.ts';

/** What is asked: yes or no; one of several; as many as one likes; all in one's order. */
export const KINDS = ['motion', 'choice', 'approval', 'ranked'] as const;
export type Kind = (typeof KINDS)[number];
/** How an order of preference is counted; named on every page of such a ballot. */
export const METHODS = ['schulze', 'instant_runoff'] as const;
export type Method = (typeof METHODS)[number];

/**
 * What a seat did. `voted`: it took part, and what it chose is on a slip or was counted as a hand; `not_voting`: it was
 * there and did not; a recused seat is there too, as the rules on the quorum see it.
 */
export const MARKS = [
  ...(['for', 'against', 'abstain', 'voted', 'not_voting', 'absent', 'excused', 'recused'] as const),
] as const;
export type Mark = (typeof MARKS)[number];
export interface MarkedSeat {
  readonly seat: string;
  readonly mark: Mark;
}

/** A seat of the frozen roll; `organisation` null: vacant, so nobody votes for it. */
export interface RollSeat {
  readonly id: string;
  readonly number: number;
  readonly constituency: string;
  readonly organisation: string | null;
}
/** Who may vote, as it stood when the ballot was opened. */
export interface Roll {
  readonly constituencies: readonly string[];
  readonly seats: readonly RollSeat[];
}
/** What of the roll and the marks does not fit, with the numbers of the seats. */
export interface RollProblem {
  readonly what: 'twice' | 'missing' | 'vacant' | 'unknown';
  readonly seats: readonly number[];
}

/**
 * What a slip says. A motion: a word. Else one whole number for each option, in the options' order: choice and approval
 * 1 for a mark and 0 for none; ranked 1 for the first place, the same number twice for equal ones, 0 for not ranked.
 */
export type Slip = 'for' | 'against' | 'abstain' | 'blank' | 'invalid' | readonly number[];
/** So many equal slips; `box`: the constituency whose slips were counted apart, null: all in one box. */
export interface Pile {
  readonly box: string | null;
  readonly slip: Slip;
  readonly count: number;
}

/** What decides when options are equal. `lot` is decided by lot; null: the rules say nothing, and it stays a tie. */
export type TieRule = NonNullable<Rulebook['rules']['tie']>['value']['how'] | 'lot' | null;
/**
 * A tie that somebody decided as the rules say: between which options, and which was chosen. Of a run-off with more than
 * two options left it is the one that goes out, in all other cases the one that wins or goes on.
 */
export interface Settled {
  readonly how: 'chair' | 'lot';
  readonly between: readonly string[];
  readonly option: string;
  /** Who decided or drew, and before whom; as the minutes say it. */
  readonly by: string;
  readonly before: string;
}

/** Everything a result follows from. */
export interface Cast {
  readonly kind: Kind;
  /** Of a ranked ballot only. */
  readonly method: Method | null;
  /** Which majority the rules ask for. */
  readonly decision: Decision;
  /** 2: the second round, or the second vote after a tie. */
  readonly round: 1 | 2;
  /** Ids, in the order of the slips; none of a motion. */
  readonly options: readonly string[];
  readonly roll: Roll;
  readonly marks: readonly MarkedSeat[];
  readonly piles: readonly Pile[];
  /** How the chair voted, where its vote may decide a tie of a motion. */
  readonly chair: 'for' | 'against' | 'abstain' | null;
  readonly settled: readonly Settled[];
  readonly tie: TieRule;
  readonly rules: Rulebook;
}

/** The arithmetic of thresholds, which belongs to the forum's rulebook. */
export interface Law {
  readonly hasQuorum: typeof hasQuorum;
  readonly passes: typeof passes;
}

/** So many seats of each mark, seats that nobody holds, and slips; `unreturned`: taken part, but no slip came back. */
export interface Counts {
  readonly seats: number;
  readonly vacant: number;
  readonly marks: Readonly<Record<Mark, number>>;
  readonly slips: { readonly valid: number; readonly blank: number; readonly invalid: number };
  readonly unreturned: number;
}

/** An option with its votes; several with as many stand in the order of the ballot. */
export interface Stand {
  readonly option: string;
  readonly votes: number;
}

/** A number of slips for, and of those against the same: the strength of a defeat or of a path. */
export type Strength = readonly [won: number, lost: number];
export interface SchulzeSteps {
  /** Row before column: so many slips prefer the option of the row. */
  readonly pairs: readonly (readonly number[])[];
  /** The strongest path from row to column; [0, 0]: there is none. */
  readonly paths: readonly (readonly Strength[])[];
  /** First the winners, then who would win without them, and so on. */
  readonly order: readonly (readonly string[])[];
}

export interface Round {
  /** Slips for each option still in it, most first. */
  readonly stands: readonly Stand[];
  /** Slips of which no ranked option is left. */
  readonly exhausted: number;
  /** Who goes out after it; none in the last round. */
  readonly out: readonly string[];
  /** Several were last with as many, and who of them goes out was decided so; null: nothing to decide. */
  readonly tie: 'together' | 'settled' | 'open' | null;
}

/**
 * `again`: vote once more; `tie`: nobody decided yet what the rules let somebody decide, or they say nothing;
 * `second_round`: between two; `unruled`: the rules define no such majority; `undivided`: they ask for a majority in
 * each constituency, and the slips were not counted apart.
 */
export const VERDICTS = [
  ...(['adopted', 'rejected', 'elected', 'nobody', 'second_round', 'tie', 'again'] as const),
  ...(['no_quorum', 'unruled', 'undivided'] as const),
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How options fared and what follows: what each way of counting gives. */
export interface Found {
  readonly verdict: Verdict;
  /** Who is elected. */
  readonly option: string | null;
  /** Of a tie, or of the second round. */
  readonly between: readonly string[];
  /** The majority that was asked, computed: of a motion, or of the option with most votes. */
  readonly outcome: Outcome | null;
  readonly stands: readonly Stand[];
  readonly schulze: SchulzeSteps | null;
  readonly rounds: readonly Round[];
}
/** A result with every step, as it stands on the page and in the export. */
export interface Result extends Found {
  readonly counts: Counts;
  /** By constituency, as quorum and majority took them. */
  readonly rows: readonly Votes[];
  /** null: the rules define none. */
  readonly quorum: QuorumFound | null;
}
