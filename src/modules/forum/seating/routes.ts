import type { Verdict } from '#core/command.ts';
import { type Answer, get, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { peopleOf } from '#modules/identity/contract.ts';
import { bodiesOf, bodyNames } from '#modules/places/contract.ts';
import { type Filled, filled } from '#ui/filled.ts';
import { mayKeepSeats, mayNameSpeakers } from '../access.ts';
import { again, formPage, stranger } from '../routes.ts';
import type { ForumNeeds } from '../schema.ts';
import { seatingOf } from '../seats/queries.ts';
import type { Holding, Seat, Seating } from '../seats/schema.ts';
import { giveSeat, seatingCommands } from './commands.ts';
import { readHolding, readMandate } from './forms.ts';
import { HoldingForm } from './pages/holding-form.tsx';
import { MandateForm } from './pages/mandate-form.tsx';

/** A seat as the address names it, with everything around it. */
export interface Asked {
  readonly seating: Seating;
  readonly seat: Seat;
}

export async function asked(web: Web): Promise<Asked | null> {
  const number = web.params.seat ?? '';
  if (!/^[1-9]\d{0,5}$/.test(number)) return null;
  const seating = await seatingOf(web.db, web.forum.id);
  const seat = seating.seats.find((one) => one.number === Number(number));
  return seat ? { seating, seat } : null;
}

/** The seat of the address; null: there is none of that number. */
export const seatOf = async (web: Web): Promise<Seat | null> => (await asked(web))?.seat ?? null;

export const here = (web: Web, { number }: Seat): string => web.at(`/members/${number}`);
export const crumb = (web: Web, seat: Seat) => ({
  label: web.lang.t('forum.seat.title', { number: seat.number }),
  href: here(web, seat),
});

async function holdingForm(web: Web, { seat }: Asked, of: Filled): Promise<Answer> {
  const { db, forum, lang } = web;
  const bodies = (await bodiesOf(db, forum.id))
    .filter((body) => body.to === null && body.kind !== 'class')
    .map((body) => ({ value: body.id as string, label: lang.pick(body.name) }))
    .sort((a, b) => lang.compare(a.label, b.label));
  const back = here(web, seat);
  const main = HoldingForm({ of, number: seat.number, bodies, back, action: `${back}/holdings` });
  return formPage(web, lang.t('forum.keep.give'), [crumb(web, seat)], main, of);
}

/** The organisations that hold or held the seat, the latest first. */
export const holdingsHere = ({ seating, seat }: Asked): readonly Holding[] =>
  seating.holdings
    .filter((one) => one.seat === seat.id && !one.end?.mistake)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1));

async function mandateForm(needs: ForumNeeds, web: Web, found: Asked, of: Filled): Promise<Answer> {
  const { db, forum, lang } = web;
  const holdings = holdingsHere(found);
  const held = holdings.map((one) => one.body);
  const names = await bodyNames(db, forum.id, held);
  const people = (await peopleOf(db, [forum.id]))
    .filter((person) => person.closedAt === null)
    .map((person) => ({ value: person.id, label: lang.pick(person.name) }))
    .sort((a, b) => lang.compare(a.label, b.label));
  const back = here(web, found.seat);
  const main = MandateForm({
    ...{ of, number: found.seat.number, people, back, action: `${back}/mandates` },
    noNames: (await needs.mayStorePeople(db, forum)) ? null : lang.t('forum.name.no_names'),
    holdings: holdings.map((one) => ({
      value: one.id,
      label: lang.t('forum.name.holding', {
        body: lang.pick(names.get(one.body) ?? {}),
        day: lang.shortDate(one.from),
      }),
    })),
  });
  return formPage(web, lang.t('forum.name.title'), [crumb(web, found.seat)], main, of);
}

export const NO_SEAT = refused({ kind: 'not_found', message: message('forum.refused.no_seat') });

/** Giving seats to organisations and naming who speaks for them. */
export const seatingRoutes = (needs: ForumNeeds): readonly Route[] => {
  const commands = seatingCommands(needs.roles);
  const on = (may: (web: Web) => Verdict, go: (web: Web, found: Asked) => Promise<Answer>) => async (web: Web) => {
    const no = stranger(web, may(web));
    if (no) return no;
    const found = await asked(web);
    return found ? go(web, found) : NO_SEAT;
  };
  const keeper = ({ actor, forum }: Web) => mayKeepSeats(actor, forum);
  const namer = ({ actor, forum }: Web) => mayNameSpeakers(actor, forum);
  return [
    get(
      '/members/:seat/holdings/new',
      on(keeper, (web, found) => holdingForm(web, found, filled(web.lang))),
    ),
    post(
      '/members/:seat/holdings',
      on(keeper, async (web, found) => {
        const posted = await web.posted();
        if (!posted.ok) return refused(posted.refusal);
        const read = readHolding(posted.value, found.seat.id);
        const made = read.ok ? await web.perform(giveSeat, read.value) : read;
        if (made.ok) return redirect(`${here(web, found.seat)}?done=given`);
        return again(web, posted.value, made, (of) => holdingForm(web, found, of));
      }),
    ),
    get(
      '/members/:seat/mandates/new',
      on(namer, (web, found) =>
        mandateForm(needs, web, found, filled(web.lang, { kind: web.url.searchParams.get('kind') ?? '' })),
      ),
    ),
    post(
      '/members/:seat/mandates',
      on(namer, async (web, found) => {
        const posted = await web.posted();
        if (!posted.ok) return refused(posted.refusal);
        const holding = holdingsHere(found).find((one) => one.id === posted.value.text('holding'));
        if (!holding) return NO_SEAT;
        const languages = { page: web.lang.code, forum: web.forum.languages[0] ?? 'az' };
        const read = readMandate(posted.value, holding.id, languages);
        const made = read.ok ? await web.perform(commands.nameSpeaker, read.value) : read;
        if (made.ok) return redirect(`${here(web, found.seat)}?done=named`);
        return again(web, posted.value, made, (of) => mandateForm(needs, web, found, of));
      }),
    ),
  ];
};
