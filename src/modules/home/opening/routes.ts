import type { Command } from '#core/command.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayOpen } from '../access.ts';
import type { HomeNeeds } from '../schema.ts';
import type { OpeningCommands } from './commands.ts';
import { cautionLevel, openingDay } from './forms.ts';
import { OpeningPage } from './pages/opening.tsx';
import { ShownPage } from './pages/shown.tsx';
import { openingSeen } from './queries.ts';

const DONE = ['announced', 'shown', 'hidden', 'opened', 'kept', 'given', 'caution'] as const;

async function openingPage(needs: HomeNeeds, web: Web, of: Filled, status = 200): Promise<Answer> {
  const verdict = mayOpen(web.actor, web.forum.id);
  if (!verdict.may)
    return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
  const { lang, forum, at, url } = web;
  const seen = await openingSeen(web.db, forum, needs.parts());
  const did = DONE.find((one) => one === url.searchParams.get('done'));
  const main = OpeningPage({
    ...{ lang, of, seen, at },
    changeable: forum.kind === 'living' && !forum.demonstration,
    done: did ? lang.t(`home.opening.done_${did}`) : null,
  });
  return page({ title: lang.t('home.opening.title'), main, noindex: true }, status);
}

const values = (web: Web) => ({
  opens_on: web.sight.openness.opensOn ?? '',
  caution: web.sight.openness.level,
});

/** One press: the deed, then back to the page, which says what happened. */
async function press<I, O>(web: Web, deed: Command<I, O>, input: I, did: (typeof DONE)[number]): Promise<Answer> {
  const pressed = await web.perform(deed, input);
  return pressed.ok ? redirect(web.at(`/opening?done=${did}`)) : refused(pressed.refusal);
}

/** The way of a forum to the public, and the page that says what is shown to whom. */
export const openingRoutes = (needs: HomeNeeds, commands: OpeningCommands): readonly Route[] => [
  get('/opening', (web) => openingPage(needs, web, filled(web.lang, values(web)))),
  post('/opening', (web) => press(web, commands.openToAll, {}, 'opened')),
  post('/opening/announcements', async (web) => {
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const day = openingDay(posted.value);
    const made = day.ok ? await web.perform(commands.announceOpening, { opensOn: day.value }) : day;
    if (made.ok) return redirect(web.at('/opening?done=announced'));
    if (!made.refusal.fields) return refused(made.refusal);
    const of = filled(web.lang, { ...values(web), ...keep(posted.value) }, made.refusal.fields);
    return openingPage(needs, web, of, 422);
  }),
  post('/opening/parts', async (web) => {
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const shown = posted.value.text('shown') === 'yes';
    return press(web, commands.showPart, { part: posted.value.text('part'), shown }, shown ? 'shown' : 'hidden');
  }),
  post('/opening/kept', async (web) => {
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    return press(web, commands.keepBack, { type: posted.value.text('type'), id: posted.value.text('id') }, 'kept');
  }),
  post('/opening/kept/:withholding/restoration', (web) =>
    press(web, commands.giveBack, { withholding: web.params.withholding ?? '' }, 'given'),
  ),
  post('/opening/caution', async (web) => {
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const level = cautionLevel(posted.value, web.sight.openness.level);
    return level.ok ? press(web, commands.setCaution, { level: level.value }, 'caution') : refused(level.refusal);
  }),
  get('/shown', async ({ lang, sight, forum }) => {
    const main = ShownPage({ lang, data: needs.data(), level: sight.openness.level, name: lang.pick(forum.name) });
    return page({ title: lang.t('home.shown.title'), description: lang.t('home.shown.lede'), main });
  }),
];
