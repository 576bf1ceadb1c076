import { type Answer, get, page, post, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { bodiesOf } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { MESSAGE_SCRIPT } from '#ui/message.tsx';
import { mayAsk } from '../access.ts';
import { readAsked } from '../forms.ts';
import { crumbsOf } from '../routes.ts';
import { hasEnded, isHolder } from '../rules.ts';
import { askBodies, freshCode } from './commands.ts';
import { AskForm } from './pages/ask-form.tsx';
import { CheckPage } from './pages/check-page.tsx';
import { ReceiptPage } from './pages/receipt-page.tsx';

/** Asking in two steps, and the receipt. The code stands in no address. */
export const askingRoutes: readonly Route[] = [
  get('/requests/new', (web) => {
    const body = web.url.searchParams.get('body');
    return formPage(web, filled(web.lang, body ? { bodies: [body] } : {}));
  }),
  post('/requests/new', (web) => check(web)),
  post('/requests', (web) => send(web)),
];

/** Bodies that hold information and stand today, by the alphabet. */
async function options({ db, forum, lang, today }: Web) {
  return (await bodiesOf(db, forum.id))
    .filter((body) => body.forum === forum.id && isHolder(body) && !hasEnded(body, today))
    .map(({ id, name }) => ({ value: id as string, label: lang.pick(name) }))
    .toSorted((a, b) => lang.compare(a.label, b.label));
}

async function formPage(web: Web, of: Filled): Promise<Answer> {
  const verdict = mayAsk(web.forum);
  if (!verdict.may) return refused({ kind: 'conflict', message: verdict.reason });
  const { lang, at } = web;
  const main = AskForm({ of, bodies: await options(web), action: at('/requests/new'), back: at('/requests') });
  const title = lang.t('accountability.requests.asking.title');
  const status = of.errors.length > 0 ? 422 : 200;
  return page({ title, menu: 'accountability', crumbs: crumbsOf(web), noindex: true, main }, status);
}

/** What was typed, shown once more with the code of a receipt that the sending will be known by. */
async function check(web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const given = readAsked(posted.value, web.lang.code);
  if (!given.ok) return formPage(web, filled(web.lang, keep(posted.value), given.refusal.fields));
  const { lang, at } = web;
  const verdict = mayAsk(web.forum);
  if (!verdict.may) return refused({ kind: 'conflict', message: verdict.reason });
  const text = lang.pick(given.value.text);
  const names = (await options(web)).filter(({ value }) => given.value.bodies.includes(value));
  const main = CheckPage({
    ...{ of: filled(lang), text, bodies: names.map(({ label }) => label) },
    ...{ action: at('/requests'), back: at('/requests/new') },
    hidden: { text, bodies_of: given.value.bodies.join(' '), code: freshCode() },
  });
  const title = lang.t('accountability.requests.checking.title');
  return page({ title, menu: 'accountability', crumbs: crumbsOf(web), noindex: true, secret: true, main });
}

async function send(web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const bodies = posted.value.text('bodies_of').split(' ');
  const all = (name: string) => (name === 'bodies' ? bodies : posted.value.all(name));
  const given = readAsked({ text: (name) => posted.value.text(name), all }, web.lang.code);
  const again = (errors: Parameters<typeof filled>[2]) =>
    formPage(web, filled(web.lang, { ...keep(posted.value), bodies }, errors));
  if (!given.ok) return again(given.refusal.fields);
  const code = posted.value.text('code');
  if (code === '') return refused({ kind: 'bad_input', message: message('accountability.requests.wrong.code') });
  const asked = await web.perform(askBodies, { ...given.value, bodies: [...given.value.bodies], code });
  if (asked.ok) return receiptPage(web, asked.value.numbers, code);
  return asked.refusal.fields ? again(asked.refusal.fields) : refused(asked.refusal);
}

/** The slip, shown once: the code is in this answer and on the paper, and nowhere else. */
function receiptPage(web: Web, numbers: readonly number[], code: string): Answer {
  const { lang, forum } = web;
  const address = `${web.origin}${web.at('/requests/receipts')}`;
  const said = { forum: lang.pick(forum.name), numbers: numbers.join(', '), code, url: address };
  const main = ReceiptPage({
    ...{ lang, numbers, code, address, on: lang.date(web.today) },
    text: lang.t('accountability.requests.receipt.message', said),
  });
  const title = lang.t('accountability.requests.receipt.title');
  return page({ title, menu: 'accountability', noindex: true, secret: true, script: MESSAGE_SCRIPT, main });
}
