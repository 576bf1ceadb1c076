import { page, post, type Route, refused } from '#core/http/route.ts';
import { sendLetter } from '../../letters/routes.ts';
import { firstFitting } from '../../messages/rules.ts';
import { idOf } from '../../people/forms.ts';
import { crumbs, noPerson } from '../../people/routes.ts';
import type { IdentityNeeds } from '../../schema.ts';
import { makeLink } from '../commands.ts';
import { LinkPage } from '../pages/link.tsx';

/** Making a sign-in link for somebody. The answer to the press is the only page that ever shows it. */
export const linkRoutes = (needs: IdentityNeeds): readonly Route[] => [
  post('/people/:person/links', async (web) => {
    const id = idOf(web.params.person);
    if (!id) return noPerson;
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const made = await web.perform(makeLink, { person: id });
    if (!made.ok) return refused(made.refusal);
    const { token, code, expiresAt, person } = made.value;
    const [to, name] = [needs.lang(person.language), web.lang.pick(person.name)];
    const [until, back] = [to.moment(expiresAt, web.forum.zone), web.at(`/people/${person.id}`)];
    const address = `${web.origin}/${to.code}/sign-in`;
    const url = `${address}/${token}`;
    const text = firstFitting([
      to.t('identity.message.sign_in', { forum: to.pick(web.forum.name), name: to.pick(person.name), until, url }),
      to.t('identity.message.sign_in_short', { until, url }),
    ]);
    const slipTitle = to.t('identity.slip.sign_in', { name: to.pick(person.name) });
    const wanted = posted.value.text('send') === 'yes' ? person.email : null;
    const main = LinkPage({
      lang: web.lang,
      to,
      name,
      back,
      phone: person.phone,
      email: person.email,
      message: text,
      sent: await sendLetter(needs, web, wanted, slipTitle, text),
      slip: { title: slipTitle, code, address, until },
    });
    const title = web.lang.t('identity.link.title', { name });
    return page({ title, crumbs: crumbs(web, { label: name, href: back }), noindex: true, main });
  }),
];
