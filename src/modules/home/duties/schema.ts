import type { PlainDate } from '#core/time/plain-date.ts';

export const DUTY_ANSWERS = ['done', 'not_applicable'] as const;
export type DutyAnswer = (typeof DUTY_ANSWERS)[number];

/** Of the installation. */
export interface DutyAnswerTable {
  id: string;
  country: string;
  duty: string;
  answer: DutyAnswer;
  because: string;
  answered_at: Date;
  answered_by: string | null;
}

/** A legal duty of whoever runs an installation, of a country's profile. */
export interface Duty {
  readonly id: string;
  /** Title of the law with its number and day, in the country's own words; null: good practice, no law is cited. */
  readonly law: string | null;
  /** Whether the text of the law was read for this profile; else a lawyer must confirm it. */
  readonly read: boolean;
}

/** A duty and what the operator answered last. */
export interface DutySeen extends Duty {
  readonly answer: { readonly is: DutyAnswer; readonly because: string; readonly on: PlainDate } | null;
}
