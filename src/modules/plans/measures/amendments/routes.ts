import { isAsSeen, isChangedMeanwhile, SEEN } from '#core/errors/seen.ts';
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
import { bodiesById } from '#modules/places/contract.ts';
import { type Filled, filled, keep, mergedWith, withSeen } from '#ui/filled.ts';
import { again } from '../../plan/routes.ts';
import { bodyOptions, measurePage, measureToWrite, type Written } from '../routes.ts';
import { amended, changesBetween, measureOn } from '../rules.ts';
import { amendMeasure } from './commands.ts';
import { type AmendmentInput, amendmentValues, readAmendment, TARGET_ROWS } from './forms.ts';
import { AmendmentFormPage } from './pages/amendment-form.tsx';
import { CheckPage, type TargetLine } from './pages/check-page.tsx';
import { newAmendmentId, type StandingRows, standingOf } from './queries.ts';
import { amendmentErrors, currentOf, factsOf } from './rules.ts';

async function bodyNamed(web: Web, ids: readonly string[]): Promise<(id: string) => string> {
  const bodies = await bodiesById(web.db, web.forum.id, ids);
  return (id) => {
    const body = bodies.find((one) => one.id === id);
    return body ? web.lang.pick(body.name) : id;
  };
}

async function showForm(web: Web, written: Written, standing: StandingRows, of: Filled): Promise<Answer> {
  const { lang } = web;
  const active = standing.cells.filter((cell) => cell.to_day === null);
  const nameOf = await bodyNamed(
    web,
    active.map((cell) => cell.body_id),
  );
  const indicators = standing.indicators.map((row) => ({ value: row.id as string, label: lang.pick(row.text) }));
  const main = AmendmentFormPage({
    of,
    measure: written.at,
    name: written.name,
    own: written.head.plan.language,
    leaving: active.map((cell) => ({ value: cell.id, label: nameOf(cell.body_id) })),
    bodies: await bodyOptions(web),
    indicators,
    targets: currentOf(standing).targets.map(
      (target) => indicators.find((one) => one.value === target.indicator_id)?.label ?? '',
    ),
  });
  const title = lang.t('plans.measures.amendments.title');
  return page(measurePage(web, written, title, main), of.errors.length > 0 ? 422 : 200);
}

/** The diff with everything that was typed in hidden fields, and the id that makes it one amendment however often sent. */
async function showCheck(
  web: Web,
  written: Written,
  standing: StandingRows,
  input: AmendmentInput,
  posted: Posted,
): Promise<Answer> {
  const before = measureOn(written.measure, standing.amendments, input.effectiveOn);
  const out = standing.cells.filter((cell) => input.executorsOut.includes(cell.id)).map((cell) => cell.body_id);
  const coming = input.executorsIn.map((executor) => executor.body);
  const nameOf = await bodyNamed(web, [...out, ...coming]);
  const line = (indicator: string, value: number, by: AmendmentInput['effectiveOn']): TargetLine => ({
    indicator: web.lang.pick(standing.indicators.find((one) => one.id === indicator)?.text ?? {}),
    value: web.lang.number(value),
    by: web.lang.date(by),
  });
  const ended = standing.targets.filter((target) => input.targetsOut.includes(target.id));
  const { step: _asked, ...typed } = keep(posted);
  const main = CheckPage({
    of: filled(web.lang),
    measure: written.at,
    name: written.name,
    input,
    changes: changesBetween(before, amended(before, factsOf(input))),
    leaving: out.map(nameOf),
    coming: coming.map(nameOf),
    targetsOut: ended.map((target) => line(target.indicator_id, target.value, target.due_on)),
    targetsIn: input.targetsIn.map((target) => line(target.indicator, target.value, target.dueOn)),
    typed: { ...typed, amendment_id: newAmendmentId(web.now), step: 'record' },
  });
  return page(measurePage(web, written, web.lang.t('plans.measures.amendments.check_title'), main));
}

async function amend(web: Web): Promise<Answer> {
  const found = await measureToWrite(web);
  if (!found.ok) return refused(found.refusal);
  const written = found.value;
  if (!written.adopted) return notAdopted;
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const standing = await standingOf(web.db, written.head, written.measure);
  const form = (errors: Filled['errors']) =>
    showForm(web, written, standing, filled(web.lang, keep(posted.value), errors));
  const now = amendmentValues(currentOf(standing));
  const seen = posted.value.text(SEEN);
  // Another amendment was entered meanwhile: what this one leaves as it was must not undo it.
  const merged = () =>
    showForm(web, written, standing, mergedWith(web.lang, now, keep(posted.value), { lists: TARGET_ROWS }));
  const isRecorded = standing.amendments.some((row) => row.id === posted.value.text('amendment_id'));
  if (!isRecorded && !isAsSeen(seen, now, TARGET_ROWS)) return merged();
  if (posted.value.all('step').includes('change')) return form([]);
  const read = readAmendment(posted.value, currentOf(standing));
  if (!read.ok) return again(read, form);
  if (posted.value.text('step') !== 'record') {
    const errors = amendmentErrors(read.value, standing);
    return errors.length > 0 ? form(errors) : showCheck(web, written, standing, read.value, posted.value);
  }
  const made = await web.perform(amendMeasure, read.value);
  if (!made.ok) return isChangedMeanwhile(made.refusal) ? amend(web) : again(made, form);
  return redirect(`${web.at(`/plans/${made.value.plan}/measures/${made.value.measure}`)}?done=amendment`);
}

const notAdopted: Answer = {
  kind: 'refused',
  refusal: { kind: 'conflict', message: message('plans.measures.amendments.not_adopted') },
};

export const amendmentRoutes: readonly Route[] = [
  get('/plans/:plan/measures/:measure/amendments/new', async (web) => {
    const found = await measureToWrite(web);
    if (!found.ok) return refused(found.refusal);
    if (!found.value.adopted) return notAdopted;
    const standing = await standingOf(web.db, found.value.head, found.value.measure);
    const of = filled(web.lang, withSeen(amendmentValues(currentOf(standing)), TARGET_ROWS));
    return showForm(web, found.value, standing, of);
  }),
  post('/plans/:plan/measures/:measure/amendments', amend),
];
