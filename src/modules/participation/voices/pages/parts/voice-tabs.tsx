import type { Lang } from '#core/i18n/lang.ts';
import { Tabs } from '#ui/tabs.tsx';

interface VoiceTabsProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly current: 'questions' | 'consultations';
  /** Which kinds of pages this reader sees. */
  readonly shows: (part: string) => boolean;
}

/** Ways to say something: the lists of this part of the menu. */
export const VoiceTabs = ({ lang, at, current, shows }: VoiceTabsProps) => (
  <Tabs
    name={lang.t('participation.menu')}
    current={current}
    tabs={[
      { id: 'questions', label: lang.t('participation.questions.title'), href: at('/questions') },
      { id: 'consultations', label: lang.t('participation.consultations.title'), href: at('/consultations') },
    ].filter(({ id }) => shows(id))}
  />
);
