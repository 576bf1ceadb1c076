import { isShown } from '#core/caution/level.ts';
import { takeUploads } from '#core/files/take.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { MESSAGE_SCRIPT } from '#ui/message.tsx';
import { answersFor } from '../../questions/access.ts';
import { bodiesAsked } from '../../questions/names/queries.ts';
import type { ParticipationNeeds } from '../../schema.ts';
import { freshCode } from '../../voices/commands.ts';
import { saidIn } from '../../voices/forms.ts';
import { mayKeep } from '../access.ts';
import { type CommentDraft, commentGiven, letterGiven } from '../forms.ts';
import { commentByCode } from '../queries.ts';
import { crumbsOf, guarded, type Read, readAt, unknown } from '../reading/routes.ts';
import { COMMENT_DATUM, citation, pathOf, placePath, stageOn } from '../rules.ts';
import type { commentOn, enterComment } from './commands.ts';
import { CheckPage } from './pages/check-page.tsx';
import { CommentForm } from './pages/comment-form.tsx';
import { ReceiptPage } from './pages/receipt-page.tsx';

/** The deeds of this room, made with what main gives. */
export interface Commenting {
  readonly comment: ReturnType<typeof commentOn>;
  readonly enter: ReturnType<typeof enterComment>;
}

/** Commenting in two steps with a receipt; a letter that staff enters. */
export const commentingRoutes = (needs: ParticipationNeeds, deeds: Commenting): readonly Route[] => [
  get('/consultations/:label/comments/new', (web) =>
    opened(web, (read) =>
      formPage(needs, web, read, filled(web.lang, { article: web.url.searchParams.get('article') ?? '' })),
    ),
  ),
  post('/consultations/:label/comments/new', (web) => opened(web, (read) => check(needs, web, read))),
  post('/consultations/:label/comments', (web) => opened(web, (read) => send(needs, deeds, web, read))),
  get('/consultations/:label/letters/new', (web) =>
    guarded(web, mayKeep(web.actor, web.forum), async () => {
      const read = await readAt(web);
      return read ? formPage(needs, web, read, filled(web.lang), true) : unknown;
    }),
  ),
  post('/consultations/:label/letters', (web) =>
    guarded(web, mayKeep(web.actor, web.forum), () => enter(needs, deeds, web)),
  ),
];

/** The consultation of the address while one can say something; else why not. */
async function opened(web: Web, answer: (read: Read) => Promise<Answer>): Promise<Answer> {
  const read = await readAt(web);
  if (!read) return unknown;
  const { consultation } = read;
  const stage = stageOn(consultation, web.today);
  if (stage === 'open') return answer(read);
  const date = stage === 'ahead' ? consultation.from : consultation.until;
  return refused({ kind: 'conflict', message: message(`participation.consultations.wrong.${stage}`, { date }) });
}

const isAtOnce = ({ sight }: Web): boolean => isShown(COMMENT_DATUM, sight.openness.level);

async function formPage(needs: ParticipationNeeds, web: Web, read: Read, of: Filled, letter = false): Promise<Answer> {
  const { lang, at, db, forum, today } = web;
  const { consultation, version, articles } = read;
  const chosen = of.values.article ?? '';
  const here = at(pathOf(consultation));
  const main = CommentForm({
    ...{ of, version: version?.id ?? '', letter: letter ? today : null, atOnce: isAtOnce(web) },
    article: articles?.find(({ number }) => number === chosen) ?? null,
    articles: (articles ?? []).map(({ number, heading }) => ({
      value: number,
      label: [
        number === '0'
          ? lang.t('participation.consultations.preamble')
          : lang.t('participation.consultations.article', { number }),
        Object.keys(heading).length > 0 ? lang.pick(heading) : '',
      ].join(' '),
    })),
    bodies: letter ? await bodiesAsked(db, forum, lang, today) : await spokenFor(web),
    signs: await needs.mayStorePeople(db, forum),
    ...{ action: letter ? `${here}/letters` : `${here}/comments/new`, back: here },
  });
  const title = lang.t(letter ? 'participation.consultations.letter.title' : 'participation.consultations.say_title');
  return page(
    { title, menu: 'questions', crumbs: crumbsOf(web, consultation), noindex: true, main },
    of.errors.length > 0 ? 422 : 200,
  );
}

/** The organisations for which this reader speaks here. */
async function spokenFor({ db, forum, lang, actor }: Web) {
  const mine = answersFor(actor, forum);
  const names = await bodyNames(db, forum.id, mine);
  return mine.map((value) => ({ value, label: lang.pick(names.get(value) ?? {}) }));
}

const again = (needs: ParticipationNeeds, web: Web, read: Read, of: Filled) => formPage(needs, web, read, of);

