import { type FieldError, type Result, refuse } from '#core/errors/result.ts';
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
import { type Filled, filled, type Kept, keep } from '#ui/filled.ts';
import { addTo, answer, begin, removeAt, stateOf } from '../../filling/rules.ts';
import type { Filling, Form, Shown, State } from '../../filling/schema.ts';
import { keepInterview } from '../../keeping/commands.ts';
import { formOf } from '../../keeping/queries.ts';
import { wordsIn } from '../../questionnaires/rules.ts';
import { declarationsOf, roundById } from '../../rounds/queries.ts';
import { pathOf } from '../../rounds/rules.ts';
import type { Round } from '../../rounds/schema.ts';
import type { SurveyNeeds } from '../../schema.ts';
import { endFilling, keepFilling } from '../commands.ts';
import { CheckPage } from '../pages/check-page.tsx';
import { PartPage } from '../pages/part-page.tsx';
import { begunBySecret } from '../queries.ts';
import {
  declinedField,
  fieldOf,
  fillingOf,
  openParts,
  partsOf,
  problemKey,
  rankField,
  shownIn,
  written,
} from '../rules.ts';
import type { Begun } from '../schema.ts';

/** A form that somebody began, ready to go on with. */
interface Going {
  readonly secret: string;
  readonly begun: Begun;
  readonly round: Round;
  readonly form: Form;
  readonly filling: Filling;
  readonly state: State;
  readonly parts: readonly (readonly string[])[];
  readonly here: string;
}

async function going(web: Web): Promise<Result<Going>> {
  const { db, forum } = web;
  const secret = web.params.secret ?? '';
  const begun = await begunBySecret(db, forum.id, secret);
  const round = begun && (await roundById(db, forum.id, begun.round));
  if (!begun || !round || String(round.number) !== web.params.number)
    return refuse('gone', message('surveys.capture.gone'));
  const said = (await declarationsOf(db, forum.id, round.id)).findLast(
    ({ declaration }) => declaration.edition === begun.edition,
  );
  const form = said && (await formOf(db, forum.id, said.declaration.questionnaire, begun.edition));
  if (!form) return refuse('conflict', message('surveys.capture.not_ready'));
  // The day, never the hour: what the form knows of the time is noon.
  const now = new Date(`${web.today}T12:00:00Z`).getTime();
  const filling = fillingOf({ now, language: begun.language, seed: begun.id, declined: begun.declined }, forum.zone);
  const answers = Object.keys(begun.answers).length > 0 ? begun.answers : begin(form, filling);
  const state = stateOf(form, answers, filling);
  const here = web.at(`${pathOf(round)}/form/${secret}`);
  return {
    ok: true,
    value: { secret, begun, round, form, filling, state, parts: partsOf(form.questionnaire.items), here },
  };
}

const onPart = (web: Web): number => {
  const asked = web.url.searchParams.get('part') ?? '';
  return /^\d{1,3}$/.test(asked) ? Number(asked) : 0;
};

/** What stands in the fields of a page. */
function valuesOf(items: readonly Shown[], declined: Begun['declined']): Kept {
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
  const main = PartPage({
    of: filled(lang, { ...valuesOf(items, on.filling.declined), ...typed }, errors),
    ...{ items, more, title: titleOf(on), language: begun.language, languages: form.questionnaire.languages },
    ...{ step: step + 1, steps: open.length, action: `${here}?part=${part}` },
    back: step > 0 ? `${here}?part=${open[step - 1]}` : null,
    later: begun.mode === 'kiosk' ? null : `${here}?part=${part}`,
    files: items.some(({ item }) => item.is === 'question' && item.type === 'image'),
  });
  const title = lang.pick(round.declaration.title);
  const bare = begun.mode === 'kiosk';
  return page({ title, menu: 'surveys', main, noindex: true, secret: true, bare }, errors.length > 0 ? 422 : 200);
}

const titleOf = ({ form, begun }: Going): string =>
  wordsIn(form.questionnaire.title, begun.language, form.questionnaire.languages).text;

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
    before,
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
  const errors = problemsIn(items, on);
  if (errors.length > 0) return show(web, now, errors, keep(posted.value));
  const seen = new Set(posted.value.text('shown').split(' '));
  if (items.some(({ path, kind }) => kind === 'question' && !seen.has(path))) return show(web, now, [], null, true);
  const next = openParts(now.state, on.parts).find((one) => one > part);
  return redirect(next === undefined ? `${on.here}/check` : `${on.here}?part=${next}`);
}

