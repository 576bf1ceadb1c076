import type { ColumnType, RawBuilder } from 'kysely';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Way } from '#core/way.ts';
import type { ConstituencyId } from '../seats/schema.ts';

export type CriteriaId = string & { readonly __criteriaId: true };
export type ApplicationId = string & { readonly __applicationId: true };

/** Whose rows a table holds. */
export const TABLES = {
  forum_criteria: 'forum',
  forum_applications: 'forum',
  forum_application_answers: 'forum',
} as const satisfies Record<keyof ApplicationTables, 'forum'>;

/** What the forum asks of members, in one version. */
export interface Criteria {
  readonly id: CriteriaId;
  readonly version: number;
  readonly from: PlainDate;
  readonly items: readonly Texts[];
  /** Working days from the receipt until the answer. */
  readonly answerDays: number;
  /** Who owes the answer. */
  readonly body: string;
  readonly source: string;
}

export const OUTCOMES = ['accepted', 'refused', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface ApplicationAnswer {
  readonly outcome: Outcome;
  readonly decidedOn: PlainDate;
  readonly decision: string | null;
  readonly reason: string;
}

export interface Application {
  readonly id: ApplicationId;
  /** As people cite it: "application 4". */
  readonly number: number;
  readonly constituency: ConstituencyId;
  readonly criteria: CriteriaId;
  readonly organisation: string;
  readonly words: string;
  readonly contact: string;
  readonly receivedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly way: Way;
  readonly paper: { readonly ref: string; readonly day: PlainDate } | null;
  readonly answer: ApplicationAnswer | null;
}

interface Entered {
  forum_id: string;
  entered_on: PlainDate;
  entered_at: Date;
  entered_by: string | null;
}

/** Applications as Kysely sees them: `ctx.db.withTables<ApplicationTables>()`. */
export interface ApplicationTables {
  forum_criteria: Entered & {
    id: CriteriaId;
    version: number;
    from_day: PlainDate;
    items: ColumnType<readonly Texts[], RawBuilder<readonly Texts[]>, never>;
    answer_days: number;
    body_id: string;
    source: string;
  };
  forum_applications: Entered & {
    id: ApplicationId;
    number: number;
    constituency_id: ConstituencyId;
    criteria_id: CriteriaId;
    organisation: string;
    words: string;
    contact: string;
    received_on: PlainDate;
    due_on: PlainDate;
    way: Way;
    paper_ref: string | null;
    paper_day: PlainDate | null;
  };
  forum_application_answers: Entered & {
    application_id: ApplicationId;
    outcome: Outcome;
    decided_on: PlainDate;
    decision: string | null;
    reason: string;
  };
}
