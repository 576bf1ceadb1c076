import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Answered, application, type Needs } from '#core/http/app.ts';
import type { Page } from '#core/http/route.ts';

export const ORIGIN = 'http://localhost:3000';

/** One answer before it becomes bytes, and the page that was drawn for it. */
export interface Bare {
  readonly answered: Answered;
  readonly page: Page | null;
}

type Given = Pick<Needs, 'house' | 'forums' | 'langs' | 'routes' | 'whoIs' | 'gate' | 'parts'>;

/** The real application with pages drawn bare, without their frame; a surprise is thrown. Asks for a path and its query. */
export function drawnApplication(given: Given): (path: string, init: RequestInit) => Promise<Bare> {
  let pages: Page[] = [];
  let seen: Answered | null = null;
  const app = application(
    {
      ...given,
      origin: ORIGIN,
      draw: (_web, page) => {
        pages.push(page);
        return { html: renderToString(h(Fragment, null, page.main)), styleHashes: [] };
      },
      refusalPage: (web, refusal) => ({ title: refusal.kind, main: web.lang.say(refusal.message) }),
      log: ({ error }) => {
        throw error;
      },
    },
    (answered) => {
      seen = answered;
      return new Response();
    },
  );
  return async (path, init) => {
    [pages, seen] = [[], null];
    const response = await app.fetch(new Request(`${ORIGIN}${path.replace(/#.*/, '')}`, init));
    if (!seen) throw new Error(`no answer to ${path}: ${response.status}`);
    return { answered: seen as Answered, page: pages.at(-1) ?? null };
  };
}
