import type { ColumnType, RawBuilder } from 'kysely';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { End, EndReason, MandateId, SeatId, Span } from '../seats/schema.ts';

export type LeadId = string & { readonly __leadId: true };

/** Whose rows a table holds. */
export const TABLES = {
  forum_leads: 'forum',
  forum_lead_ends: 'forum',
} as const satisfies Record<keyof LeadTables, 'forum'>;

/** The offices of a forum, in the order in which pages name them. Each has one holder at a time. */
export const OFFICES = ['coordinator', 'co_chair_government', 'co_chair_civil', 'deputy'] as const;
export type Office = (typeof OFFICES)[number];

/**
 * What an office brings: `role`, the role of identity that follows where a person holds it; `ruled`, whether the rule on
 * the term of coordinator and co-chairs (`term_lead`) speaks of it.
 */
export const OFFICE_FACTS: Readonly<Record<Office, { readonly role: 'coordinator' | null; readonly ruled: boolean }>> =
  {
    coordinator: { role: 'coordinator', ruled: true },
    co_chair_government: { role: null, ruled: true },
    co_chair_civil: { role: null, ruled: true },
    // Who deputises must be able to act when the coordinator cannot.
    deputy: { role: 'coordinator', ruled: false },
  };

/** Somebody elected to an office. `last` is the last day of the term, or the day on which it was ended; null: not known. */
export interface Lead extends Span {
  readonly id: LeadId;
  readonly office: Office;
  readonly body: string;
  /** The seat for which the elected one spoke, and by which mandate; null: an office of the organisation holds it. */
  readonly seat: SeatId | null;
  readonly mandate: MandateId | null;
  readonly person: string | null;
  readonly post: Texts | null;
  readonly electedOn: PlainDate;
  /** The rule that gave the term; null: it was written by hand. */
  readonly term: { readonly document: string; readonly article: string } | null;
  readonly decision: string;
  /** A web address, or a page of the forum ("/ballots/4"). */
  readonly url: string | null;
  readonly role: string | null;
  readonly enteredOn: PlainDate;
  readonly end: End | null;
}

type Jsonb<T> = ColumnType<T, RawBuilder<T> | Extract<T, null>, RawBuilder<T> | Extract<T, null>>;

interface Entered {
  forum_id: string;
  entered_on: PlainDate;
  entered_at: Date;
  entered_by: string | null;
}

/** Elections as Kysely sees them: `ctx.db.withTables<LeadTables>()`. */
export interface LeadTables {
  forum_leads: Entered & {
    id: LeadId;
    office: Office;
    body_id: string;
    seat_id: SeatId | null;
    mandate_id: MandateId | null;
    person_id: string | null;
    post: Jsonb<Texts | null>;
    elected_on: PlainDate;
    from_day: PlainDate;
    to_day: PlainDate | null;
    term_document: string | null;
    term_article: string | null;
    decision: string;
    url: string | null;
    role_id: string | null;
  };
  /** `last_day` null: it was entered by mistake and never was. */
  forum_lead_ends: Entered & { lead_id: LeadId; last_day: PlainDate | null; reason: EndReason };
}
