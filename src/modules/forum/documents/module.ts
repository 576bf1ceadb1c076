import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import type { Module } from '#core/module.ts';
import { bindingRoutes } from '../rulebook/binding/routes.ts';
import { rulebookRoutes } from '../rulebook/routes.ts';
import { adoptionRoutes } from './adoptions/routes.ts';
import { comparingRoutes } from './comparing/routes.ts';
import { draftRoutes } from './drafts/routes.ts';
import { foundingRoutes } from './founding/routes.ts';
import { documentRoutes } from './routes.ts';
import { signatureRoutes } from './signatures/routes.ts';
import { versionRoutes } from './versions/routes.ts';
import { DOCUMENT_THINGS } from './withheld/api.ts';

/** What founding documents and their rules add to the module. `langs`: templates are written in every language. */
export const documentsIn = (langs: (code: LanguageCode) => Lang) =>
  ({
    // Fixed words of an address come before `:document`.
    routes: [
      ...rulebookRoutes,
      ...draftRoutes(langs),
      ...foundingRoutes,
      ...comparingRoutes,
      ...bindingRoutes,
      ...versionRoutes,
      ...adoptionRoutes,
      ...signatureRoutes,
      ...documentRoutes,
    ],
    entries: {
      'forum.version_proposed': { sentence: 'forum.documents.log.version_proposed', followable: true },
      'forum.version_adopted': { sentence: 'forum.documents.log.version_adopted', followable: true },
      'forum.version_signed': { sentence: 'forum.documents.log.version_signed', followable: true },
      'forum.founding_published': { sentence: 'forum.documents.log.founding_published', followable: true },
      'forum.founding_adopted': { sentence: 'forum.documents.log.founding_adopted', followable: true },
    },
    menu: [{ id: 'documents', order: 4, label: (lang: Lang) => lang.t('forum.documents.menu'), path: '/documents' }],
    // Texts, offices and organisations; no person is named.
    parts: [
      {
        ...{ id: 'documents', name: 'forum.documents.menu', paths: ['/documents', '/rules'], files: false },
        personal: async () => [],
      },
    ],
    things: DOCUMENT_THINGS,
  }) satisfies Partial<Module>;
