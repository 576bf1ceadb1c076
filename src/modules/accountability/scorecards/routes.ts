import { holds } from '#core/actor.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import { deedLinkPage } from '#modules/identity/contract.ts';
import { bodiesById } from '#modules/places/contract.ts';
import { type Filled, filled } from '#ui/filled.ts';
import { checkedBodies, isChecked } from '../checklists/queries.ts';
import { checklistPath } from '../checklists/rules.ts';
import { numberIn } from '../reports/forms.ts';
import { namesOf } from '../reports/routes.ts';
import { pathOf as reportPath } from '../reports/rules.ts';
import { mayKeepCards, mayReadEarly, mayReply, maySend } from './access.ts';
import { cardsCsv } from './api.ts';
import { sendCard } from './commands.ts';
import { countRows } from './counting/queries.ts';
import type { ScorecardNeeds } from './counting/schema.ts';
import { CardPage } from './pages/card-page.tsx';
import { CardsList, type ListedCard } from './pages/cards-list.tsx';
import { NewPage } from './pages/new-page.tsx';
import { cardByNumber, cardsOf, formulasOf } from './queries.ts';
import { alikeTo, cardPath, isPublic, newestOf, REPLY_DEED } from './rules.ts';
import type { Card } from './schema.ts';

/** What everybody reads of scorecards, and those who count bodies and send them theirs. */
export const scorecardRoutes = (needs: ScorecardNeeds): readonly Route[] => [
  get('/scorecards', (web) => listPage(web, filled(web.lang))),
  get('/scorecards.csv', async (web) => {
    const cards = (await cardsOf(web.db, web.forum.id, null)).filter((card) => isPublic(card, web.today));
    const body = cardsCsv(await named(web, cards));
    return { kind: 'file', type: 'text/csv; charset=utf-8', name: `${web.forum.slug}-scorecards.csv`, body };
  }),
  get('/scorecards/new', (web) => guarded(web, maySend(web.actor, web.forum), () => newPage(web, needs))),
  post('/scorecards', (web) => guarded(web, maySend(web.actor, web.forum), () => send(web, needs))),
  get('/scorecards/:number', async (web) => {
    const card = await cardAt(web);
    return card ? cardPage(web, card) : noCard;
  }),
];

export const noCard: Answer = refused({ kind: 'not_found', message: message('accountability.scorecards.unknown') });

export async function cardAt(web: Web): Promise<Card | null> {
  const number = numberIn(web.params.number);
  return number === null ? null : cardByNumber(web.db, web.forum.id, number);
}

/** Answers whom the verdict lets; others are asked to sign in, or told why not. */
export async function guarded(
  web: Web,
  verdict: { readonly may: true } | { readonly may: false; readonly reason: Message },
  answer: () => Promise<Answer>,
): Promise<Answer> {
  if (verdict.may) return answer();
  return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
}

export const crumbsOf = ({ lang, at }: Web, card?: Card) => [
  { label: lang.t('accountability.scorecards.title'), href: at('/scorecards') },
  ...(card
    ? [{ label: lang.t('accountability.scorecards.one', { number: card.number }), href: at(cardPath(card)) }]
    : []),
];

async function named(web: Web, cards: readonly Card[]): Promise<readonly ListedCard[]> {
  const names = await namesOf(
    web,
    cards.map(({ body }) => body),
  );
  return cards
    .map((card) => ({ card, name: names.get(card.body)?.name ?? '–' }))
    .toSorted((a, b) => web.lang.compare(a.name, b.name) || a.card.number - b.card.number);
}

const DONE = ['sent', 'replied', 'decided'] as const;
const doneOf = ({ lang, url }: Web): string | null => {
  const done = DONE.find((one) => one === url.searchParams.get('done'));
  return done ? lang.t(`accountability.scorecards.done.${done}`) : null;
};

