import type { ColumnType, RawBuilder } from 'kysely';
import type { ComponentChildren } from 'preact';
import type { Db } from '#core/db/database.ts';
import type { FileStore } from '#core/files/store.ts';
import type { Forum } from '#core/forum.ts';
import type { Web } from '#core/http/route.ts';
import type { Param } from '#core/i18n/message.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';

export type MeetingId = string & { readonly __meetingId: true };
export type ItemId = string & { readonly __itemId: true };

/** jsonb: an object when read, `json(value)` of core/db when written. */
export type Jsonb<T> = ColumnType<T, RawBuilder<T> | Extract<T, null>, RawBuilder<T> | Extract<T, null>>;

/** What a meeting is: of all members, out of turn, of a working group, with residents of a village, by letters within days. */
export const MEETING_KINDS = ['assembly', 'extraordinary', 'working_group', 'village', 'correspondence'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** Who called it; `members`: so many of them demanded it; `initiators`: of the founding. */
export const CONVENERS = ['coordinator', 'co_chairs', 'secretary', 'members', 'initiators', 'other'] as const;
export type Convener = (typeof CONVENERS)[number];

export const ITEM_KINDS = ['information', 'decision', 'election', 'finding'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** How a seat is there, or not: in the hall, online, by its alternate, by a proxy that another seat carries. */
export const WAYS = ['hall', 'online', 'alternate', 'proxy', 'excused', 'absent'] as const;
export type AttendanceWay = (typeof WAYS)[number];

export const GUEST_KINDS = ['guest', 'expert', 'observer', 'press'] as const;
export type GuestKind = (typeof GUEST_KINDS)[number];

/** What of the rules was not kept: who called it, how early, by which agenda, after how many months, and what there was no rule for. */
export const BREACH_KINDS = [
  ...(['not_entitled', 'too_few_members', 'notice', 'agenda', 'months'] as const),
  ...(['window_short', 'window_long', 'minutes', 'no_rules'] as const),
] as const;
export type BreachKind = (typeof BREACH_KINDS)[number];

/** What an item is about, as the register of interests names it: an organisation, or a page of the forum with all below. */
export interface About {
  readonly type: 'body' | 'page';
  readonly id: string;
}

/** Whose rows a table holds: all are of a forum. */
export const TABLES = {
  meetings_numbers: 'forum',
  meetings_meetings: 'forum',
  meetings_calls: 'forum',
  meetings_invitations: 'forum',
  meetings_cancellations: 'forum',
  meetings_breaches: 'forum',
  meetings_items: 'forum',
  meetings_item_texts: 'forum',
  meetings_moments: 'forum',
  meetings_attendances: 'forum',
  meetings_recusals: 'forum',
  meetings_guests: 'forum',
  meetings_notes: 'forum',
  meetings_sheets: 'forum',
} as const satisfies Record<keyof MeetingTables, 'forum'>;

/** Columns of every row that somebody writes. */
export interface Entered {
  forum_id: string;
  entered_at: Date;
  entered_by: string | null;
}
interface OfMeeting extends Entered {
  id: string;
  meeting_id: MeetingId;
}
type OfMeetingRow = Omit<OfMeeting, 'entered_by'>;

interface CallRow extends OfMeeting {
  kind: MeetingKind;
  title: Jsonb<Texts>;
  on_day: PlainDate;
  hour: string | null;
  until_day: PlainDate | null;
  place: Jsonb<Texts | null>;
  place_id: string | null;
  group_id: string | null;
  link: string | null;
  convener: Convener;
  members: number | null;
  body_id: string;
  language: LanguageCode;
  urgent: boolean;
  reason: string | null;
  entered_on: PlainDate;
}

interface ItemTextRow extends Entered {
  id: string;
  item_id: ItemId;
  position: number;
  kind: ItemKind;
  title: Jsonb<Texts>;
  words: Jsonb<Texts | null>;
  seat_id: string | null;
  presenter: Jsonb<Texts | null>;
  about: Jsonb<readonly About[]>;
  removed: boolean;
  late: boolean;
  on_day: PlainDate;
}

/** Of several rows on one thing the latest counts; ids are in the order of time. */
export interface MeetingTables {
  meetings_numbers: { forum_id: string; kind: 'meeting' | 'decision' | 'task'; last: number };
  meetings_meetings: Entered & { id: MeetingId; number: number; afterwards: boolean; entered_on: PlainDate };
  meetings_calls: CallRow;
  meetings_invitations: Entered & { meeting_id: MeetingId; on_day: PlainDate; entered_on: PlainDate };
  meetings_cancellations: Entered & { meeting_id: MeetingId; on_day: PlainDate; reason: string };
  meetings_breaches: OfMeetingRow & {
    kind: BreachKind;
    document: string | null;
    article: string | null;
    params: Jsonb<Readonly<Record<string, Param>>>;
    on_day: PlainDate;
  };
  meetings_items: OfMeeting & { id: ItemId };
  meetings_item_texts: ItemTextRow;
  meetings_moments: OfMeeting & {
    item_id: ItemId | null;
    what: 'begun' | 'ended';
    on_day: PlainDate;
    hour: string | null;
  };
  meetings_attendances: OfMeeting & {
    key: string;
    way: AttendanceWay;
    carried_by: string | null;
    from_item: ItemId | null;
  };
  meetings_recusals: Entered & { id: string; item_id: ItemId; key: string; aside: boolean };
  meetings_guests: OfMeeting & {
    guest_id: string;
    kind: GuestKind;
    words: string;
    people: string | null;
    n: number;
  };
  meetings_notes: OfMeeting & { item_id: ItemId | null; kind: 'text' | 'said'; words: Jsonb<Texts> };
  meetings_sheets: OfMeeting & { file_id: string };
}

/** What src/main gives: where pictures of sheets are kept, and whether names can be stored yet. */
export interface MeetingNeeds {
  readonly files: FileStore;
  readonly mayStorePeople: (db: Db, forum: Forum) => Promise<boolean>;
  /** What higher rooms show on the page of a decision that a ballot took: responses that are still owed. */
  readonly onBallot: (web: Web, ballot: string) => Promise<ComponentChildren>;
}
