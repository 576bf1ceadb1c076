import {
  type Answer,
  get,
  getTop,
  page,
  post,
  postTop,
  type Route,
  redirect,
  refused,
  type Web,
} from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { paperGiven } from '#core/way.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { isPerson, mayMakeLink, refusalOf } from '../access.ts';
import { sendLetter } from '../letters/routes.ts';
import { emailOf, factsForm, idOf } from '../people/forms.ts';
import { findPerson, rolesOfPerson } from '../people/queries.ts';
import { crumbs, noPerson, personAsked } from '../people/routes.ts';
import type { IdentityNeeds, Person } from '../schema.ts';
import {
  askEmail,
  confirmEmail,
  correctOwn,
  correctPerson,
  type EmailConfirmed,
  type erasureCommands,
} from './commands.ts';
import { ConfirmEmailPage, CorrectionPage, ErasurePage, OwnCorrectionPage, OwnErasurePage } from './pages/forms.tsx';
import { findEmailChange } from './queries.ts';
import { dataFile, dataPage } from './whole/routes.ts';

type Erasure = ReturnType<typeof erasureCommands>;

/** What is held about somebody: their own page, and staff acting on a letter. */
export const personalRoutes = (needs: IdentityNeeds, { eraseOwn, erasePerson }: Erasure): readonly Route[] => [
  getTop('/me/data', (web) => mine(web, (me) => dataPage(needs, web, me))),
  getTop('/me/data.json', (web) => mine(web, (me) => dataFile(needs, web, me))),
  getTop('/me/data/correction', (web) => mine(web, async (me) => ownForm(web, me, {}))),
  postTop('/me/data/correction', (web) => mine(web, (me) => correct(web, me))),
  postTop('/me/data/email', (web) => mine(web, (me) => changeEmail(needs, web, me))),
  getTop('/me/email/:secret', (web) => emailPage(web)),
  postTop('/me/email/:secret', async (web) => {
    const confirmed = await web.perform(confirmEmail, { secret: web.params.secret ?? '' });
    if (confirmed.ok) await tellFormer(needs, web, confirmed.value);
    return confirmed.ok ? redirect(web.at('/me/data?done=email')) : refused(confirmed.refusal);
  }),
  getTop('/me/data/erasure', (web) => mine(web, async () => erasureForm(web))),
  postTop('/me/data/erasure', async (web) => {
    const erased = await web.perform(eraseOwn, {});
    return erased.ok ? redirect(web.at('/sign-in?done=signed_out')) : refused(erased.refusal);
  }),
  get('/people/:person/correction', (web) => theirs(web, async (person) => staffCorrection(web, person))),
  post('/people/:person/correction', (web) => theirs(web, (person) => correctFor(web, person))),
  get('/people/:person/erasure', (web) => theirs(web, async (person) => staffErasure(web, person))),
  post('/people/:person/erasure', (web) => theirs(web, (person) => eraseFor(web, person, erasePerson))),
];

/** For the person who is signed in; others are led to the door. */
async function mine(web: Web, draw: (me: Person) => Promise<Answer>): Promise<Answer> {
  const refusal = refusalOf(web.actor, isPerson(web.actor));
  if (refusal || web.actor.kind !== 'person') return redirect(web.at('/sign-in'));
  const me = await findPerson(web.db, web.actor.id);
  return me ? draw(me) : noPerson;
}

/** The person of the address, for who may make a sign-in link for them. */
async function theirs(web: Web, draw: (person: Person) => Promise<Answer>): Promise<Answer> {
  const id = idOf(web.params.person);
  const refusal = refusalOf(web.actor, mayMakeLink(web.actor, web.forum, id ? await rolesOfPerson(web.db, id) : []));
  if (refusal) return refused(refusal);
  const person = await personAsked(web);
  return person ? draw(person) : noPerson;
}

const valuesOf = (web: Web, person: Person) => ({
  name: web.lang.pick(person.name),
  language: person.language,
  phone: person.phone ?? '',
  email: person.email ?? '',
});

function ownForm(web: Web, me: Person, tried: { of?: Filled; email?: Filled }): Answer {
  const { lang } = web;
  const main = OwnCorrectionPage({
    of: tried.of ?? filled(lang, valuesOf(web, me)),
    email: tried.email ?? filled(lang, { email: me.email ?? '' }),
    action: web.at('/me/data/correction'),
    emailAction: web.at('/me/data/email'),
    back: web.at('/me/data'),
  });
  const title = lang.t('identity.personal.correct');
  return page({ title, noindex: true, main }, tried.of || tried.email ? 422 : 200);
}

async function correct(web: Web, me: Person): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const asked = factsForm(posted.value);
  if (!asked.ok) return ownForm(web, me, { of: filled(web.lang, keep(posted.value), asked.refusal.fields) });
  const { email: _, ...facts } = asked.value;
  const corrected = await web.perform(correctOwn, facts);
  return corrected.ok ? redirect(web.at('/me/data?done=corrected')) : refused(corrected.refusal);
}

