import type { Lang } from '#core/i18n/lang.ts';
import { Tabs } from '#ui/tabs.tsx';

interface AccountabilityTabsProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly current: 'reports' | 'requests' | 'checklists' | 'scorecards';
  /** Which kinds of pages this reader sees. */
  readonly shows: (part: string) => boolean;
}

/** How bodies account for themselves: the lists of this part of the menu. */
export const AccountabilityTabs = ({ lang, at, current, shows }: AccountabilityTabsProps) => (
  <Tabs
    name={lang.t('accountability.menu')}
    current={current}
    tabs={[
      { id: 'reports', label: lang.t('accountability.reports.title'), href: at('/reports') },
      { id: 'requests', label: lang.t('accountability.requests.title'), href: at('/requests') },
      { id: 'checklists', label: lang.t('accountability.checklists.title'), href: at('/checklists') },
      { id: 'scorecards', label: lang.t('accountability.scorecards.title'), href: at('/scorecards') },
    ].filter(({ id }) => shows(id))}
  />
);
