import type { Ctx } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Outcome, QuorumFound, Voters } from '#modules/forum/contract.ts';

export type BallotId = string & { readonly __ballotId: true };

/** For or against; one of several; as many as one likes; in an order. */
export const KINDS = ['motion', 'choice', 'approval', 'ranked'] as const;
export type Kind = (typeof KINDS)[number];
/** How each kind is counted; the first is meant when nothing is chosen. */
export const METHODS = {
  motion: ['majority'],
  choice: ['plurality'],
  approval: ['approval'],
  ranked: ['schulze', 'instant_runoff'],
} as const satisfies Record<Kind, readonly string[]>;
export type Method = (typeof METHODS)[Kind][number];

export const MODES = ['hall', 'online', 'correspondence', 'paper', 'mixed'] as const;
export type Mode = (typeof MODES)[number];
export const SECRECIES = ['open', 'secret'] as const;
export type Secrecy = (typeof SECRECIES)[number];
/** Written here, brought by the meeting desk, entered from minutes on paper. */
export const ORIGINS = ['here', 'desk', 'minutes'] as const;
export type Origin = (typeof ORIGINS)[number];

/** How a seat is there, as the attendance of a meeting says it. */
export const WAYS = ['hall', 'online', 'alternate', 'proxy', 'excused', 'absent'] as const;
export type Way = (typeof WAYS)[number];

export const SAYS = ['for', 'against', 'abstain'] as const;
export type Say = (typeof SAYS)[number];

/**
 * What one seat or slip says. Of a motion: one of three. Else options by their numbers from 1: of a choice one, of an
 * approval any (none: a blank one), of a ranked one places from the first, equal ones together; who is left out stands
 * last. `not_voting`: present, and says nothing.
 */
export type Choice =
  | { readonly say: Say | 'not_voting' }
  | { readonly options: readonly number[] }
  | { readonly ranking: readonly (readonly number[])[] };

/** Slips or hands of one constituency (null: of all together) that say the same. */
export interface Pile {
  readonly choice: Choice;
  readonly n: number;
}
export interface Counted {
  readonly constituency: string | null;
  /** Found in the urn, or hands raised, with the spoilt ones. */
  readonly slips: number;
  readonly spoilt: number;
  /** Of an approval one pile an option, so piles may sum to more than slips. */
  readonly piles: readonly Pile[];
}

/** Exactly one of these for each eligible seat; `voted`: in a secret ballot or an election. */
export const OUTCOMES = ['for', 'against', 'abstain', 'voted', 'not_voting', 'absent', 'excused', 'recused'] as const;
export type SeatOutcome = (typeof OUTCOMES)[number];

/** What a result does by itself. */
export type Decides =
  | { readonly what: 'version'; readonly version: string; readonly inForceOn: PlainDate }
  | { readonly what: 'office'; readonly office: string };

export const RECUSALS = ['nobody', 'representative', 'alternate', 'seat'] as const;
export type Recusal = (typeof RECUSALS)[number];

/** One option of an election and how many votes, approvals or first places it has. */
export interface OptionCount {
  readonly option: number;
  readonly votes: number;
}

/** Seats of a constituency by how they ended; of a secret ballot `for`, `against`, `abstain` are what the slips say. */
export type Sums = { readonly [O in SeatOutcome]: number };

/** The result, as it was computed at closing. */
export interface BallotResult {
  readonly quorum: QuorumFound | null;
  /** Of a motion, and of an election whether the winner reached the majority; null: the rules define none. */
  readonly outcome: Outcome | null;
  readonly byConstituency: readonly (Voters & { readonly sums: Sums; readonly spoilt: number })[];
  /** Of an election. */
  readonly options: readonly OptionCount[];
  /** Options that won; more than one: a tie that nothing broke. */
  readonly winners: readonly number[];
  /** What the counting of a ranked ballot left as data for its page and for whoever recomputes it. */
  readonly tally: unknown;
  /** How presence is known: from the meeting, or whoever voted was there. */
  readonly presence: 'meeting' | 'votes';
}

/** What followed of a result by itself. */
export type Effect = { readonly done: true } | { readonly done: false; readonly why: Message };

/** What main gives: the meetings of which this module knows nothing. */
export interface BallotNeeds {
  readonly session: (db: Db, forum: Forum, at: { meeting: string; item: string }) => Promise<Session | null>;
  /** Told in the transaction of the closing: the decision goes into the register. */
  readonly closed: (ctx: Ctx, ballot: BallotId) => Promise<void>;
}

/** The agenda item of a meeting at which a ballot is held. */
export interface Session {
  readonly meeting: {
    readonly id: string;
    readonly number: number;
    readonly on: PlainDate;
    readonly title: Texts;
    readonly path: string;
    readonly state: 'called' | 'running' | 'ended';
    /** A meeting desk has it: locked here. */
    readonly out: boolean;
  };
  readonly item: { readonly id: string; readonly number: string; readonly title: Texts };
  /** One row a seat of the day, by the key of the roll. */
  readonly presence: readonly Presence[];
}
export interface Presence {
  readonly key: string;
  readonly way: Way;
  /** Key of the seat that carries the proxy. */
  readonly carriedBy: string | null;
  readonly recused: boolean;
}
