import { isShown } from '#core/caution/level.ts';
import { type Answer, get, page, post, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { MESSAGE_SCRIPT } from '#ui/message.tsx';
import type { MeasureAsked, ParticipationNeeds } from '../../schema.ts';
import { freshCode } from '../../voices/commands.ts';
import { saidIn } from '../../voices/forms.ts';
import { AskCodePage } from '../../voices/pages/ask-code-page.tsx';
import { mayAsk } from '../access.ts';
import { type Draft, questionGiven } from '../forms.ts';
import { bodiesAsked, namesOf, placesAsked } from '../names/queries.ts';
import { questionByCode } from '../queries.ts';
import { pathOf, TEXT_DATUM, withheldOf } from '../rules.ts';
import { type askQuestion, withdrawQuestion } from './commands.ts';
import { AskForm } from './pages/ask-form.tsx';
import { CheckPage } from './pages/check-page.tsx';
import { ReceiptPage } from './pages/receipt-page.tsx';
import { StatusPage } from './pages/status-page.tsx';

type Asking = ReturnType<typeof askQuestion>;

/** Asking in two steps, the receipt, and what became of it by its code. The code stands in no address. */
export const askingRoutes = (needs: ParticipationNeeds, ask: Asking): readonly Route[] => [
  get('/questions/new', async (web) => {
    const chosen = (name: string) => web.url.searchParams.get(name) ?? '';
    const given = { body: chosen('body'), place: chosen('place'), measure: chosen('measure') };
    return formPage(needs, web, filled(web.lang, given), 200);
  }),
  post('/questions/new', (web) => check(needs, web)),
  post('/questions', (web) => send(needs, ask, web)),
  get('/questions/receipts', async (web) => codePage(web, filled(web.lang))),
  post('/questions/receipts', async (web) => {
    const posted = await web.posted();
    return posted.ok
      ? statusPage(web, posted.value.text('code'), filled(web.lang, keep(posted.value)))
      : refused(posted.refusal);
  }),
  post('/questions/receipts/withdrawal', (web) => withdraw(web)),
];

const crumbs = (web: Web) => [{ label: web.lang.t('participation.questions.title'), href: web.at('/questions') }];

const isAtOnce = ({ sight }: Web): boolean => isShown(TEXT_DATUM, sight.openness.level);

/** "1.3 Payment terminals", for a choice. */
const measureLabel = ({ lang }: Web, { number, title }: MeasureAsked): string =>
  [number, lang.pick(title)].filter(Boolean).join(' ');

async function choices(needs: ParticipationNeeds, web: Web) {
  const { db, forum, lang, today } = web;
  const measures = web.sight.shows('plans') ? await needs.measures(db, forum, today) : [];
  return {
    bodies: await bodiesAsked(db, forum, lang, today),
    places: await placesAsked(db, forum, lang, today),
    measures: measures.map((one) => ({ value: one.id, label: measureLabel(web, one) })),
  };
}

async function formPage(needs: ParticipationNeeds, web: Web, of: Filled, status: number): Promise<Answer> {
  const verdict = mayAsk(web.forum);
  if (!verdict.may) return refused({ kind: 'conflict', message: verdict.reason });
  const { lang, at } = web;
  const main = AskForm({ of, at, ...(await choices(needs, web)), atOnce: isAtOnce(web), action: at('/questions/new') });
  const title = lang.t('participation.asking.title');
  return page({ title, menu: 'questions', crumbs: crumbs(web), noindex: true, main }, status);
}

/** What was typed, shown once more with the code of a receipt that the sending will be known by. */
async function check(needs: ParticipationNeeds, web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const draft = questionGiven(posted.value);
  if (!draft.ok) return formPage(needs, web, filled(web.lang, keep(posted.value), draft.refusal.fields), 422);
  return checkPage(needs, web, draft.value);
}

async function checkPage(needs: ParticipationNeeds, web: Web, draft: Draft): Promise<Answer> {
  const verdict = mayAsk(web.forum);
  if (!verdict.may) return refused({ kind: 'conflict', message: verdict.reason });
  const { lang } = web;
  const { bodies, places, measures } = await choices(needs, web);
  const named = (options: readonly { value: string; label: string }[], id: string | null) =>
    options.find((option) => option.value === id)?.label ?? null;
  const main = CheckPage({
    of: filled(lang),
    text: draft.text,
    body: named(bodies, draft.body) ?? lang.t('participation.asking.body_unknown'),
    place: named(places, draft.place),
    measure: named(measures, draft.measure),
    atOnce: isAtOnce(web) && draft.body !== null,
    action: web.at('/questions'),
    hidden: {
      ...{ body: draft.body ?? 'unknown', place: draft.place ?? '', measure: draft.measure ?? '', text: draft.text },
      code: freshCode(),
    },
  });
  return page({
    title: lang.t('participation.checking.title'),
    menu: 'questions',
    crumbs: crumbs(web),
    noindex: true,
    secret: true,
    main,
  });
}

async function send(needs: ParticipationNeeds, ask: Asking, web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const fields = keep(posted.value);
  if (posted.value.text('change') === 'yes') return formPage(needs, web, filled(web.lang, fields), 200);
  const draft = questionGiven(posted.value);
  if (!draft.ok) return formPage(needs, web, filled(web.lang, fields, draft.refusal.fields), 422);
  const code = posted.value.text('code');
  // A form that was kept since before it was checked: it is checked now.
  if (code === '') return checkPage(needs, web, draft.value);
  const asked = await web.perform(ask, { ...draft.value, code, text: saidIn(web.lang.code, draft.value.text) });
  if (asked.ok) return receiptPage(web, asked.value.number, code);
  if (!asked.refusal.fields) return refused(asked.refusal);
  return formPage(needs, web, filled(web.lang, fields, asked.refusal.fields), 422);
}

/** The slip, shown once: the code is in this answer and on the paper, and nowhere else. */
async function receiptPage(web: Web, number: number, code: string): Promise<Answer> {
  const { lang, forum } = web;
  const address = `${web.origin}${web.at('/questions/receipts')}`;
  const question = await questionByCode(web.db, forum.id, code);
  const main = ReceiptPage({
    ...{ lang, number, code, address, on: lang.date(question?.receivedOn ?? web.today) },
    atOnce: question !== null && question.publication !== null,
    text: lang.t('participation.receipt.message', { forum: lang.pick(forum.name), number, code, url: address }),
    question: web.at(pathOf({ number })),
  });
  const title = lang.t('participation.receipt.title', { number });
  return page({ title, menu: 'questions', noindex: true, secret: true, script: MESSAGE_SCRIPT, main });
}

function codePage(web: Web, of: Filled): Answer {
  const { lang, at } = web;
  const title = lang.t('participation.receipt.look');
  const main = AskCodePage({
    ...{ of, title, lede: lang.t('participation.receipt.look_lede'), deed: lang.t('participation.receipt.show') },
    ...{ action: at('/questions/receipts'), helped: at('/receipts') },
  });
  return page({ title, menu: 'questions', crumbs: crumbs(web), noindex: true, main }, of.errors.length > 0 ? 422 : 200);
}

async function statusPage(web: Web, code: string, of: Filled, done: string | null = null): Promise<Answer> {
  const { lang, db, forum, at } = web;
  const question = await questionByCode(db, forum.id, code);
  const unknown = message('participation.receipt.unknown');
  if (!question) return codePage(web, { ...of, errors: [{ field: 'code', message: unknown }] });
  const main = StatusPage({
    ...{ of: filled(lang), lang, at, question, code, done, plansSeen: web.sight.shows('plans') },
    names: await namesOf(db, forum.id, [question], web.sight.shows('places')),
    withheld: withheldOf(await web.withheld(forum.id), question),
    withdrawal: at('/questions/receipts/withdrawal'),
  });
  const title = lang.t('participation.receipt.yours', { number: question.number });
  return page({ title, menu: 'questions', noindex: true, secret: true, main });
}

async function withdraw(web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const code = posted.value.text('code');
  const withdrawn = await web.perform(withdrawQuestion, { code });
  if (!withdrawn.ok) return refused(withdrawn.refusal);
  return statusPage(web, code, filled(web.lang), web.lang.t('participation.receipt.withdrawn'));
}
