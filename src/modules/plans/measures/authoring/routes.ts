import type { Result } from '#core/errors/result.ts';
import { isChangedMeanwhile, SEEN } from '#core/errors/seen.ts';
import {
  type Answer,
  get,
  type Posted,
  page,
  post,
  type Route,
  redirect,
  refused,
  type Web,
} from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, type Kept, keep, mergedWith, withSeen } from '#ui/filled.ts';
import { Reading, rowsIn, rowsWritten } from '../../forms.ts';
import { type PlanHead, pointsOf } from '../../plan/queries.ts';
import { planToWrite, writingPage } from '../../plan/routes.ts';
import { isAdopted, stageOn } from '../../plan/rules.ts';
import { MEASURE_ROWS, type MeasureInput, measureValues, type NewMeasure, readMeasure } from '../forms.ts';
import { showMarks, writeMarks } from '../marks/routes.ts';
import { bodyOptions, markChoices, measurePage, measureToWrite, namedBy, type Written } from '../routes.ts';
import { createMeasure, editMeasure, factsOf, removeMeasure } from './commands.ts';
import type { MeasureFormProps } from './pages/measure-form.tsx';
import { EditMeasurePage, NewMeasurePage, RemovalPage } from './pages/measure-pages.tsx';

interface Standing {
  readonly values: Kept;
  readonly errors?: Filled['errors'];
  /** Rows of the lists that are filled. */
  readonly executors: number;
  readonly milestones: number;
  /** What is offered although it no longer could be chosen anew. */
  readonly kept: MeasureInput | null;
}

/** What stands in the form: facts that were read, or whatever was typed when it could not be read. */
const standing = (input: MeasureInput, errors: Filled['errors'] = [], more: Kept = {}): Standing => ({
  values: { ...measureValues(input), ...more },
  errors,
  executors: input.executors.length,
  milestones: input.milestones.length,
  kept: input,
});

const typed = (posted: Posted, errors: Filled['errors'], kept: MeasureInput | null): Standing => ({
  values: keep(posted),
  errors,
  executors: rowsWritten(
    { names: posted.names.filter((n) => n.endsWith('_body')), text: (n) => posted.text(n) },
    'executor',
  ),
  milestones: rowsWritten(posted, 'milestone'),
  kept,
});

async function formProps(web: Web, head: PlanHead, stands: Standing) {
  const { plan } = head;
  const points = await pointsOf(web.db, plan);
  return {
    of: filled(web.lang, stands.values, stands.errors),
    own: plan.language,
    points: points.map((point) => ({
      value: point.id as string,
      label: [point.number, web.lang.pick(point.title)].filter(Boolean).join('. '),
    })),
    bodies: await bodyOptions(web, stands.kept?.executors.map((one) => one.body) ?? []),
    executors: stands.executors,
    milestones: stands.milestones,
    ...(await markChoices(web, stands.kept)),
  } satisfies Partial<MeasureFormProps>;
}

const statusOf = (stands: Standing): number => ((stands.errors?.length ?? 0) > 0 ? 422 : 200);

async function showNew(web: Web, head: PlanHead, stands: Standing): Promise<Answer> {
  const plan = web.at(`/plans/${head.plan.slug}`);
  const adopted = isAdopted(stageOn(head.stages, web.today));
  const form = {
    ...(await formProps(web, head, stands)),
    action: `${plan}/measures`,
    back: plan,
    deed: web.lang.t('plans.measures.new.deed'),
    adopted,
  };
  const main = NewMeasurePage({ plan, name: web.lang.pick(head.plan.title), form });
  return page(writingPage(web, head, web.lang.t('plans.measures.new.title'), main), statusOf(stands));
}

