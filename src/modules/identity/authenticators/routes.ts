import { type Answer, getTop, page, postTop, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { isPerson, refusalOf } from '../access.ts';
import type { IdentityNeeds } from '../schema.ts';
import { arrive } from '../sessions/entering/routes.ts';
import { goOn, renewedCookie } from '../sessions/renewal/routes.ts';
import { sessionCookie, shortAgent, thresholdCookie } from '../sessions/rules.ts';
import {
  beginAuthenticator,
  confirmAuthenticator,
  passThreshold,
  removeAuthenticator,
  renewRecoveries,
  type WithCodes,
} from './commands.ts';
import { AuthenticatorPage, AuthenticatorRemovalPage, RecoveriesRenewalPage } from './pages/authenticator.tsx';
import { RecoveriesPage } from './pages/recoveries.tsx';
import { ThresholdPage } from './pages/threshold.tsx';
import { pendingAuthenticator, standingAuthenticator, waitingAt } from './queries.ts';
import { addressFor, inGroups } from './rules.ts';

/** The second step: setting an app up, saying its code at sign-in, taking it away. */
export const authenticatorRoutes = (needs: IdentityNeeds): readonly Route[] => [
  getTop('/sign-in/code', (web) => thresholdPage(needs, web)),
  postTop('/sign-in/code', (web) => passed(needs, web)),
  postTop('/me/authenticator', async (web) => {
    const begun = await web.perform(beginAuthenticator, { session: own(needs, web) });
    return begun.ok ? redirect(web.at('/me/authenticator')) : refused(begun.refusal);
  }),
  getTop('/me/authenticator', (web) => setUpPage(needs, web)),
  postTop('/me/authenticator/confirmation', (web) => confirmed(needs, web)),
  getTop('/me/authenticator/removal', (web) => removalPage(web)),
  postTop('/me/authenticator/removal', (web) => removed(needs, web)),
  getTop('/me/authenticator/recoveries', (web) => renewalPage(web)),
  postTop('/me/authenticator/recoveries', (web) => renewed(needs, web)),
];

const own = (needs: IdentityNeeds, web: Web): string | null => web.cookie(sessionCookie(needs.secure));

async function thresholdPage(needs: IdentityNeeds, web: Web, of?: Filled): Promise<Answer> {
  const token = web.cookie(thresholdCookie(needs.secure));
  const waiting = token ? await waitingAt(web.db, token, web.now) : null;
  if (!waiting) return refused({ kind: 'gone', message: message('identity.threshold.over') });
  const main = ThresholdPage({ of: of ?? filled(web.lang), action: web.at('/sign-in/code'), back: web.at('/sign-in') });
  const title = web.lang.t('identity.threshold.title');
  return page({ title, noindex: true, secret: true, main }, of ? 422 : 200);
}

async function passed(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const token = web.cookie(thresholdCookie(needs.secure)) ?? '';
  // Who knows the password could wait at ever new thresholds: codes are counted by the account, too.
  const waiting = await waitingAt(web.db, token, web.now);
  const slow = waiting && (await web.tryEnter(waiting.person));
  if (slow) return refused(slow);
  const told = await web.perform(passThreshold, {
    token,
    code: posted.value.text('code').slice(0, 60),
    agent: shortAgent(web.header('user-agent')),
    replaces: own(needs, web),
  });
  if (!told.ok) return refused(told.refusal);
  if (told.value.kind === 'over') return refused({ kind: 'gone', message: message('identity.threshold.over') });
  if (told.value.kind === 'wrong') {
    const wrong = { field: 'code', message: message('identity.authenticator.wrong_code') };
    return thresholdPage(needs, web, filled(web.lang, {}, [wrong]));
  }
  const { entered, shared, landing } = told.value;
  return arrive(needs, web, entered, { shared, to: web.at(landing ?? '') });
}

/** What the person is called in the app: the address, else the name. */
async function setUpPage(needs: IdentityNeeds, web: Web, of?: Filled): Promise<Answer> {
  const { actor, lang } = web;
  const refusal = refusalOf(actor, isPerson(actor));
  if (refusal || actor.kind !== 'person') return refusal ? refused(refusal) : redirect(web.at('/sign-in'));
  const pending = await pendingAuthenticator(web.db, actor.id, web.now);
  if (!pending) return redirect(web.at('/me/ways'));
  const main = AuthenticatorPage({
    of: of ?? filled(lang),
    secret: inGroups(pending.secret),
    address: addressFor(pending.secret, new URL(needs.publicUrl).host, actor.name),
    action: web.at('/me/authenticator/confirmation'),
    back: web.at('/me/ways'),
  });
  return page({ title: lang.t('identity.authenticator.title'), noindex: true, secret: true, main }, of ? 422 : 200);
}

async function confirmed(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const code = posted.value.text('code').slice(0, 60);
  const made = await web.perform(confirmAuthenticator, { session: own(needs, web), code });
  if (!made.ok && made.refusal.fields)
    return setUpPage(needs, web, filled(web.lang, keep(posted.value), made.refusal.fields));
  if (!made.ok) return refused(made.refusal);
  return codesPage(needs, web, made.value, web.lang.t('identity.recovery.lede'));
}

/** The codes themselves, this once; the answer carries the fresh session. */
function codesPage(needs: IdentityNeeds, web: Web, { codes, renewed }: WithCodes, lede: string): Answer {
  const main = RecoveriesPage({
    ...{ lang: web.lang, lede },
    codes: codes.map((one) => one.match(/.{4}/g)?.join('-') ?? one),
    site: new URL(needs.publicUrl).host,
    back: web.at('/me/ways'),
  });
  const shown = { title: web.lang.t('identity.recovery.title'), noindex: true, secret: true, main };
  return { kind: 'page', page: shown, cookies: [renewedCookie(needs.secure, web, renewed)] };
}

/** A page that asks for a code before it does something to the app that is there. */
async function codeAsked(web: Web, draw: () => Answer): Promise<Answer> {
  const { actor } = web;
  const refusal = refusalOf(actor, isPerson(actor));
  if (refusal || actor.kind !== 'person') return refusal ? refused(refusal) : redirect(web.at('/sign-in'));
  return (await standingAuthenticator(web.db, actor.id)) ? draw() : redirect(web.at('/me/ways'));
}

const removalPage = (web: Web, of?: Filled): Promise<Answer> =>
  codeAsked(web, () => {
    const [form, title] = [of ?? filled(web.lang), web.lang.t('identity.authenticator.removal_title')];
    const [action, back] = [web.at('/me/authenticator/removal'), web.at('/me/ways')];
    const main = AuthenticatorRemovalPage({ of: form, action, back });
    return page({ title, noindex: true, main }, of ? 422 : 200);
  });

async function removed(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const slow = await slowed(web);
  if (slow) return refused(slow);
  const code = posted.value.text('code').slice(0, 60);
  const gone = await web.perform(removeAuthenticator, { session: own(needs, web), code });
  if (gone.ok) return goOn(needs, web, gone.value, web.at('/me/ways?done=authenticator_removed'));
  const { fields } = gone.refusal;
  return fields ? removalPage(web, filled(web.lang, keep(posted.value), fields)) : refused(gone.refusal);
}

/** Six digits can be guessed by who has the phone and patience: tries are counted as those of signing in are. */
const slowed = (web: Web) => (web.actor.kind === 'person' ? web.tryEnter(web.actor.id) : null);

const renewalPage = (web: Web, of?: Filled): Promise<Answer> =>
  codeAsked(web, () => {
    const [form, title] = [of ?? filled(web.lang), web.lang.t('identity.recovery.renewal_title')];
    const [action, back] = [web.at('/me/authenticator/recoveries'), web.at('/me/ways')];
    const main = RecoveriesRenewalPage({ of: form, action, back });
    return page({ title, noindex: true, main }, of ? 422 : 200);
  });

async function renewed(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const slow = await slowed(web);
  if (slow) return refused(slow);
  const code = posted.value.text('code').slice(0, 60);
  const made = await web.perform(renewRecoveries, { session: own(needs, web), code });
  if (made.ok) return codesPage(needs, web, made.value, web.lang.t('identity.recovery.anew'));
  const { fields } = made.refusal;
  return fields ? renewalPage(web, filled(web.lang, {}, fields)) : refused(made.refusal);
}
