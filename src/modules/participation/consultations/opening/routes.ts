import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { rulesOn } from '#modules/forum/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { bodiesAsked } from '../../questions/names/queries.ts';
import { saidIn } from '../../voices/forms.ts';
import { mayKeep } from '../access.ts';
import { draftsOf } from '../drafts/queries.ts';
import { openingGiven } from '../forms.ts';
import { crumbsOf, guarded } from '../reading/routes.ts';
import { openVersion } from '../rules.ts';
import { openConsultation } from './commands.ts';
import { OpeningForm } from './pages/opening-form.tsx';

/** Opening a consultation, by who keeps the forum. */
export const openingRoutes: readonly Route[] = [
  get('/consultations/new', (web) =>
    guarded(web, mayKeep(web.actor, web.forum), async () =>
      formPage(web, filled(web.lang, { subject: web.url.searchParams.get('document') ?? '', from: web.today }), 200),
    ),
  ),
  post('/consultations', (web) => guarded(web, mayKeep(web.actor, web.forum), () => open(web))),
];

async function formPage(web: Web, of: Filled, status: number): Promise<Answer> {
  const { lang, db, forum, today, at } = web;
  const drafts = (await draftsOf(db, forum.id)).filter((draft) => !openVersion(draft)?.adoptedOn);
  if (drafts.length === 0)
    return refused({ kind: 'conflict', message: message('participation.consultations.no_draft') });
  const { amendment } = (await rulesOn(db, forum.id, today)).book.rules;
  const main = OpeningForm({
    ...{ of, today, bodies: await bodiesAsked(db, forum, lang, today) },
    drafts: drafts.map((draft) => ({
      value: draft.id,
      label: lang.t('participation.consultations.draft_version', {
        title: lang.pick(draft.title),
        version: openVersion(draft)!.number,
      }),
    })),
    rule: amendment
      ? lang.t('participation.consultations.rule_says', { article: amendment.article, days: amendment.value.days })
      : null,
    ...{ action: at('/consultations'), back: at('/consultations') },
  });
  const title = lang.t('participation.consultations.open');
  return page({ title, menu: 'questions', crumbs: crumbsOf(web), noindex: true, main }, status);
}

async function open(web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const given = openingGiven(posted.value, web.today);
  const { code } = web.lang;
  const opened = given.ok
    ? await web.perform(openConsultation, {
        ...given.value,
        words: saidIn(code, given.value.words),
        office: given.value.office ? saidIn(code, given.value.office) : null,
      })
    : given;
  if (opened.ok) return redirect(`${web.at(opened.value.path)}?done=opened`);
  return opened.refusal.fields
    ? formPage(web, filled(web.lang, keep(posted.value), opened.refusal.fields), 422)
    : refused(opened.refusal);
}
