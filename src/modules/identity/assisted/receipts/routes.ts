import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayAnswerObjections } from '../../access.ts';
import { idOf } from '../../people/forms.ts';
import { guarded } from '../../people/routes.ts';
import { objectionForm, sentencesForm } from '../forms.ts';
import { answerObjection, objectTo } from './commands.ts';
import { AnswerFormPage } from './pages/answer-form.tsx';
import { AskCodePage, ReceiptPage } from './pages/receipt-page.tsx';
import { findReceipt, openObjections } from './queries.ts';

/** Checking a receipt on any device, objecting, answering. The code never stands in an address. */
export const receiptRoutes: readonly Route[] = [
  get('/receipts', async (web) => askPage(web, filled(web.lang))),
  post('/receipts', async (web) => {
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    return receiptPage(web, posted.value.text('code'), { of: filled(web.lang, keep(posted.value)) });
  }),
  post('/receipts/objections', (web) => object(web)),
  get('/objections/:objection', (web) => guarded(web, () => answerPage(web, filled(web.lang)), mayAnswerObjections)),
  post('/objections/:objection', (web) => answer(web)),
];

function askPage(web: Web, of: Filled): Answer {
  const main = AskCodePage({ of, action: web.at('/receipts') });
  const title = web.lang.t('identity.assisted.receipt.title');
  return page({ title, noindex: true, main }, of.errors.length > 0 ? 422 : 200);
}

interface Shown {
  readonly of: Filled;
  readonly done?: string;
}

async function receiptPage(web: Web, code: string, { of, done }: Shown): Promise<Answer> {
  const { lang, forum } = web;
  const receipt = await findReceipt(web.db, forum.id, code);
  const unknown = message('identity.assisted.receipt.unknown');
  if (!receipt) return askPage(web, { ...of, errors: [{ field: 'code', message: unknown }] });
  const moment = (at: Date): string => lang.moment(at, forum.zone);
  const main = ReceiptPage({
    ...{ of, code, moment, at: web.at, deeds: receipt.deeds, when: moment(receipt.startedAt) },
    action: web.at('/receipts/objections'),
    done: done ?? null,
  });
  const title = lang.t('identity.assisted.receipt.yours');
  return page({ title, noindex: true, secret: true, main }, of.errors.length > 0 ? 422 : 200);
}

async function object(web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const [code, asked] = [posted.value.text('code'), objectionForm(posted.value)];
  const objected = asked.ok ? await web.perform(objectTo, { code, ...asked.value }) : asked;
  if (objected.ok)
    return receiptPage(web, code, { of: filled(web.lang), done: web.lang.t('identity.assisted.receipt.done') });
  const errors = objected.refusal.fields ?? [{ field: 'text', message: objected.refusal.message }];
  return receiptPage(web, code, { of: filled(web.lang, keep(posted.value), errors) });
}

async function answerPage(web: Web, of: Filled): Promise<Answer> {
  const objection = (await openObjections(web.db, web.forum.id)).find(({ id }) => id === web.params.objection);
  if (!objection) return refused({ kind: 'not_found', message: message('identity.assisted.receipt.no_objection') });
  const main = AnswerFormPage({
    ...{ of, objection, at: web.at, back: web.at('/desk') },
    action: web.at(`/objections/${objection.id}`),
  });
  const title = web.lang.t('identity.assisted.receipt.objection');
  return page({ title, noindex: true, main }, of.errors.length > 0 ? 422 : 200);
}

async function answer(web: Web): Promise<Answer> {
  const [objection, posted] = [idOf(web.params.objection), await web.posted()];
  if (!posted.ok) return refused(posted.refusal);
  if (!objection) return refused({ kind: 'not_found', message: message('identity.assisted.receipt.no_objection') });
  const text = sentencesForm(posted.value);
  const answered = text.ok ? await web.perform(answerObjection, { objection, text: text.value }) : text;
  if (answered.ok) return redirect(web.at('/desk?done=answered'));
  if (!answered.refusal.fields) return refused(answered.refusal);
  const of = filled(web.lang, keep(posted.value), answered.refusal.fields);
  return guarded(web, () => answerPage(web, of), mayAnswerObjections);
}
