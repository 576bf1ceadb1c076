import type { Pile, Prepared, Settled, Slip } from '#modules/ballots/contract.ts';
import type { Present } from '../presence/schema.ts';

export type { Pile, Prepared, Settled };

/** What a seat says when it is called: one number for each option of the round, or nothing. */
export type Choice = 'blank' | Exclude<Slip, string>;

/** Steps of an election: names called one by one where it is open, slips counted by two people where it is secret. */
export type ElectionStep =
  | {
      readonly kind: 'election';
      /** Made on the device. */
      readonly election: string;
      readonly item: string;
      /** Id of the ballot that was prepared. */
      readonly ballot: string;
      /** The next round of it, which is a ballot of its own. */
      readonly again: boolean;
      /** Ids of the prepared ballot's options that stand in this round, in their order. */
      readonly options: readonly string[];
    }
  | { readonly kind: 'choice'; readonly election: string; readonly seat: string; readonly slip: Choice }
  | { readonly kind: 'piles'; readonly election: string; readonly counter: 1 | 2; readonly piles: readonly Pile[] }
  /** `settled`: ties that somebody decided as the rules say; options by their number of this round. */
  | { readonly kind: 'election_ended'; readonly election: string; readonly settled: readonly Settled[] };

/** An election as it stands after the steps so far. */
export interface Election {
  readonly id: string;
  readonly item: string;
  readonly ballot: string;
  readonly again: boolean;
  readonly options: readonly string[];
  readonly said: ReadonlyMap<string, Choice>;
  readonly piles: readonly [readonly Pile[] | null, readonly Pile[] | null];
  readonly ended: {
    readonly at: string;
    readonly presence: readonly Present[];
    readonly settled: readonly Settled[];
  } | null;
}
