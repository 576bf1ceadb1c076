/** One line about surveys on somebody's desk. */
export interface SurveyLine {
  /** asks: interviews that somebody makes; papers: sheets typed in two ways; over: past its last day and not closed. */
  readonly what: 'asks' | 'papers' | 'over';
  readonly name: string;
  readonly path: string;
  /** Interviews made, or sheets to settle. */
  readonly n: number;
  /** Interviews wanted of this person; null: as many as come. */
  readonly wanted: number | null;
}
