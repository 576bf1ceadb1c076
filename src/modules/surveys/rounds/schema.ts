import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Mode, QuestionnaireId, RoundId, Sampling } from '../schema.ts';

/** A place in which a round asks. */
export interface RoundPlace {
  /** Id of a place of the register. */
  readonly place: string;
  /** Interviews wanted there; null: as many as come. */
  readonly wanted: number | null;
  /** People (or what the round counts) there, for weights. */
  readonly population: number | null;
}

/** A group of people that a round asks. */
export interface RoundGroup {
  /** "ngo", "excom": the same in the next wave. */
  readonly key: string;
  readonly name: Texts;
  readonly wanted: number | null;
  readonly population: number | null;
}

/** What is declared of a round: everything by which a stranger judges its figures. */
export interface Declaration {
  readonly questionnaire: QuestionnaireId;
  readonly edition: number;
  readonly title: Texts;
  /** Decides what may be printed. */
  readonly sampling: Sampling;
  /** How respondents were chosen, in plain words. */
  readonly method: Texts;
  readonly population: number | null;
  readonly populationSource: string | null;
  /** The plan it asks about, and how many of its areas: "6 of 11". */
  readonly plan: string | null;
  readonly areasAsked: number | null;
  readonly areasAll: number | null;
  /** Read to respondents before the first question. */
  readonly consent: Texts;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly modes: readonly Mode[];
  /** Only with a code that works once. */
  readonly singleUse: boolean;
  /** Respondents hold an office: place and role together are a name. */
  readonly officeHolders: boolean;
  /** Cells of fewer are hidden. */
  readonly smallest: number;
  /** A paper counts when two people typed the same. */
  readonly paperTwice: boolean;
  readonly places: readonly RoundPlace[];
  readonly groups: readonly RoundGroup[];
}

export interface Closure {
  readonly kind: 'closed' | 'given_up';
  readonly reason: string | null;
  readonly on: PlainDate;
}

/** A round with what is declared of it now. */
export interface Round {
  readonly id: RoundId;
  readonly number: number;
  readonly after: RoundId | null;
  readonly enteredOn: PlainDate;
  readonly declaration: Declaration;
  readonly closure: Closure | null;
}

/** A declaration with its day and reason, for the history of a round. */
export interface Declared {
  readonly id: string;
  readonly on: PlainDate;
  readonly reason: string | null;
  readonly declaration: Declaration;
}

/** before: not begun; running; over: its last day passed, papers and phones still deliver; closed; given_up. */
export type RoundStage = 'before' | 'running' | 'over' | Closure['kind'];
