import { type Route, refused } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { cosigningRoutes } from './cosigning/routes.ts';
import { exportRoutes } from './export/routes.ts';
import { recordRoutes } from './record/routes.ts';
import { showsLog } from './record/rules.ts';
import type { OpendataNeeds } from './schema.ts';
import { tileRoutes } from './tiles/routes.ts';

/** Fixed words of an address come before `:entry`. Pages of a forum are shown to whom every kind of its pages is. */
export const opendataRoutes = (needs: OpendataNeeds): readonly Route[] =>
  [...exportRoutes(needs), ...tileRoutes(needs), ...cosigningRoutes, ...recordRoutes(needs)].map((route) =>
    route.scope === 'forum' ? whereAllIsShown(route, needs) : route,
  );

const whereAllIsShown = (route: Route, { parts }: Pick<OpendataNeeds, 'parts'>): Route => ({
  ...route,
  handle: async (web) => {
    if (showsLog(web.sight, parts())) return route.handle(web);
    const name = web.lang.pick(web.forum.name);
    return refused({ kind: 'not_open', message: message('errors.part_hidden', { name }) });
  },
});
