import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { bodiesOf } from '#modules/places/contract.ts';
import { type Filled, filled } from '#ui/filled.ts';
import { mayApply, mayKeepSeats } from '../access.ts';
import { again, doneHere, formPage, membersCrumb, stranger } from '../routes.ts';
import { seatingOf } from '../seats/queries.ts';
import { answerApplication, apply, writeCriteria } from './commands.ts';
import { readAnswer, readApplication, readCriteria } from './forms.ts';
import { AnswerForm } from './pages/answer-form.tsx';
import { ApplicationPage } from './pages/application.tsx';
import { ApplicationForm } from './pages/application-form.tsx';
import { ApplicationsPage } from './pages/applications.tsx';
import { CriteriaForm } from './pages/criteria-form.tsx';
import { applicationsOf, criteriaOf, withheldHere } from './queries.ts';
import { criteriaOn, forVisitors, WITHHELD_WORDS } from './rules.ts';
import type { Application } from './schema.ts';

const DONE = ['received', 'answered', 'criteria'] as const;
const doneOf = (web: Web) => doneHere(web, DONE, (done) => `forum.applications.done_${done}`);
const keeps = ({ actor, forum, sight }: Web): boolean => mayKeepSeats(actor, forum).may && !sight.preview;
const crumb = (web: Web) => ({ label: web.lang.t('forum.applications.title'), href: web.at('/members/applications') });

async function list(web: Web): Promise<Answer> {
  const { db, forum, lang, today } = web;
  const [versions, { constituencies }] = [await criteriaOf(db, forum.id), await seatingOf(db, forum.id)];
  const withheld = await withheldHere(db, forum);
  const all = await applicationsOf(db, forum.id);
  const main = ApplicationsPage({
    ...{ lang, today, versions: versions.toReversed(), criteria: criteriaOn(versions, today), mayKeep: keeps(web) },
    applications: keeps(web) ? all : all.map((one) => forVisitors(one, withheld)),
    groups: new Map(constituencies.map((one) => [one.id as string, one.name])),
    ...{ mayApply: mayApply(forum).may, done: doneOf(web), at: (path: string) => web.at(path) },
  });
  const title = lang.t('forum.applications.title');
  const description = lang.t('forum.applications.lede');
  return page({ title, description, menu: 'decisions', crumbs: [membersCrumb(web)], main });
}

const NONE = refused({ kind: 'not_found', message: message('forum.applications.refused_none') });

/** The application of the address, as it was written. */
async function found(web: Web): Promise<Application | null> {
  const number = web.params.number ?? '';
  if (!/^[1-9]\d{0,5}$/.test(number)) return null;
  return (await applicationsOf(web.db, web.forum.id)).find((one) => one.number === Number(number)) ?? null;
}

async function one(web: Web): Promise<Answer> {
  const { db, forum, lang, today } = web;
  const application = await found(web);
  if (!application) return NONE;
  const withheld = await withheldHere(db, forum);
  const seen = keeps(web) ? application : forVisitors(application, withheld);
  const { constituencies } = await seatingOf(db, forum.id);
  const main = ApplicationPage({
    ...{ lang, today, application: seen, mayKeep: keeps(web), done: doneOf(web), at: (path: string) => web.at(path) },
    criteria: (await criteriaOf(db, forum.id)).find((version) => version.id === application.criteria) ?? null,
    group: constituencies.find((group) => group.id === application.constituency)?.name ?? {},
    withheld: withheld.of(WITHHELD_WORDS, application.id),
  });
  const title = lang.t('forum.applications.title_of', { number: application.number });
  return page({ title, menu: 'decisions', crumbs: [membersCrumb(web), crumb(web)], main });
}

