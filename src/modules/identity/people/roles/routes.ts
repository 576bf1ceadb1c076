import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayManagePeople } from '../../access.ts';
import type { IdentityNeeds } from '../../schema.ts';
import type { PeopleCommands } from '../commands.ts';
import { idOf, roleForm } from '../forms.ts';
import { RoleClosurePage } from '../pages/closures.tsx';
import { heldName } from '../pages/parts/held.tsx';
import { RoleFormPage } from '../pages/person-form.tsx';
import { type DeedGroup, RolesPage } from '../pages/roles.tsx';
import { findRole } from '../queries.ts';
import { choices, crumbs, guarded, noPerson, personAsked, roleOptions, wordsOf } from '../routes.ts';

/** Giving a person one more role, and ending one. */
export const roleRoutes = (needs: IdentityNeeds, commands: PeopleCommands): readonly Route[] => [
  get('/people/roles', async (web) => page(rolesPage(needs, web))),
  get('/people/:person/roles/new', (web) => guarded(web, () => newPage(needs, web), mayManagePeople)),
  post('/people/:person/roles', async (web) => {
    const [person, posted] = [idOf(web.params.person), await web.posted()];
    if (!person) return noPerson;
    if (!posted.ok) return refused(posted.refusal);
    const asked = roleForm(posted.value, { ...(await choices(needs, web)), today: web.today });
    const given = asked.ok ? await web.perform(commands.grantRole, { ...asked.value, person }) : asked;
    if (given.ok) return redirect(web.at(`/people/${person}?done=granted`));
    if (!given.refusal.fields) return refused(given.refusal);
    const of = filled(web.lang, keep(posted.value), given.refusal.fields);
    return guarded(web, () => newPage(needs, web, of), mayManagePeople);
  }),
  get('/people/:person/roles/:role/closure', (web) => guarded(web, () => closurePage(needs, web), mayManagePeople)),
  post('/people/:person/roles/:role/closure', async (web) => {
    const role = idOf(web.params.role);
    if (!role) return noRole;
    const ended = await web.perform(commands.endRole, { role });
    return ended.ok ? redirect(web.at(`/people/${ended.value.person}?done=ended`)) : refused(ended.refusal);
  }),
];

const noRole: Answer = refused({ kind: 'not_found', message: message('identity.refused.no_role') });

async function newPage(needs: IdentityNeeds, web: Web, of?: Filled): Promise<Answer> {
  const person = await personAsked(web);
  if (!person) return noPerson;
  const { roles, options } = await choices(needs, web);
  const [name, back] = [web.lang.pick(person.name), web.at(`/people/${person.id}`)];
  const main = RoleFormPage({
    of: of ?? filled(web.lang),
    name,
    roles: roleOptions(web, roles),
    bodies: options.map((option) => ({ value: option.id, label: option.name })),
    action: `${back}/roles`,
    back,
  });
  const title = web.lang.t('identity.person.grant_to', { name });
  return page({ title, crumbs: crumbs(web, { label: name, href: back }), noindex: true, main }, of ? 422 : 200);
}

async function closurePage(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const [person, id] = [await personAsked(web), idOf(web.params.role)];
  const held = person && id ? await findRole(web.db, web.forum.id, id) : null;
  if (!person || !held || held.person !== person.id) return noRole;
  const words = await wordsOf(needs, web, held.body ? [held.body] : []);
  const [name, back, role] = [web.lang.pick(person.name), web.at(`/people/${person.id}`), heldName(words, held)];
  const action = `${back}/roles/${held.id}/closure`;
  const main = RoleClosurePage({ of: filled(web.lang), name, role, action, back });
  const title = web.lang.t('identity.person.end_title', { role });
  return page({ title, crumbs: crumbs(web, { label: name, href: back }), noindex: true, main });
}

const rolesPage = (needs: IdentityNeeds, web: Web) => ({
  title: web.lang.t('identity.roles.title'),
  description: web.lang.t('identity.roles.lede'),
  main: RolesPage({ lang: web.lang, roles: roleOptions(web, needs.roles()), groups: deedGroups(needs, web) }),
});

/** The deeds of every module, as the page says them. */
const deedGroups = (needs: IdentityNeeds, { lang }: Web): readonly DeedGroup[] =>
  (needs.deeds?.() ?? []).map(({ title, deeds, assisted }) => ({
    title: lang.say({ key: title }),
    deeds: deeds.map((deed) => ({ ...deed, assisted: assisted.has(deed.command) })),
  }));
