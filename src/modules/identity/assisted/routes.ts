import type { Forum } from '#core/forum.ts';
import { type Answer, get, page, post, postTop, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayAssist } from '../access.ts';
import { findPerson } from '../people/queries.ts';
import { guarded } from '../people/routes.ts';
import { noteReading } from '../readings/commands.ts';
import type { IdentityNeeds } from '../schema.ts';
import { signOut } from '../sessions/commands.ts';
import { lookCookie, sessionCookie, setCookie } from '../sessions/rules.ts';
import { endAssisted, startAssisted } from './commands.ts';
import { assistedForm } from './forms.ts';
import { AssistedFormPage } from './pages/assisted-form.tsx';
import { SlipPage } from './pages/slip.tsx';
import { assistables } from './queries.ts';
import { assistCookie } from './rules.ts';

/** A helper begins to act for somebody who is present, and ends it with a receipt. */
export const assistedRoutes = (needs: IdentityNeeds): readonly Route[] => [
  get('/assisted/new', (web) => guarded(web, () => formPage(needs, web), mayAssist)),
  post('/assisted', (web) => begin(needs, web)),
  // Below the language, not below a forum: the strip with this button stands on every page.
  postTop('/assisted/closure', (web) => end(needs, web)),
];

async function formPage(needs: IdentityNeeds, web: Web, of?: Filled): Promise<Answer> {
  const { lang, db, forum, actor, today } = web;
  const people = await assistables(db, forum.id, today, actor.kind === 'person' ? actor.id : '');
  const bodies = await needs.bodyNames(
    db,
    forum,
    people.flatMap((person) => person.bodies),
    lang,
  );
  const options = people.map(({ id, name, bodies: of }) => ({
    value: id,
    label: [lang.pick(name), ...of.flatMap((body) => bodies.get(body) ?? [])].join(', '),
  }));
  const main = AssistedFormPage({
    of: of ?? filled(lang, { minutes: '30' }),
    people: options.toSorted((a, b) => lang.compare(a.label, b.label)),
    action: web.at('/assisted'),
    back: web.at('/desk'),
  });
  return page({ title: lang.t('identity.assisted.title'), noindex: true, main }, of ? 422 : 200);
}

async function begin(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const asked = assistedForm(posted.value);
  const begun = asked.ok ? await web.perform(startAssisted, asked.value) : asked;
  if (!begun.ok) {
    if (!begun.refusal.fields) return refused(begun.refusal);
    const of = filled(web.lang, keep(posted.value), begun.refusal.fields);
    return guarded(web, () => formPage(needs, web, of), mayAssist);
  }
  const person = asked.ok ? asked.value.person : null;
  if (person) await noteReading(web, [person], 'identity.assisted.reading');
  const cookies = [setCookie(assistCookie(needs.secure), begun.value.token, needs.secure)];
  return { kind: 'redirect', to: web.at(person ? '/desk' : ''), cookies };
}

/** The receipt is shown once; the cookie is gone with this answer, and nothing of it is kept by any browser. */
async function end(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const { secure } = needs;
  const over = { kind: 'gone', message: message('identity.assisted.refused_over') } as const;
  const token = web.cookie(assistCookie(secure));
  const gone = setCookie(assistCookie(secure), '', secure);
  const ended = token ? await web.perform(endAssisted, { token }) : null;
  if (!ended) return refused(over);
  if (!ended.ok) return { kind: 'redirect', to: web.at(''), cookies: [gone] };
  const forum = needs.forum(ended.value.forum);
  if (!forum) return refused(over);
  const out = posted.value.text('out') === 'yes';
  const names = [sessionCookie(secure), lookCookie(secure)];
  if (out) await web.perform(signOut, { tokens: names.flatMap((name) => web.cookie(name) ?? []) });
  const cookies = [gone, ...(out ? names.map((name) => setCookie(name, '', secure)) : [])];
  return { kind: 'page', page: await slipPage(needs, web, forum, ended.value, out), cookies };
}

type Ended = Omit<Parameters<typeof SlipPage>[0], 'to' | 'forum' | 'address' | 'from' | 'until' | 'next'> & {
  readonly person: string | null;
  readonly startedAt: Date;
};

async function slipPage(needs: IdentityNeeds, web: Web, forum: Forum, ended: Ended, out: boolean) {
  const person = ended.person ? await findPerson(web.db, ended.person) : null;
  const to = person ? needs.lang(person.language) : web.lang;
  const base = `/${to.code}/${forum.slug}`;
  const main = SlipPage({
    to,
    forum: { ...forum, name: to.pick(forum.name), motto: to.pick(forum.motto) },
    code: ended.code,
    address: `${web.origin}${base}/receipts`,
    from: to.moment(ended.startedAt, forum.zone),
    until: to.moment(web.now, forum.zone),
    deeds: ended.deeds,
    next: out
      ? { href: `/${web.lang.code}`, label: web.lang.t('identity.deed.home') }
      : { href: `/${web.lang.code}/${forum.slug}/desk`, label: web.lang.t('identity.assisted.back') },
  });
  return { title: to.t('identity.assisted.slip.receipt'), bare: true, noindex: true, secret: true, main };
}
