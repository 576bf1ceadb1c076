import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Published } from '../../statistics/suppression/schema.ts';
import type { Results } from '../composing/schema.ts';

/** What is out of a round. */
export interface Publication {
  readonly id: string;
  readonly results: Results;
  readonly printed: readonly Published[];
  /** What the round found, in the words of who published it. */
  readonly words: Texts | null;
  /** Why it was published again; null: the first time. */
  readonly reason: string | null;
  readonly on: PlainDate;
}
