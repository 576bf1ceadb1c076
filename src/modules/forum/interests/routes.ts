import { bodiesOf as speaksFor } from '#core/actor.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { bodiesById, bodiesOf, bodyNames } from '#modules/places/contract.ts';
import { type Filled, filled } from '#ui/filled.ts';
import { mayKeepSeats } from '../access.ts';
import { again, doneHere, formPage, membersCrumb, stranger } from '../routes.ts';
import { seatingOf } from '../seats/queries.ts';
import { sittingOn, sittingsOn } from '../seats/rules.ts';
import type { Seating } from '../seats/schema.ts';
import { declareInterest, endInterest } from './commands.ts';
import { readInterest, readInterestEnd } from './forms.ts';
import { InterestEnd, InterestForm } from './pages/interest-form.tsx';
import { type InterestLine, InterestsPage } from './pages/interests.tsx';
import { interestsOf, interestsSeen } from './queries.ts';
import type { Interest } from './schema.ts';

/** The seats for which whoever asks may declare: all for staff, else those whose organisation they speak for. */
function seatsOfMine({ actor, forum, today }: Web, seating: Seating) {
  const held = sittingsOn(seating, today).filter(({ holding }) => holding !== null);
  if (mayKeepSeats(actor, forum).may) return held;
  const mine = ['member', 'alternate'].flatMap((role) => speaksFor(actor, role, forum.id));
  return held.filter(({ holding }) => holding && mine.includes(holding.body));
}

async function list(web: Web): Promise<Answer> {
  const { db, forum, lang, today } = web;
  const [interests, seating] = [await interestsSeen(db, forum), await seatingOf(db, forum.id)];
  const mine = seatsOfMine(web, seating);
  const main = InterestsPage({
    ...{ lang, today, lines: await linesOf(web, interests, seating), mayDeclare: mine.length > 0 },
    done: doneHere(web, ['declared', 'ended'], (done) => `forum.interests.done_${done}`),
    at: (path) => web.at(path),
  });
  const title = lang.t('forum.interests.title');
  const description = lang.t('forum.interests.lede');
  return page({ title, description, menu: 'decisions', crumbs: [membersCrumb(web)], main });
}

async function linesOf(web: Web, interests: readonly Interest[], seating: Seating): Promise<readonly InterestLine[]> {
  const { db, forum, lang, today } = web;
  const mayEnd = mayKeepSeats(web.actor, forum).may;
  // The organisation that held the seat when it was declared.
  const holderOf = (one: Interest) => sittingOn(seating, { id: one.seat }, one.from)?.holding?.body ?? '';
  const named = interests.flatMap(({ about }) => (about.type === 'body' ? [about.id] : []));
  const bodies = new Map(
    (await bodiesById(db, forum.id, [...named, ...interests.map(holderOf)])).map((body) => [body.id as string, body]),
  );
  const nameOf = (id: string): string => {
    const body = bodies.get(id);
    return body ? lang.pick(body.name) : lang.t('forum.seat.unknown_body');
  };
  return interests.flatMap((interest) => {
    const seat = seating.seats.find((one) => one.id === interest.seat);
    if (!seat) return [];
    const { about } = interest;
    const kind = seating.mandates.find((one) => one.id === interest.mandate)?.kind;
    const href = web.at(about.type === 'page' ? about.id : `/bodies/${bodies.get(about.id)?.slug ?? ''}`);
    return [
      {
        ...{ interest, seat: seat.number, body: nameOf(holderOf(interest)), of: kind ?? 'organisation' },
        about: { href, words: about.type === 'page' ? about.id : nameOf(about.id) },
        mayEnd: mayEnd && (interest.last === null || interest.last > today),
      },
    ];
  });
}

async function form(web: Web, of: Filled): Promise<Answer> {
  const { db, forum, lang } = web;
  const seats = seatsOfMine(web, await seatingOf(db, forum.id));
  const no = stranger(web, mayKeepSeats(web.actor, forum));
  if (seats.length === 0 && no) return no;
  const names = await bodyNames(
    db,
    forum.id,
    seats.map(({ holding }) => holding!.body),
  );
  const bodies = (await bodiesOf(db, forum.id))
    .map((body) => ({ value: body.id as string, label: lang.pick(body.name) }))
    .sort((a, b) => lang.compare(a.label, b.label));
  const main = InterestForm({
    ...{ of, bodies, action: web.at('/members/interests'), back: web.at('/members/interests') },
    seats: seats.map(({ seat, holding }) => ({
      value: seat.id,
      label: `${seat.number}. ${lang.pick(names.get(holding!.body) ?? {})}`,
    })),
  });
  return formPage(web, lang.t('forum.interests.declare'), [crumb(web)], main, of);
}

const crumb = (web: Web) => ({ label: web.lang.t('forum.interests.title'), href: web.at('/members/interests') });
const NONE = refused({ kind: 'not_found', message: message('forum.interests.refused_none') });

/** The interest of the address, for those who may end it. */
async function asked(web: Web): Promise<Interest | Answer> {
  const no = stranger(web, mayKeepSeats(web.actor, web.forum));
  return no ?? (await interestsOf(web.db, web.forum.id)).find((one) => one.id === web.params.interest) ?? NONE;
}
const isInterest = (found: Interest | Answer): found is Interest => 'about' in found;

function endForm(web: Web, { id }: Interest, of: Filled): Answer {
  const back = web.at('/members/interests');
  const main = InterestEnd({ of, back, action: `${back}/${id}/closure` });
  return formPage(web, web.lang.t('forum.interests.end'), [crumb(web)], main, of);
}

/** The register of interests. */
export const interestRoutes: readonly Route[] = [
  get('/members/interests', list),
  get('/members/interests/new', (web) => form(web, filled(web.lang))),
  post('/members/interests', async (web) => {
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const read = readInterest(posted.value, web.forum.slug);
    const made = read.ok ? await web.perform(declareInterest, read.value) : read;
    if (made.ok) return redirect(`${web.at('/members/interests')}?done=declared`);
    return again(web, posted.value, made, (of) => form(web, of));
  }),
  get('/members/interests/:interest/closure', async (web) => {
    const found = await asked(web);
    return isInterest(found) ? endForm(web, found, filled(web.lang, { last: web.today })) : found;
  }),
  post('/members/interests/:interest/closure', async (web) => {
    const found = await asked(web);
    if (!isInterest(found)) return found;
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const read = readInterestEnd(posted.value, found.id);
    const made = read.ok ? await web.perform(endInterest, read.value) : read;
    if (made.ok) return redirect(`${web.at('/members/interests')}?done=ended`);
    return again(web, posted.value, made, (of) => endForm(web, found, of));
  }),
];
