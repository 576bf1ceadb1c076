import type { ExpressionError, Node, Parsed, Zone } from '../expressions/schema.ts';
import type { Answer, Answers, Choice, DeclinedAnswers, Item, Questionnaire, Words } from '../questionnaires/schema.ts';

/** Where an expression of an item stands, by the columns of XLSForm. */
export type Column =
  | 'relevant'
  | 'required'
  | 'constraint'
  | 'calculation'
  | 'default'
  | 'readonly'
  | 'repeat_count'
  | 'choice_filter'
  | 'label';

/** Why a questionnaire cannot be asked. */
export interface FormProblem {
  /** Path of the item without places of repetitions: "household/age". */
  readonly path: string;
  readonly column: Column | null;
  readonly reason: /** The expression cannot be read, or calls what does not exist: `error` says it. */
    | 'expression'
    /** `${name}` names no item; `near` is one that is spelled nearly so. */
    | 'unknown_name'
    /** `${name}` names several. */
    | 'ambiguous_name'
    /** Two items beside each other have this name. */
    | 'name_twice'
    | 'unknown_list'
    /** Each of `names` waits for the next one, and the last for the first. */
    | 'cycle';
  readonly error: ExpressionError | null;
  readonly name: string;
  readonly near: string | null;
  readonly names: readonly string[];
}

/** An expression that was read, and what it waits for. */
export interface Rule {
  readonly parsed: Parsed;
  /** Items whose answer, relevance or number changes what comes of it. */
  readonly waitsFor: readonly Spot[];
  /** Asks for the time. */
  readonly timed: boolean;
}

/** An item of the form with its rules: one for all repetitions. */
export interface Spot {
  readonly id: number;
  /** Null for the root. */
  readonly item: Item | null;
  readonly name: string;
  readonly parent: Spot | null;
  readonly children: readonly Spot[];
  /** Complete when the form is. */
  readonly rules: Map<Column, Rule>;
  /** `default` that is a value as it stands. */
  readonly preset: Answer;
  /** Items whose answers stand in its texts. */
  readonly mentions: Set<Spot>;
}

/** What is worked out for one item: relevance, number of repetitions, value, and what is only shown. */
export interface Unit {
  readonly of: 'relevance' | 'count' | 'value' | 'face';
  readonly spot: Spot;
  readonly timed: boolean;
  /** Places in Form.units of what must be worked out anew when this changed; all come later. */
  readonly next: number[];
}

/** A questionnaire ready to be asked. Made once, shared by all its interviews; holds nothing of any of them. */
export interface Form {
  readonly is: 'form';
  readonly questionnaire: Questionnaire;
  readonly root: Spot;
  readonly spots: readonly Spot[];
  readonly byName: ReadonlyMap<string, readonly Spot[]>;
  /** In an order in which none waits for a later one. */
  readonly units: readonly Unit[];
  /** Lists as trees, by name and language: filled when first asked for. */
  readonly lists: Map<string, Node>;
}

export interface FormProblems {
  readonly is: 'problems';
  readonly problems: readonly FormProblem[];
}

/** What an interview knows beside the answers. Equal answers and an equal context give an equal state everywhere. */
export interface Filling {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly zone: Zone;
  /** A key of the questionnaire's languages. */
  readonly language: string;
  /** Decides all that is left to chance, so that it is the same tomorrow and on another machine: id of the interview. */
  readonly seed: string;
  /** `deviceid`, `username`, `phonenumber`, `email`, as far as known. */
  readonly facts: Readonly<Record<string, string>>;
  /** Questions that were asked and not answered, by path: nobody is asked again, though an answer is required. */
  readonly declined: DeclinedAnswers;
  /** The interview before on this device, for `${last-saved#name}`. */
  readonly lastSaved: Answers | null;
}

export const PROBLEM_REASONS = [
  ...(['required', 'constraint', 'integer', 'decimal', 'range', 'date', 'time', 'dateTime', 'geopoint'] as const),
  /** Is not among the choices offered (any more). */
  'choice',
  /** One choice twice, or a rank that does not name each choice once. */
  'choices',
  /** Longer than an answer may be. */
  'long',
  /** A rule of the questionnaire breaks with these answers. */
  'rule',
] as const;
export type ProblemReason = (typeof PROBLEM_REASONS)[number];

/** What is wrong with one answer. `message` is the author's own where there is one, else empty. */
export interface Problem {
  readonly reason: ProblemReason;
  readonly message: Words;
}

/** Which mark-up an item needs; a matrix is a group with appearance "table-list". */
export type ShownKind = 'question' | 'group' | 'matrix' | 'repeat' | 'entry';

/** One visible item of the interview. A repeat comes before its entries, a group before what is in it. */
export interface Shown {
  /** "household/2/age": names from the root, places of repetitions from 1. The repeat itself is "household". */
  readonly path: string;
  readonly kind: ShownKind;
  readonly item: Item;
  /** How many groups and entries are around it. */
  readonly depth: number;
  /** Of a question its answer; of a repeat the number of its entries; else "". */
  readonly value: Answer;
  readonly required: boolean;
  /** Shown and not to be changed: also what is calculated. */
  readonly readonly: boolean;
  readonly problem: Problem | null;
  /** Those offered now, in the order in which they are offered; null where nothing is chosen. */
  readonly choices: readonly Choice[] | null;
  /** Of a repeat: whether an entry may be added or removed by hand. */
  readonly open: boolean;
  /** The texts of an item with the answers in place of `${name}`. */
  readonly label: Words;
  readonly hint: Words;
}

/** A moment of an interview. Never changed: an answer makes a new one. */
export interface State {
  readonly form: Form;
  /** All that was answered, also what is not relevant now: to be kept as a draft. */
  readonly answers: Answers;
  readonly items: readonly Shown[];
  readonly byPath: ReadonlyMap<string, Shown>;
  readonly tree: Tree;
}

/** The working part of a state: nobody but this room looks into it. */
export interface Tree {
  readonly root: Place;
  /** By Spot.id: an item in each repetition, in document order. Entries stand at the spot of their repeat. */
  readonly at: Place[][];
  /** By Spot.id of a repeat: where its entries hang, one for each repetition around it. */
  readonly heads: Place[][];
}

/** One item of one interview, as a node of the tree over which expressions are evaluated. Worked on while a state is made. */
export interface Place extends Node {
  readonly spot: Spot;
  /** The place around it; of an entry the head of its repeat, which expressions do not see. */
  readonly up: Place | null;
  readonly isHead: boolean;
  /** Items of a group or an entry, entries of a head; also those that are not relevant. */
  readonly inside: Place[];
  /** All that was ever answered there, whether relevant or not. */
  value: Answer;
  /** Null before it was ever worked out. */
  relevant: boolean | null;
  required: boolean;
  readonly: boolean;
  problem: Problem | null;
  choices: readonly Choice[] | null;
}