/** What was typed, shown once more with the code of a receipt that the sending will be known by. */
async function check(needs: ParticipationNeeds, web: Web, read: Read): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const given = commentGiven(posted.value);
  return given.ok
    ? checkPage(web, read, given.value)
    : again(needs, web, read, filled(web.lang, keep(posted.value), given.refusal.fields));
}

async function checkPage(web: Web, { consultation }: Read, draft: CommentDraft): Promise<Answer> {
  const { lang } = web;
  const { article, body, signature, text, version } = draft;
  const names = await bodyNames(web.db, web.forum.id, body ? [body] : []);
  const main = CheckPage({
    ...{ of: filled(lang), text, atOnce: isAtOnce(web) || body !== null },
    where: article
      ? lang.t('participation.consultations.article', { number: article })
      : lang.t('participation.consultations.on_whole'),
    who: body ? lang.pick(names.get(body) ?? {}) : (signature ?? lang.t('participation.consultations.resident')),
    action: `${web.at(pathOf(consultation))}/comments`,
    hidden: {
      ...{ version, text, article: article ?? '', signature: signature ?? '', as: body ?? '' },
      code: freshCode(),
    },
  });
  const title = lang.t('participation.consultations.check_title');
  const crumbs = crumbsOf(web, consultation);
  return page({ title, menu: 'questions', crumbs, noindex: true, secret: true, main });
}

async function send(needs: ParticipationNeeds, { comment }: Commenting, web: Web, read: Read): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const fields = keep(posted.value);
  if (posted.value.text('change') === 'yes') return again(needs, web, read, filled(web.lang, fields));
  const given = commentGiven(posted.value);
  if (!given.ok) return again(needs, web, read, filled(web.lang, fields, given.refusal.fields));
  const code = posted.value.text('code');
  // A form that was kept since before it was checked: it is checked now.
  if (code === '') return checkPage(web, read, given.value);
  const { body, text, ...draft } = given.value;
  const { consultation } = read;
  const sent = await web.perform(comment, {
    ...{ ...draft, consultation: consultation.id, text: saidIn(web.lang.code, text), as: body },
    code: body ? null : code,
  });
  if (sent.ok)
    return body
      ? redirect(`${web.at(placePath(consultation, sent.value.place))}?done=said`)
      : receiptPage(web, read, sent.value.place, code);
  if (!sent.refusal.fields) return refused(sent.refusal);
  return again(needs, web, read, filled(web.lang, fields, sent.refusal.fields));
}

/** The slip, shown once: the code is in this answer and on the paper, and nowhere else. */
async function receiptPage(web: Web, { consultation }: Read, place: number, code: string): Promise<Answer> {
  const { lang, forum } = web;
  const address = `${web.origin}${web.at('/consultations/receipts')}`;
  const cited = citation(consultation, place);
  const found = await commentByCode(web.db, forum.id, code);
  const main = ReceiptPage({
    ...{ lang, citation: cited, code, address, on: lang.date(found?.receivedOn ?? web.today) },
    text: lang.t('participation.consultations.receipt.message', {
      ...{ forum: lang.pick(forum.name), citation: cited, code, url: address },
    }),
    back: web.at(pathOf(consultation)),
  });
  const title = lang.t('participation.consultations.receipt.title', { citation: cited });
  return page({ title, menu: 'questions', noindex: true, secret: true, script: MESSAGE_SCRIPT, main });
}

async function enter(needs: ParticipationNeeds, deeds: Commenting, web: Web): Promise<Answer> {
  const [posted, read] = [await web.posted(), await readAt(web)];
  if (!posted.ok) return refused(posted.refusal);
  if (!read) return unknown;
  const retry = (fields: Parameters<typeof filled>[2]) =>
    formPage(needs, web, read, filled(web.lang, keep(posted.value), fields), true);
  const given = letterGiven(posted.value, web.today);
  if (!given.ok) return retry(given.refusal.fields);
  const scans = await takeUploads(needs.files, posted.value.files('scan'), 'evidence');
  if (!scans.ok) return retry(scans.refusal.fields ?? [{ field: 'scan', message: scans.refusal.message }]);
  const { body, text, paper, ...draft } = given.value;
  const entered = await web.perform(deeds.enter, {
    ...{ ...draft, consultation: read.consultation.id, as: body, text: saidIn(web.lang.code, text) },
    paper: { ...paper, scan: scans.value[0] ?? null },
  });
  if (entered.ok) return redirect(`${web.at(placePath(read.consultation, entered.value.place))}?done=said`);
  return retry(entered.refusal.fields ?? [{ field: 'paper_day', message: entered.refusal.message }]);
}
