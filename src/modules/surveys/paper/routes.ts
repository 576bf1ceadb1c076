import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { personOf } from '#core/way.ts';
import { placesById } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayKeepSurveys } from '../access.ts';
import type { Form } from '../filling/schema.ts';
import { mayHandIn } from '../keeping/access.ts';
import { formOf } from '../keeping/queries.ts';
import { languageFor, wordsIn } from '../questionnaires/rules.ts';
import type { Words } from '../questionnaires/schema.ts';
import { roundByNumber } from '../rounds/queries.ts';
import { pathOf } from '../rounds/rules.ts';
import type { Round } from '../rounds/schema.ts';
import { keeps, stranger } from '../routes.ts';
import { settleSheet, typeSheet } from './commands.ts';
import { lineField, readSheet } from './forms.ts';
import { ComparisonPage } from './pages/comparison-page.tsx';
import { SheetsPage } from './pages/sheets-page.tsx';
import { TypingPage } from './pages/typing-page.tsx';
import { sheetsOf } from './queries.ts';
import { differencesOf, type Line, linesOf } from './rules.ts';

interface Typed {
  readonly round: Round;
  readonly form: Form;
  readonly here: string;
  readonly said: (words: Words) => string;
}

/** The round of the address for those who type its papers. */
async function typed(web: Web): Promise<Typed | Answer> {
  const { db, forum, lang } = web;
  const no = stranger(web, mayHandIn(web.actor, forum, 'paper'));
  if (no) return no;
  const round = await roundByNumber(db, forum.id, web.params.number ?? '');
  if (!round) return refused({ kind: 'not_found', message: message('surveys.round.none') });
  const form = await formOf(db, forum.id, round.declaration.questionnaire, round.declaration.edition);
  if (!form) return refused({ kind: 'conflict', message: message('surveys.capture.not_ready') });
  const { questionnaire } = form;
  const language = languageFor(questionnaire, lang.code);
  const said = (words: Words) => wordsIn(words, language, questionnaire.languages).text;
  return { round, form, said, here: web.at(`${pathOf(round)}/papers`) };
}
const isTyped = (found: Typed | Answer): found is Typed => 'form' in found;

const over = (web: Web, { round }: Typed): string => web.lang.pick(round.declaration.title);
const crumbs = (web: Web, on: Typed) => [{ label: over(web, on), href: web.at(pathOf(on.round)) }];

/** " (2)": which entry of a repeat a line asks for. */
const entryOf = ({ path }: Line): string => {
  const entries = path.split('/').filter((part) => /^\d+$/.test(part));
  return entries.length > 0 ? ` (${entries.join('.')})` : '';
};

/** "1 Bəli · 2 Xeyr" */
const numbered = ({ choices }: Line, said: Typed['said']): string =>
  choices.map(({ label, name }, i) => `${i + 1} ${said(label) || name}`).join(' · ');

async function list(web: Web, on: Typed): Promise<Answer> {
  const { lang, db, forum } = web;
  const sheets = await sheetsOf(db, forum.id, on.round.id);
  const me = personOf(web.actor);
  const main = SheetsPage({ lang, sheets, me, over: over(web, on), here: on.here, mayKeep: keeps(web) });
  return page({ title: lang.t('surveys.paper.title'), crumbs: crumbs(web, on), menu: 'surveys', main, noindex: true });
}

async function typingPage(web: Web, on: Typed, of: Filled): Promise<Answer> {
  const { lang, db, forum } = web;
  const { declaration } = on.round;
  const places = await placesById(
    db,
    forum.id,
    declaration.places.map(({ place }) => place),
  );
  const state = (['once', 'differs', 'counted'] as const).find((one) => one === web.url.searchParams.get('done'));
  const main = TypingPage({
    ...{ of, over: over(web, on), action: on.here, back: on.here },
    done: state ? lang.t(`surveys.paper.done.${state}`) : null,
    lines: linesOf(on.form.questionnaire).map((line, i) => ({
      name: lineField(line.path),
      label: `${i + 1}. ${on.said(line.question.label) || line.path}${entryOf(line)}`,
      choices: numbered(line, on.said),
    })),
    places: places
      .map((place) => ({ value: place.id as string, label: lang.pick(place.name) }))
      .sort((a, b) => lang.compare(a.label, b.label)),
    groups: declaration.groups.map(({ key, name }) => ({ value: key, label: lang.pick(name) })),
  });
  const title = lang.t('surveys.paper.type');
  const kept = { title, crumbs: crumbs(web, on), menu: 'surveys', main, noindex: true, secret: true };
  return page(kept, of.errors.length > 0 ? 422 : 200);
}

