import type { PlainDate } from '#core/time/plain-date.ts';

/** What the inputs below speak of; any uuid will do where permission is asked before anything is looked up. */
export interface PlanObjects {
  readonly plan: string;
  readonly today: PlainDate;
}

/** One input of the right shape for each command of this room, by its name. */
export const planInputs = ({ plan, today }: PlanObjects): Readonly<Record<string, unknown>> => {
  const about = {
    summary: { az: 'On beş icma üçün on iki tədbir.' },
    executorVoice: 'asked',
    reportedMeasures: null,
    reportedPoints: null,
    reportedLocal: null,
    reportedSource: null,
    sourceUrl: 'https://example.az/plan',
  };
  const own = {
    language: 'az',
    title: { az: 'Yerli Fəaliyyət Planı' },
    rendering: false,
    startsOn: today,
    endsOn: today,
    replyDays: 10,
    extensionDays: 5,
  };
  return {
    'plans.plan_create': { ...own, ...about, slug: null },
    'plans.plan_edit': { ...own, ...about, plan },
    'plans.plan_about': { ...about, plan },
    'plans.stage_enter': { plan, stage: 'consultation', fromDay: today, source: 'qərar 7/2026', sourceUrl: null },
    'plans.points_write': { plan, points: [{ id: null, number: '1', title: { az: 'Xidmətlər' }, note: null }] },
    'plans.keep_clocks': { plan },
    'plans.report_dates_write': { plan, dates: [{ dueOn: today, basis: 'maddə 5' }] },
  };
};
