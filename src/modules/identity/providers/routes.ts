import { type Answer, getRoot, postTop, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { IdentityNeeds } from '../schema.ts';
import { arrive, browserOf } from '../sessions/entering/routes.ts';
import { goOn } from '../sessions/renewal/routes.ts';
import { errandCookie, sessionCookie, setCookie } from '../sessions/rules.ts';
import { beginErrand, enterByProvider, linkProvider, takeErrand, unlinkProvider } from './commands.ts';
import { LeavingPage } from './pages/leaving.tsx';

/** Where the provider sends browsers back: to be told to it once, below the public address. */
const RETURN = '/sign-in-return';

/** Coming in by an account elsewhere (OpenID Connect), linking and unlinking it. */
export const providerRoutes = (needs: IdentityNeeds): readonly Route[] => [
  postTop('/sign-in/provider', (web) => leave(needs, web, false)),
  postTop('/me/provider', (web) => leave(needs, web, true)),
  postTop('/me/provider/removal', async (web) => {
    const unlinked = await web.perform(unlinkProvider, { session: own(needs, web) });
    return unlinked.ok
      ? goOn(needs, web, unlinked.value, web.at('/me/ways?done=provider_removed'))
      : refused(unlinked.refusal);
  }),
  getRoot(RETURN, (web) => comeBack(needs, web)),
];

const own = (needs: IdentityNeeds, web: Web): string | null => web.cookie(sessionCookie(needs.secure));
const away: Answer = refused({ kind: 'not_available', message: message('identity.provider.away') });

/**
 * A page that says where one goes, with a link: our policy lets forms lead to ourselves only, and so does every
 * redirect of ours.
 */
async function leave(needs: IdentityNeeds, web: Web, link: boolean): Promise<Answer> {
  const { provider } = needs;
  if (!provider) return refused({ kind: 'not_found', message: message('identity.provider.none') });
  const begun = await provider.begin(`${needs.publicUrl}${RETURN}`);
  if (!begun) return away;
  const { url, ...errand } = begun;
  const noted = await web.perform(beginErrand, { link, session: own(needs, web), ...errand });
  if (!noted.ok) return refused(noted.refusal);
  const { lang } = web;
  const back = web.at(link ? '/me/ways' : '/sign-in');
  const leaving = {
    title: lang.t('identity.provider.leave', { name: provider.name }),
    ...{ noindex: true, secret: true },
    main: LeavingPage({ lang, name: provider.name, host: new URL(url).host, url, back }),
  };
  const cookies = [setCookie(errandCookie(needs.secure), noted.value.token, needs.secure)];
  return { kind: 'page', page: leaving, cookies };
}

/** Back from the provider: only the browser that left has the cookie, and each errand ends once. */
async function comeBack(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const { provider } = needs;
  const token = web.cookie(errandCookie(needs.secure));
  if (!provider || !token) return refused({ kind: 'gone', message: message('identity.provider.over') });
  const taken = await web.perform(takeErrand, { token });
  if (!taken.ok) return refused(taken.refusal);
  const { person_id: person, language, ...errand } = taken.value;
  const address = new URL(`${needs.publicUrl}${RETURN}${web.url.search}`);
  const identified = await provider.finish(address, errand);
  if (!identified) return away;
  const { issuer, subject, email } = identified;
  if (person) {
    const linked = await web.perform(linkProvider, { session: own(needs, web), person, issuer, subject });
    return linked.ok
      ? goOn(needs, web, linked.value, `/${language}/me/ways?done=provider_linked`)
      : refused(linked.refusal);
  }
  const entered = await web.perform(enterByProvider, { issuer, subject, email, ...browserOf(needs, web, false) });
  if (!entered.ok) return refused(entered.refusal);
  const ways = { shared: false, to: `/${language}`, asks: `/${language}/sign-in/code` };
  return arrive(needs, web, entered.value, ways);
}
