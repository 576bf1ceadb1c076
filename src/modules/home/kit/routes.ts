import { getTop, page, type Route } from '#core/http/route.ts';
import { gallery, sheetSample } from '#ui/gallery.tsx';

/** The blocks of the kit with all their states, for whoever builds pages. */
export const kitRoutes = (shown: boolean): readonly Route[] =>
  shown
    ? [
        getTop('/dev/ui', async ({ lang }) => page(gallery(lang))),
        getTop('/dev/ui/sheet', async ({ lang }) => page(sheetSample(lang))),
      ]
    : [];
