/** How careful a forum is with what could hurt people: chosen at its set-up, changed by a row with who and when. */
export const LEVELS = ['open', 'careful', 'closed'] as const;
export type Level = (typeof LEVELS)[number];

/** The level with which forums of a country begin; careful where nobody said otherwise. */
export const firstLevel = (country: string): Level => FIRST[country] ?? 'careful';

const FIRST: Readonly<Record<string, Level>> = { AZ: 'careful' };

/** To everybody; to everybody after somebody of the forum has looked at it; only to those who work with it. */
export type Showing = 'shown' | 'moderated' | 'private';

/**
 * One kind of datum that could tell who somebody is, or where: a line of the page "What is shown here, and to whom".
 * A room declares it in its rules and asks the same object when it decides, so that page and program cannot differ.
 */
export interface Datum {
  readonly id: string;
  /** Text keys of its name, and of the sentence that says how it is treated. */
  readonly name: string;
  readonly note: string;
  readonly at: Readonly<Record<Level, Showing>>;
}

/** May anybody see it at this level, without further ado? */
export const isShown = (datum: Datum, level: Level): boolean => datum.at[level] === 'shown';
