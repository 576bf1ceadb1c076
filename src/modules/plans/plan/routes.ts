import { type Result, refuse } from '#core/errors/result.ts';
import { isChangedMeanwhile, SEEN } from '#core/errors/seen.ts';
import { REFERENCE } from '#core/forum.ts';
import { type Answer, get, type Page, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isLanguage, type LanguageCode } from '#core/i18n/texts.ts';
import { type Filled, filled, type Kept, keep, mergedWith, textOf, withSeen } from '#ui/filled.ts';
import { mayWritePlans } from '../access.ts';
import { createPlan, describePlan, editPlan } from './commands.ts';
import { planAboutValues, planValues, readPlan, readPlanAbout } from './forms.ts';
import { EditPlanPage, NewPlanPage } from './pages/plan-edit.tsx';
import { ownPlan, type PlanHead } from './queries.ts';
import { isAdopted, stageOn } from './rules.ts';
import { EXECUTOR_VOICES } from './schema.ts';

/** May the reader write plans here? Asked before anything is said about what exists. */
function asAuthor(web: Web): Result<null> {
  const verdict = mayWritePlans(web.actor, web.forum);
  if (verdict.may) return { ok: true, value: null };
  return refuse(web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', verdict.reason);
}

/** The plan in the address, for those who may write it. */
export async function planToWrite(web: Web): Promise<Result<PlanHead>> {
  const author = asAuthor(web);
  if (!author.ok) return author;
  const head = await ownPlan(web.db, web.forum.id, web.params.plan ?? '');
  return head ? { ok: true, value: head } : refuse('not_found', message('plans.plan.refused.unknown'));
}

/** A page of writing: its place in the menu, and the way back to the plan. */
export function writingPage(web: Web, head: PlanHead | null, title: string, main: Page['main']): Page {
  const plans = { label: web.lang.t('plans.plan.plans'), href: web.at('/plans') };
  const plan = head && { label: web.lang.pick(head.plan.title), href: web.at(`/plans/${head.plan.slug}`) };
  return { title, menu: 'plans', noindex: true, crumbs: plan ? [plans, plan] : [plans], main };
}

/** The language whose field is asked first: the chosen one, else the forum's first. */
const ownLanguage = (web: Web, of: Filled): LanguageCode => {
  const chosen = textOf(of, 'language');
  return isLanguage(chosen) ? chosen : (web.forum.languages[0] ?? 'az');
};

function newPage(web: Web, of: Filled, status = 200): Answer {
  const national = web.forum.id === REFERENCE;
  const title = web.lang.t(national ? 'plans.plan.new.title_national' : 'plans.plan.new.title');
  const own = ownLanguage(web, of);
  const main = NewPlanPage({ of, action: web.at('/plans'), back: web.at('/plans'), own, national });
  return page(writingPage(web, null, title, main), status);
}

async function create(web: Web): Promise<Answer> {
  const author = asAuthor(web);
  if (!author.ok) return refused(author.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const read = readPlan(posted.value);
  const made = read.ok ? await web.perform(createPlan, read.value) : read;
  if (made.ok) return redirect(`${web.at(`/plans/${made.value.slug}/points`)}?done=created`);
  return again(made, (errors) => newPage(web, filled(web.lang, keep(posted.value), errors), 422));
}

/** The same form with what is wrong, or a whole page of refusal where no field is to blame. */
export async function again(
  no: Extract<Result<unknown>, { ok: false }>,
  form: (errors: Filled['errors']) => Answer | Promise<Answer>,
): Promise<Answer> {
  return no.refusal.fields ? form(no.refusal.fields) : refused(no.refusal);
}

function editPage(web: Web, head: PlanHead, of: Filled, status = 200): Answer {
  const plan = web.at(`/plans/${head.plan.slug}`);
  const adopted = isAdopted(stageOn(head.stages, web.today));
  const name = web.lang.pick(head.plan.title);
  const saved = web.url.searchParams.get('done') === 'saved';
  const main = EditPlanPage({ of, plan, name, own: ownLanguage(web, of), adopted, saved });
  return page(writingPage(web, head, web.lang.t('plans.plan.edit.title'), main), status);
}

async function edit(web: Web): Promise<Answer> {
  const head = await planToWrite(web);
  if (!head.ok) return refused(head.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const { plan, stages } = head.value;
  const adopted = isAdopted(stageOn(stages, web.today));
  const seen = posted.value.text(SEEN);
  const made = adopted
    ? await describe(web, head.value, readPlanAbout(posted.value), seen)
    : await correct(web, head.value, readPlan(posted.value), seen);
  if (made.ok) return redirect(`${web.at(`/plans/${plan.slug}/edit`)}?done=saved`);
  if (isChangedMeanwhile(made.refusal)) return merged(web, keep(posted.value));
  const kept = { ...planValues(plan), ...keep(posted.value) };
  return again(made, (errors) => editPage(web, head.value, filled(web.lang, kept, errors), 422));
}

/** Somebody else saved the plan meanwhile: both are shown together. */
async function merged(web: Web, typed: Kept): Promise<Answer> {
  const head = await planToWrite(web);
  if (!head.ok) return refused(head.refusal);
  const { plan, stages } = head.value;
  const adopted = isAdopted(stageOn(stages, web.today));
  const of = mergedWith(web.lang, adopted ? planAboutValues(plan) : planValues(plan), typed, {
    named: (field, value) => {
      if (field === 'language' && isLanguage(value)) return web.lang.t(`core.language.${value}`);
      const voice = EXECUTOR_VOICES.find((one) => one === value);
      return field === 'executor_voice' && voice ? web.lang.t(`plans.plan.form.voice.${voice}`) : null;
    },
  });
  return editPage(web, head.value, { ...of, values: { ...planValues(plan), ...of.values } }, 409);
}

const describe = async (
  web: Web,
  head: PlanHead,
  read: ReturnType<typeof readPlanAbout>,
  seen: string,
): Promise<Result<unknown>> =>
  read.ok ? web.perform(describePlan, { ...read.value, plan: head.plan.id, seen }) : read;

async function correct(
  web: Web,
  head: PlanHead,
  read: ReturnType<typeof readPlan>,
  seen: string,
): Promise<Result<unknown>> {
  if (!read.ok) return read;
  const { slug: _fixed, ...said } = read.value;
  return web.perform(editPlan, { ...said, plan: head.plan.id, seen });
}

export const planRoutes: readonly Route[] = [
  get('/plans/new', async (web) => {
    const author = asAuthor(web);
    const first = { language: web.forum.languages[0] ?? 'az', reply_days: '10', extension_days: '5' };
    return author.ok ? newPage(web, filled(web.lang, first)) : refused(author.refusal);
  }),
  post('/plans', create),
  get('/plans/:plan/edit', async (web) => {
    const head = await planToWrite(web);
    if (!head.ok) return refused(head.refusal);
    const { plan, stages } = head.value;
    const open = isAdopted(stageOn(stages, web.today)) ? planAboutValues(plan) : planValues(plan);
    return editPage(web, head.value, filled(web.lang, { ...planValues(plan), ...withSeen(open) }));
  }),
  post('/plans/:plan/edit', edit),
];