async function applicationForm(web: Web, of: Filled, paper: boolean): Promise<Answer> {
  const { db, forum, lang, today } = web;
  const criteria = criteriaOn(await criteriaOf(db, forum.id), today);
  if (!criteria || !mayApply(forum).may)
    return refused({ kind: 'not_available', message: message('forum.applications.refused_closed') });
  const { constituencies } = await seatingOf(db, forum.id);
  const main = ApplicationForm({
    ...{ of, criteria, paper, today, action: web.at('/members/applications'), back: web.at('/members/applications') },
    groups: constituencies.map((group) => ({ value: group.id, label: lang.pick(group.name) })),
  });
  return formPage(web, lang.t('forum.applications.apply'), [crumb(web)], main, of);
}

async function send(web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const paper = posted.value.text('paper') === 'yes';
  const no = paper ? stranger(web, mayKeepSeats(web.actor, web.forum)) : null;
  if (no) return no;
  const read = readApplication(posted.value, { paper, today: web.today });
  const made = read.ok ? await web.perform(apply, read.value) : read;
  if (made.ok) return redirect(`${web.at(`/members/applications/${made.value.number}`)}?done=received`);
  return again(web, posted.value, made, (of) => applicationForm(web, of, paper));
}

async function criteriaForm(web: Web, of: Filled): Promise<Answer> {
  const { db, forum, lang } = web;
  const bodies = (await bodiesOf(db, forum.id))
    .filter((body) => body.to === null && body.kind !== 'class')
    .map((body) => ({ value: body.id as string, label: lang.pick(body.name) }))
    .sort((a, b) => lang.compare(a.label, b.label));
  const places = { action: web.at('/members/criteria'), back: web.at('/members/applications') };
  const main = CriteriaForm({ of, languages: forum.languages, bodies, ...places });
  return formPage(web, lang.t('forum.applications.write_criteria'), [crumb(web)], main, of);
}

function answerForm(web: Web, { number }: Application, of: Filled): Answer {
  const back = web.at(`/members/applications/${number}`);
  const over = web.lang.t('forum.applications.title_of', { number });
  const main = AnswerForm({ of, over, back, action: `${back}/answer` });
  return formPage(web, web.lang.t('forum.applications.answer'), [crumb(web)], main, of);
}

/** Criteria, applications and their answers. */
export const applicationRoutes: readonly Route[] = [
  get('/members/applications', list),
  get('/members/applications/new', async (web) => {
    const paper = web.url.searchParams.get('paper') === 'yes';
    const no = paper ? stranger(web, mayKeepSeats(web.actor, web.forum)) : null;
    return no ?? applicationForm(web, filled(web.lang), paper);
  }),
  post('/members/applications', send),
  get('/members/applications/:number', one),
  get('/members/applications/:number/answer', async (web) => {
    const no = stranger(web, mayKeepSeats(web.actor, web.forum));
    if (no) return no;
    const application = await found(web);
    return application ? answerForm(web, application, filled(web.lang, { decided_on: web.today })) : NONE;
  }),
  post('/members/applications/:number/answer', async (web) => {
    const no = stranger(web, mayKeepSeats(web.actor, web.forum));
    if (no) return no;
    const [application, posted] = [await found(web), await web.posted()];
    if (!application) return NONE;
    if (!posted.ok) return refused(posted.refusal);
    const read = readAnswer(posted.value, application.id);
    const made = read.ok ? await web.perform(answerApplication, read.value) : read;
    if (made.ok) return redirect(`${web.at(`/members/applications/${application.number}`)}?done=answered`);
    return again(web, posted.value, made, (of) => answerForm(web, application, of));
  }),
  get('/members/criteria/new', async (web) => {
    const no = stranger(web, mayKeepSeats(web.actor, web.forum));
    return no ?? criteriaForm(web, filled(web.lang, { from: web.today }));
  }),
  post('/members/criteria', async (web) => {
    const no = stranger(web, mayKeepSeats(web.actor, web.forum));
    if (no) return no;
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const read = readCriteria(posted.value);
    const made = read.ok ? await web.perform(writeCriteria, read.value) : read;
    if (made.ok) return redirect(`${web.at('/members/applications')}?done=criteria`);
    return again(web, posted.value, made, (of) => criteriaForm(web, of));
  }),
];
