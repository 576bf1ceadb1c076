import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Entered, Jsonb, RoundId } from '../../schema.ts';
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

/** Of several rows on one round the latest counts; ids are in the order of time. */
export interface PublicationTables {
  surveys_publications: Entered & {
    id: string;
    round_id: RoundId;
    results: Jsonb<Results>;
    printed: Jsonb<readonly Published[]>;
    words: Jsonb<Texts | null>;
    reason: string | null;
    on_day: PlainDate;
  };
}

export const TABLES = { surveys_publications: 'forum' } as const satisfies Record<keyof PublicationTables, 'forum'>;