async function create(web: Web): Promise<Answer> {
  const head = await planToWrite(web);
  if (!head.ok) return refused(head.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const { plan, stages } = head.value;
  const facts = readMeasure(posted.value, plan);
  const added = isAdopted(stageOn(stages, web.today)) ? readAdded(posted.value) : none;
  if (!facts.ok || !added.ok) {
    const errors = [facts, added].flatMap((read) => (read.ok ? [] : (read.refusal.fields ?? [])));
    return showNew(web, head.value, typed(posted.value, errors, null));
  }
  const made = await web.perform(createMeasure, { ...facts.value, plan: plan.id, added: added.value });
  if (made.ok) return redirect(`${web.at(`/plans/${made.value.plan}/measures/${made.value.slug}`)}/edit?done=created`);
  if (!made.refusal.fields) return refused(made.refusal);
  const decision = keep(posted.value);
  const { added_on = '', added_decision = '', added_url = '' } = decision;
  return showNew(web, head.value, standing(facts.value, made.refusal.fields, { added_on, added_decision, added_url }));
}

const none: Result<NewMeasure['added']> = { ok: true, value: null };

function readAdded(posted: Posted): Result<NewMeasure['added']> {
  const read = new Reading(posted);
  const on = read.neededDay('added_on', message('plans.measures.wrong.no_added_day'));
  const decision = read.needed('added_decision', message('plans.measures.wrong.no_added_decision'));
  return read.end({ on: on!, decision, decisionUrl: read.url('added_url') });
}

async function showEdit(web: Web, written: Written, stands: Standing): Promise<Answer> {
  const form = {
    ...(await formProps(web, written.head, stands)),
    action: `${written.at}/edit`,
    back: written.at,
    deed: web.lang.t('plans.measures.edit.deed'),
    adopted: false,
  };
  const created = web.url.searchParams.get('done') === 'created';
  const main = EditMeasurePage({ measure: written.at, name: written.name, form, created });
  return page(measurePage(web, written, web.lang.t('plans.measures.edit.title'), main), statusOf(stands));
}

async function edit(web: Web): Promise<Answer> {
  const found = await measureToWrite(web);
  if (!found.ok) return refused(found.refusal);
  const written = found.value;
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  if (written.adopted) return writeMarks(web, written, posted.value, () => factsOf(web.db, written.measure));
  const before = await factsOf(web.db, written.measure);
  const read = readMeasure(posted.value, written.head.plan);
  if (!read.ok) return showEdit(web, written, typed(posted.value, read.refusal.fields ?? [], before));
  const seen = posted.value.text(SEEN);
  const made = await web.perform(editMeasure, { ...read.value, measure: written.measure.id, seen });
  if (made.ok) return redirect(`${web.at(`/plans/${made.value.plan}/measures/${made.value.measure}`)}?done=saved`);
  if (isChangedMeanwhile(made.refusal)) return showMerged(web, posted.value);
  if (!made.refusal.fields) return refused(made.refusal);
  return showEdit(web, written, standing(read.value, made.refusal.fields, { [SEEN]: seen }));
}

/** Somebody else saved the measure meanwhile: both are shown together. */
async function showMerged(web: Web, posted: Posted): Promise<Answer> {
  const found = await measureToWrite(web);
  if (!found.ok) return refused(found.refusal);
  const facts = await factsOf(web.db, found.value.measure);
  const { points, bodies, places, localisable } = await formProps(web, found.value.head, standing(facts));
  const named = namedBy(web, [...points, ...bodies, ...places, ...localisable]);
  const of = mergedWith(web.lang, measureValues(facts), keep(posted), { lists: MEASURE_ROWS, named });
  const bodyRows = Object.fromEntries(Object.entries(of.values).filter(([name]) => name.endsWith('_body')));
  return showEdit(web, found.value, {
    ...{ values: of.values, errors: of.errors, kept: facts },
    ...{ executors: rowsIn(bodyRows, 'executor'), milestones: rowsIn(of.values, 'milestone') },
  });
}

function showRemoval(web: Web, written: Written): Answer {
  const main = RemovalPage({ of: filled(web.lang), measure: written.at, name: written.name });
  return page(measurePage(web, written, web.lang.t('plans.measures.remove.title'), main));
}

async function remove(web: Web): Promise<Answer> {
  const found = await measureToWrite(web);
  if (!found.ok) return refused(found.refusal);
  const made = await web.perform(removeMeasure, { measure: found.value.measure.id });
  return made.ok ? redirect(`${web.at(`/plans/${made.value.plan}`)}?done=removed`) : refused(made.refusal);
}

export const measureRoutes: readonly Route[] = [
  get('/plans/:plan/measures/new', async (web) => {
    const head = await planToWrite(web);
    if (!head.ok) return refused(head.refusal);
    const values = { local_executor: 'unknown', currency: 'AZN' };
    return showNew(web, head.value, { values, executors: 0, milestones: 0, kept: null });
  }),
  post('/plans/:plan/measures', create),
  get('/plans/:plan/measures/:measure/edit', async (web) => {
    const found = await measureToWrite(web);
    if (!found.ok) return refused(found.refusal);
    const facts = await factsOf(web.db, found.value.measure);
    if (found.value.adopted) return showMarks(web, found.value, facts);
    const seen = withSeen(measureValues(facts), MEASURE_ROWS);
    return showEdit(web, found.value, standing(facts, [], { [SEEN]: seen[SEEN] ?? '' }));
  }),
  post('/plans/:plan/measures/:measure/edit', edit),
  get('/plans/:plan/measures/:measure/removal', async (web) => {
    const found = await measureToWrite(web);
    return found.ok ? showRemoval(web, found.value) : refused(found.refusal);
  }),
  post('/plans/:plan/measures/:measure/removal', remove),
];
