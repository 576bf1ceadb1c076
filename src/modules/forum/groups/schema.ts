import type { ColumnType, RawBuilder } from 'kysely';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { SeatId, Span } from '../seats/schema.ts';

export type GroupId = string & { readonly __groupId: true };
export type GroupMemberId = string & { readonly __groupMemberId: true };

/** Whose rows a table holds. */
export const TABLES = {
  forum_groups: 'forum',
  forum_group_ends: 'forum',
  forum_group_members: 'forum',
  forum_group_member_ends: 'forum',
} as const satisfies Record<keyof GroupTables, 'forum'>;

/** Who works in a group: a seat of the forum, or an expert from outside as an organisation, perhaps with an office. */
export interface GroupMember extends Span {
  readonly id: GroupMemberId;
  readonly seat: SeatId | null;
  readonly body: string | null;
  readonly post: Texts | null;
  /** Leads the group; one of its members at a time. */
  readonly leads: boolean;
}

/** A working group. `last` is the day that the decision named, or the day on which it was ended. */
export interface Group extends Span {
  readonly id: GroupId;
  /** As its address names it: /members/groups/2. */
  readonly number: number;
  readonly name: Texts;
  readonly task: Texts;
  readonly decision: string;
  readonly url: string | null;
  readonly enteredOn: PlainDate;
  readonly end: { readonly decision: string; readonly enteredOn: PlainDate } | null;
  readonly members: readonly GroupMember[];
}

type Jsonb<T> = ColumnType<T, RawBuilder<T> | Extract<T, null>, RawBuilder<T> | Extract<T, null>>;

interface Entered {
  forum_id: string;
  entered_on: PlainDate;
  entered_at: Date;
  entered_by: string | null;
}

/** Working groups as Kysely sees them: `ctx.db.withTables<GroupTables>()`. */
export interface GroupTables {
  forum_groups: Entered & {
    id: GroupId;
    number: number;
    name: Jsonb<Texts>;
    task: Jsonb<Texts>;
    decision: string;
    url: string | null;
    from_day: PlainDate;
    to_day: PlainDate | null;
  };
  forum_group_ends: Entered & { group_id: GroupId; last_day: PlainDate; decision: string };
  forum_group_members: Entered & {
    id: GroupMemberId;
    group_id: GroupId;
    seat_id: SeatId | null;
    body_id: string | null;
    post: Jsonb<Texts | null>;
    leads: boolean;
    from_day: PlainDate;
  };
  forum_group_member_ends: Entered & { member_id: GroupMemberId; last_day: PlainDate };
}
