import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { MESSAGE_SCRIPT } from '#ui/message.tsx';
import { mayMakeDeedLink } from '../access.ts';
import { sendLetter } from '../letters/routes.ts';
import { firstFitting } from '../messages/rules.ts';
import { idOf } from '../people/forms.ts';
import { actingFor } from '../people/queries.ts';
import { guarded } from '../people/routes.ts';
import type { IdentityNeeds } from '../schema.ts';
import { secretOf } from '../sessions/rules.ts';
import type { DeedCommands, DeedMade } from './commands.ts';
import { linkForm } from './forms.ts';
import { ClosedDeedPage, DeedPage } from './pages/deed.tsx';
import { DeedHandoutPage, DeedLinkFormPage } from './pages/deed-link.tsx';
import { findDeed } from './queries.ts';
import { deedState } from './rules.ts';
import { deedForm } from './schema.ts';

/** One-deed links: opening one, making one, taking one back. */
export const deedRoutes = (needs: IdentityNeeds, commands: DeedCommands): readonly Route[] => [
  get('/deeds/:secret', (web) => deedPage(needs, web)),
  get('/people/deeds/new', (web) => guarded(web, () => formPage(needs, web, web.url.searchParams), mayMakeDeedLink)),
  post('/people/deeds', (web) => make(needs, commands, web)),
  post('/people/deeds/:deed/closure', async (web) => {
    const deed = idOf(web.params.deed);
    if (!deed) return refused({ kind: 'not_found', message: message('identity.refused.deed_unknown') });
    const withdrawn = await web.perform(commands.withdrawDeed, { deed });
    return withdrawn.ok ? redirect(web.at('/people?done=withdrawn')) : refused(withdrawn.refusal);
  }),
];

const WHY = {
  used: message('identity.refused.deed_used'),
  withdrawn: message('identity.refused.deed_withdrawn'),
  expired: message('identity.refused.deed_expired'),
} as const;

/** What the link is for and the way to its form; nothing happens by opening it. */
async function deedPage(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const { lang, forum } = web;
  const secret = secretOf(web.params.secret ?? '');
  const deed = secret ? await findDeed(web.db, forum.id, secret) : null;
  if (!deed || !secret) return closed(web, null, message('identity.refused.deed_unknown'), 404);
  const purpose = lang.say(deed.purpose);
  const state = deedState(deed, web.now);
  if (state !== 'open') return closed(web, purpose, WHY[state], 410);
  const main = DeedPage({
    lang,
    purpose,
    body: await bodyName(needs, web, deed.body),
    until: lang.moment(deed.expiresAt, forum.zone),
    form: web.at(deedForm(deed.formPath, secret)),
  });
  // Never kept for others: true only until somebody does the deed.
  return { kind: 'page', page: { title: purpose, noindex: true, main }, validUntil: web.now };
}

function closed(web: Web, purpose: string | null, why: Message, status: number): Answer {
  const main = ClosedDeedPage({ lang: web.lang, purpose, why: web.lang.say(why), home: web.at('') });
  return page({ title: web.lang.t('identity.press.closed'), noindex: true, main }, status);
}

async function bodyName(needs: IdentityNeeds, web: Web, body: string | null): Promise<string | null> {
  if (!body) return null;
  return (await needs.bodyNames(web.db, web.forum, [body], web.lang)).get(body) ?? null;
}

const describe = async (needs: IdentityNeeds, web: Web, command: string, object: string) =>
  (await needs
    .deedKinds()
    .find((kind) => kind.command === command)
    ?.describe(web.db, web.forum, object)) ?? null;

const nothing: Answer = refused({ kind: 'not_found', message: message('identity.refused.deed_nothing') });

/** Which deed stands in the address, or in the hidden fields of a refused try. */
interface Source {
  get(name: string): string | null;
}

async function formPage(needs: IdentityNeeds, web: Web, from: Source, of?: Filled): Promise<Answer> {
  const { lang, forum } = web;
  const [command, object] = [from.get('command') ?? '', idOf(from.get('object') ?? '')];
  const described = object ? await describe(needs, web, command, object) : null;
  if (!described || !object) return nothing;
  const people = described.body
    ? await actingFor(web.db, { forum: forum.id, body: described.body, today: web.today })
    : [];
  const purpose = lang.say(described.purpose);
  const main = DeedLinkFormPage({
    of: of ?? filled(lang, { language: forum.languages[0] ?? 'az' }),
    purpose,
    body: await bodyName(needs, web, described.body),
    people: people.map((person) => ({ value: person.id, label: lang.pick(person.name) })),
    languages: LANGUAGES.map((code) => ({ value: code, label: lang.t(`core.language.${code}`) })),
    action: web.at('/people/deeds'),
    hidden: { command, object },
    back: web.at(described.formPath),
  });
  return page({ title: lang.t('identity.deeds.make'), noindex: true, main }, of ? 422 : 200);
}

async function make(needs: IdentityNeeds, commands: DeedCommands, web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const asked = linkForm(posted.value);
  if (!asked) return nothing;
  const { language, send, ...wanted } = asked;
  const made = await web.perform(commands.makeDeed, wanted);
  if (made.ok) return handout(needs, web, made.value, language, send);
  if (!made.refusal.fields) return refused(made.refusal);
  const from = { get: (name: string) => posted.value.text(name) };
  const of = filled(web.lang, keep(posted.value), made.refusal.fields);
  return guarded(web, () => formPage(needs, web, from, of), mayMakeDeedLink);
}

async function handout(
  needs: IdentityNeeds,
  web: Web,
  made: DeedMade,
  language: LanguageCode,
  send: boolean,
): Promise<Answer> {
  const { lang, forum } = web;
  const { described, receiver, expiresAt, path, code } = made;
  const to = needs.lang(receiver?.language ?? language);
  const [until, purpose] = [to.moment(expiresAt, forum.zone), to.say(described.purpose)];
  const origin = web.origin;
  const url = `${origin}/${to.code}/${forum.slug}${path}`;
  const text = firstFitting([
    to.t('identity.message.deed', { forum: to.pick(forum.name), purpose, until, url }),
    to.t('identity.message.deed_short', { until, url }),
  ]);
  const sent = await sendLetter(needs, web, send ? (receiver?.email ?? null) : null, purpose, text);
  const main = DeedHandoutPage({
    lang,
    to,
    purpose: lang.say(described.purpose),
    back: web.at(described.formPath),
    phone: receiver?.phone ?? null,
    email: receiver?.email ?? null,
    message: text,
    sent,
    slip: { title: purpose, code, address: `${origin}/${to.code}/sign-in`, until },
  });
  return page({ title: lang.t('identity.deeds.made'), noindex: true, script: MESSAGE_SCRIPT, main });
}
