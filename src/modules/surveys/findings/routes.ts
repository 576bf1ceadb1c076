import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayKeepSurveys } from '../access.ts';
import { latestPublication } from '../analysis/publishing/queries.ts';
import type { SurveyNeeds } from '../needs/schema.ts';
import { SurveyTabs } from '../pages/parts/tabs.tsx';
import { sayIn } from '../questionnaires/rules.ts';
import { roundByNumber } from '../rounds/queries.ts';
import { keeps, stranger } from '../routes.ts';
import { mayBind } from './access.ts';
import { evaluationName, indicatorName } from './bindings/pages/use-page.tsx';
import { usesOf } from './bindings/queries.ts';
import { bindingFault } from './bindings/rules.ts';
import { reportFinding, withdrawFinding, writeFinding } from './commands.ts';
import { figureAsked, readReported, readSentence } from './forms.ts';
import { FindingPage, type UseSeen } from './pages/finding-page.tsx';
import { FindingsList } from './pages/findings-list.tsx';
import { ReportingPage, WithdrawingPage, WritingPage } from './pages/forms.tsx';
import { FoundFigure } from './pages/parts/figure.tsx';
import { findingByNumber, findingsOf } from './queries.ts';
import { figureIn, findingPath } from './rules.ts';
import type { Finding } from './schema.ts';

const crumbs = (web: Web) => [
  { label: web.lang.t('surveys.menu'), href: web.at('/surveys') },
  { label: web.lang.t('surveys.findings.title'), href: web.at('/findings') },
];

async function list(web: Web): Promise<Answer> {
  const { lang, db, forum } = web;
  const at = (path: string) => web.at(path);
  const main = FindingsList({
    ...{ lang, say: sayIn(web), at, findings: await findingsOf(db, forum.id) },
    reporting: keeps(web) ? at('/findings/reported') : null,
    tabs: SurveyTabs({ lang, at, current: 'findings' }),
  });
  const title = lang.t('surveys.findings.title');
  return page({ title, description: lang.t('surveys.findings.lede'), menu: 'surveys', main });
}

const DONE = ['written', 'withdrawn', 'used'] as const;

/** What a finding is used for, as its page says it; what is not to be seen here any more is left out. */
async function usesSeen(needs: SurveyNeeds, web: Web, finding: Finding): Promise<readonly UseSeen[]> {
  const { lang, db, forum, today } = web;
  const uses = web.sight.shows('plans') ? await usesOf(db, forum.id, finding.id) : [];
  if (uses.length === 0) return [];
  const indicators = await needs.indicators(db, forum, today);
  const evaluations = await needs.evaluations(db, forum, today);
  return uses.flatMap(({ use, of }): readonly UseSeen[] => {
    const indicator = indicators.find(({ id }) => id === of);
    if (indicator) return [{ use, name: indicatorName(lang, indicator), href: web.at(indicator.path) }];
    const evaluation = evaluations.find(({ id }) => id === of);
    return evaluation ? [{ use, name: evaluationName(lang, evaluation), href: web.at(evaluation.path) }] : [];
  });
}

async function one(needs: SurveyNeeds, web: Web, finding: Finding): Promise<Answer> {
  const { lang } = web;
  const done = DONE.find((one) => one === web.url.searchParams.get('done'));
  const main = FindingPage({
    ...{ lang, say: sayIn(web), finding },
    results: finding.found ? `${web.at(`/surveys/${finding.found.round}/results`)}#q-${finding.found.question}` : null,
    withdrawal: keeps(web) && !finding.withdrawn ? `${web.at(findingPath(finding))}/withdrawal` : null,
    uses: await usesSeen(needs, web, finding),
    using:
      mayBind(web.actor, web.forum).may && !bindingFault(finding) ? `${web.at(findingPath(finding))}/uses/new` : null,
    done: done ? lang.t(`surveys.findings.done.${done}`) : null,
  });
  return page({ title: lang.pick(finding.sentence), crumbs: crumbs(web), menu: 'surveys', main });
}

/** The finding of the address. */
const at =
  (then: (web: Web, finding: Finding) => Promise<Answer>) =>
  async (web: Web): Promise<Answer> => {
    const finding = await findingByNumber(web.db, web.forum.id, web.params.number ?? '');
    return finding ? then(web, finding) : refused({ kind: 'not_found', message: message('surveys.findings.none') });
  };

const kept =
  (then: (web: Web) => Promise<Answer>) =>
  async (web: Web): Promise<Answer> =>
    stranger(web, mayKeepSurveys(web.actor, web.forum)) ?? then(web);

