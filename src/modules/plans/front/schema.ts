import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { MeasureLine, PlanCardSeen } from '../overview/schema.ts';

/** A measure of a plan in force with its due day, for short lists. */
export interface DueLine extends Pick<MeasureLine, 'id' | 'slug' | 'number' | 'title' | 'sum' | 'bodies'> {
  readonly planSlug: string;
  readonly due: PlainDate;
}

/** A day on which executors owe a report, to come. */
export interface ReportsDue {
  readonly planSlug: string;
  readonly planTitle: Texts;
  readonly on: PlainDate;
}

/** What a front page says of all public plans of a forum on a day. */
export interface Front {
  /** The forum's own plans and the national ones, newest first; drafts are left out. */
  readonly cards: readonly PlanCardSeen[];
  /** Of the forum's own plans in force: what is late, the longest first. */
  readonly late: readonly DueLine[];
  /** What falls due next, the soonest first; what is complete is not waited for. */
  readonly next: readonly DueLine[];
  readonly reports: readonly ReportsDue[];
}
