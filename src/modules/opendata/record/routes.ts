import { wantedLanguage } from '#core/http/language.ts';
import {
  type Answer,
  get,
  getRoot,
  getTop,
  type Page,
  type Route,
  redirect,
  refused,
  type Web,
} from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { pageOf } from '#ui/pager.tsx';
import { mayConfirm } from '../access.ts';
import type { EntryLine, OpendataNeeds } from '../schema.ts';
import { askedOf, CHOICES, sinceOf } from './forms.ts';
import { EntryPage } from './pages/entry-page.tsx';
import { HistoryPage } from './pages/history-page.tsx';
import { LogsPage } from './pages/logs-page.tsx';
import { RecordPage } from './pages/record-page.tsx';
import { entrySeen, headsOf, historySeen, keptUntil, publicForums, recordSeen } from './queries.ts';

/** Entries on one page. */
const SIZE = 50;

const chosen = (web: Web) => ({ skip: (pageOf(web.url) - 1) * SIZE, limit: SIZE });
const notFound = (): Answer => refused({ kind: 'not_found', message: message('errors.not_found_page') });

/** A page of the record, kept only until the entries that wait have their place. */
async function recordPage(web: Web, page: Page): Promise<Answer> {
  return { kind: 'page', page, ...(await keptUntil(web.db, web.forum.id, web.now)) };
}

/** The record of a forum, its entries one by one, the history of each thing; the logs of the installation. */
export const recordRoutes = (needs: OpendataNeeds): readonly Route[] => [
  get('/log', async (web) => {
    const { lang, forum, url, at } = web;
    const seen = await recordSeen(needs, web, askedOf(url.searchParams, forum.zone), chosen(web));
    const since = sinceOf(url.searchParams);
    const where = { zone: forum.zone, slug: forum.slug, at };
    const common = { lang, url, ...where, seen, page: pageOf(url), size: SIZE, since, own: CHOICES };
    const done = url.searchParams.get('done') === 'confirmed' ? lang.t('opendata.confirm.done') : null;
    const main = RecordPage({ ...common, mayConfirm: mayConfirm(web.actor, forum.id).may, done });
    return recordPage(web, {
      title: lang.t('opendata.record.title'),
      description: lang.t('opendata.record.lede'),
      main,
    });
  }),
  get('/log/:entry', async (web) => {
    const { lang, forum, at } = web;
    const seen = await entrySeen(needs, web, web.params.entry ?? '');
    if (!seen) return notFound();
    const crumbs = [{ label: lang.t('opendata.record.title'), href: at('/log') }];
    const main = EntryPage({ lang, zone: forum.zone, seen, at });
    return recordPage(web, {
      title: seen.line.sentence ?? lang.t('opendata.record.title'),
      crumbs,
      main,
      noindex: true,
    });
  }),
  get('/history/:type/:id', async (web) => {
    const { lang, forum, url } = web;
    const { type = '', id = '' } = web.params;
    if (!/^[a-z_]{1,30}$/.test(type)) return notFound();
    const seen = await historySeen(needs, web, id, chosen(web));
    // Entries of the whole country's register stand in its own record.
    const slugOf = (line: EntryLine): string => (line.row.forum === forum.id ? forum.slug : needs.reference().slug);
    const within = (line: EntryLine, path: string): string => `/${lang.code}/${slugOf(line)}${path}`;
    const own = seen.lines.find((line) => line.row.object.id === id && line.row.object.path);
    const thing = own?.row.object.path ? web.at(own.row.object.path) : null;
    const common = { lang, url, zone: forum.zone, type, seen, page: pageOf(url), size: SIZE, within, thing };
    const crumbs = [{ label: lang.t('opendata.record.title'), href: web.at('/log') }];
    return recordPage(web, {
      title: lang.t('opendata.history.title'),
      crumbs,
      main: HistoryPage(common),
      noindex: true,
    });
  }),
  getTop('/log', async (web) => {
    const { lang } = web;
    const forums = [needs.reference(), ...(await publicForums(web.db, needs))];
    const main = LogsPage({ lang, forums, heads: await headsOf(web.db, forums) });
    // It tells of several forums: no single revision says that it is fresh.
    return { kind: 'page', page: { title: lang.t('opendata.logs.title'), main }, validUntil: web.now };
  }),
  getRoot('/log', async (web) => redirect(`/${wantedLanguage(web.header('accept-language'), 'az')}/log`)),
];