/** The letter goes to the new address; what stands behind its link is told to nobody else. */
async function changeEmail(needs: IdentityNeeds, web: Web, me: Person): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const typed = posted.value.text('email');
  const email = typed === '' ? null : emailOf(typed);
  if (typed !== '' && email === null) {
    const errors = [{ field: 'email', message: message('identity.field.email_wrong') }];
    return ownForm(web, me, { email: filled(web.lang, keep(posted.value), errors) });
  }
  // Letters to strangers' addresses in somebody's name: no more of them than tries to sign in.
  const slow = email === null ? null : await web.tryEnter(`letters of ${me.id}`);
  if (slow) return refused(slow);
  const asked = await web.perform(askEmail, { email });
  if (!asked.ok) return refused(asked.refusal);
  if (!asked.value.token) return redirect(web.at('/me/data?done=corrected'));
  const to = needs.lang(me.language);
  const url = `${web.origin}/${to.code}/me/email/${asked.value.token}`;
  const [subject, text] = [to.t('identity.personal.letter_subject'), to.t('identity.personal.letter', { url })];
  await sendLetter(needs, web, email, subject, text);
  return redirect(web.at('/me/data?done=letter'));
}

/** Whoever reads at the former address learns that it was changed: so nobody is locked out without a word. */
async function tellFormer(needs: IdentityNeeds, web: Web, { person, former }: EmailConfirmed): Promise<void> {
  const to = needs.lang(person.language);
  await sendLetter(needs, web, former, to.t('identity.personal.moved_subject'), to.t('identity.personal.moved'));
}

/** Opening the link shows a button and does nothing else. */
async function emailPage(web: Web): Promise<Answer> {
  const change = await findEmailChange(web.db, web.params.secret ?? '', web.now);
  if (!change) return refused({ kind: 'gone', message: message('identity.personal.email_over') });
  const main = ConfirmEmailPage({ of: filled(web.lang), email: change.email, action: web.url.pathname });
  const title = web.lang.t('identity.personal.confirm_title', { email: change.email });
  return page({ title, noindex: true, secret: true, main });
}

function erasureForm(web: Web): Answer {
  const main = OwnErasurePage({ of: filled(web.lang), action: web.at('/me/data/erasure'), back: web.at('/me/data') });
  return page({ title: web.lang.t('identity.personal.erase'), noindex: true, main });
}

const staffPage = (web: Web, person: Person) => ({
  name: web.lang.pick(person.name),
  today: web.today,
  back: web.at(`/people/${person.id}`),
});

function staffCorrection(web: Web, person: Person, tried?: Filled): Answer {
  const shown = staffPage(web, person);
  const of = tried ?? filled(web.lang, valuesOf(web, person));
  const main = CorrectionPage({ ...shown, of, action: `${shown.back}/correction` });
  const title = web.lang.t('identity.personal.correct_of', { name: shown.name });
  const way = crumbs(web, { label: shown.name, href: shown.back });
  return page({ title, crumbs: way, noindex: true, main }, tried ? 422 : 200);
}

async function correctFor(web: Web, person: Person): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const [facts, paper] = [factsForm(posted.value), paperGiven(posted.value, web.today)];
  const errors = [facts, paper].flatMap((read) => (read.ok ? [] : (read.refusal.fields ?? [])));
  if (!facts.ok || !paper.ok) return staffCorrection(web, person, filled(web.lang, keep(posted.value), errors));
  const corrected = await web.perform(correctPerson, { ...facts.value, person: person.id, paper: paper.value });
  if (corrected.ok) return redirect(web.at(`/people/${person.id}?done=corrected`));
  if (!corrected.refusal.fields) return refused(corrected.refusal);
  return staffCorrection(web, person, filled(web.lang, keep(posted.value), corrected.refusal.fields));
}

function staffErasure(web: Web, person: Person, tried?: Filled): Answer {
  const shown = staffPage(web, person);
  const main = ErasurePage({ ...shown, of: tried ?? filled(web.lang), action: `${shown.back}/erasure` });
  const title = web.lang.t('identity.personal.erase_of', { name: shown.name });
  const way = crumbs(web, { label: shown.name, href: shown.back });
  return page({ title, crumbs: way, noindex: true, main }, tried ? 422 : 200);
}

async function eraseFor(web: Web, person: Person, erasePerson: Erasure['erasePerson']): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const paper = paperGiven(posted.value, web.today);
  if (!paper.ok) return staffErasure(web, person, filled(web.lang, keep(posted.value), paper.refusal.fields));
  const erased = await web.perform(erasePerson, { person: person.id, paper: paper.value });
  return erased.ok ? redirect(web.at(`/people/${person.id}?done=erased`)) : refused(erased.refusal);
}
