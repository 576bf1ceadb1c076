import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import type { SurveyNeeds } from '../../needs/schema.ts';
import { sayIn } from '../../questionnaires/rules.ts';
import { stranger } from '../../routes.ts';
import { mayBind } from '../access.ts';
import { findingByNumber } from '../queries.ts';
import { findingPath } from '../rules.ts';
import type { Finding } from '../schema.ts';
import type { bindFinding } from './commands.ts';
import { readUse } from './forms.ts';
import { UsePage } from './pages/use-page.tsx';
import { bindingFault } from './rules.ts';

/** For those who put findings to use: the finding of the address, if it can be. */
async function usable(web: Web): Promise<Finding | Answer> {
  const denied = stranger(web, mayBind(web.actor, web.forum));
  if (denied) return denied;
  const finding = await findingByNumber(web.db, web.forum.id, web.params.number ?? '');
  if (!finding) return refused({ kind: 'not_found', message: message('surveys.findings.none') });
  const fault = bindingFault(finding);
  return fault ? refused({ kind: 'conflict', message: fault }) : finding;
}

async function form(needs: SurveyNeeds, web: Web, finding: Finding, of: Filled): Promise<Answer> {
  const { lang, db, forum, today } = web;
  const here = web.at(findingPath(finding));
  const main = UsePage({
    ...{ of, say: sayIn(web), finding, here },
    indicators: await needs.indicators(db, forum, today),
    evaluations: await needs.evaluations(db, forum, today),
  });
  const crumbs = [
    { label: lang.t('surveys.menu'), href: web.at('/surveys') },
    { label: lang.t('surveys.findings.title'), href: web.at('/findings') },
  ];
  const title = lang.t('surveys.findings.binding.title');
  return page({ title, crumbs, menu: 'surveys', main, noindex: true }, of.errors.length > 0 ? 422 : 200);
}

/** The form by which a finding is put to use; `bind` is the command that main registered. */
export const bindingRoutes = (needs: SurveyNeeds, bind: ReturnType<typeof bindFinding>): readonly Route[] => [
  get('/findings/:number/uses/new', async (web) => {
    const finding = await usable(web);
    return 'kind' in finding ? finding : form(needs, web, finding, filled(web.lang, { form: 'share' }));
  }),
  post('/findings/:number/uses', async (web) => {
    const finding = await usable(web);
    if ('kind' in finding) return finding;
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const read = readUse(posted.value, finding.id);
    const made = read.ok ? await web.perform(bind, read.value) : read;
    if (made.ok) return redirect(`${web.at(findingPath(finding))}?done=used`);
    const field = read.ok && read.value.use === 'evidence' ? 'evaluation' : 'indicator';
    const errors = made.refusal.fields ?? [{ field, message: made.refusal.message }];
    return form(needs, web, finding, filled(web.lang, keep(posted.value), errors));
  }),
];