async function listPage(web: Web, of: Filled): Promise<Answer> {
  const { lang, db, forum, actor, at, today } = web;
  const cards = await cardsOf(db, forum.id, null);
  const open = cards.filter((card) => isPublic(card, today));
  const newest = [...Map.groupBy(open, ({ body }) => body).values()].map((own) => newestOf(own)!);
  const listed = await named(web, newest);
  const classes = [...Map.groupBy(listed, ({ card }) => `${card.kind} ${card.size ?? ''}`)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const bodies = maySend(actor, forum).may ? await checkedBodies(db, forum.id, today) : null;
  const options = bodies
    ?.map(({ id, name }) => ({ value: id as string, label: lang.pick(name) }))
    .toSorted((a, b) => lang.compare(a.label, b.label));
  const title = lang.t('accountability.scorecards.title');
  const main = CardsList({
    ...{ lang, at: (path: string) => at(path), today, shows: web.sight.shows, done: doneOf(web) },
    formula: (await formulasOf(db, forum.id)).at(-1) ?? null,
    classes: classes.map(([, own]) => own),
    waiting: await named(
      web,
      cards.filter((card) => !isPublic(card, today)),
    ),
    keeping: mayKeepCards(actor, forum).may ? at('/scorecards/formula/new') : null,
    ...{ sending: options ?? null, of },
  });
  const alternates = [{ type: 'text/csv', href: at('/scorecards.csv'), title: 'CSV' }];
  const described = { title, description: lang.t('accountability.scorecards.lede') };
  return page({ ...described, menu: 'accountability', main, alternates }, of.errors.length > 0 ? 422 : 200);
}

/** Where the things that a scorecard counts stand, as far as these eyes see them. */
export async function placesOf(web: Web, body: string) {
  const { at, db, forum, sight, today } = web;
  const [found] = await bodiesById(db, forum.id, [body]);
  const listed = found && sight.shows('checklists') && isChecked(found, forum.id, today);
  return {
    at: (path: string) => at(path),
    reports: sight.shows('reports') ? (number: number) => at(reportPath({ number })) : null,
    checklist: listed ? at(checklistPath(found.slug)) : null,
  };
}

async function newPage(web: Web, needs: ScorecardNeeds, of: Filled = filled(web.lang), id?: string): Promise<Answer> {
  const { lang, db, forum, today } = web;
  const wanted = id ?? web.url.searchParams.get('body') ?? '';
  const [body] = isId(wanted) ? await bodiesById(db, forum.id, [wanted]) : [];
  const formula = (await formulasOf(db, forum.id)).at(-1);
  if (formula && wanted === '') {
    const nobody = message('accountability.scorecards.sending.choose');
    return listPage(web, filled(lang, {}, [{ field: 'body', message: nobody }]));
  }
  if (!formula || !body || !isChecked(body, forum.id, today))
    return refused({
      kind: 'not_found',
      message: message(formula ? 'accountability.scorecards.wrong.body' : 'accountability.scorecards.wrong.no_formula'),
    });
  const main = NewPage({
    ...{ of, formula, body: { id: body.id, name: lang.pick(body.name) }, ...(await placesOf(web, body.id)) },
    rows: await countRows(db, forum, needs, { body, formula }, web),
  });
  const title = lang.t('accountability.scorecards.sending.title');
  const status = of.errors.length > 0 ? 422 : 200;
  return page({ title, menu: 'accountability', crumbs: crumbsOf(web), noindex: true, main }, status);
}

async function send(web: Web, needs: ScorecardNeeds): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const body = posted.value.text('body');
  const made = await web.perform(sendCard(needs), { body });
  if (made.ok) return redirect(`${web.at(made.value.path)}?done=sent`);
  const { message: what, kind } = made.refusal;
  return kind === 'conflict'
    ? newPage(web, needs, filled(web.lang, {}, [{ field: 'body', message: what }]), body)
    : refused(made.refusal);
}

async function cardPage(web: Web, card: Card): Promise<Answer> {
  const { lang, db, forum, actor, at, today } = web;
  const body = (await namesOf(web, [card.body])).get(card.body) ?? { name: '–', href: null };
  const open = isPublic(card, today) || mayReadEarly(actor, card, forum);
  const keeps = mayKeepCards(actor, forum).may;
  const main = CardPage({
    ...{ lang, card, body, open, today, done: doneOf(web), ...(await placesOf(web, card.body)) },
    alike: open ? alikeTo(card, await cardsOf(db, forum.id, null), today) : [],
    withheld: await web.withheld(forum.id),
    deeds: deedsOf(web, card),
    deciding: keeps ? ({ position }) => at(`${cardPath(card)}/remarks/${position}`) : null,
    takeDown:
      isPublic(card, today) && (holds(actor, 'coordinator', forum.id) || holds(actor, 'secretary', forum.id))
        ? (type, id) => at(`/withheld/new?${new URLSearchParams({ type, id })}`)
        : null,
  });
  const title = lang.t('accountability.scorecards.of', { number: card.number, body: body.name });
  // What only the body and those who counted may read yet is kept by no cache on the way.
  const secret = open && !isPublic(card, today);
  return page({ title, menu: 'accountability', crumbs: crumbsOf(web), secret, main });
}

function deedsOf({ actor, forum, at }: Web, card: Card) {
  const none = { reply: null, link: null, paper: null };
  if (card.reply || forum.kind !== 'living') return none;
  const form = at(`${cardPath(card)}/reply`);
  const staff = mayKeepCards(actor, forum).may;
  return {
    reply: mayReply(actor, card, forum).may ? form : null,
    link: staff ? at(deedLinkPage(REPLY_DEED, card.id)) : null,
    paper: staff ? `${form}?way=paper` : null,
  };
}
