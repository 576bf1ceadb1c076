import type { Texts } from '#core/i18n/texts.ts';

/** At how many meetings of members a seat was there, of those held while an organisation held it. */
export interface SeatFigure {
  readonly seat: string;
  readonly number: number;
  readonly organisation: Texts;
  readonly constituency: string;
  readonly group: Texts | null;
  readonly there: number;
  readonly of: number;
  /** So many of the latest meetings missed in a row without excuse. */
  readonly missed: number;
}
