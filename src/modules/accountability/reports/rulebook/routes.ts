import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayKeepReports } from '../access.ts';
import { readRule } from '../forms.ts';
import { rulesOf } from '../queries.ts';
import { crumbsOf } from '../routes.ts';
import { CHANNELS } from '../schema.ts';
import { setRule } from './commands.ts';
import { RuleForm } from './pages/rule-form.tsx';

/** Keepers say how often municipalities report here. */
export const rulebookRoutes: readonly Route[] = [
  get('/reports/rule', (web) => guarded(web, async () => formPage(web, filled(web.lang, await firstValues(web))))),
  post('/reports/rule', (web) => guarded(web, () => set(web))),
];

async function guarded(web: Web, answer: () => Promise<Answer>): Promise<Answer> {
  const verdict = mayKeepReports(web.actor, web.forum);
  if (verdict.may) return answer();
  return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
}

/** As the last rule said it; without one, yearly. */
async function firstValues({ db, forum, lang, today }: Web) {
  const last = (await rulesOf(db, forum.id)).at(-1);
  return {
    first_year: last ? String(Number(today.slice(0, 4))) : String(Number(today.slice(0, 4)) - 1),
    ...{ times: String(last?.times ?? 1), months: String(last?.months ?? 3) },
    basis: last ? lang.pick(last.basis) : lang.t('accountability.reports.clock.basis'),
    ...{ basis_url: last?.basisUrl ?? '', channels: last?.channels ?? [...CHANNELS] },
  };
}

function formPage(web: Web, of: Filled): Answer {
  const main = RuleForm({ of, action: web.at('/reports/rule'), back: web.at('/reports') });
  const title = web.lang.t('accountability.reports.rule.set');
  const status = of.errors.length > 0 ? 422 : 200;
  return page({ title, menu: 'accountability', crumbs: crumbsOf(web), noindex: true, main }, status);
}

async function set(web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const given = readRule(posted.value, web.lang.code);
  const made = given.ok ? await web.perform(setRule, { ...given.value, channels: [...given.value.channels] }) : given;
  if (made.ok) return redirect(web.at('/reports?done=set'));
  const errors = made.refusal.fields ?? [{ field: 'first_year', message: made.refusal.message }];
  return formPage(web, filled(web.lang, keep(posted.value), errors));
}
