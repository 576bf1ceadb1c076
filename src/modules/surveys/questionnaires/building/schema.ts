import type { QuestionType } from '../schema.ts';

/** What can be added, in the order in which it is offered. The last ones have fields of their own. */
export const KINDS = [
  ...(['select_one', 'select_multiple', 'matrix', 'integer', 'decimal', 'text', 'date', 'time', 'rank'] as const),
  ...(['geopoint', 'image', 'note', 'calculate', 'hidden', 'range', 'dateTime', 'acknowledge'] as const),
  ...(['group', 'repeat'] as const),
] as const satisfies readonly (QuestionType | 'matrix' | 'group' | 'repeat')[];

/** What is written in one form: also kinds that only an imported questionnaire has. */
export type FormKind = QuestionType | 'matrix' | 'group' | 'repeat';

/** Rows of conditions, and empty rows for choices, that a form shows. */
export const CONDITION_ROWS = 3;
export const EMPTY_CHOICES = 4;

/** Kinds whose answers have a least and a most. */
export const NUMBERS: readonly FormKind[] = ['integer', 'decimal', 'range'];
