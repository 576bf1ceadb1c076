import type { FieldError, Result } from '#core/errors/result.ts';
import { takeUploads } from '#core/files/take.ts';
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
import { filled, type Kept, keep } from '#ui/filled.ts';
import { addTo, answer, removeAt, stateOf } from '../../filling/rules.ts';
import type { Form, Shown, State } from '../../filling/schema.ts';
import type { SurveyNeeds } from '../../needs/schema.ts';
import { wordsIn } from '../../questionnaires/rules.ts';
import { keepFilling } from '../commands.ts';
import { type Going, going, titleOf } from '../going/routes.ts';
import { handingRoutes } from '../handing/routes.ts';
import { instantOf, questionsOf } from '../instant/api.ts';
import { PartPage } from '../pages/part-page.tsx';
import { declinedField, fieldOf, openParts, problemKey, rankField, shownIn, written } from '../rules.ts';
import type { Begun } from '../schema.ts';

const onPart = (web: Web): number => {
  const asked = web.url.searchParams.get('part') ?? '';
  return /^\d{1,3}$/.test(asked) ? Number(asked) : 0;
};

/** What stands in the fields of a page. */
export function valuesOf(items: readonly Shown[], declined: Begun['declined']): Kept {
  const values: Record<string, string | readonly string[]> = {};
  for (const { path, item, kind, value } of items) {
    if (kind !== 'question' || item.is !== 'question') continue;
    const why = declined[path];
    if (item.type === 'rank')
      for (const [i, name] of value.split(' ').entries()) values[rankField(path, name)] = String(i + 1);
    else values[fieldOf(path)] = item.type === 'select_multiple' ? value.split(' ') : value;
    if (why && item.type === 'select_one') values[fieldOf(path)] = `~${why}`;
    else if (why) values[declinedField(path)] = why;
  }
  return values;
}

/** The part asked for, or the first open one; the page to check when all are behind. */
function show(
  web: Web,
  on: Going,
  errors: readonly FieldError[] = [],
  typed: Kept | null = null,
  more = false,
): Answer {
  const { lang } = web;
  const { state, parts, here, begun, form, round } = on;
  const open = openParts(state, parts);
  const part = open.find((one) => one >= onPart(web)) ?? open[0];
  if (part === undefined) return redirect(`${here}/check`);
  const items = shownIn(state, parts[part]!);
  const step = open.indexOf(part);
  const instant = instantOf(on, lang, parts[part]!);
  const main = PartPage({
    of: filled(lang, { ...valuesOf(instant.every, on.filling.declined), ...typed }, errors),
    ...{ items, more, title: titleOf(on), language: begun.language, languages: form.questionnaire.languages },
    ...{ step: step + 1, steps: open.length, action: `${here}?part=${part}` },
    back: step > 0 ? `${here}?part=${open[step - 1]}` : null,
    later: begun.mode === 'kiosk' ? null : `${here}?part=${part}`,
    files: items.some(({ item }) => item.is === 'question' && item.type === 'image'),
    ...{ instant, carries: null },
  });
  const title = lang.pick(round.declaration.title);
  const bare = begun.mode === 'kiosk';
  const scripted = { script: 'fill', connects: true, loads: true } as const;
  const kept = { title, menu: 'surveys', main, noindex: true, secret: true, bare, ...scripted };
  return page(kept, errors.length > 0 ? 422 : 200);
}

/** Pictures of a page, judged and cleaned, each as the answer of its question. */
async function withPictures(
  on: Going,
  needs: SurveyNeeds,
  items: readonly Shown[],
  posted: Posted,
): Promise<Result<State>> {
  let { state } = on;
  for (const { path, item } of items) {
    if (item.is !== 'question' || item.type !== 'image') continue;
    const sent = posted.files(fieldOf(path)).filter(({ bytes }) => bytes.length > 0);
    if (sent.length === 0) continue;
    const taken = await takeUploads(needs.files, sent.slice(0, 1), 'photo');
    if (!taken.ok) return taken;
    state = answer(on.form, state, path, taken.value[0]!.sha256, on.filling);
  }
  return { ok: true, value: state };
}

async function goOn(web: Web, needs: SurveyNeeds): Promise<Answer> {
  const found = await going(web);
  if (!found.ok) return refused(found.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const on = found.value;
  const part = onPart(web);
  const before = shownIn(on.state, on.parts[part] ?? []);
  const pictured = await withPictures(on, needs, before, posted.value);
  const { state: typed, declined } = written(
    on.form,
    pictured.ok ? pictured.value : on.state,
    on.parts[part] ?? [],
    posted.value,
    on.filling,
  );
  const filling = { ...on.filling, declined };
  const [add, remove] = [posted.value.text('add'), posted.value.text('remove')];
  const grown = add ? addTo(on.form, typed, add, filling) : typed;
  const state = remove ? removeAt(on.form, grown, remove, filling) : grown;
  // Whatever is wrong with it, nothing that was typed is lost.
  const kept = await web.perform(keepFilling, { secret: on.secret, answers: state.answers, declined });
  if (!kept.ok) return refused(kept.refusal);
  const now = { ...on, state: stateOf(on.form, state.answers, filling), filling };
  if (add || remove) return redirect(`${on.here}?part=${part}`);
  if (!pictured.ok) return show(web, now, pictured.refusal.fields ?? [], keep(posted.value));
  const items = shownIn(now.state, on.parts[part] ?? []);
  const errors = problemsIn(items, { language: on.begun.language, form: on.form });
  if (errors.length > 0) return show(web, now, errors, keep(posted.value));
  const seen = new Set(posted.value.text('shown').split(' '));
  if (items.some(({ path, kind }) => kind === 'question' && !seen.has(path))) return show(web, now, [], null, true);
  const next = openParts(now.state, on.parts).find((one) => one > part);
  return redirect(next === undefined ? `${on.here}/check` : `${on.here}?part=${next}`);
}

/** What is wrong on a page, at its fields, in the words of the author where there are any. */
export const problemsIn = (
  items: readonly Shown[],
  { language, form }: { readonly language: string; readonly form: Form },
): readonly FieldError[] =>
  items.flatMap(({ path, problem }) => {
    if (!problem) return [];
    const own = wordsIn(problem.message, language, form.questionnaire.languages).text;
    const said = own ? message('surveys.capture.own', { words: own }) : message(problemKey(problem));
    return [{ field: fieldOf(path), message: said }];
  });

/** One section a page; the draft stays on the server, the secret of the address leads back to it. */
export const fillingRoutes = (needs: SurveyNeeds): readonly Route[] => [
  get('/surveys/:number/form/:secret', async (web) => {
    const found = await going(web);
    return found.ok ? show(web, found.value) : refused(found.refusal);
  }),
  get('/surveys/:number/form/:secret/questions', async (web) => {
    const found = await going(web);
    return found.ok ? questionsOf(found.value) : refused(found.refusal);
  }),
  post('/surveys/:number/form/:secret', (web) => goOn(web, needs)),
  ...handingRoutes,
];
