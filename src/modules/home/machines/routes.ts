import { wantedLanguage } from '#core/http/language.ts';
import { getRoot, type Route, redirect, refused } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { HomeNeeds } from '../schema.ts';
import { pagesOf, sitemap } from './api.ts';

const TEXT = 'text/plain; charset=utf-8';

/** What stands at the top of the address: the choice of language, and what only machines ask for. */
export const machineRoutes = (needs: HomeNeeds): readonly Route[] => [
  getRoot('', async (web) => redirect(`/${wantedLanguage(web.header('accept-language'), 'az')}`)),
  getRoot('/healthz', async () => ({ kind: 'file', type: TEXT, body: 'ok' })),
  getRoot('/robots.txt', async (web) => ({ kind: 'file', type: TEXT, body: robots(web.origin) })),
  getRoot('/sitemap.xml', async (web) => {
    const asked = web.url.searchParams.get('part');
    const pages = await pagesOf(web.db, needs.forums(), web.now);
    const part = asked === null ? null : Number(asked);
    const whole = part === null || (Number.isInteger(part) && part >= 1);
    const body = whole ? sitemap(web.origin, pages, part) : null;
    if (body === null) return refused({ kind: 'not_found', message: message('errors.not_found_page') });
    return { kind: 'file', type: 'application/xml; charset=utf-8', body };
  }),
];

/** Everything public may be found; forms, desks and personal links may not be walked through. */
const robots = (origin: string): string =>
  ['User-agent: *', 'Disallow: /*/sign-in/', 'Disallow: /*/*/deeds/', '', `Sitemap: ${origin}/sitemap.xml`, ''].join(
    '\n',
  );
