import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { placesById, placesOf } from '#modules/places/contract.ts';
import { type Filled, filled } from '#ui/filled.ts';
import { mayKeepSeats } from '../access.ts';
import { again, doneHere, formPage, membersCrumb, stranger } from '../routes.ts';
import type { ForumNeeds } from '../schema.ts';
import { seatOf } from '../seating/routes.ts';
import { seatingOf } from '../seats/queries.ts';
import type { Seat } from '../seats/schema.ts';
import { closeSeat, decideComposition } from './commands.ts';
import { NEW_GROUPS, readDecision, readSeatEnd } from './forms.ts';
import { DecisionForm } from './pages/decision-form.tsx';
import { DecisionsPage } from './pages/decisions.tsx';
import { SeatClosure } from './pages/seat-closure.tsx';

async function list(web: Web): Promise<Answer> {
  const { db, forum, lang } = web;
  const seating = await seatingOf(db, forum.id);
  const places = await placesById(
    db,
    forum.id,
    seating.compositions.flatMap((one) => one.places),
  );
  const main = DecisionsPage({
    ...{ lang, seating, at: (path) => web.at(path), mayKeep: mayKeepSeats(web.actor, forum).may },
    places: new Map(places.map((place) => [place.id as string, lang.pick(place.name)])),
    done: doneHere(web, ['decided'], (done) => `forum.happened.${done}`),
  });
  const title = lang.t('forum.composition.title');
  return page({
    title,
    description: lang.t('forum.composition.lede'),
    menu: 'decisions',
    crumbs: [membersCrumb(web)],
    main,
  });
}

async function decisionForm(web: Web, of: Filled): Promise<Answer> {
  const { db, forum, lang } = web;
  const seating = await seatingOf(db, forum.id);
  const founding = seating.compositions.length === 0;
  const districts = (await placesOf(db, forum.id)).filter((place) => place.kind === 'district' && place.to === null);
  const main = DecisionForm({
    ...{ of, founding, languages: forum.languages, rows: founding ? NEW_GROUPS : 2 },
    groups: seating.constituencies.map((one) => ({ value: one.id, label: lang.pick(one.name) })),
    places: districts
      .map((place) => ({ value: place.id as string, label: lang.pick(place.name) }))
      .sort((a, b) => lang.compare(a.label, b.label)),
    ...{ action: web.at('/members/decisions'), back: web.at('/members') },
  });
  return formPage(web, lang.t(founding ? 'forum.composition.first' : 'forum.composition.next'), [], main, of);
}

async function decide(web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const { constituencies } = await seatingOf(web.db, web.forum.id);
  const read = readDecision(
    posted.value,
    constituencies.map((one) => one.id),
  );
  const made = read.ok ? await web.perform(decideComposition, read.value) : read;
  if (made.ok) return redirect(`${web.at('/members/decisions')}?done=decided`);
  return again(web, posted.value, made, (of) => decisionForm(web, of));
}

function closureForm(web: Web, seat: Seat, of: Filled): Answer {
  const back = web.at(`/members/${seat.number}`);
  const main = SeatClosure({ of, number: seat.number, back, action: `${back}/closure` });
  return formPage(web, web.lang.t('forum.keep.close'), [], main, of);
}

const NO_SEAT = refused({ kind: 'not_found', message: message('forum.refused.no_seat') });

/** Decisions on the composition: the list, the form, and the closing of a seat. */
export const compositionRoutes = ({ roles }: ForumNeeds): readonly Route[] => {
  const close = closeSeat(roles);
  const keeper = (web: Web) => stranger(web, mayKeepSeats(web.actor, web.forum));
  return [
    get('/members/decisions', list),
    get('/members/decisions/new', async (web) => keeper(web) ?? decisionForm(web, filled(web.lang))),
    post('/members/decisions', async (web) => keeper(web) ?? decide(web)),
    get('/members/:seat/closure', async (web) => {
      const no = keeper(web);
      if (no) return no;
      const seat = await seatOf(web);
      return seat ? closureForm(web, seat, filled(web.lang)) : NO_SEAT;
    }),
    post('/members/:seat/closure', async (web) => {
      const no = keeper(web);
      if (no) return no;
      const [seat, posted] = [await seatOf(web), await web.posted()];
      if (!seat) return NO_SEAT;
      if (!posted.ok) return refused(posted.refusal);
      const read = readSeatEnd(posted.value, seat.id);
      const made = read.ok ? await web.perform(close, read.value) : read;
      if (made.ok) return redirect(`${web.at(`/members/${seat.number}`)}?done=closed`);
      return again(web, posted.value, made, (of) => closureForm(web, seat, of));
    }),
  ];
};
