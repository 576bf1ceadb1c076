import type { Lang } from '#core/i18n/lang.ts';
import { Tabs } from '#ui/tabs.tsx';

interface SurveyTabsProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly current: 'questionnaires';
}

/** The lists of this part of the menu. */
export const SurveyTabs = ({ lang, at, current }: SurveyTabsProps) => (
  <Tabs
    name={lang.t('surveys.menu')}
    current={current}
    tabs={[
      { id: 'questionnaires', label: lang.t('surveys.questionnaires.title'), href: at('/surveys/questionnaires') },
    ]}
  />
);
