import { type Answer, getTop, page, postTop, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { isPerson, refusalOf } from '../access.ts';
import { findPerson } from '../people/queries.ts';
import type { IdentityNeeds, Person } from '../schema.ts';
import { doorPage } from '../sessions/door/routes.ts';
import { arrive, browserOf } from '../sessions/entering/routes.ts';
import { goOn } from '../sessions/renewal/routes.ts';
import { sessionCookie } from '../sessions/rules.ts';
import { enterByPassword, removePassword, setPassword } from './commands.ts';
import { passwordForm, signInForm } from './forms.ts';
import { PasswordPage } from './pages/password.tsx';
import { passwordByName, passwordOf } from './queries.ts';
import { userNameOf } from './rules.ts';

/** Coming in by a password, setting one, taking it away. */
export const passwordRoutes = (needs: IdentityNeeds): readonly Route[] => [
  postTop('/sign-in/password', (web) => tried(needs, web)),
  getTop('/me/password', (web) => own(web, (person) => passwordPage(web, person))),
  postTop('/me/password', (web) => own(web, (person) => changed(needs, web, person))),
  postTop('/me/password/removal', async (web) => {
    const removed = await web.perform(removePassword, { session: web.cookie(sessionCookie(needs.secure)) });
    return removed.ok
      ? goOn(needs, web, removed.value, web.at('/me/ways?done=password_removed'))
      : refused(removed.refusal);
  }),
];

/**
 * One comparison for every try, whoever is named and whether they exist. It happens before the transaction; the
 * sentence of a "no" is always the same.
 */
async function tried(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const asked = signInForm(posted.value);
  const again = (fields: Filled['errors'], status = 422): Answer =>
    doorPage(needs, web, { password: filled(web.lang, keep(posted.value), fields) }, status);
  if (!asked.ok) return again(asked.refusal.fields ?? []);
  const held = await passwordByName(web.db, asked.value.name);
  const slow = await web.tryEnter(held?.person ?? asked.value.name);
  if (slow) return refused(slow);
  const fits = await needs.passwords.matches(held?.phc ?? null, asked.value.password);
  if (fits === null) return again([{ field: 'password', message: message('identity.password.busy') }], 503);
  const shared = posted.value.text('shared') === 'yes';
  const entered =
    held && fits
      ? await web.perform(enterByPassword, { person: held.person, phc: held.phc, ...browserOf(needs, web, shared) })
      : null;
  if (!entered?.ok) return again([{ field: 'password', message: message('identity.password.no_match') }]);
  return arrive(needs, web, entered.value, { shared, to: web.at('') });
}

/** Pages of the own account: to nobody in particular, that they may sign in. */
async function own(web: Web, draw: (person: Person) => Promise<Answer>): Promise<Answer> {
  const refusal = refusalOf(web.actor, isPerson(web.actor));
  if (refusal || web.actor.kind !== 'person') return refusal ? refused(refusal) : redirect(web.at('/sign-in'));
  const person = await findPerson(web.db, web.actor.id);
  return person ? draw(person) : refused({ kind: 'not_found', message: message('identity.refused.no_person') });
}

async function passwordPage(web: Web, person: Person, of?: Filled, status = 422): Promise<Answer> {
  const held = await passwordOf(web.db, person.id);
  const main = PasswordPage({
    of: of ?? filled(web.lang, { user_name: held?.userName ?? '' }),
    action: web.at('/me/password'),
    back: web.at('/me/ways'),
    email: person.email,
    // Who came in just now need not: the command knows, the page asks whoever has one.
    hasOne: held !== null,
  });
  const title = web.lang.t(held ? 'identity.password.change_title' : 'identity.password.set_title');
  return page({ title, noindex: true, secret: true, main }, of ? status : 200);
}

async function changed(needs: IdentityNeeds, web: Web, person: Person): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const again = (fields: Filled['errors'], status = 422) =>
    passwordPage(web, person, filled(web.lang, keep(posted.value), fields), status);
  const known = [...Object.values(person.name), person.email ?? '', userNameOf(posted.value.text('user_name'))];
  const asked = passwordForm(posted.value, known);
  if (!asked.ok) return again(asked.refusal.fields ?? []);
  const held = await passwordOf(web.db, person.id);
  const { password, current, userName } = asked.value;
  const proved = held && current !== '' ? await needs.passwords.matches(held.phc, current) : false;
  const phc = proved === null ? null : await needs.passwords.hash(password);
  if (phc === null) return again([{ field: 'password', message: message('identity.password.busy') }], 503);
  const session = web.cookie(sessionCookie(needs.secure));
  const set = await web.perform(setPassword, { session, phc, seen: proved ? (held?.phc ?? null) : null, userName });
  if (set.ok) return goOn(needs, web, set.value, web.at('/me/ways?done=password_set'));
  return set.refusal.fields ? again(set.refusal.fields) : refused(set.refusal);
}
