import { type Answer, get, page, post, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import { placesById } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { MESSAGE_SCRIPT } from '#ui/message.tsx';
import { isRound, keptRound } from '../declaring/routes.ts';
import { pathOf } from '../rules.ts';
import type { Round } from '../schema.ts';
import { MOST_CODES, makeCodes } from './commands.ts';
import { LinksPage } from './pages/links-page.tsx';
import { SlipsPage } from './pages/slips-page.tsx';
import { batchesOf } from './queries.ts';

/** The language of those who will answer: the forum's own first. */
const theirs = (web: Web) => web.langOf(web.forum.languages[0] ?? web.lang.code);
const addressOf = (web: Web, round: Round): string =>
  `${web.origin}/${theirs(web).code}/${web.forum.slug}${pathOf(round)}/answer`;

async function whomOf(web: Web, { declaration }: Round) {
  const { lang, db, forum } = web;
  const ids = declaration.places.map(({ place }) => place);
  const places = (await placesById(db, forum.id, ids))
    .map((place) => ({ value: place.id as string, label: lang.pick(place.name) }))
    .sort((a, b) => lang.compare(a.label, b.label));
  const groups = declaration.groups.map(({ key, name }) => ({ value: key, label: lang.pick(name) }));
  const said = (place: string | null, group: string | null): string =>
    [places.find(({ value }) => value === place)?.label, groups.find(({ value }) => value === group)?.label]
      .filter(Boolean)
      .join(', ') || lang.t('surveys.links.anybody');
  return { places, groups, said };
}

async function show(web: Web, round: Round, of: Filled): Promise<Answer> {
  const { lang, db, forum } = web;
  const { places, groups, said } = await whomOf(web, round);
  const here = web.at(`${pathOf(round)}/links`);
  const main = LinksPage({
    ...{ of, round, places, groups, here, to: theirs(web), address: addressOf(web, round) },
    kiosk: web.at(`${pathOf(round)}/kiosk`),
    batches: (await batchesOf(db, forum.id, round.id)).map(({ batch, place, group, made, used }) => ({
      ...{ key: batch, made, used, whom: said(place, group) },
    })),
  });
  const title = lang.t('surveys.links.title');
  const crumbs = [{ label: lang.pick(round.declaration.title), href: web.at(pathOf(round)) }];
  const kept = { title, crumbs, menu: 'surveys', main, noindex: true, script: MESSAGE_SCRIPT };
  return page(kept, of.errors.length > 0 ? 422 : 200);
}

async function make(web: Web, round: Round): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const typed = posted.value.text('count').trim();
  const again = (field: string, what: Parameters<typeof web.lang.say>[0]) =>
    show(web, round, filled(web.lang, keep(posted.value), [{ field, message: what }]));
  const count = /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : 0;
  if (count < 1 || count > MOST_CODES) return again('count', message('surveys.wrong.count', { most: MOST_CODES }));
  const [place, group] = [posted.value.text('place'), posted.value.text('group')];
  const asked = { round: round.id, count, place: isId(place) ? place : null, group: group || null };
  const made = await web.perform(makeCodes, asked);
  if (!made.ok) return again(made.refusal.fields?.[0]?.field ?? 'count', made.refusal.message);
  const main = SlipsPage({
    ...{ lang: web.lang, to: theirs(web), round, codes: made.value.codes, address: addressOf(web, round) },
    ...{ back: web.at(`${pathOf(round)}/links`), whom: (await whomOf(web, round)).said(asked.place, asked.group) },
  });
  return page({ title: web.lang.t('surveys.links.codes'), main, bare: true, noindex: true, secret: true });
}

/** Addresses, QR and codes by which people come to the form of a round. */
export const codeRoutes: readonly Route[] = [
  get('/surveys/:number/links', async (web) => {
    const round = await keptRound(web);
    return isRound(round) ? show(web, round, filled(web.lang, { count: '20' })) : round;
  }),
  post('/surveys/:number/links/codes', async (web) => {
    const round = await keptRound(web);
    return isRound(round) ? make(web, round) : round;
  }),
];
