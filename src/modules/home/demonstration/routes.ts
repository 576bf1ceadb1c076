import { get, page, post, postTop, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { filled } from '#ui/filled.ts';
import { mayRunInstallation } from '../access.ts';
import type { HomeNeeds } from '../schema.ts';
import type { DemonstrationCommands } from './commands.ts';
import { RemovalPage } from './pages/removal.tsx';

const confirmation = (needs: HomeNeeds): Route =>
  get('/demo/removal', async (web) => {
    const verdict = mayRunInstallation(web.actor);
    if (!verdict.may)
      return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
    const { lang } = web;
    const forums = needs.forums().filter((forum) => forum.demonstration);
    const main = RemovalPage({
      of: filled(lang),
      action: web.at('/demo/removal'),
      back: web.at(''),
      forums: forums.map((forum) => lang.pick(forum.name)),
    });
    return page({ title: lang.t('home.demo.title'), main, noindex: true });
  });

const removal = (needs: HomeNeeds, commands: DemonstrationCommands): Route =>
  post('/demo/removal', async (web) => {
    const removed = await web.perform(commands.removeDemonstration, {});
    if (!removed.ok) return refused(removed.refusal);
    await needs.reloadForums();
    return redirect(`/${web.lang.code}?done=removed`);
  });

/** Brings the example into an installation that has none: "nothing, show me the example". */
const example = (needs: HomeNeeds, commands: DemonstrationCommands): Route =>
  postTop('/demonstration', async (web: Web) => {
    const asked = await web.perform(commands.askExample, {});
    if (!asked.ok) return refused(asked.refusal);
    if (needs.loadExample) await needs.loadExample(web.lang.code);
    await needs.reloadForums();
    return redirect(`/${web.lang.code}`);
  });

export const demonstrationRoutes = (needs: HomeNeeds, commands: DemonstrationCommands): readonly Route[] => [
  confirmation(needs),
  removal(needs, commands),
  example(needs, commands),
];
