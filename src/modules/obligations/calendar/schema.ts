import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { AddedKind } from '../schema.ts';

/** A day that the operator added to a country's calendar by its decree. */
export interface AddedDay {
  readonly id: string;
  readonly country: string;
  readonly day: PlainDate;
  readonly kind: AddedKind;
  readonly name: Texts;
  readonly source: string;
  readonly sourceUrl: string | null;
  /** Why it no longer counts; null: it counts. */
  readonly withdrawn: string | null;
}
