import { type Answer, page, postTop, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { NOBODYS_PASSKEY, type PasskeyVerifier } from '#core/passkeys/verifier.ts';
import { idOf } from '../people/forms.ts';
import type { IdentityNeeds } from '../schema.ts';
import { arrive, browserOf } from '../sessions/entering/routes.ts';
import { goOn } from '../sessions/renewal/routes.ts';
import { sessionCookie, shortAgent } from '../sessions/rules.ts';
import { addPasskey, askPasskey, beginPasskey, enterByPasskey, removePasskey } from './commands.ts';
import { type PasskeyAnswer, passkeyAnswer } from './forms.ts';
import { NewPasskeyPage, UsePasskeyPage } from './pages/passkey.tsx';
import { passkeyByCredential, passkeysOf } from './queries.ts';

/** Coming in by a passkey, adding one, taking one away. Only where browsers hand passkeys out (https, localhost). */
export const passkeyRoutes = (needs: IdentityNeeds): readonly Route[] => [
  postTop('/sign-in/passkey', (web) => offered(needs, (judge) => usePage(web, judge))),
  postTop('/sign-in/passkey/answer', (web) => offered(needs, (judge) => used(needs, web, judge))),
  postTop('/me/passkeys/new', (web) => offered(needs, (judge) => newPage(needs, web, judge))),
  postTop('/me/passkeys', (web) => offered(needs, (judge) => added(needs, web, judge))),
  postTop('/me/passkeys/:passkey/removal', async (web) => {
    const passkey = idOf(web.params.passkey);
    if (!passkey) return refused({ kind: 'not_found', message: message('identity.passkey.none') });
    const removed = await web.perform(removePasskey, { session: own(needs, web), passkey });
    return removed.ok
      ? goOn(needs, web, removed.value, web.at('/me/ways?done=passkey_removed'))
      : refused(removed.refusal);
  }),
];

const own = (needs: IdentityNeeds, web: Web): string | null => web.cookie(sessionCookie(needs.secure));

const offered = async (needs: IdentityNeeds, draw: (judge: PasskeyVerifier) => Promise<Answer>): Promise<Answer> =>
  needs.passkeys
    ? draw(needs.passkeys)
    : refused({ kind: 'not_available', message: message('identity.passkey.not_here') });

async function usePage(web: Web, judge: PasskeyVerifier): Promise<Answer> {
  const asked = await web.perform(askPasskey, {});
  if (!asked.ok) return refused(asked.refusal);
  const { lang } = web;
  const main = UsePasskeyPage({
    lang,
    question: JSON.stringify({ kind: 'use', options: await judge.askForUse(asked.value) }),
    action: web.at('/sign-in/passkey/answer'),
    back: web.at('/sign-in'),
  });
  return page({ title: lang.t('identity.passkey.use_title'), noindex: true, secret: true, script: 'passkeys', main });
}

async function newPage(needs: IdentityNeeds, web: Web, judge: PasskeyVerifier): Promise<Answer> {
  const { actor, lang } = web;
  const begun = await web.perform(beginPasskey, { session: own(needs, web) });
  if (!begun.ok || actor.kind !== 'person')
    return refused(begun.ok ? { kind: 'sign_in', message: message('identity.refused.sign_in_first') } : begun.refusal);
  const known = await passkeysOf(web.db, actor.id);
  const options = await judge.askForNew({ challenge: begun.value, person: actor.id, name: actor.name, known });
  const main = NewPasskeyPage({
    lang,
    question: JSON.stringify({ kind: 'new', options }),
    action: web.at('/me/passkeys'),
    back: web.at('/me/ways'),
  });
  return page({ title: lang.t('identity.passkey.new_title'), noindex: true, secret: true, script: 'passkeys', main });
}

/** The browser's answer; without script, or where the device said no, there is none. */
async function answered(web: Web): Promise<PasskeyAnswer | null> {
  const posted = await web.posted();
  return posted.ok ? passkeyAnswer(posted.value.text('answer')) : null;
}

const noAnswer: Answer = refused({ kind: 'bad_input', message: message('identity.passkey.no_answer') });
const unknown: Answer = refused({ kind: 'forbidden', message: message('identity.passkey.unknown') });

async function used(needs: IdentityNeeds, web: Web, judge: PasskeyVerifier): Promise<Answer> {
  const answer = await answered(web);
  if (!answer) return noAnswer;
  const { challenge, credential } = answer;
  const kept = await passkeyByCredential(web.db, credential);
  const judged = await judge.judgeUse(answer.whole, challenge, kept ?? NOBODYS_PASSKEY);
  if (!kept || !judged) return unknown;
  const posted = await web.posted();
  const shared = posted.ok && posted.value.text('shared') === 'yes';
  const entered = await web.perform(enterByPasskey, {
    ...{ challenge, credential, seen: kept.counter, counter: judged.counter },
    ...browserOf(needs, web, shared),
  });
  return entered.ok ? arrive(needs, web, entered.value, { shared, to: web.at('') }) : refused(entered.refusal);
}

async function added(needs: IdentityNeeds, web: Web, judge: PasskeyVerifier): Promise<Answer> {
  const answer = await answered(web);
  if (!answer) return noAnswer;
  const { challenge } = answer;
  const made = await judge.judgeNew(answer.whole, challenge);
  if (!made) return unknown;
  const agent = shortAgent(web.header('user-agent'));
  const kept = await web.perform(addPasskey, { session: own(needs, web), challenge, agent, ...made });
  return kept.ok ? goOn(needs, web, kept.value, web.at('/me/ways?done=passkey_added')) : refused(kept.refusal);
}
