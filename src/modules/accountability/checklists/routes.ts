import type { FileStore } from '#core/files/store.ts';
import { takeUploads } from '#core/files/take.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Body, bodyBySlug } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayCheck } from './access.ts';
import { checklistsCsv } from './api.ts';
import { checkItem, seeSocialPage } from './commands.ts';
import { readCheck, readSocial } from './forms.ts';
import { ChecklistPage } from './pages/checklist-page.tsx';
import { ChecklistsList } from './pages/checklists-list.tsx';
import { CheckForm } from './pages/forms.tsx';
import { checkedBodies, checksOf, isChecked, newestChecks, socialPages } from './queries.ts';
import { checklistPath, countsOf, itemsFor } from './rules.ts';
import type { Item } from './schema.ts';

/** What bodies publish: for everybody to read, for those who check to write down at the place of the thing. */
export const checklistRoutes = (files: FileStore): readonly Route[] => [
  get('/checklists', (web) => listPage(web)),
  get('/checklists.csv', async ({ lang, db, forum, today }) => ({
    ...{ kind: 'file', type: 'text/csv; charset=utf-8', name: `${forum.slug}-checklists.csv` },
    body: checklistsCsv(
      lang,
      await bodiesIn({ lang, db, forum, today }),
      await newestChecks(db, forum.id, null),
      today,
    ),
  })),
  get('/checklists/:slug', (web) => withBody(web, (body) => bodyPage(web, body))),
  post('/checklists/:slug/social', (web) => guarded(web, () => withBody(web, (body) => see(web, body)))),
  get('/checklists/:slug/:item', (web) =>
    guarded(web, () => withItem(web, (body, item) => checkPage(web, body, item, filled(web.lang, firstValues(web))))),
  ),
  post('/checklists/:slug/:item', (web) =>
    guarded(web, () => withItem(web, (body, item) => check(files, web, body, item))),
  ),
];

const firstValues = ({ today }: Web) => ({ checked_on: today });

async function guarded(web: Web, answer: () => Promise<Answer>): Promise<Answer> {
  const verdict = mayCheck(web.actor, web.forum);
  if (verdict.may) return answer();
  return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
}

async function withBody(web: Web, then: (body: Body) => Promise<Answer>): Promise<Answer> {
  const body = await bodyBySlug(web.db, web.forum.id, web.params.slug ?? '');
  return body && isChecked(body, web.forum.id, web.today)
    ? then(body)
    : refused({ kind: 'not_found', message: message('accountability.checklists.unknown') });
}

const withItem = (web: Web, then: (body: Body, item: Item) => Promise<Answer>): Promise<Answer> =>
  withBody(web, async (body) => {
    const item = itemsFor(body.kind).find(({ key }) => key === web.params.item);
    return item
      ? then(body, item)
      : refused({ kind: 'not_found', message: message('accountability.checklists.no_item') });
  });

const crumbsOf = ({ lang, at }: Web, body?: Body) => [
  { label: lang.t('accountability.checklists.title'), href: at('/checklists') },
  ...(body ? [{ label: lang.pick(body.name), href: at(checklistPath(body.slug)) }] : []),
];

const bodiesIn = async ({ db, forum, lang, today }: Pick<Web, 'db' | 'forum' | 'lang' | 'today'>) =>
  (await checkedBodies(db, forum.id, today)).toSorted((a, b) => lang.compare(lang.pick(a.name), lang.pick(b.name)));

async function listPage(web: Web): Promise<Answer> {
  const { lang, db, forum, at, today } = web;
  const checks = await newestChecks(db, forum.id, null);
  const bodies = (await bodiesIn(web)).map(({ id, slug, name, kind }) => ({
    ...{ id, slug, name: lang.pick(name), total: itemsFor(kind).length },
    counts: countsOf(itemsFor(kind), checks.get(id) ?? new Map(), today),
  }));
  const title = lang.t('accountability.checklists.title');
  const main = ChecklistsList({ lang, at: (path: string) => at(path), bodies, shows: web.sight.shows });
  const alternates = [{ type: 'text/csv', href: at('/checklists.csv'), title: 'CSV' }];
  return page({
    title,
    description: lang.t('accountability.checklists.lede'),
    menu: 'accountability',
    main,
    alternates,
  });
}

async function bodyPage(web: Web, body: Body, social?: Filled): Promise<Answer> {
  const { lang, db, forum, at, today, actor } = web;
  const name = lang.pick(body.name);
  const checks = (await newestChecks(db, forum.id, body.id)).get(body.id);
  const main = ChecklistPage({
    ...{ lang, forum: forum.id, today, here: at(checklistPath(body.slug)), items: itemsFor(body.kind) },
    body: { name, href: web.sight.shows('places') ? at(`/bodies/${body.slug}`) : null },
    checks: checks ?? new Map(),
    pages: await socialPages(db, forum.id, body.id),
    withheld: await web.withheld(forum.id),
    social: mayCheck(actor, forum).may ? (social ?? filled(lang)) : null,
    done: web.url.searchParams.get('done') === 'checked',
  });
  // A list that nobody has begun to check is nothing to be found yet, and stands in no map of the site.
  const found = { title: name, menu: 'accountability', crumbs: crumbsOf(web), noindex: !checks };
  return page({ ...found, main }, social ? 422 : 200);
}

async function checkPage(web: Web, body: Body, item: Item, of: Filled): Promise<Answer> {
  const { lang, db, forum, at, today } = web;
  const here = at(checklistPath(body.slug));
  const main = CheckForm({
    ...{ of, item, today, body: lang.pick(body.name), action: `${here}/${item.key}`, back: here },
    before: await checksOf(db, forum.id, body.id, item.key),
  });
  const title = lang.t(`accountability.checklists.item.${item.key}`);
  const status = of.errors.length > 0 ? 422 : 200;
  return page({ title, menu: 'accountability', crumbs: crumbsOf(web, body), noindex: true, main }, status);
}

async function check(files: FileStore, web: Web, body: Body, item: Item): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const given = readCheck(posted.value, { today: web.today, language: web.lang.code });
  const copies = given.ok ? await takeUploads(files, posted.value.files('copy'), 'evidence') : given;
  const made =
    given.ok && copies.ok
      ? await web.perform(checkItem, {
          ...{ ...given.value, body: body.id, item: item.key, copy: copies.value[0] ?? null },
        })
      : copies;
  if (made.ok) return redirect(`${web.at(checklistPath(body.slug))}?done=checked#${item.block}`);
  const errors = made.refusal.fields ?? [{ field: 'found', message: made.refusal.message }];
  return checkPage(web, body, item, filled(web.lang, keep(posted.value), errors));
}

async function see(web: Web, body: Body): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const given = readSocial(posted.value, web.today);
  const made = given.ok ? await web.perform(seeSocialPage, { ...given.value, body: body.id }) : given;
  if (made.ok) return redirect(`${web.at(checklistPath(body.slug))}?done=checked#social`);
  const errors = made.refusal.fields ?? [{ field: 'social_url', message: made.refusal.message }];
  return bodyPage(web, body, filled(web.lang, keep(posted.value), errors));
}
