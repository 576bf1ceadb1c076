import { getTop, page, type Route } from '#core/http/route.ts';
import { PROSE, type ProseName, ProsePage } from './pages/prose.tsx';

/** The pages that explain what this is, how it counts, for whom it works and what it keeps. */
export const proseRoutes: readonly Route[] = (Object.keys(PROSE) as readonly ProseName[]).map((name) =>
  getTop(`/${name}`, async ({ lang }) =>
    page({
      title: lang.t(`home.${name}.title`),
      description: lang.t(`home.${name}.lede`),
      main: ProsePage({ lang, name }),
    }),
  ),
);
