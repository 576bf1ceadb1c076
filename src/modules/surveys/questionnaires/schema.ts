/**
 * A questionnaire as data, whatever it came from: written in the pages or read from an XLSForm. One shape for the server,
 * the page and the phone. Names of kinds and columns are those of XLSForm (https://xlsform.org/en/ref-table/), so that
 * nothing is renamed on the way in and out.
 */

/** One language of a questionnaire: `key` is how texts are keyed ("az", or "default" where only one is written). */
export interface FormLanguage {
  readonly key: string;
  /** As XLSForm writes it: "Azərbaycan (az)". */
  readonly label: string;
}

/** A text by keys of the questionnaire's languages. A language without a text has no key here. */
export type Words = Readonly<Record<string, string>>;

/** XPath as ODK defines it, as it was written: references to questions are `${name}`. */
export type ExpressionText = string;

/** What a question asks for. The first row is what Ortaq asks; the rest are facts that a device tells. */
export const QUESTION_TYPES = [
  ...([
    'select_one',
    'select_multiple',
    'rank',
    'integer',
    'decimal',
    'range',
    'text',
    'date',
    'time',
    'dateTime',
  ] as const),
  ...(['geopoint', 'image', 'note', 'acknowledge', 'calculate', 'hidden'] as const),
  ...(['start', 'end', 'today', 'deviceid', 'username', 'phonenumber', 'email'] as const),
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** Whom an answer counts; a figure never mixes them. */
export const UNITS = ['person', 'household', 'body', 'community'] as const;
export type Unit = (typeof UNITS)[number];

/**
 * What a question tells about the respondent, where the product must know it: for tables and quotas (`sex`, `age`), or
 * because it could name a person: a `contact` is kept apart and deleted when fieldwork ends.
 */
export const ABOUT = ['sex', 'age', 'role', 'contact'] as const;
export type About = (typeof ABOUT)[number];

interface Base {
  /** Unique among its siblings; letters, digits, "_", "-", "."; the column of the export. */
  readonly name: string;
  readonly label: Words;
  readonly hint: Words;
  /** For interviewers and printed forms. */
  readonly guidance: Words;
  /** Left out of the interview unless this holds; null: always asked. */
  readonly relevant: ExpressionText | null;
  /** How XLSForm wants it shown ("minimal", "table-list" for a matrix ...); null: as usual. */
  readonly appearance: string | null;
  /** Columns that are kept for the exchange and mean nothing to Ortaq ("bind::odk:length"), by their header. */
  readonly other: Readonly<Record<string, string>>;
}

export interface Question extends Base {
  readonly is: 'question';
  readonly type: QuestionType;
  /** "yes" is `true()`. */
  readonly required: ExpressionText | null;
  readonly requiredMessage: Words;
  readonly constraint: ExpressionText | null;
  readonly constraintMessage: Words;
  readonly calculation: ExpressionText | null;
  /** A value, or an expression that is evaluated once at the beginning. */
  readonly preset: string | null;
  readonly readonly: ExpressionText | null;
  /** For select_one, select_multiple and rank. */
  readonly choices: {
    readonly list: string;
    /** Which of the list are offered, evaluated for each choice. */
    readonly filter: ExpressionText | null;
    /** "or_other": one more choice, and a text. */
    readonly other: boolean;
  } | null;
  /** "start=1 end=5 step=1", "max-pixels=1000", "randomize=true" as names and values. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Ortaq's own columns of the XLSForm: `ortaq::unit`, `ortaq::about`, `ortaq::measure`. */
  readonly unit: Unit;
  readonly about: About | null;
}

/** Questions under one heading. A matrix is a group with appearance "table-list" whose questions share one list. */
export interface Group extends Base {
  readonly is: 'group';
  readonly items: readonly Item[];
}

/** Questions asked once for each of several things: members of a household, terminals of a village. */
export interface Repeat extends Base {
  readonly is: 'repeat';
  /** How many; null: as many as somebody adds. */
  readonly count: ExpressionText | null;
  readonly items: readonly Item[];
}

export type Item = Question | Group | Repeat;

export interface Choice {
  readonly name: string;
  readonly label: Words;
  /** Further columns of the sheet "choices", for filters. */
  readonly other: Readonly<Record<string, string>>;
}

/** What is kept of an edition, whole. */
export interface Questionnaire {
  /** `form_id` of the exchange. */
  readonly name: string;
  readonly title: Words;
  /** In the order in which they are offered; the first is the one it was written in. At least one. */
  readonly languages: readonly FormLanguage[];
  readonly items: readonly Item[];
  readonly lists: Readonly<Record<string, readonly Choice[]>>;
  /** Other settings of the sheet "settings", by their header. */
  readonly settings: Readonly<Record<string, string>>;
}

/** One answer as XForms keep it: text; several choices with a space between them; "" is no answer. */
export type Answer = string;

/**
 * Answers of one interview by the names of items: a group is an object, a repeat a list of objects. What was not
 * relevant is not there.
 */
export interface Answers {
  readonly [name: string]: Answer | Answers | readonly Answers[];
}

/** Why a question that was asked has no answer; kept beside the answers by the path of the question ("people/1/age"). */
export const DECLINED = ['refused', 'unknown'] as const;
export type Declined = (typeof DECLINED)[number];
export type DeclinedAnswers = Readonly<Record<string, Declined>>;
