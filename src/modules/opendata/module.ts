import type { Module } from '#core/module.ts';
import type { PagePart } from '#core/opening/part.ts';
import { OPENDATA_DOES } from './access.ts';
import { confirmCheckpoint } from './cosigning/commands.ts';
import { eraseEntryContent } from './erasing/commands.ts';
import { opendataRoutes } from './routes.ts';
import type { OpendataNeeds } from './schema.ts';

/** The log speaks of every kind of pages, so it is shown only where all of them are; see record/rules.ts. */
const LOG_PART: PagePart = {
  ...{ id: 'log', name: 'opendata.record.title', paths: ['/log', '/history'], files: false },
  personal: async () => [],
};

/** The public record as people read and check it. It sees every entry by its declared shape and knows no module. */
export const opendataModule = (needs: OpendataNeeds): Module => ({
  name: 'opendata',
  routes: opendataRoutes(needs),
  parts: [LOG_PART],
  deeds: OPENDATA_DOES,
  commands: [confirmCheckpoint, eraseEntryContent],
  entries: {
    'opendata.checkpoint_confirmed': { sentence: 'opendata.log.checkpoint_confirmed', followable: false },
    'opendata.content_erased': { sentence: 'opendata.log.content_erased', followable: false },
  },
});
