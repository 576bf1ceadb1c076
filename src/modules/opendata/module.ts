import type { Module } from '#core/module.ts';
import { confirmCheckpoint } from './cosigning/commands.ts';
import { cosigningRoutes } from './cosigning/routes.ts';
import { eraseEntryContent } from './erasing/commands.ts';
import { exportRoutes } from './export/routes.ts';
import { recordRoutes } from './record/routes.ts';
import type { OpendataNeeds } from './schema.ts';

/** The public record as people read and check it. It sees every entry by its declared shape and knows no module. */
export const opendataModule = (needs: OpendataNeeds): Module => ({
  name: 'opendata',
  // Fixed words of an address come before `:entry`.
  routes: [...exportRoutes(needs), ...cosigningRoutes, ...recordRoutes(needs)],
  whole: ['/log', '/history'],
  commands: [confirmCheckpoint, eraseEntryContent],
  entries: {
    'opendata.checkpoint_confirmed': { sentence: 'opendata.log.checkpoint_confirmed', followable: false },
    'opendata.content_erased': { sentence: 'opendata.log.content_erased', followable: false },
  },
});
