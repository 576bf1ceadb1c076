import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Decision, Rulebook } from '#modules/forum/contract.ts';
import type { AttendanceWay } from '../schema.ts';
import type { Election, ElectionStep, Prepared } from './elections/schema.ts';
import type { GuestStep, Guests, Present } from './presence/schema.ts';

/** Ways in which a seat counts for the quorum and may vote. */
export const THERE: readonly AttendanceWay[] = ['hall', 'online', 'alternate', 'proxy'];

export const MARKS = ['for', 'against', 'abstain'] as const;
export type Mark = (typeof MARKS)[number];

/** Kinds of decision on which a motion is put; who is elected is asked by an election that was prepared. */
export const VOTED = ['ordinary', 'documents', 'members', 'removal', 'plan'] as const satisfies readonly Decision[];
export type Voted = (typeof VOTED)[number];

/** How votes are taken in the hall: names called one by one, hands counted, printed slips counted by two people. */
export const COUNTINGS = ['names', 'hands', 'slips'] as const;
export type Counting = (typeof COUNTINGS)[number];

/** A seat as the hall needs it: no person's name. */
export interface HallSeat {
  /** Its key on the roll: id of the seat, or place in the founding list. */
  readonly key: string;
  readonly number: number;
  readonly constituency: string;
  readonly organisation: Texts;
  readonly filled: boolean;
  /** Agenda items in which it stands aside by the register of interests, and as whom: not taken back at the table. */
  readonly bound: readonly { readonly item: string; readonly as: readonly ('representative' | 'alternate')[] }[];
  /** Can it be given a task? Only an organisation of the register owes anything. */
  readonly owes: boolean;
}

export interface HallItem {
  readonly id: string;
  readonly number: string;
  readonly title: Texts;
  /** As the site knew it when the meeting was taken out. */
  readonly state: 'waiting' | 'open' | 'ended';
  /** Seats that were said to stand aside in it before the meeting was taken out. */
  readonly aside: readonly string[];
}

/** A meeting as it is taken out: everything that the desk shows and computes without the server. */
export interface Snapshot {
  readonly format: 1;
  /** Id of the desk, made on the device. */
  readonly desk: string;
  readonly forum: { readonly slug: string; readonly name: Texts; readonly languages: readonly LanguageCode[] };
  readonly meeting: {
    readonly number: number;
    readonly title: Texts;
    readonly on: PlainDate;
    readonly place: Texts | null;
    /** It had begun before it was taken out. */
    readonly begun: boolean;
  };
  readonly constituencies: readonly { readonly id: string; readonly name: Texts | null }[];
  readonly seats: readonly HallSeat[];
  readonly items: readonly HallItem[];
  /** Elections that wait for this hall; missing in what an earlier edition took out. */
  readonly elections?: readonly Prepared[];
  /** The rules of the meeting's day. */
  readonly book: Rulebook;
  /** What was entered of the attendance before it was taken out. */
  readonly presence: readonly {
    readonly seat: string;
    readonly way: AttendanceWay;
    readonly carriedBy: string | null;
  }[];
}

/** Votes of one constituency, counted. */
export interface Count {
  readonly constituency: string;
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  /** Slips that say nothing clear; of hands none. */
  readonly spoilt: number;
}

/** One step at the desk. What follows from all of them is `hallOf`; nothing is ever taken out of the list. */
export type Step =
  | { readonly kind: 'presence'; readonly seat: string; readonly way: AttendanceWay; readonly carriedBy: string | null }
  | { readonly kind: 'meeting_begun' }
  | { readonly kind: 'item_begun'; readonly item: string }
  | { readonly kind: 'recusal'; readonly item: string; readonly seat: string; readonly aside: boolean }
  | {
      readonly kind: 'motion';
      readonly motion: string;
      readonly item: string;
      readonly words: string;
      readonly decision: Voted;
      readonly counting: Counting;
      /** Why it is not as secret or open as the rules ask; null: it is. */
      readonly reason: string | null;
    }
  | { readonly kind: 'mark'; readonly motion: string; readonly seat: string; readonly mark: Mark }
  | { readonly kind: 'hands'; readonly motion: string; readonly counts: readonly Count[] }
  | { readonly kind: 'slips'; readonly motion: string; readonly counter: 1 | 2; readonly counts: readonly Count[] }
  | { readonly kind: 'motion_ended'; readonly motion: string; readonly chair: Mark | null }
  | ElectionStep
  | GuestStep
  | { readonly kind: 'consensus'; readonly item: string; readonly words: string }
  | {
      readonly kind: 'task';
      readonly item: string;
      readonly words: string;
      /** Key of the seat that owes it. */
      readonly owner: string;
      readonly due: PlainDate;
    }
  | { readonly kind: 'note'; readonly item: string; readonly words: string }
  | { readonly kind: 'item_ended'; readonly item: string }
  | { readonly kind: 'meeting_ended' }
  /** Takes back the step of this id, which must be the last one that stands. */
  | { readonly kind: 'undone'; readonly of: string };

/** A step with the id by which it is done once, and the device's clock. */
export type Operation = Step & {
  /** UUIDv7 made on the device. */
  readonly id: string;
  /** ISO 8601 moment of the device. */
  readonly at: string;
};

/** What a desk delivers, also as the file that it can save. */
export interface Delivery {
  readonly format: 1;
  readonly id: string;
  readonly desk: string;
  /** What only this desk knows; a file saved for bringing in by hand goes without it. */
  readonly secret: string | null;
  readonly operations: readonly Operation[];
}

/** What the desk keeps of a delivery that arrived. */
export interface Receipt {
  readonly delivery: string;
  /** ISO 8601 moment of the server. */
  readonly at: string;
  readonly operations: number;
  /** Ballots by their number, and decisions by their number of the register. */
  readonly ballots: readonly number[];
  readonly decisions: readonly number[];
}

/** A motion as it stands after the steps so far. */
export interface Motion {
  readonly id: string;
  readonly item: string;
  readonly words: string;
  readonly decision: Voted;
  readonly counting: Counting;
  readonly reason: string | null;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly hands: readonly Count[] | null;
  readonly slips: readonly [readonly Count[] | null, readonly Count[] | null];
  /** Given when it ended: the presence of that moment, and how the chair voted where that decides a tie. */
  readonly ended: { readonly at: string; readonly presence: readonly Present[]; readonly chair: Mark | null } | null;
}

/** One line of what happened in an item. */
export type Line =
  | { readonly kind: 'consensus' | 'note'; readonly id: string; readonly at: string; readonly words: string }
  | {
      readonly kind: 'task';
      readonly id: string;
      readonly at: string;
      readonly words: string;
      readonly owner: string;
      readonly due: PlainDate;
    };

export interface ItemHeld {
  readonly id: string;
  readonly state: 'waiting' | 'open' | 'ended';
  readonly begun: string | null;
  readonly ended: string | null;
  readonly motions: readonly Motion[];
  readonly elections: readonly Election[];
  readonly lines: readonly Line[];
  /** Who was said to stand aside here (true), or that this was a mistake (false). */
  readonly recused: ReadonlyMap<string, boolean>;
}

/** Everything that follows from the steps so far. */
export interface Hall {
  readonly guests: ReadonlyMap<string, Guests>;
  /** ISO 8601; "": before it was taken out. */
  readonly begun: string | null;
  readonly ended: string | null;
  readonly items: readonly ItemHeld[];
  readonly ways: ReadonlyMap<string, { readonly way: AttendanceWay; readonly carriedBy: string | null }>;
  /** The last step that stands and may be taken back; null: there is none, or its item ended. */
  readonly last: Operation | null;
}
