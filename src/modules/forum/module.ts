import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import type { Module } from '#core/module.ts';
import { DOCUMENT_COMMANDS } from './documents/commands.ts';
import { FOUNDING_COMMANDS } from './documents/founding/commands.ts';
import { DOCUMENTS_PART } from './documents/opening/api.ts';
import { documentRoutes } from './documents/routes.ts';
import { DOCUMENT_THINGS } from './documents/withheld/api.ts';

/** What the module asks of the house: templates of documents are written in every language. */
interface ForumNeeds {
  readonly lang: (code: LanguageCode) => Lang;
}

/** The forum itself: its members and seats, its founding documents and rules. */
export function forumModule({ lang }: ForumNeeds): Module {
  return {
    name: 'forum',
    routes: documentRoutes(lang),
    commands: [...DOCUMENT_COMMANDS, ...FOUNDING_COMMANDS],
    entries: {
      'forum.version_proposed': { sentence: 'forum.documents.log.version_proposed', followable: true },
      'forum.version_adopted': { sentence: 'forum.documents.log.version_adopted', followable: true },
      'forum.version_signed': { sentence: 'forum.documents.log.version_signed', followable: true },
      'forum.founding_published': { sentence: 'forum.documents.log.founding_published', followable: true },
      'forum.founding_adopted': { sentence: 'forum.documents.log.founding_adopted', followable: true },
    },
    menu: [{ id: 'documents', order: 4, label: (of) => of.t('forum.documents.menu'), path: '/documents' }],
    parts: [DOCUMENTS_PART],
    things: DOCUMENT_THINGS,
  };
}
