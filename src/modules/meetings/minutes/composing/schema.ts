import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { BallotFacts } from '#modules/ballots/contract.ts';
import type { QuorumFound, Votes } from '#modules/forum/contract.ts';
import type { BreachFound } from '../../calls/schema.ts';
import type { DecisionKind } from '../../decisions/schema.ts';
import type { About, AttendanceWay, Convener, GuestKind, ItemKind, MeetingKind } from '../../schema.ts';

/** A seat as minutes name it: number and organisation of that day, never a person. */
export interface SeatSaid {
  readonly number: number;
  readonly organisation: Texts;
}
export interface SeatThere extends SeatSaid {
  readonly way: AttendanceWay;
  /** Number of the seat that carries the proxy. */
  readonly carriedBy: number | null;
}

/** A group with its seats as they stood at the beginning. */
export interface GroupThere {
  readonly constituency: string;
  readonly name: Texts | null;
  readonly all: number;
  readonly filled: number;
  readonly there: number;
  readonly seats: readonly SeatThere[];
}

/** A ballot held at an item; everything else stands on its page. */
export interface BallotSaid {
  readonly number: number;
  readonly path: string;
  readonly words: Texts;
  readonly open: boolean;
  readonly withdrawn: Texts | null;
  /** null: not closed. Of an election only what was elected. */
  readonly result: {
    readonly verdict: NonNullable<BallotFacts['result']>['verdict'];
    readonly elected: Texts | null;
    readonly groups: readonly (Pick<Votes, 'for' | 'against' | 'abstain'> & { readonly name: Texts | null })[];
    readonly document: string | null;
    readonly article: string | null;
  } | null;
  /** How each seat ended; empty when it was secret. */
  readonly roll: readonly (SeatSaid & { readonly outcome: BallotFacts['rollCall'][number]['outcome'] })[];
}

export interface ItemSaid {
  /** Id of the item, for corrections and remarks that belong there. */
  readonly id: string;
  readonly number: number;
  readonly kind: ItemKind;
  readonly title: Texts;
  readonly words: Texts | null;
  readonly presenter: Texts | null;
  readonly about: readonly (About & { readonly name: Texts | null })[];
  readonly lateOn: PlainDate | null;
  readonly begun: string | null;
  readonly ended: string | null;
  readonly held: boolean;
  /** null: the rules do not say. */
  readonly quorum: QuorumFound | null;
  /** Who came, left or changed the way at this item. */
  readonly changes: readonly SeatThere[];
  readonly aside: readonly SeatSaid[];
  readonly text: Texts | null;
  readonly said: Texts | null;
  readonly ballots: readonly BallotSaid[];
  readonly decisions: readonly {
    readonly number: number;
    readonly kind: DecisionKind;
    readonly words: Texts;
    readonly ballot: number | null;
    readonly document: string | null;
    readonly article: string | null;
  }[];
  readonly tasks: readonly {
    readonly number: number;
    readonly words: Texts;
    readonly owner: Texts;
    readonly office: Texts | null;
    readonly due: PlainDate;
  }[];
}

/** Minutes whole, as data: composed anew until they are approved, kept as they stood from then on. */
export interface Minutes {
  readonly number: number;
  readonly title: Texts;
  readonly kind: MeetingKind;
  /** The working group that met; absent in minutes kept before groups were named. */
  readonly group?: Texts | null;
  readonly language: LanguageCode;
  readonly on: PlainDate;
  readonly until: PlainDate | null;
  readonly begun: string | null;
  readonly ended: string | null;
  readonly place: Texts | null;
  readonly convener: Convener;
  readonly members: number | null;
  readonly invitedOn: PlainDate | null;
  readonly afterwards: boolean;
  readonly keeper: Texts;
  readonly by: 'documents' | 'founding' | 'nothing';
  readonly groups: readonly GroupThere[];
  readonly quorum: QuorumFound | null;
  readonly guests: readonly { readonly kind: GuestKind; readonly words: string; readonly n: number }[];
  /** What was not dealt with under an item stands in the last one, without number. */
  readonly items: readonly ItemSaid[];
  readonly text: Texts | null;
  readonly breaches: readonly BreachFound[];
}
