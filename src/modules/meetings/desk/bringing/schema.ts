import type { EntryObject } from '#core/audit/entry.ts';
import type { Ctx } from '#core/command.ts';
import type { Result } from '#core/errors/result.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { About, ItemId, MeetingId } from '../../schema.ts';
import type { Choice, Pile, Settled } from '../elections/schema.ts';
import type { Present } from '../presence/schema.ts';
import type { Count, Counting, Mark, Operation, Voted } from '../schema.ts';

/** A vote of the hall, as ballots take it whole. */
export interface HallVote {
  readonly meeting: MeetingId;
  readonly item: ItemId;
  readonly words: Texts;
  readonly decision: Voted;
  readonly counting: Counting;
  /** Why it is not as secret or open as the rules ask. */
  readonly reason: Texts | null;
  /** What the item is about: who has an interest in it stands aside. */
  readonly about: readonly About[];
  /** By key of the seat; of names called. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** Of hands once, of slips as two people counted them. */
  readonly counts: readonly (readonly Count[])[];
  readonly presence: readonly Present[];
  /** How the chair voted, where a tie asked for it. */
  readonly chair: Mark | null;
}

/** A prepared election of the hall, or its next round, as ballots take it whole. */
export interface HallElection {
  readonly meeting: MeetingId;
  readonly item: ItemId;
  /** The ballot that was prepared. */
  readonly ballot: string;
  readonly again: boolean;
  /** Ids of its options that stood in this round. */
  readonly options: readonly string[];
  /** By key of the seat; of names called. */
  readonly said: ReadonlyMap<string, Choice>;
  /** Slips as two people counted them. */
  readonly piles: readonly (readonly Pile[])[];
  readonly presence: readonly Present[];
  readonly settled: readonly Settled[];
}

/** What ballots answer: the number by which it is cited, and what the entry of the delivery names. */
export interface VoteKept {
  readonly number: number;
  readonly objects: readonly EntryObject[];
  /** Organisations that the deed concerns: whose office was filled. */
  readonly bodies: readonly string[];
}

/** What a desk brings back; see bringingShape. */
export interface BringingInput {
  readonly meeting: MeetingId;
  readonly desk: string;
  readonly delivery: string;
  /** null: by hand. */
  readonly secretHash: string | null;
  readonly operations: readonly Operation[];
}

/** What main brings: votes of the hall become ballots, held and closed at once. */
export interface KeepVotes {
  readonly vote: (ctx: Ctx, vote: HallVote) => Promise<Result<VoteKept>>;
  readonly election: (ctx: Ctx, election: HallElection) => Promise<Result<VoteKept>>;
}