const formPage = (web: Web, title: string, main: ReturnType<typeof WritingPage>, of: Filled): Answer =>
  page({ title, crumbs: crumbs(web), menu: 'surveys', main, noindex: true }, of.errors.length > 0 ? 422 : 200);

const FIELDS = ['round', 'question', 'code', 'by', 'column'] as const;

/** The figure that the fields name, as it went out; or why there is none. */
async function writing(web: Web, text: (name: string) => string, of: Filled): Promise<Answer> {
  const { lang, db, forum } = web;
  const round = await roundByNumber(db, forum.id, text('round'));
  if (!round) return refused({ kind: 'not_found', message: message('surveys.round.none') });
  const latest = await latestPublication(db, forum.id, round.id);
  const found = latest && figureIn(latest.results, round.number, figureAsked(text));
  if (!found)
    return refused({ kind: 'not_found', message: message('surveys.findings.wrong.figure', { number: round.number }) });
  const main = WritingPage({
    ...{
      of,
      action: web.at('/findings'),
      back: web.at(`/surveys/${round.number}/results`),
      languages: forum.languages,
    },
    hidden: Object.fromEntries(FIELDS.map((name) => [name, text(name)])),
    children: FoundFigure({ lang, say: sayIn(web), found }),
  });
  return formPage(web, lang.t('surveys.findings.write'), main, of);
}

async function write(web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const text = (name: string): string => posted.value.text(name);
  const round = await roundByNumber(web.db, web.forum.id, text('round'));
  if (!round) return refused({ kind: 'not_found', message: message('surveys.round.none') });
  const read = readSentence(posted.value, web.forum.languages);
  const made = read.ok
    ? await web.perform(writeFinding, { round: round.id, ...figureAsked(text), sentence: read.value })
    : read;
  if (made.ok) return redirect(`${web.at(findingPath(made.value))}?done=written`);
  const { fields, message: what } = made.refusal;
  const field = `sentence_${web.forum.languages[0] ?? 'az'}`;
  return writing(web, text, filled(web.lang, keep(posted.value), fields ?? [{ field, message: what }]));
}

function reporting(web: Web, of: Filled): Answer {
  const { lang, forum } = web;
  const main = ReportingPage({
    ...{ of, action: web.at('/findings/reported'), back: web.at('/findings'), languages: forum.languages },
  });
  return formPage(web, lang.t('surveys.findings.report'), main, of);
}

async function report(web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const read = readReported(posted.value, web.forum.languages, web.lang.code);
  const made = read.ok ? await web.perform(reportFinding, read.value) : read;
  if (made.ok) return redirect(`${web.at(findingPath(made.value))}?done=written`);
  const { fields, message: what } = made.refusal;
  return reporting(web, filled(web.lang, keep(posted.value), fields ?? [{ field: 'url', message: what }]));
}

function withdrawing(web: Web, finding: Finding, of: Filled): Answer {
  const { lang } = web;
  const here = web.at(findingPath(finding));
  const main = WithdrawingPage({ of, action: `${here}/withdrawal`, back: here, title: lang.pick(finding.sentence) });
  return formPage(web, lang.t('surveys.findings.withdraw'), main, of);
}

async function withdraw(web: Web, finding: Finding): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const reason = posted.value.text('reason').trim();
  if (reason === '') {
    const errors = [{ field: 'reason', message: message('surveys.findings.wrong.reason') }];
    return withdrawing(web, finding, filled(web.lang, keep(posted.value), errors));
  }
  const made = await web.perform(withdrawFinding, { finding: finding.id, reason });
  if (made.ok) return redirect(`${web.at(findingPath(finding))}?done=withdrawn`);
  const errors = made.refusal.fields ?? [{ field: 'reason', message: made.refusal.message }];
  return withdrawing(web, finding, filled(web.lang, keep(posted.value), errors));
}

/** Findings for everybody, and the deeds of keepers. */
export const findingRoutes = (needs: SurveyNeeds): readonly Route[] => [
  get('/findings', list),
  get(
    '/findings/new',
    kept((web) => writing(web, (name) => web.url.searchParams.get(name) ?? '', filled(web.lang, {}))),
  ),
  post('/findings', kept(write)),
  get(
    '/findings/reported',
    kept(async (web) => reporting(web, filled(web.lang, {}))),
  ),
  post('/findings/reported', kept(report)),
  get(
    '/findings/:number',
    at((web, finding) => one(needs, web, finding)),
  ),
  get('/findings/:number/withdrawal', (web) =>
    kept(at(async (web, finding) => withdrawing(web, finding, filled(web.lang, {}))))(web),
  ),
  post('/findings/:number/withdrawal', (web) => kept(at(withdraw))(web)),
];
