import { getTop, page, type Route, refused } from '#core/http/route.ts';
import { slowedNow } from '#core/limits/limiter.ts';
import { mayRunInstallation } from '../access.ts';
import { LimitsPage } from './pages/limits.tsx';

/** What slows people down, for whoever is asked about it. */
export const limitRoutes: readonly Route[] = [
  getTop('/limits', async (web) => {
    const verdict = mayRunInstallation(web.actor);
    if (!verdict.may)
      return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
    const main = LimitsPage({ lang: web.lang, slowed: await slowedNow(web.db, web.now) });
    return page({ title: web.lang.t('home.limits.title'), noindex: true, main });
  }),
];