const problemsIn = (items: readonly Shown[], { begun, form }: Going): readonly FieldError[] =>
  items.flatMap(({ path, problem }) => {
    if (!problem) return [];
    const own = wordsIn(problem.message, begun.language, form.questionnaire.languages).text;
    const said = own ? message('surveys.capture.own', { words: own }) : message(problemKey(problem));
    return [{ field: fieldOf(path), message: said }];
  });

function check(web: Web, on: Going, of: Filled): Answer {
  const { lang } = web;
  const { begun, form, state, here, parts, filling } = on;
  const { languages } = form.questionnaire;
  const said = (words: Shown['label']) => wordsIn(words, begun.language, languages).text;
  const wordsOf = ({ path, value, choices, item }: Shown): string => {
    const why = filling.declined[path];
    if (why) return lang.t(`surveys.capture.${why}`);
    if (item.is === 'question' && item.type === 'image') return value ? lang.t('surveys.capture.picture') : '';
    if (!choices) return value;
    const named = (name: string) => {
      const found = choices.find((one) => one.name === name);
      return found ? said(found.label) || name : name;
    };
    return value.split(' ').filter(Boolean).map(named).join(', ');
  };
  const lines = parts.flatMap((part, i) =>
    shownIn(state, part)
      .filter(({ kind, item }) => kind === 'question' && item.is === 'question' && item.type !== 'note')
      .map((shown) => ({
        ...{ path: shown.path, label: said(shown.label) || shown.item.name, value: wordsOf(shown) },
        changeHref: `${here}?part=${i}`,
      })),
  );
  const last = openParts(state, parts).at(-1) ?? 0;
  const main = CheckPage({ of, lines, title: titleOf(on), action: `${here}/check`, back: `${here}?part=${last}` });
  const title = lang.t('surveys.capture.check');
  const bare = begun.mode === 'kiosk';
  return page({ title, menu: 'surveys', main, noindex: true, secret: true, bare }, of.errors.length > 0 ? 422 : 200);
}

async function handIn(web: Web): Promise<Answer> {
  const found = await going(web);
  if (!found.ok) return refused(found.refusal);
  const { begun, state, round, secret, here, parts, filling } = found.value;
  const shown = parts.flatMap((part) => shownIn(state, part));
  const pictures = shown.flatMap(({ path, item, value }) =>
    item.is === 'question' && item.type === 'image' && /^[0-9a-f]{64}$/.test(value) ? [{ path, file: value }] : [],
  );
  const kept = await web.perform(keepInterview, {
    ...{ id: begun.id, round: round.id, edition: begun.edition, mode: begun.mode, place: begun.place },
    ...{ group: begun.group, language: begun.language, startedAt: null, finishedAt: null, onDay: web.today },
    ...{ answers: state.answers, declined: filling.declined, code: begun.code, pictures },
  });
  if (!kept.ok) {
    const wrong = kept.refusal.fields?.find(({ field }) => field.startsWith('q:'));
    const part = wrong ? parts.findIndex((names) => names.includes(wrong.field.slice(2).split('/')[0]!)) : -1;
    if (part >= 0) return redirect(`${here}?part=${part}`);
    return check(
      web,
      found.value,
      filled(web.lang, {}, [{ field: 'code', message: kept.refusal.fields?.[0]?.message ?? kept.refusal.message }]),
    );
  }
  await web.perform(endFilling, { secret });
  const at = web.at(pathOf(round));
  return redirect(
    begun.mode === 'kiosk' ? `${at}/kiosk?done=kept` : begun.mode === 'desk' ? `${at}/desk?done=kept` : `${at}/thanks`,
  );
}

/** One section a page; the draft stays on the server, the secret of the address leads back to it. */
export const fillingRoutes = (needs: SurveyNeeds): readonly Route[] => [
  get('/surveys/:number/form/:secret', async (web) => {
    const found = await going(web);
    return found.ok ? show(web, found.value) : refused(found.refusal);
  }),
  post('/surveys/:number/form/:secret', (web) => goOn(web, needs)),
  get('/surveys/:number/form/:secret/check', async (web) => {
    const found = await going(web);
    return found.ok ? check(web, found.value, filled(web.lang)) : refused(found.refusal);
  }),
  post('/surveys/:number/form/:secret/check', handIn),
];
