import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { CellId, ExecutorRole, LocalExecutor, MeasureId } from '../measures/schema.ts';
import type { PlanRow, PointRow, Stage } from '../plan/schema.ts';
import type { Overdue } from '../reports/rules.ts';
import type { CellVoices, MeasureSum, Tally } from './rules.ts';

/** A plan as its readers meet it on a day. */
export interface PlanSeen {
  readonly plan: PlanRow;
  readonly stage: Stage;
  /** Where it is read from: the forum's own, or the reference forum's national plan. */
  readonly own: boolean;
}

/** A plan with its roll-up, for lists and front pages. */
export interface PlanCardSeen extends PlanSeen {
  readonly tally: Tally;
}

/** One line of the list of measures. */
export interface MeasureLine {
  readonly id: MeasureId;
  readonly slug: string;
  readonly number: string | null;
  readonly title: Texts;
  readonly point: string | null;
  readonly due: PlainDate | null;
  readonly dueText: string | null;
  readonly withdrawn: boolean;
  readonly amended: boolean;
  readonly local: LocalExecutor;
  readonly sum: MeasureSum;
  readonly tally: Tally;
  /** Bodies that are executors, the lead first. */
  readonly bodies: readonly string[];
}

export interface PointSeen {
  readonly point: PointRow | null;
  readonly tally: Tally;
  readonly measures: readonly MeasureLine[];
}

/** A body or a place by its address word. */
export interface Named {
  readonly id: string;
  readonly slug: string;
  readonly name: Texts;
}

/** Everything the overview of a plan needs, from a handful of queries. */
export interface PlanOverview extends PlanSeen {
  readonly points: readonly PointSeen[];
  readonly tally: Tally;
  /** Bodies that are executors of its measures, and communities that these serve. */
  readonly bodies: readonly Named[];
  readonly places: readonly Named[];
  /** Cells whose report date passed without a report. */
  readonly overdueReports: number;
}

/** One cell of one body, for its page and its desk. */
export interface CellLine {
  readonly id: CellId;
  readonly forumId: string;
  readonly measure: MeasureId;
  readonly planSlug: string;
  readonly planTitle: Texts;
  readonly slug: string;
  readonly number: string | null;
  readonly title: Texts;
  readonly role: ExecutorRole;
  readonly body: string;
  readonly due: PlainDate | null;
  /** The plan's own words for the deadline, as long as no amendment named another day. */
  readonly dueText: string | null;
  readonly withdrawn: boolean;
  readonly voices: CellVoices;
  readonly overdue: Overdue | null;
  /** The next report date that no report answers yet. */
  readonly reportDue: PlainDate | null;
}

/** Names of the conditions of a list of measures, as they stand in the address. */
export const FILTERS = ['state', 'voices', 'executor', 'point', 'place'] as const;

export const STATE_FILTERS = ['complete', 'open', 'late', 'no_report', 'not_assessed', 'withdrawn'] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];
export const VOICE_FILTERS = ['agree', 'differ'] as const;
export type VoiceFilter = (typeof VOICE_FILTERS)[number];
