import type { Lang } from '#core/i18n/lang.ts';
import { Tabs } from '#ui/tabs.tsx';

interface SurveyTabsProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly current: 'rounds' | 'findings' | 'questionnaires';
}

/** What is asked, and by which questions. */
export const SurveyTabs = ({ lang, at, current }: SurveyTabsProps) => (
  <Tabs
    name={lang.t('surveys.menu')}
    current={current}
    tabs={[
      { id: 'rounds', label: lang.t('surveys.tab.rounds'), href: at('/surveys') },
      { id: 'findings', label: lang.t('surveys.findings.title'), href: at('/findings') },
      { id: 'questionnaires', label: lang.t('surveys.questionnaires.title'), href: at('/surveys/questionnaires') },
    ]}
  />
);
