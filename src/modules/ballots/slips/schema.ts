import type { Texts } from '#core/i18n/texts.ts';
import type { BallotId, Secrecy } from '../schema.ts';
import type { Kind, Result } from '../tallies/schema.ts';

/** What paper and wall need of a ballot. */
export interface Motion {
  readonly id: BallotId;
  readonly number: number;
  readonly title: Texts;
  readonly words: Texts;
  readonly kind: Kind;
  readonly secrecy: Secrecy;
  readonly meeting: string | null;
  readonly item: string | null;
  readonly options: readonly Texts[];
  readonly state: 'written' | 'open' | 'closed' | 'withdrawn';
  /** Only after closing. */
  readonly result: Result | null;
}

/** What is printed for one ballot. */
export interface SlipOrder {
  readonly motion: Motion;
  /** How many papers. */
  readonly count: number;
  /** At which meeting, as the paper names it; null: at none. */
  readonly session: string | null;
  /** Where the ballot's page is. */
  readonly address: string;
}
