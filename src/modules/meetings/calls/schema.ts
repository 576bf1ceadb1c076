import type { Param } from '#core/i18n/message.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { BreachKind, Convener, MeetingId, MeetingKind } from '../schema.ts';

/** When, where and by whom: the words of the call as they stood from one day on. */
export interface Call {
  readonly kind: MeetingKind;
  readonly title: Texts;
  readonly on: PlainDate;
  /** "14:30" in the zone of the forum; null: not said. */
  readonly hour: string | null;
  /** Last day of a correspondence session. */
  readonly until: PlainDate | null;
  readonly place: Texts | null;
  /** A place of the register. */
  readonly placeId: string | null;
  /** For members only. */
  readonly link: string | null;
  /** The working group that meets; null: another kind of meeting, or one called before groups were asked for. */
  readonly group: string | null;
  readonly convener: Convener;
  /** So many members demanded it. */
  readonly members: number | null;
  /** Which organisation keeps the minutes. */
  readonly body: string;
  readonly language: LanguageCode;
  readonly urgent: boolean;
  /** Why it is urgent, or was moved. */
  readonly reason: string | null;
}
export interface CallEntered extends Call {
  readonly enteredOn: PlainDate;
}

/** A rule of that day that was not kept; `document` and `article` null: no rule is bound to an article. */
export interface BreachFound {
  readonly kind: BreachKind;
  readonly document: string | null;
  readonly article: string | null;
  readonly params: Readonly<Record<string, Param>>;
}
export interface Breach extends BreachFound {
  readonly id: string;
  readonly on: PlainDate;
}

/** The working group of a meeting, as its page names it. */
export interface GroupCalled {
  readonly number: number;
  readonly name: Texts;
}

interface Moment {
  readonly on: PlainDate;
  readonly hour: string | null;
}

export interface Meeting {
  readonly id: MeetingId;
  /** As people cite it: "meeting 4". */
  readonly number: number;
  /** Entered after it had been held. */
  readonly afterwards: boolean;
  readonly enteredOn: PlainDate;
  /** The latest words of its call. */
  readonly call: Call;
  /** Whose meeting it is; null: not of a working group. */
  readonly group: GroupCalled | null;
  /** Oldest first; the last is `call`. */
  readonly calls: readonly CallEntered[];
  readonly invitedOn: PlainDate | null;
  readonly cancelled: { readonly on: PlainDate; readonly reason: string } | null;
  readonly begun: Moment | null;
  readonly ended: Moment | null;
}

/** Not yet sent to members, so that only its keepers see it; called; called off; being held; held. */
export const MEETING_STATES = ['draft', 'called', 'cancelled', 'running', 'ended'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];
