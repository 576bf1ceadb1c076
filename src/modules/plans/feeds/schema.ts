import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { MeasureId } from '../measures/schema.ts';

/** What can happen to a measure in public. */
export const HAPPENINGS = [
  'report_not_started',
  'report_under_way',
  'report_complete',
  'evaluated',
  'replied',
  'amended',
  'withdrawn',
] as const;
export type What = (typeof HAPPENINGS)[number];

/** One public happening, as the database tells it. */
export interface Happened {
  readonly id: string;
  readonly day: PlainDate;
  readonly what: What;
  readonly measure: MeasureId;
  readonly body: string | null;
  readonly text: Texts | null;
}
