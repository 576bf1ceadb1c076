import { type Answer, get, page, post, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { AskCodePage } from '../../voices/pages/ask-code-page.tsx';
import { withdrawComment } from '../commenting/commands.ts';
import { commentByCode, consultationById, wholeOf } from '../queries.ts';
import { aroundOf, crumbsOf } from '../reading/routes.ts';
import { citation, unitsOf, unitWith } from '../rules.ts';
import { StatusPage } from './pages/status-page.tsx';

/** What became of a comment by the code of its receipt, which stands in no address. */
export const receiptRoutes: readonly Route[] = [
  get('/consultations/receipts', async (web) => codePage(web, filled(web.lang))),
  post('/consultations/receipts', async (web) => {
    const posted = await web.posted();
    return posted.ok
      ? statusPage(web, posted.value.text('code'), filled(web.lang, keep(posted.value)))
      : refused(posted.refusal);
  }),
  post('/consultations/receipts/withdrawal', (web) => withdraw(web)),
];

function codePage(web: Web, of: Filled): Answer {
  const { lang, at } = web;
  const title = lang.t('participation.consultations.receipt.look');
  const main = AskCodePage({
    ...{ of, title, lede: lang.t('participation.consultations.receipt.look_lede') },
    deed: lang.t('participation.consultations.receipt.show'),
    ...{ action: at('/consultations/receipts'), helped: at('/receipts') },
  });
  return page(
    { title, menu: 'questions', crumbs: crumbsOf(web), noindex: true, main },
    of.errors.length > 0 ? 422 : 200,
  );
}

async function statusPage(web: Web, code: string, of: Filled, done: string | null = null): Promise<Answer> {
  const { lang, db, forum, at } = web;
  const comment = await commentByCode(db, forum.id, code);
  const consultation = comment && (await consultationById(db, forum.id, comment.consultation));
  if (!comment || !consultation) {
    const errors = [{ field: 'code', message: message('participation.receipt.unknown') }];
    return codePage(web, { ...of, errors });
  }
  const whole = await wholeOf(db, forum.id, consultation);
  const main = StatusPage({
    ...(await aroundOf(web, whole)),
    ...{ of: filled(lang), comment, code, done, unit: unitWith(unitsOf(whole), comment) },
    withdrawal: at('/consultations/receipts/withdrawal'),
  });
  const title = lang.t('participation.consultations.receipt.title', {
    citation: citation(consultation, comment.place),
  });
  return page({ title, menu: 'questions', noindex: true, secret: true, main });
}

async function withdraw(web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const code = posted.value.text('code');
  const withdrawn = await web.perform(withdrawComment, { code });
  if (!withdrawn.ok) return refused(withdrawn.refusal);
  return statusPage(web, code, filled(web.lang), web.lang.t('participation.consultations.receipt.withdrawn'));
}
