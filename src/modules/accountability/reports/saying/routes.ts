import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import { filled, keep } from '#ui/filled.ts';
import { mayModerate } from '../access.ts';
import { readDecision, readSaid } from '../forms.ts';
import { waitingVoices } from '../queries.ts';
import { crumbsOf, noReport, reportAt, reportPage } from '../routes.ts';
import { pathOf } from '../rules.ts';
import type { VoiceId } from '../schema.ts';
import { decideVoice, sayOfReport } from './commands.ts';
import { ModerationPage } from './pages/moderation-page.tsx';

/** What people who were there say, and those who read it before others do. */
export const sayingRoutes: readonly Route[] = [
  get('/reports/voices', (web) => guarded(web, () => queue(web))),
  post('/reports/voices', (web) => guarded(web, () => decide(web))),
  post('/reports/:number/voices', (web) => say(web)),
];

async function guarded(web: Web, answer: () => Promise<Answer>): Promise<Answer> {
  const verdict = mayModerate(web.actor, web.forum);
  if (verdict.may) return answer();
  return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
}

async function queue(web: Web): Promise<Answer> {
  const { lang, db, forum, at, url } = web;
  const main = ModerationPage({
    ...{ lang, at: (path: string) => at(path), voices: await waitingVoices(db, forum.id) },
    done: url.searchParams.get('done') === 'decided' ? lang.t('accountability.reports.done.decided') : null,
  });
  const title = lang.t('accountability.reports.saying.moderation');
  return page({ title, menu: 'accountability', crumbs: crumbsOf(web), noindex: true, secret: true, main });
}

async function decide(web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const voice = posted.value.text('voice');
  if (!isId(voice)) return refused({ kind: 'conflict', message: message('accountability.reports.wrong.decided') });
  const made = await web.perform(decideVoice, { voice: voice as VoiceId, decision: readDecision(posted.value) });
  return made.ok ? redirect(web.at('/reports/voices?done=decided')) : refused(made.refusal);
}

async function say(web: Web): Promise<Answer> {
  const [posted, report] = [await web.posted(), await reportAt(web)];
  if (!posted.ok) return refused(posted.refusal);
  if (!report) return noReport;
  const given = readSaid(posted.value, web.lang.code);
  if (!given.ok) return reportPage(web, report, filled(web.lang, keep(posted.value), given.refusal.fields));
  const said = await web.perform(sayOfReport, { report: report.id, ...given.value });
  return said.ok ? redirect(`${web.at(pathOf(report))}?done=said`) : refused(said.refusal);
}
