import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import type { Module } from '#core/module.ts';
import { DOCUMENT_COMMANDS } from './documents/commands.ts';
import { FOUNDING_COMMANDS } from './documents/founding/commands.ts';
import { documentsIn } from './documents/module.ts';

/** What the module asks of the house. */
export interface ForumNeeds {
  readonly lang: (code: LanguageCode) => Lang;
}

/** The forum itself: its members and seats, its founding documents and rules. */
export function forumModule({ lang }: ForumNeeds): Module {
  const documents = documentsIn(lang);
  return {
    name: 'forum',
    routes: documents.routes,
    commands: [...DOCUMENT_COMMANDS, ...FOUNDING_COMMANDS],
    entries: documents.entries,
    menu: documents.menu,
    parts: documents.parts,
    things: documents.things,
  };
}
