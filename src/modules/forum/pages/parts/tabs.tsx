import type { Lang } from '#core/i18n/lang.ts';
import { Tabs } from '#ui/tabs.tsx';

interface ForumTabsProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly current: 'members' | 'leads' | 'groups' | 'documents' | 'meetings' | 'ballots' | 'decisions';
  /** Which kinds of pages this reader sees. */
  readonly shows: (part: string) => boolean;
}

/** Who decides, and by which documents: the lists of this part of the menu. */
export const ForumTabs = ({ lang, at, current, shows }: ForumTabsProps) => (
  <Tabs
    name={lang.t('forum.decisions_menu')}
    current={current}
    tabs={[
      { id: 'members', part: 'members', label: lang.t('forum.menu'), href: at('/members') },
      { id: 'leads', part: 'members', label: lang.t('forum.leads.menu'), href: at('/members/leads') },
      { id: 'groups', part: 'members', label: lang.t('forum.groups.title'), href: at('/members/groups') },
      { id: 'documents', part: 'documents', label: lang.t('forum.documents.menu'), href: at('/documents') },
      { id: 'meetings', part: 'meetings', label: lang.t('forum.tab.meetings'), href: at('/meetings') },
      { id: 'ballots', part: 'ballots', label: lang.t('forum.ballots_menu'), href: at('/ballots') },
      { id: 'decisions', part: 'decisions', label: lang.t('forum.tab.decisions'), href: at('/decisions') },
    ].filter(({ part }) => shows(part))}
  />
);
