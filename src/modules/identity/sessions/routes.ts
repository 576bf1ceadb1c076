import { REFUSALS, type Refusal } from '#core/errors/result.ts';
import { type Answer, getTop, page, post, postTop, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { filled, keep } from '#ui/filled.ts';
import { isPerson, mayLook, refusalOf } from '../access.ts';
import { forumOfDeed } from '../deeds/queries.ts';
import { idOf } from '../people/forms.ts';
import { findPerson, rolesOfPerson } from '../people/queries.ts';
import { noPerson, wordsOf } from '../people/routes.ts';
import type { IdentityNeeds } from '../schema.ts';
import { endSession, lookAs, opens, signIn, signOut } from './commands.ts';
import { doorPage } from './door/routes.ts';
import { arrive, browserOf } from './entering/routes.ts';
import { pastedSecret } from './forms.ts';
import { MePage } from './pages/me.tsx';
import { ClosedDoorPage, PressPage } from './pages/press.tsx';
import { findLink, type Link, sessionsOf } from './queries.ts';
import { localPath, lookCookie, secretOf, sessionCookie, sessionState, setCookie, shortAgent } from './rules.ts';

/** Coming in and going out, the own page, and looking through another's eyes in a demonstration. */
export const sessionRoutes = (needs: IdentityNeeds): readonly Route[] => [
  getTop('/sign-in', async (web) => doorPage(needs, web)),
  postTop('/sign-in', (web) => pasted(needs, web)),
  getTop('/sign-in/:secret', (web) => pressPage(web)),
  postTop('/sign-in/:secret', (web) => pressed(needs, web)),
  postTop('/sign-out', (web) => leave(needs, web)),
  getTop('/me', (web) => mePage(needs, web)),
  postTop('/me/sessions/:session/closure', async (web) => {
    const session = idOf(web.params.session);
    if (!session) return refused({ kind: 'not_found', message: message('identity.refused.no_session') });
    const ended = await web.perform(endSession, { session });
    return ended.ok ? redirect(web.at('/me?done=ended')) : refused(ended.refusal);
  }),
  post('/demo/look', (web) => look(needs, web)),
];

/** Leads to the page of the pasted secret, whichever kind it is; nothing happens yet. */
async function pasted(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const secret = pastedSecret(posted.value.text('link'));
  if (!secret.ok) {
    return doorPage(needs, web, { link: filled(web.lang, keep(posted.value), secret.refusal.fields) });
  }
  const link = await findLink(web.db, secret.value);
  const deedForum = link ? null : await forumOfDeed(web.db, secret.value);
  const forum = deedForum ? needs.forum(deedForum) : null;
  return redirect(forum ? `/${web.lang.code}/${forum.slug}/deeds/${secret.value}` : web.at(`/sign-in/${secret.value}`));
}

/** Opening the link shows a button and does nothing else. */
async function pressPage(web: Web): Promise<Answer> {
  const link = await linkAsked(web);
  const found = opens(link, web.now);
  if (!found.ok) return closedDoor(web, link, found.refusal);
  const name = web.lang.pick(found.value.name);
  const main = PressPage({ of: filled(web.lang), name, action: web.url.pathname });
  // Never kept for others: it names a person, and is true only until somebody presses.
  const title = web.lang.t('identity.press.title', { name });
  return { kind: 'page', page: { title, noindex: true, main }, validUntil: web.now };
}

async function linkAsked(web: Web): Promise<Link | null> {
  const secret = secretOf(web.params.secret ?? '');
  return secret ? findLink(web.db, secret) : null;
}

const landingOf = (link: Link): string => `/${link.language}${link.landing ?? ''}`;

function closedDoor(web: Web, link: Link | null, refusal: Refusal): Answer {
  const { lang, actor } = web;
  const same = link?.usedAt && actor.kind === 'person' && actor.id === link.person;
  const main = ClosedDoorPage({
    lang,
    why: lang.say(refusal.message),
    signIn: web.at('/sign-in'),
    onward: same ? { name: actor.name, href: landingOf(link) } : null,
  });
  const title = same ? lang.t('identity.sign_in.already', { name: actor.name }) : lang.t('identity.press.closed');
  return page({ title, noindex: true, main }, same ? 200 : REFUSALS[refusal.kind]);
}

async function pressed(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const secret = secretOf(web.params.secret ?? '');
  const shared = posted.value.text('shared') === 'yes';
  const entered = await web.perform(signIn, { secret: secret ?? '', ...browserOf(needs, web, shared) });
  if (!entered.ok) return closedDoor(web, await linkAsked(web), entered.refusal);
  return arrive(needs, web, entered.value.entered, { shared, to: landingOf(entered.value.link) });
}

/** Both sessions end: the own one and the look through another's eyes. */
async function leave(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const secure = needs.secure;
  const names = [sessionCookie(secure), lookCookie(secure)];
  const left = await web.perform(signOut, { tokens: names.flatMap((name) => web.cookie(name) ?? []) });
  if (!left.ok) return refused(left.refusal);
  const cookies = names.map((name) => setCookie(name, '', secure));
  return { kind: 'redirect', to: web.at('/sign-in?done=signed_out'), cookies };
}

async function mePage(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const { actor, lang, db } = web;
  const refusal = refusalOf(actor, isPerson(actor));
  if (refusal || actor.kind !== 'person') return redirect(web.at('/sign-in'));
  const person = await findPerson(db, actor.id);
  if (!person) return noPerson;
  const roles = await rolesOfPerson(db, actor.id);
  const sessions = await sessionsOf(db, actor.id, web.cookie(sessionCookie(needs.secure)));
  const forums = new Map(
    roles.flatMap(({ forum }) => {
      const known = needs.forum(forum);
      return known && known.kind !== 'reference' ? [[forum, lang.pick(known.name)] as const] : [];
    }),
  );
  const main = MePage({
    words: { ...(await wordsOf(needs, web, [])), bodies: await bodiesOf(needs, web, roles) },
    person,
    roles,
    forums,
    sessions: sessions.filter((session) => sessionState(session, web.now) === 'live'),
    moment: (at) => lang.moment(at, web.forum.zone),
    at: web.at,
    done: doneOf(web),
  });
  return page({ title: lang.t('identity.me.title'), noindex: true, main });
}

function doneOf({ url, lang }: Web): string | null {
  const done = url.searchParams.get('done');
  if (done === 'others') return lang.t('identity.me.others_ended');
  return done === 'ended' ? lang.t('identity.me.ended') : null;
}

/** Names of the bodies of roles in several forums: each forum knows its own. */
async function bodiesOf(needs: IdentityNeeds, web: Web, roles: readonly { forum: string; body: string | null }[]) {
  const names = new Map<string, string>();
  for (const id of new Set(roles.map((role) => role.forum))) {
    const forum = needs.forum(id);
    const bodies = roles.flatMap((role) => (role.forum === id && role.body ? [role.body] : []));
    if (!forum || bodies.length === 0) continue;
    for (const [body, name] of await needs.bodyNames(web.db, forum, bodies, web.lang)) names.set(body, name);
  }
  return names;
}

/** One press in the banner: look through the eyes of a role; as resident, one is oneself again. */
async function look(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const [posted, may] = [await web.posted(), mayLook(web.forum)];
  if (!may.may) return refused({ kind: 'forbidden', message: may.reason });
  if (!posted.ok) return refused(posted.refusal);
  const [secure, role] = [needs.secure, posted.value.text('role')];
  const [name, to] = [lookCookie(secure), localPath(posted.value.text('back')) ?? web.at('')];
  const replaces = web.cookie(name);
  if (role === 'resident') {
    const left = await web.perform(signOut, { tokens: replaces ? [replaces] : [] });
    return left.ok ? { kind: 'redirect', to, cookies: [setCookie(name, '', secure)] } : refused(left.refusal);
  }
  const looked = await web.perform(lookAs, { role, agent: shortAgent(web.header('user-agent')), replaces });
  if (!looked.ok) return refused(looked.refusal);
  const { token, endsAt } = looked.value;
  return { kind: 'redirect', to, cookies: [setCookie(name, token, secure, { now: web.now, endsAt })] };
}
