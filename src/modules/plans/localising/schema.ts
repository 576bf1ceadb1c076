import type { Texts } from '#core/i18n/texts.ts';
import type { MeasureLine } from '../overview/schema.ts';

/** A national measure and what answers it here. */
export interface LocalShare {
  readonly measure: MeasureLine;
  readonly answers: readonly {
    readonly planSlug: string;
    readonly slug: string;
    readonly number: string | null;
    readonly title: Texts;
  }[];
}
