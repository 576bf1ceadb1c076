import { type Actor, holds } from '#core/actor.ts';
import { firstLevel } from '#core/caution/level.ts';
import type { Forum } from '#core/forum.ts';
import {
  type Answer,
  getTop,
  type Page,
  page,
  postTop,
  type Route,
  redirect,
  refused,
  type Web,
} from '#core/http/route.ts';
import { isOpen, isShownPart, type Openness } from '#core/opening/openness.ts';
import { isInside } from '#core/opening/sight.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayRunInstallation } from '../access.ts';
import { dutiesSeen } from '../duties/queries.ts';
import { allAnswered } from '../duties/rules.ts';
import { opennessOfAll } from '../opening/queries.ts';
import type { HomeNeeds } from '../schema.ts';
import { openForum } from './commands.ts';
import { newForum } from './forms.ts';
import { ForumFormPage } from './pages/forum-form.tsx';
import { type ForumSeen, ForumsPage } from './pages/forums.tsx';
import { StartPage, type Way } from './pages/start.tsx';
import { figuresOf } from './queries.ts';

/** Shows forums other than its own: never kept, because their changes do not raise this page's revision. */
const fresh = (web: Web, shown: Page): Answer => ({ kind: 'page', page: shown, validUntil: web.now });

const isRemoved = (web: Web): boolean => web.url.searchParams.get('done') === 'removed';

const addressOf = (web: Web, forum: Pick<Forum, 'slug'>): string => `/${web.lang.code}/${forum.slug}`;

/** The first page of a language: the question, the one forum, or all of them. */
const home = (needs: HomeNeeds): Route =>
  getTop('', async (web) => {
    const forums = needs.forums();
    const [first] = forums;
    if (!first) return fresh(web, await startPage(needs, web));
    const alone = forums.length === 1 && first.kind === 'living' && !first.demonstration;
    if (alone) return redirect(addressOf(web, first));
    const seen: ForumSeen[] = [];
    const openness = await opennessOfAll(web.db, forums);
    for (const forum of forums) seen.push(await seenBy(web, forum, openness.get(forum.id)!));
    const { lang } = web;
    const operates = mayRunInstallation(web.actor).may;
    const invented = forums.find((forum) => forum.demonstration);
    const main = ForumsPage({
      lang,
      forums: seen,
      openNew: operates ? web.at('/forums/new') : null,
      remove: operates && invented ? `${addressOf(web, invented)}/demo/removal` : null,
      begin: web.at('/start'),
      removed: isRemoved(web),
    });
    return fresh(web, { title: lang.t('home.forums.title'), description: lang.t('home.forums.lede'), main });
  });

const NO_FIGURES = { plans: 0, measures: 0, late: 0 } as const;

/** A forum in a few lines: of one that is not open, strangers learn its name and its day. */
async function seenBy(web: Web, forum: Forum, openness: Openness): Promise<ForumSeen> {
  const inside = isInside(web.actor, forum);
  const { name, demonstration } = forum;
  const kind = forum.kind === 'record' ? 'record' : 'living';
  const base = { name, demonstration, kind, href: addressOf(web, forum) } as const;
  const waits = openness.opened ? null : { opensOn: openness.opensOn };
  if (!inside && !isOpen(openness)) return { ...base, ...NO_FIGURES, motto: {}, hidden: true, waits };
  const hidden = !inside && !isShownPart(openness, 'plans');
  const figures = hidden ? NO_FIGURES : await figuresOf(web.db, forum, web.now);
  return { ...base, ...figures, motto: forum.motto, hidden, waits };
}

const startPage = async (needs: HomeNeeds, web: Web): Promise<Page> => {
  const { lang } = web;
  const asked = mayRunInstallation(web.actor).may && !allAnswered(await dutiesSeen(web.db, web.forum));
  const duties = asked ? web.at('/duties') : null;
  const main = StartPage({ lang, duties, ways: waysOf(needs, web), removed: isRemoved(web) });
  return { title: lang.t('home.start.question'), description: lang.t('home.start.lede'), main };
};

/** Where each answer leads this visitor: into their own forum, to opening one, or to signing in. */
function waysOf(needs: HomeNeeds, web: Web) {
  const forums = needs.forums();
  const signIn: Way = { kind: 'sign_in', href: web.at('/sign-in') };
  const operates = mayRunInstallation(web.actor).may;
  const own = forums.find((forum) => forum.kind === 'living' && !forum.demonstration && keeps(web.actor, forum));
  const open: Way = operates ? { kind: 'page', href: web.at('/forums/new') } : signIn;
  const into = (path: string): Way => (own ? { kind: 'page', href: `${addressOf(web, own)}${path}` } : open);
  const shown = forums.find((forum) => forum.demonstration && forum.kind === 'living');
  const press: Way | null = needs.loadExample && operates ? { kind: 'press', action: web.at('/demonstration') } : null;
  const example: Way | null = shown ? { kind: 'page', href: addressOf(web, shown) } : press;
  const [plan, members, meeting] = [into('/plans/import'), into('/places/import'), into('/meetings/new')];
  return { plan, members, meeting, nothing: open, example };
}

const keeps = (actor: Actor, forum: Forum): boolean =>
  holds(actor, 'coordinator', forum.id) || holds(actor, 'secretary', forum.id);

function formPage(web: Web, of: Filled, status: number): Answer {
  const verdict = mayRunInstallation(web.actor);
  if (!verdict.may)
    return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
  const main = ForumFormPage({ of, action: web.at('/forums'), back: web.at('') });
  return page({ title: web.lang.t('home.forum.new'), main, noindex: true }, status);
}

const open = (needs: HomeNeeds): Route =>
  postTop('/forums', async (web) => {
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const again = (errors: Filled['errors']) => formPage(web, filled(web.lang, keep(posted.value), errors), 422);
    const forum = newForum(posted.value, web.forum.country);
    if (!forum.ok) return again(forum.refusal.fields ?? []);
    const opened = await web.perform(openForum, { ...forum.value, kind: 'living' as const, demonstration: false });
    if (!opened.ok) return opened.refusal.fields ? again(opened.refusal.fields) : refused(opened.refusal);
    await needs.reloadForums();
    return redirect(`${addressOf(web, opened.value)}?done=opened`);
  });

export const forumRoutes = (needs: HomeNeeds): readonly Route[] => [
  home(needs),
  getTop('/start', async (web) => fresh(web, await startPage(needs, web))),
  getTop('/forums/new', async (web) =>
    formPage(web, filled(web.lang, { motif: '1', caution: firstLevel(web.forum.country) }), 200),
  ),
  open(needs),
];
