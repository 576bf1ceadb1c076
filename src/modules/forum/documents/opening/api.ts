import type { PagePart } from '#core/opening/part.ts';

/** Documents, rules and the founding procedure become public together. They name offices and organisations, no person. */
export const DOCUMENTS_PART: PagePart = {
  ...{ id: 'documents', name: 'forum.documents.menu', paths: ['/documents', '/rules'], files: false },
  personal: async () => [],
};
