import { REFERENCE } from '#core/forum.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { filled } from '#ui/filled.ts';
import { isOperator, mayCloseAccounts, mayMakeLink, mayManagePeople } from '../../access.ts';
import { noteReading } from '../../readings/commands.ts';
import type { IdentityNeeds } from '../../schema.ts';
import { type Link, unusedLinks } from '../../sessions/queries.ts';
import { linkState } from '../../sessions/rules.ts';
import type { PeopleCommands } from '../commands.ts';
import { idOf } from '../forms.ts';
import { PersonClosurePage } from '../pages/closures.tsx';
import { PersonPage } from '../pages/person.tsx';
import { rolesOfPerson } from '../queries.ts';
import { crumbs, doneOf, guarded, noPerson, personAsked, wordsOf } from '../routes.ts';

/** One person of a forum, and the closing of the account. */
export const personRoutes = (needs: IdentityNeeds, commands: PeopleCommands): readonly Route[] => [
  get('/people/:person', (web) => guarded(web, () => personPage(needs, web))),
  get('/people/:person/closure', (web) => guarded(web, () => closurePage(web), mayCloseAccounts)),
  post('/people/:person/closure', async (web) => {
    const person = idOf(web.params.person);
    if (!person) return noPerson;
    const closed = await web.perform(commands.closePerson, { person });
    return closed.ok ? redirect(web.at(`/people/${person}?done=closed`)) : refused(closed.refusal);
  }),
];

async function personPage(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const { lang, db, forum } = web;
  const person = await personAsked(web);
  if (!person) return noPerson;
  await noteReading(web, [person.id], 'identity.personal.reading_person');
  const all = await rolesOfPerson(db, person.id);
  const here = all.filter((role) => role.forum === forum.id || (role.forum === REFERENCE && isOperator(web.actor)));
  const open = (await unusedLinks(db, person.id)).find(
    (link) => link.way !== 'asked' && linkState(link, web.now) === 'open',
  );
  const may = mayMakeLink(web.actor, forum, all);
  const main = PersonPage({
    words: await wordsOf(
      needs,
      web,
      here.flatMap((role) => role.body ?? []),
    ),
    person: { ...person, roles: here },
    since: lang.moment(person.createdAt, forum.zone),
    waiting: open ? { id: open.id, words: waitingWords(web, open) } : null,
    mayManage: mayManagePeople(web.actor, forum).may,
    noLink: may.may ? null : lang.say(may.reason),
    mayClose: mayCloseAccounts(web.actor).may,
    at: web.at,
    done: doneOf(web),
  });
  return page({ title: lang.pick(person.name), crumbs: crumbs(web), noindex: true, main });
}

/** Until when the open link works, and where it went. */
function waitingWords({ lang, forum }: Web, link: Link): string {
  const until = lang.moment(link.expiresAt, forum.zone);
  if (!link.sentTo) return lang.t('identity.person.waiting', { until });
  return lang.t('identity.person.invited', { email: link.sentTo, at: lang.moment(link.madeAt, forum.zone), until });
}

async function closurePage(web: Web): Promise<Answer> {
  const person = await personAsked(web);
  if (!person) return noPerson;
  const [name, back] = [web.lang.pick(person.name), web.at(`/people/${person.id}`)];
  const main = PersonClosurePage({ of: filled(web.lang), name, action: `${back}/closure`, back });
  const title = web.lang.t('identity.person.close_title', { name });
  return page({ title, crumbs: crumbs(web, { label: name, href: back }), noindex: true, main });
}
