import type { Lang } from '#core/i18n/lang.ts';
import { Tabs } from '#ui/tabs.tsx';

interface KeptTabsProps {
  readonly lang: Lang;
  /** Address of the questionnaire. */
  readonly here: string;
  readonly current: 'questions' | 'texts' | 'preview' | 'editions';
}

/** The views of one draft, for its keepers. */
export const KeptTabs = ({ lang, here, current }: KeptTabsProps) => (
  <Tabs
    name={lang.t('surveys.questionnaires.views')}
    current={current}
    tabs={[
      { id: 'questions', label: lang.t('surveys.questionnaires.tab.questions'), href: here },
      { id: 'texts', label: lang.t('surveys.questionnaires.tab.texts'), href: `${here}/texts` },
      { id: 'preview', label: lang.t('surveys.questionnaires.tab.preview'), href: `${here}/preview` },
      { id: 'editions', label: lang.t('surveys.questionnaires.tab.editions'), href: `${here}/editions` },
    ]}
  />
);
