import type { Lang } from '#core/i18n/lang.ts';
import { Tabs } from '#ui/tabs.tsx';

interface ForumTabsProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly current: 'members' | 'documents' | 'ballots';
  /** Which kinds of pages this reader sees. */
  readonly shows: (part: string) => boolean;
}

/** Who decides, and by which documents: the lists of this part of the menu. */
export const ForumTabs = ({ lang, at, current, shows }: ForumTabsProps) => (
  <Tabs
    name={lang.t('forum.decisions_menu')}
    current={current}
    tabs={[
      { id: 'members', label: lang.t('forum.menu'), href: at('/members') },
      { id: 'documents', label: lang.t('forum.documents.menu'), href: at('/documents') },
      { id: 'ballots', label: lang.t('forum.ballots_menu'), href: at('/ballots') },
    ].filter(({ id }) => shows(id))}
  />
);
