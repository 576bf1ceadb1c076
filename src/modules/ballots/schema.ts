import type { Ctx } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { Message } from '#core/i18n/message.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Way as DeedWay } from '#core/way.ts';
import type { About, Decision, ForumNeeds, Rulebook, SeatId, Voters } from '#modules/forum/contract.ts';
import type { RoleDesk } from '#modules/identity/contract.ts';
import type { Filling } from './filling/schema.ts';
import type { Kind, Mark, Method, Pile, Result, Settled, Slip } from './tallies/schema.ts';

export type BallotId = string & { readonly __ballotId: true };

/** Kinds of decision, as the rulebook has majorities for them. */
export const DECISIONS = ['ordinary', 'documents', 'members', 'removal', 'election', 'plan'] as const;
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
 * What a seat says: a slip that counts, or one of: `voted` (its hand or slip is counted among others), there and not
 * voting, excused.
 */
export type Say = Exclude<Slip, 'invalid'> | 'voted' | 'not_voting' | 'excused';

/** What a result does by itself: a version of a founding document is adopted, an office is filled. */
export type Decides =
  | { readonly what: 'version'; readonly version: string; readonly inForceOn: PlainDate }
  | { readonly what: 'founding' }
  | Filling;

export const RECUSALS = ['nobody', 'representative', 'alternate', 'seat'] as const;
/** Who of a seat stands aside. */
export type Recusal = (typeof RECUSALS)[number];

/** One row of the frozen roll. */
export interface RollRow {
  readonly key: string;
  readonly number: number;
  readonly seat: SeatId | null;
  readonly constituency: string;
  readonly organisation: Texts;
  readonly body: string | null;
  readonly filled: boolean;
  readonly recused: Recusal;
}

/** What one can choose; `id` is its number on the slip: "1". */
export interface Option {
  readonly id: string;
  readonly label: Texts;
}

/** Frozen when voting began. */
export interface Opening {
  readonly on: PlainDate;
  readonly at: Date;
  /** null: somebody closes it. */
  readonly closesAt: Date | null;
  readonly by: 'documents' | 'founding';
  readonly book: Rulebook;
  readonly voters: readonly Voters[];
  readonly rollHash: string;
}

/** What a result follows from beside roll, marks and counts. */
export interface Ties {
  readonly chair: 'for' | 'against' | 'abstain' | null;
  readonly settled: readonly Settled[];
}

/** What followed of a result by itself, or why not. */
export type Effect = { readonly done: true } | { readonly done: false; readonly why: Message };

export interface Closure extends Ties {
  readonly on: PlainDate;
  readonly at: Date;
  readonly result: Result;
  readonly effect: Effect | null;
  readonly resultHash: string;
}

/** A ballot with everything that became of it. */
export interface Ballot {
  readonly id: BallotId;
  readonly number: number;
  readonly title: Texts;
  readonly words: Texts;
  readonly kind: Kind;
  readonly method: Method | null;
  readonly decision: Decision;
  readonly secrecy: Secrecy;
  readonly secrecyReason: Texts | null;
  readonly mode: Mode;
  readonly about: readonly About[];
  readonly decides: Decides | null;
  readonly meeting: string | null;
  readonly item: string | null;
  readonly againOf: BallotId | null;
  readonly closesAt: Date | null;
  readonly origin: Origin;
  readonly enteredOn: PlainDate;
  readonly options: readonly Option[];
  readonly opening: Opening | null;
  readonly withdrawal: { readonly on: PlainDate; readonly reason: Texts } | null;
  readonly closure: Closure | null;
}

/** Only the clock turns "open" into "waiting": its time is over, and nobody has closed it yet. */
export const STATES = ['written', 'open', 'waiting', 'closed', 'withdrawn'] as const;
export type State = (typeof STATES)[number];

export const SPEAKERS = ['representative', 'alternate', 'proxy'] as const;
export type Speaker = (typeof SPEAKERS)[number];

/** What was said for a seat in an open ballot. */
export interface SeatMark {
  readonly key: string;
  readonly say: Say;
  readonly speaker: Speaker;
  readonly carriedBy: string | null;
  readonly way: DeedWay | 'called';
  readonly person: string | null;
}

/** What one person counted. */
export interface Count {
  readonly number: number;
  readonly piles: readonly Pile[];
  readonly counter: string;
  readonly by: string | null;
}

/** How a seat of the roll ended, and of an open ballot with options what it chose. */
export interface SeatOutcome {
  readonly key: string;
  readonly outcome: Mark;
  readonly slip: Slip | null;
  readonly way: Way | null;
  readonly carriedBy: string | null;
  readonly person: string | null;
}

/** What main gives: the meetings of which this module knows nothing, roles that follow from offices, words. */
export interface BallotNeeds {
  readonly session: (db: Db, forum: Forum, at: { meeting: string; item: string }) => Promise<Session | null>;
  /** Told in the transaction of the closing: the decision goes into the register. */
  readonly closed: (ctx: Ctx, ballot: BallotId) => Promise<void>;
  readonly roles: RoleDesk;
  readonly lang: (code: LanguageCode) => Lang;
}

/** What its pages need besides: what was said to the draft on which a ballot decides, and what is still owed for it. */
export type PageNeeds = BallotNeeds & Pick<ForumNeeds, 'onVersion'>;

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