async function type(web: Web, on: Typed): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const read = readSheet(posted.value, on.form.questionnaire, web.today);
  const made = read.ok ? await web.perform(typeSheet, { round: on.round.id, ...read.value }) : read;
  if (made.ok) return redirect(`${on.here}/new?done=${made.value.state}`);
  const { message: what, fields } = made.refusal;
  return typingPage(web, on, filled(web.lang, keep(posted.value), fields ?? [{ field: 'number', message: what }]));
}

/** The number of the sheet in the address; 0, which no sheet has, where it is none. */
const numberIn = (web: Web): number => {
  const said = web.params.sheet ?? '';
  return /^[1-9]\d{0,8}$/.test(said) ? Number(said) : 0;
};

async function comparison(
  web: Web,
  on: Typed,
  errors: Filled['errors'] = [],
  values: Filled['values'] = {},
): Promise<Answer> {
  const no = stranger(web, mayKeepSurveys(web.actor, web.forum));
  if (no) return no;
  const number = numberIn(web);
  const [sheet] = await sheetsOf(web.db, web.forum.id, on.round.id, number);
  const [first, second] = sheet?.typings ?? [];
  if (!first || !second || sheet?.state !== 'differs')
    return refused({ kind: 'not_found', message: message('surveys.paper.none') });
  const lines = new Map(linesOf(on.form.questionnaire).map((line) => [line.path, line]));
  const { lang } = web;
  const FACTS: Readonly<Record<string, string>> = {
    ':day': lang.t('surveys.paper.on'),
    ':place': lang.t('surveys.progress.place'),
    ':group': lang.t('surveys.progress.group'),
  };
  const valueIn = (path: string, value: string): string => {
    const named = (name: string) => {
      const found = lines.get(path)?.choices.find((one) => one.name === name);
      return found ? on.said(found.label) || name : name;
    };
    return lines.get(path)?.choices.length ? value.split(' ').filter(Boolean).map(named).join(', ') : value;
  };
  const main = ComparisonPage({
    ...{ of: filled(lang, values, errors), number, over: over(web, on), back: on.here },
    action: `${on.here}/${number}/comparison`,
    differences: differencesOf(first, second).map(({ path, first, second }) => {
      const line = lines.get(path);
      const label = FACTS[path] ?? (line ? on.said(line.question.label) || path : path);
      return { path, label, first: valueIn(path, first), second: valueIn(path, second) };
    }),
  });
  const title = lang.t('surveys.paper.compare', { number });
  const kept = { title, crumbs: crumbs(web, on), menu: 'surveys', main, noindex: true, secret: true };
  return page(kept, errors.length > 0 ? 422 : 200);
}

async function settle(web: Web, on: Typed): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const number = numberIn(web);
  const [sheet] = await sheetsOf(web.db, web.forum.id, on.round.id, number);
  const [first, second] = sheet?.typings ?? [];
  if (!first || !second) return refused({ kind: 'not_found', message: message('surveys.paper.none') });
  const paths = differencesOf(first, second).map(({ path }) => path);
  const open = paths.filter((path) => !['1', '2'].includes(posted.value.text(`r:${path}`)));
  if (open.length > 0)
    return comparison(
      web,
      on,
      open.map((path) => ({ field: `r:${path}`, message: message('surveys.paper.wrong.choose') })),
      keep(posted.value),
    );
  const seconds = paths.filter((path) => posted.value.text(`r:${path}`) === '2');
  const made = await web.perform(settleSheet, { round: on.round.id, number, seconds });
  return made.ok ? redirect(on.here) : refused(made.refusal);
}

const on = (answer: (web: Web, found: Typed) => Promise<Answer>) => async (web: Web) => {
  const found = await typed(web);
  return isTyped(found) ? answer(web, found) : found;
};

/** Papers of a round: typed in, compared, settled. */
export const paperRoutes: readonly Route[] = [
  get('/surveys/:number/papers', on(list)),
  get(
    '/surveys/:number/papers/new',
    on((web, found) => {
      const number = web.url.searchParams.get('sheet') ?? '';
      return typingPage(
        web,
        found,
        filled(web.lang, { number: /^\d{1,6}$/.test(number) ? number : '', on: web.today }),
      );
    }),
  ),
  post('/surveys/:number/papers', on(type)),
  get('/surveys/:number/papers/:sheet/comparison', on(comparison)),
  post('/surveys/:number/papers/:sheet/comparison', on(settle)),
];
