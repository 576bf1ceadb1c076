import type { Lang } from '#core/i18n/lang.ts';
import { Tabs } from '#ui/tabs.tsx';

export const AUTHOR_TABS = ['plan', 'edit', 'points', 'new_measure', 'report_dates', 'stages'] as const;
export type AuthorTab = (typeof AUTHOR_TABS)[number];

const PATHS: Readonly<Record<AuthorTab, string>> = {
  plan: '',
  edit: '/edit',
  points: '/points',
  new_measure: '/measures/new',
  report_dates: '/report-dates',
  stages: '/stages',
};

interface PlanTabsProps {
  readonly lang: Lang;
  /** Address of the plan's page. */
  readonly plan: string;
  readonly current: AuthorTab;
}

/** What those who write a plan can do with it: on every page of its writing, and on the plan's own page for them. */
export const PlanTabs = ({ lang, plan, current }: PlanTabsProps) => (
  <Tabs
    name={lang.t('plans.plan.tabs.name')}
    current={current}
    tabs={AUTHOR_TABS.map((id) => ({ id, label: lang.t(`plans.plan.tabs.${id}`), href: plan + PATHS[id] }))}
  />
);
