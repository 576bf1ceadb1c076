import type { PlainDate } from '#core/time/plain-date.ts';
import type { Entered, Jsonb, MeetingId } from '../../schema.ts';
import type { Receipt, Snapshot } from '../schema.ts';

/** Whose rows a table holds. */
export const TABLES = {
  meetings_desks: 'forum',
  meetings_desk_recalls: 'forum',
  meetings_desk_deliveries: 'forum',
  meetings_desk_steps: 'forum',
} as const satisfies Record<keyof DeskTables, 'forum'>;

/** Desks as Kysely sees them: `ctx.db.withTables<DeskTables>()`. */
export interface DeskTables {
  meetings_desks: Entered & {
    id: string;
    meeting_id: MeetingId;
    secret_hash: string;
    snapshot: Jsonb<Snapshot>;
    on_day: PlainDate;
  };
  meetings_desk_recalls: Entered & { desk_id: string; reason: string; on_day: PlainDate };
  meetings_desk_deliveries: Entered & {
    desk_id: string;
    id: string;
    by_hand: boolean;
    receipt: Jsonb<Receipt>;
    on_day: PlainDate;
  };
  meetings_desk_steps: { forum_id: string; id: string; desk_id: string };
}

/** A desk that took a meeting out, and what became of it. */
export interface HandedDesk {
  readonly id: string;
  readonly meeting: MeetingId;
  readonly secretHash: string;
  readonly snapshot: Snapshot;
  readonly at: Date;
  /** The person who took it; null: the program itself. */
  readonly by: string | null;
  readonly recalled: { readonly at: Date; readonly reason: string } | null;
  readonly delivered: {
    readonly id: string;
    readonly at: Date;
    readonly byHand: boolean;
    readonly receipt: Receipt;
  } | null;
}

/** Is the meeting with this desk, so that nobody changes it here? */
export const isOut = ({ recalled, delivered }: Pick<HandedDesk, 'recalled' | 'delivered'>): boolean =>
  recalled === null && delivered === null;
