import type { Ctx } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';

export type BallotId = string & { readonly __ballotId: true };

/** For or against; one of several; as many as one likes; in an order. */
export const KINDS = ['motion', 'choice', 'approval', 'ranked'] as const;
export type Kind = (typeof KINDS)[number];
/** How an order of preference is counted. */
export const METHODS = ['schulze', 'instant_runoff'] as const;
export type Method = (typeof METHODS)[number];

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

/**
 * What one seat or slip says: of a motion a word, else one whole number for each option in their order (a mark, or its
 * place).
 */
export type Slip = 'for' | 'against' | 'abstain' | 'blank' | 'invalid' | readonly number[];
/** What a seat says in an open ballot: a slip that counts, or that it is there and does not vote. */
export type Say = Exclude<Slip, 'invalid'> | 'not_voting';
/** Equal slips together; `box`: the constituency whose slips or hands were counted apart, null: all together. */
export interface Pile {
  readonly box: string | null;
  readonly slip: Slip;
  readonly count: number;
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
