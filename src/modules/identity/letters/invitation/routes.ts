import { REFERENCE } from '#core/forum.ts';
import { type Answer, type Crumb, page, redirect, type Web } from '#core/http/route.ts';
import { MESSAGE_SCRIPT } from '#ui/message.tsx';
import { firstFitting } from '../../messages/rules.ts';
import { heldName } from '../../people/pages/parts/held.tsx';
import { rolesOfPerson } from '../../people/queries.ts';
import { roleState } from '../../people/rules.ts';
import type { IdentityNeeds, Person, Secret } from '../../schema.ts';
import { LinkPage } from '../../sessions/pages/link.tsx';

/** What the letter or the slip of a fresh link says. */
interface Invitation {
  readonly made: Secret & { readonly person: Person };
  readonly crumbs: readonly Crumb[];
}

/** Sends a fresh link as an invitation. The coordinator sees it only when the letter did not go out. */
export async function invite(needs: IdentityNeeds, web: Web, invitation: Invitation): Promise<Answer> {
  const { person, token, code, expiresAt } = invitation.made;
  const to = needs.lang(person.language);
  const [forum, name, until] = [to.pick(web.forum.name), to.pick(person.name), to.moment(expiresAt, web.forum.zone)];
  const address = `${web.origin}/${to.code}/sign-in`;
  const letter = {
    to: person.email ?? '',
    subject: to.t('identity.invitation.subject', { forum }),
    text: to.t('identity.invitation.text', {
      ...{ name, forum, until, code, address, url: `${address}/${token}` },
      roles: await rolesInWords(needs, web, person),
    }),
  };
  const sent = await needs.mailer.send(letter, web.now);
  if (sent.ok) return redirect(web.at(`/people/${person.id}?done=invited#link`));
  const why = web.lang.t('identity.handout.not_sent', { why: web.lang.say(sent.refusal.message) });
  return handedOver(needs, web, invitation, why);
}

/** "Executor, Example ExCom": what the person is invited as, in their language. */
async function rolesInWords(needs: IdentityNeeds, web: Web, person: Person): Promise<string> {
  const [lang, all] = [needs.lang(person.language), await rolesOfPerson(web.db, person.id)];
  const roles = all.filter(
    (role) => [web.forum.id, REFERENCE].includes(role.forum) && ['held', 'future'].includes(roleState(role, web.today)),
  );
  const ids = roles.flatMap((role) => role.body ?? []);
  const bodies = await needs.bodyNames(web.db, web.forum, ids, lang);
  const words = { lang, declared: needs.roles(), bodies, today: web.today };
  return roles.map((role) => heldName(words, role)).join('; ');
}

/** The answer to the press is the only page that ever shows the link: a message to copy and a slip to print. */
export function handedOver(needs: IdentityNeeds, web: Web, invitation: Invitation, sent: string | null): Answer {
  const { token, code, expiresAt, person } = invitation.made;
  const [to, name] = [needs.lang(person.language), web.lang.pick(person.name)];
  const [until, back] = [to.moment(expiresAt, web.forum.zone), web.at(`/people/${person.id}`)];
  const address = `${web.origin}/${to.code}/sign-in`;
  const url = `${address}/${token}`;
  const text = firstFitting([
    to.t('identity.message.sign_in', { forum: to.pick(web.forum.name), name: to.pick(person.name), until, url }),
    to.t('identity.message.sign_in_short', { until, url }),
  ]);
  const title = to.t('identity.slip.sign_in', { name: to.pick(person.name) });
  const slip = { title, code, address, until };
  const { phone, email } = person;
  const main = LinkPage({ lang: web.lang, to, name, back, phone, email, message: text, sent, slip });
  const crumbs = [...invitation.crumbs, { label: name, href: back }];
  return page({
    title: web.lang.t('identity.link.title', { name }),
    crumbs,
    noindex: true,
    secret: true,
    script: MESSAGE_SCRIPT,
    main,
  });
}
