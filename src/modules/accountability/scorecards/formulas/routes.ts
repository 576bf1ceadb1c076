import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayKeepCards } from '../access.ts';
import type { ScorecardNeeds } from '../counting/schema.ts';
import { readFormula } from '../forms.ts';
import { formulasOf } from '../queries.ts';
import { crumbsOf, guarded } from '../routes.ts';
import { rowsOffered, weightField } from '../rules.ts';
import { setFormula } from './commands.ts';
import { FormulaForm } from './pages/formula-form.tsx';
import { FormulaPage } from './pages/formula-page.tsx';

/** The formula with all its versions, and where its keepers write the next one. */
export const formulaRoutes = (needs: ScorecardNeeds): readonly Route[] => [
  get('/scorecards/formula', (web) => formulaPage(web)),
  get('/scorecards/formula/new', (web) => kept(web, async () => formPage(web, needs, await firstOf(web, needs)))),
  post('/scorecards/formula', (web) => kept(web, () => set(web, needs))),
];

const kept = (web: Web, answer: () => Promise<Answer>) => guarded(web, mayKeepCards(web.actor, web.forum), answer);
const offeredBy = (needs: ScorecardNeeds) => rowsOffered(needs.requests !== undefined);

async function formulaPage(web: Web): Promise<Answer> {
  const { lang, db, forum, actor, at, url } = web;
  const title = lang.t('accountability.scorecards.formula.title');
  const main = FormulaPage({
    ...{ lang, formulas: (await formulasOf(db, forum.id)).toReversed(), done: url.searchParams.get('done') === 'set' },
    keeping: mayKeepCards(actor, forum).may ? at('/scorecards/formula/new') : null,
  });
  return page({ title, menu: 'accountability', crumbs: crumbsOf(web), main });
}

/** As the newest version says it; without one, everything that is offered weighs about the same. */
async function firstOf(web: Web, needs: ScorecardNeeds): Promise<Filled> {
  const last = (await formulasOf(web.db, web.forum.id)).at(-1);
  const rows = offeredBy(needs);
  const share = Math.floor(100 / rows.length);
  const equal = (i: number) => share + (i < 100 - share * rows.length ? 1 : 0);
  return filled(web.lang, {
    ...Object.fromEntries(rows.map((row, i) => [weightField(row), String(last ? (last.weights[row] ?? 0) : equal(i))])),
    ...{ enough: String(last?.enough ?? 60), reply_days: String(last?.replyDays ?? 10) },
    ...{ why: last ? web.lang.pick(last.why) : '', after: String(last?.version ?? 0) },
  });
}

function formPage(web: Web, needs: ScorecardNeeds, of: Filled): Answer {
  const after = Number([of.values.after ?? '0'].flat()[0]) || 0;
  const main = FormulaForm({
    ...{ of, rows: offeredBy(needs), after, action: web.at('/scorecards/formula') },
    back: web.at('/scorecards/formula'),
  });
  const title = web.lang.t('accountability.scorecards.formula.set');
  const status = of.errors.length > 0 ? 422 : 200;
  return page({ title, menu: 'accountability', crumbs: crumbsOf(web), noindex: true, main }, status);
}

async function set(web: Web, needs: ScorecardNeeds): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const given = readFormula(posted.value, offeredBy(needs), web.lang.code);
  const made = given.ok ? await web.perform(setFormula(needs), given.value) : given;
  if (made.ok) return redirect(web.at('/scorecards/formula?done=set'));
  const errors = made.refusal.fields ?? [{ field: 'why', message: made.refusal.message }];
  return formPage(web, needs, filled(web.lang, keep(posted.value), errors));
}
