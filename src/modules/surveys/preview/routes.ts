import * as v from 'valibot';
import type { FieldError } from '#core/errors/result.ts';
import { type Answer, get, type Posted, post, type Route, refused, type Web } from '#core/http/route.ts';
import { filled, keep, type Kept as Typed } from '#ui/filled.ts';
import { problemsIn, valuesOf } from '../capture/filling/routes.ts';
import { PartPage } from '../capture/pages/part-page.tsx';
import { fillingOf, openParts, partsOf, shownIn, written } from '../capture/rules.ts';
import { compile } from '../filling/compiling/rules.ts';
import { addTo, begin, removeAt, stateOf } from '../filling/rules.ts';
import type { Form, State } from '../filling/schema.ts';
import { draftPage, isKept, keptDraft, pathOf } from '../questionnaires/drafts/routes.ts';
import { faultsOf } from '../questionnaires/faults/rules.ts';
import { titleOf } from '../questionnaires/pages/parts/title-of.tsx';
import type { Kept } from '../questionnaires/queries.ts';
import { languageFor, wordsIn } from '../questionnaires/rules.ts';
import { type Answers, DECLINED, type DeclinedAnswers } from '../questionnaires/schema.ts';
import { EndOfPreview } from './pages/end-of-preview.tsx';
import { PreviewPage } from './pages/preview-page.tsx';

/** What the form of a preview carries from page to page: the answers so far, as the engine keeps them. */
const carriedShape = v.object({
  answers: v.record(v.string(), v.any()),
  declined: v.record(v.string(), v.picklist(DECLINED)),
});
interface Carried {
  readonly answers: Answers;
  readonly declined: DeclinedAnswers;
}

/** What came along, or nothing: a preview that was tampered with begins anew. */
function carriedBy(text: string): Carried | null {
  try {
    const read = v.safeParse(carriedShape, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

interface Shown {
  readonly form: Form;
  readonly language: string;
  readonly declined: DeclinedAnswers;
  readonly state: State;
}

const fillingIn = (web: Web, language: string, declined: DeclinedAnswers) =>
  fillingOf({ now: new Date(`${web.today}T12:00:00Z`).getTime(), language, seed: 'preview', declined }, web.forum.zone);

/** The form of the draft as it stands; null: it has faults. */
function formOfDraft({ draft }: Kept): Form | null {
  if (faultsOf(draft.content).length > 0) return null;
  const form = compile(draft.content);
  return form.is === 'form' ? form : null;
}

function draw(web: Web, kept: Kept, language: string, screen: Parameters<typeof PreviewPage>[0]['screen']): Answer {
  const { lang } = web;
  const { content } = kept.draft;
  const title = titleOf(lang, { number: kept.number, ...content });
  const main = PreviewPage({ lang, title, here: web.at(pathOf(kept)), languages: content.languages, language, screen });
  return draftPage(web, lang.t('surveys.preview.title'), kept, main);
}

/** One page of the form on the phone; after the last one, the end. */
function screenOf(
  web: Web,
  kept: Kept,
  { form, language, declined, state }: Shown,
  part: number,
  errors: readonly FieldError[] = [],
  typed: Typed | null = null,
) {
  const { questionnaire } = form;
  const parts = partsOf(questionnaire.items);
  const open = openParts(state, parts);
  const at = open.find((one) => one >= part);
  const action = web.at(`${pathOf(kept)}/preview`);
  if (at === undefined)
    return EndOfPreview({ lang: web.lang, again: `${action}?language=${encodeURIComponent(language)}` });
  const items = shownIn(state, parts[at]!);
  return PartPage({
    of: filled(web.lang, { ...valuesOf(items, declined), ...typed }, errors),
    ...{
      items,
      language,
      languages: questionnaire.languages,
      action,
      back: null,
      more: false,
      later: null,
      files: false,
    },
    ...{ title: wordsIn(questionnaire.title, language, questionnaire.languages).text },
    ...{ step: open.indexOf(at) + 1, steps: open.length },
    instant: null,
    carries: { language, part: String(at), carried: JSON.stringify({ answers: state.answers, declined }) },
  });
}

async function first(web: Web): Promise<Answer> {
  const kept = await keptDraft(web);
  if (!isKept(kept)) return kept;
  const language = languageFor(kept.draft.content, web.url.searchParams.get('language') ?? web.lang.code);
  const form = formOfDraft(kept);
  if (!form) return draw(web, kept, language, null);
  return draw(web, kept, language, screenOf(web, kept, fresh(web, form, language), 0));
}

/** What was answered on a page of the preview, judged as in the true form; nothing is kept. */
async function goOn(web: Web): Promise<Answer> {
  const kept = await keptDraft(web);
  if (!isKept(kept)) return kept;
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const language = languageFor(kept.draft.content, posted.value.text('language'));
  const form = formOfDraft(kept);
  const carried = carriedBy(posted.value.text('carried'));
  if (!form || !carried)
    return draw(web, kept, language, form ? screenOf(web, kept, fresh(web, form, language), 0) : null);
  const part = /^\d{1,3}$/.test(posted.value.text('part')) ? Number(posted.value.text('part')) : 0;
  const { now, stays, errors } = answered(web, form, language, carried, part, posted.value);
  const typed = errors.length > 0 ? keep(posted.value) : null;
  return draw(web, kept, language, screenOf(web, kept, now, stays ? part : part + 1, errors, typed));
}

function fresh(web: Web, form: Form, language: string): Shown {
  const filling = fillingIn(web, language, {});
  return { form, language, declined: {}, state: stateOf(form, begin(form, filling), filling) };
}

/** The state after a page, and whether the page stays: something is wrong, an entry was added, a question came up. */
function answered(web: Web, form: Form, language: string, carried: Carried, part: number, posted: Posted) {
  const names = partsOf(form.questionnaire.items)[part] ?? [];
  const before = fillingIn(web, language, carried.declined);
  const was = stateOf(form, carried.answers, before);
  const { state: typed, declined } = written(form, was, names, posted, before);
  const filling = fillingIn(web, language, declined);
  const [add, remove] = [posted.text('add'), posted.text('remove')];
  const grown = add ? addTo(form, typed, add, filling) : typed;
  const state = stateOf(form, (remove ? removeAt(form, grown, remove, filling) : grown).answers, filling);
  const items = shownIn(state, names);
  const errors = add || remove ? [] : problemsIn(items, { language, form });
  const seen = new Set(posted.text('shown').split(' '));
  const more = items.some(({ path, kind }) => kind === 'question' && !seen.has(path));
  const now: Shown = { form, language, declined, state };
  return { now, errors, stays: Boolean(add || remove) || errors.length > 0 || more };
}

const HERE = '/surveys/questionnaires/:number/preview';

/** The form of a draft on a phone, for its keepers. */
export const previewRoutes: readonly Route[] = [get(HERE, first), post(HERE, goOn)];
