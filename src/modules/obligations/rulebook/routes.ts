import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayKeepCases } from '../access.ts';
import { readRule } from '../forms.ts';
import type { Rule } from '../schema.ts';
import { writeRule } from './commands.ts';
import { RuleForm } from './pages/rule-form.tsx';
import { RulesPage } from './pages/rules-page.tsx';
import { rulesOf } from './queries.ts';

const crumbs = (web: Web) => [{ label: web.lang.t('obligations.title'), href: web.at('/obligations') }];

const list =
  (others: readonly Rule[]) =>
  async (web: Web): Promise<Answer> => {
    const { lang, forum, today, db, url } = web;
    const main = RulesPage({
      ...{ lang, today, at: (path) => web.at(path), mayKeep: mayKeepCases(web.actor, forum).may },
      rules: [...(await rulesOf(db, forum)), ...others],
      done: url.searchParams.get('done') === 'written' ? lang.t('obligations.write.done') : null,
    });
    return page({ title: lang.t('obligations.rules.title'), menu: 'obligations', main, crumbs: crumbs(web) });
  };

function form(web: Web, of: Filled): Answer {
  const main = RuleForm({ of, rules: web.at('/obligations/rules') });
  const title = web.lang.t('obligations.write.title');
  return page({ title, main, crumbs: crumbs(web), noindex: true }, of.errors.length > 0 ? 422 : 200);
}

/** Why whoever asks may not write rules, as an answer; null: they may. */
function stranger(web: Web): Answer | null {
  const verdict = mayKeepCases(web.actor, web.forum);
  if (verdict.may) return null;
  return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
}

/** The rules by which something is owed here, and writing one. `others`: rules of other rooms. */
export const ruleRoutes = (others: readonly Rule[]): readonly Route[] => [
  get('/obligations/rules', list(others)),
  get('/obligations/rules/new', async (web) => stranger(web) ?? form(web, filled(web.lang, { from: web.today }))),
  post('/obligations/rules', async (web) => {
    const no = stranger(web);
    if (no) return no;
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const read = readRule(posted.value);
    const made = read.ok ? await web.perform(writeRule, read.value) : read;
    if (made.ok) return redirect(`${web.at('/obligations/rules')}?done=written`);
    return made.refusal.fields
      ? form(web, filled(web.lang, keep(posted.value), made.refusal.fields))
      : refused(made.refusal);
  }),
];
