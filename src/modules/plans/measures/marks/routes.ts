import { isChangedMeanwhile, SEEN } from '#core/errors/seen.ts';
import { type Answer, type Posted, page, redirect, type Web } from '#core/http/route.ts';
import { type Filled, filled, type Kept, keep, mergedWith, withSeen } from '#ui/filled.ts';
import { again } from '../../plan/routes.ts';
import { type MeasureInput, markValues, readMarks } from '../forms.ts';
import { markChoices, measurePage, namedBy, type Written } from '../routes.ts';
import { markMeasure } from './commands.ts';
import { MarksPage } from './pages/marks-page.tsx';

interface Shown {
  readonly values: Kept;
  readonly errors: Filled['errors'];
}

/** The form of an adopted measure: only what is said about it. */
export async function showMarks(web: Web, written: Written, facts: MeasureInput, again?: Shown): Promise<Answer> {
  const of = filled(web.lang, again?.values ?? withSeen(markValues(facts)), again?.errors);
  const choices = await markChoices(web, facts);
  const main = MarksPage({ of, measure: written.at, name: written.name, ...choices });
  return page(measurePage(web, written, web.lang.t('plans.measures.marks.title'), main), again ? 422 : 200);
}

export async function writeMarks(
  web: Web,
  written: Written,
  posted: Posted,
  standing: () => Promise<MeasureInput>,
): Promise<Answer> {
  const read = readMarks(posted);
  const about = { measure: written.measure.id, seen: posted.text(SEEN) };
  const made = read.ok ? await web.perform(markMeasure, { ...read.value, ...about }) : read;
  if (made.ok) return redirect(`${written.at}?done=saved`);
  const facts = await standing();
  if (isChangedMeanwhile(made.refusal)) {
    const choices = await markChoices(web, facts);
    const of = mergedWith(web.lang, markValues(facts), keep(posted), {
      named: namedBy(web, [...choices.places, ...choices.localisable]),
    });
    return showMarks(web, written, facts, of);
  }
  return again(made, (errors) => showMarks(web, written, facts, { values: keep(posted), errors }));
}
