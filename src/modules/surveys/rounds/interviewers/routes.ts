import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { choose } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import { actingFor, personNames } from '#modules/identity/contract.ts';
import { placesById } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { isRound, keptRound } from '../declaring/routes.ts';
import { pathOf } from '../rules.ts';
import type { Round } from '../schema.ts';
import { assignInterviewer, endAssignment } from './commands.ts';
import { InterviewersPage } from './pages/interviewers-page.tsx';
import { assignmentsOf, handedIn } from './queries.ts';

async function show(web: Web, round: Round, of: Filled): Promise<Answer> {
  const { lang, db, forum, today } = web;
  const assigned = await assignmentsOf(db, forum.id, round.id);
  const handed = await handedIn(db, forum.id, round.id);
  const names = await personNames(
    db,
    assigned.map(({ person }) => person),
    lang.code,
  );
  const places = (
    await placesById(
      db,
      forum.id,
      round.declaration.places.map(({ place }) => place),
    )
  )
    .map((place) => ({ value: place.id as string, label: lang.pick(place.name) }))
    .sort((a, b) => lang.compare(a.label, b.label));
  const people = await actingFor(db, { forum: forum.id, body: null, today, role: 'interviewer' });
  const asked = web.url.searchParams.get('done');
  const main = InterviewersPage({
    ...{ of, places, here: web.at(`${pathOf(round)}/interviewers`), over: lang.pick(round.declaration.title) },
    lines: assigned.map(({ id, person, place, wanted, endedOn }) => ({
      ...{ id, wanted, name: names.get(person) ?? '–', ended: endedOn && lang.date(endedOn) },
      place: places.find(({ value }) => value === place)?.label ?? lang.t('surveys.asking.everywhere'),
      done: handed.reduce((n, one) => n + (one.person === person && (!place || one.place === place) ? one.n : 0), 0),
    })),
    people: people
      .map(({ id, name }) => ({ value: id as string, label: choose(name, lang.code).text }))
      .sort((a, b) => lang.compare(a.label, b.label)),
    done: asked === 'assigned' || asked === 'ended' ? lang.t(`surveys.asking.done_${asked}`) : null,
  });
  const title = lang.t('surveys.asking.title');
  const crumbs = [{ label: lang.pick(round.declaration.title), href: web.at(pathOf(round)) }];
  return page({ title, crumbs, menu: 'surveys', main, noindex: true, secret: true }, of.errors.length > 0 ? 422 : 200);
}

async function assign(web: Web, round: Round): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const [person, place] = [posted.value.text('person'), posted.value.text('place')];
  const typed = posted.value.text('wanted').trim();
  const asked = { round: round.id, person, place: isId(place) ? place : null };
  const wanted = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : null;
  const made = isId(person)
    ? await web.perform(assignInterviewer, { ...asked, wanted })
    : { ok: false as const, refusal: null };
  if (made.ok) return redirect(`${web.at(`${pathOf(round)}/interviewers`)}?done=assigned`);
  const nobody = { field: 'person', message: { key: 'surveys.asking.wrong.person' } };
  const errors = made.refusal
    ? (made.refusal.fields ?? [{ field: 'person', message: made.refusal.message }])
    : [nobody];
  return show(web, round, filled(web.lang, keep(posted.value), errors));
}

async function end(web: Web, round: Round): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const ended = await web.perform(endAssignment, { round: round.id, assignment: posted.value.text('assignment') });
  return ended.ok ? redirect(`${web.at(`${pathOf(round)}/interviewers`)}?done=ended`) : refused(ended.refusal);
}

/** Who asks for a round. */
export const interviewerRoutes: readonly Route[] = [
  get('/surveys/:number/interviewers', async (web) => {
    const round = await keptRound(web);
    return isRound(round) ? show(web, round, filled(web.lang)) : round;
  }),
  post('/surveys/:number/interviewers', async (web) => {
    const round = await keptRound(web);
    return isRound(round) ? assign(web, round) : round;
  }),
  post('/surveys/:number/interviewers/ends', async (web) => {
    const round = await keptRound(web);
    return isRound(round) ? end(web, round) : round;
  }),
];
