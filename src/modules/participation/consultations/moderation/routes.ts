import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayModerate } from '../../questions/access.ts';
import { refusalGiven, saidIn } from '../../voices/forms.ts';
import { publishedGiven } from '../forms.ts';
import { commentAt, consultationByLabel, waitingComments } from '../queries.ts';
import { crumbsOf, guarded, placeIn, unknown } from '../reading/routes.ts';
import { citation, commentState, placePath } from '../rules.ts';
import type { Comment, Consultation } from '../schema.ts';
import { publishCommentary, refuseComment } from './commands.ts';
import { ModerationPage } from './pages/moderation-page.tsx';
import { QueuePage } from './pages/queue-page.tsx';

const moderating = (web: Web, answer: () => Promise<Answer>) => guarded(web, mayModerate(web.actor, web.forum), answer);

/** Comments before others read them: for moderators and those who keep the forum. */
export const moderationRoutes: readonly Route[] = [
  get('/consultations/moderation', (web) => moderating(web, () => queuePage(web))),
  get('/consultations/:label/:place/moderation', (web) =>
    moderating(web, () => withComment(web, (one) => onePage(web, one))),
  ),
  post('/consultations/:label/:place/publication', (web) =>
    moderating(web, () => withComment(web, (one) => publish(web, one))),
  ),
  post('/consultations/:label/:place/refusal', (web) =>
    moderating(web, () => withComment(web, (one) => refuse(web, one))),
  ),
];

interface One {
  readonly consultation: Consultation;
  readonly comment: Comment;
}

/** The comment of the address while nobody has decided. */
async function withComment(web: Web, answer: (one: One) => Promise<Answer>): Promise<Answer> {
  const consultation = await consultationByLabel(web.db, web.forum.id, web.params.label);
  const place = placeIn(web);
  const comment = consultation && place && (await commentAt(web.db, web.forum.id, consultation.id, place));
  if (!consultation || !comment) return unknown;
  if (commentState(comment) !== 'waiting')
    return refused({ kind: 'conflict', message: message('participation.moderation.decided') });
  return answer({ consultation, comment });
}

async function queuePage(web: Web): Promise<Answer> {
  const { lang, at, db, forum } = web;
  const done =
    web.url.searchParams.get('done') === 'refused' ? lang.t('participation.consultations.moderation.refused') : null;
  const main = QueuePage({ lang, at: (path) => at(path), waiting: await waitingComments(db, forum.id), done });
  const title = lang.t('participation.consultations.moderation.title');
  return page({ title, menu: 'questions', crumbs: crumbsOf(web), noindex: true, main });
}

async function onePage(
  web: Web,
  { consultation, comment }: One,
  forms: { readonly publishing?: Filled; readonly refusing?: Filled } = {},
): Promise<Answer> {
  const { lang, at } = web;
  const shown = { text: lang.pick(comment.text ?? {}), signed: 'yes' };
  const main = ModerationPage({
    ...{ consultation, comment, path: at(placePath(consultation, comment.place)) },
    publishing: forms.publishing ?? filled(lang, shown),
    refusing: forms.refusing ?? filled(lang),
  });
  const crumbs = [
    ...crumbsOf(web),
    { label: lang.t('participation.consultations.moderation.title'), href: at('/consultations/moderation') },
  ];
  const title = citation(consultation, comment.place);
  const status = forms.publishing || forms.refusing ? 422 : 200;
  return page({ title, menu: 'questions', crumbs, noindex: true, secret: true, main }, status);
}

async function publish(web: Web, one: One): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const given = publishedGiven(posted.value);
  const which = { consultation: one.consultation.id, place: one.comment.place };
  const done = given.ok ? await web.perform(publishCommentary, { ...which, ...given.value }) : given;
  if (done.ok) return redirect(`${web.at(done.value.path)}?done=published`);
  if (!done.refusal.fields) return refused(done.refusal);
  return onePage(web, one, { publishing: filled(web.lang, keep(posted.value), done.refusal.fields) });
}

async function refuse(web: Web, one: One): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const given = refusalGiven(posted.value);
  const which = { consultation: one.consultation.id, place: one.comment.place };
  const done = given.ok
    ? await web.perform(refuseComment, {
        ...{ ...which, rule: given.value.rule, why: saidIn(web.lang.code, given.value.sentence) },
      })
    : given;
  if (done.ok) return redirect(web.at('/consultations/moderation?done=refused'));
  if (!done.refusal.fields) return refused(done.refusal);
  return onePage(web, one, { refusing: filled(web.lang, keep(posted.value), done.refusal.fields) });
}
