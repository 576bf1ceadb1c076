import { REFERENCE } from '#core/forum.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { isOperator, mayManagePeople, maySeePeople, refusalOf } from '../access.ts';
import { openDeeds } from '../deeds/queries.ts';
import { invite } from '../letters/invitation/routes.ts';
import { noteReading } from '../readings/commands.ts';
import type { IdentityNeeds, Person } from '../schema.ts';
import { makeLink } from '../sessions/commands.ts';
import type { PeopleCommands } from './commands.ts';
import { closedByDuties } from './duties/routes.ts';
import { idOf, newPerson, personForm } from './forms.ts';
import type { RoleWords } from './pages/parts/held.tsx';
import type { RoleOption } from './pages/parts/role-fields.tsx';
import { PeoplePage } from './pages/people.tsx';
import { PersonFormPage } from './pages/person-form.tsx';
import { findPersonOf, peopleOf, personNames } from './queries.ts';
import { isGiven, ofInstallation } from './rules.ts';

/** People of a forum: the list, writing somebody down, the page "who may do what". */
export const peopleRoutes = (needs: IdentityNeeds, commands: PeopleCommands): readonly Route[] => [
  get('/people', (web) => guarded(web, () => listPage(needs, web))),
  get('/people/new', (web) =>
    guarded(web, async () => (await closedByDuties(needs, web)) ?? newPage(needs, web), mayManagePeople),
  ),
  post('/people', async (web) => {
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const asked = personForm(posted.value, { ...(await choices(needs, web)), today: web.today });
    const made = asked.ok ? await web.perform(commands.addPerson, newPerson(asked.value)) : asked;
    if (made.ok) return added(needs, web, made.value.person, asked.ok && asked.value.invite);
    if (!made.refusal.fields) return refused(made.refusal);
    const of = filled(web.lang, keep(posted.value), made.refusal.fields);
    return guarded(web, () => newPage(needs, web, of), mayManagePeople);
  }),
];

/** Written down; where that was asked for, the invitation goes out at once. */
async function added(needs: IdentityNeeds, web: Web, person: string, send: boolean): Promise<Answer> {
  const link = send ? await web.perform(makeLink, { person, send }) : null;
  if (link?.ok) return invite(needs, web, { made: link.value, crumbs: crumbs(web) });
  return redirect(web.at(`/people/${person}?done=added`));
}

export const noPerson: Answer = refused({ kind: 'not_found', message: message('identity.refused.no_person') });

/** A page for who may see it; others are told why not. The commands ask again. */
export async function guarded(web: Web, draw: () => Promise<Answer>, may = maySeePeople): Promise<Answer> {
  const refusal = refusalOf(web.actor, may(web.actor, web.forum));
  return refusal ? refused(refusal) : draw();
}

/** The person of the address, as this forum's staff may see one. */
export async function personAsked(web: Web): Promise<Person | null> {
  const id = idOf(web.params.person);
  if (!id) return null;
  const installation = isOperator(web.actor) ? await findPersonOf(web.db, REFERENCE, id) : null;
  return installation ?? findPersonOf(web.db, web.forum.id, id);
}

export const crumbs = (web: Web, ...more: readonly { label: string; href: string }[]) => [
  { label: web.lang.t('identity.people.title'), href: web.at('/people') },
  ...more,
];

const DONE = [
  'added',
  'granted',
  'ended',
  'closed',
  'withdrawn',
  'invited',
  'link_withdrawn',
  'corrected',
  'erased',
] as const;

/** The sentence of what was just done, from `?done=`. */
export function doneOf(web: Web): string | null {
  const done = DONE.find((one) => one === web.url.searchParams.get('done'));
  return done ? web.lang.t(`identity.done.${done}`) : null;
}

async function listPage(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const { lang, db, forum } = web;
  // The people of the installation are the operator's business.
  const people = await peopleOf(db, isOperator(web.actor) ? [forum.id, REFERENCE] : [forum.id]);
  const deeds = await openDeeds(db, forum.id, web.now);
  await noteReading(
    web,
    people.map(({ id }) => id),
    'identity.personal.reading_list',
  );
  const makers = await personNames(
    db,
    deeds.flatMap((deed) => deed.madeBy ?? []),
    lang.code,
  );
  const bodies = [...people.flatMap((person) => person.roles), ...deeds].flatMap(({ body }) => body ?? []);
  const words = await wordsOf(needs, web, bodies);
  return page({
    title: lang.t('identity.people.title'),
    noindex: true,
    main: PeoplePage({
      words,
      people,
      deeds: deeds.map((deed) => ({
        id: deed.id,
        purpose: lang.say(deed.purpose),
        body: deed.body ? (words.bodies.get(deed.body) ?? null) : null,
        until: lang.moment(deed.expiresAt, forum.zone),
        madeBy: deed.madeBy ? (makers.get(deed.madeBy) ?? null) : null,
      })),
      mayManage: mayManagePeople(web.actor, forum).may,
      at: web.at,
      done: doneOf(web),
    }),
  });
}

/** What is needed to say roles in words on this page. */
export const wordsOf = async (needs: IdentityNeeds, web: Web, bodies: readonly string[]): Promise<RoleWords> => ({
  lang: web.lang,
  declared: needs.roles(),
  bodies: await needs.bodyNames(web.db, web.forum, [...new Set(bodies)], web.lang),
  today: web.today,
});

/** Roles and bodies that can be chosen in the forms of this forum. */
export async function choices(needs: IdentityNeeds, web: Web) {
  const derived = (await needs.derived?.roles(web.db, web.forum, web.today)) ?? [];
  const roles = needs
    .roles()
    .filter(
      (role) => isGiven(role) && !derived.includes(role.role) && (isOperator(web.actor) || !ofInstallation(role.role)),
    );
  const options = await needs.bodyOptions(web.db, web.forum, web.lang);
  return { roles, options, bodies: new Set(options.map((option) => option.id)) };
}

export const roleOptions = (web: Web, roles: ReturnType<IdentityNeeds['roles']>): readonly RoleOption[] =>
  roles.map((role) => ({
    role: role.role,
    name: web.lang.say({ key: role.name }),
    may: web.lang.say({ key: role.may }),
    ofBody: role.ofBody,
  }));

async function newPage(needs: IdentityNeeds, web: Web, of?: Filled): Promise<Answer> {
  const { roles, options } = await choices(needs, web);
  const main = PersonFormPage({
    of: of ?? filled(web.lang, { language: web.forum.languages[0] ?? 'az' }),
    roles: roleOptions(web, roles),
    bodies: options.map(({ id, name }) => ({ value: id, label: name })),
    action: web.at('/people'),
    back: web.at('/people'),
  });
  return page({ title: web.lang.t('identity.people.add'), crumbs: crumbs(web), noindex: true, main }, of ? 422 : 200);
}
