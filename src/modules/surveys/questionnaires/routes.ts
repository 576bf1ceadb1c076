import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { filled, keep } from '#ui/filled.ts';
import { mayKeepSurveys } from '../access.ts';
import { SurveyTabs } from '../pages/parts/tabs.tsx';
import { keeps, stranger } from '../routes.ts';
import { writeQuestionnaire } from './drafts/commands.ts';
import { FreshForm } from './drafts/pages/fresh-form.tsx';
import { draftPage, pathOf } from './drafts/routes.ts';
import { freshQuestionnaire, languageNamed } from './drafts/rules.ts';
import { editionPage } from './editions/routes.ts';
import { faultsOf } from './faults/rules.ts';
import { DraftPage } from './pages/draft-page.tsx';
import { titleOf } from './pages/parts/title-of.tsx';
import { QuestionnairesList } from './pages/questionnaires-list.tsx';
import { questionnaireByNumber, questionnairesOf } from './queries.ts';
import { baselineQuestionnaire } from './templates/rules.ts';

const HERE = '/surveys/questionnaires';

async function list(web: Web) {
  const { lang, db, forum } = web;
  const mayKeep = keeps(web);
  const all = await questionnairesOf(db, forum.id);
  const lines = mayKeep ? all : all.filter(({ edition }) => edition !== null);
  const title = lang.t('surveys.questionnaires.title');
  const at = (path: string) => web.at(path);
  const tabs = SurveyTabs({ lang, at, current: 'questionnaires' });
  const main = QuestionnairesList({ lang, at, lines, mayKeep, tabs });
  return page({ title, description: lang.t('surveys.questionnaires.lede'), menu: 'surveys', main });
}

const DONE = ['begun', 'added', 'kept', 'copied', 'removed', 'moved', 'taken'] as const;

/** Keepers see the draft, everybody else the latest edition. */
async function one(web: Web): Promise<Answer> {
  const { lang, db, forum } = web;
  const kept = await questionnaireByNumber(db, forum.id, web.params.number ?? '');
  const last = kept?.editions.at(-1);
  if (!kept || (!last && !keeps(web)))
    return refused({ kind: 'not_found', message: message('surveys.questionnaires.unknown') });
  if (last && !keeps(web)) return editionPage(web, kept, last.edition);
  const asked = DONE.find((done) => done === web.url.searchParams.get('done'));
  const main = DraftPage({
    ...{ lang, kept, here: web.at(pathOf(kept)), faults: faultsOf(kept.draft.content) },
    done: asked ? lang.t(`surveys.questionnaires.done.${asked}`) : null,
  });
  return draftPage(web, titleOf(lang, { number: kept.number, ...kept.draft.content }), null, main);
}

function freshForm(web: Web, of = filled(web.lang, { languages: [...web.forum.languages] })): Answer {
  const languages = web.forum.languages.map((code) => ({ value: code, label: languageNamed(code).label }));
  const main = FreshForm({ of, languages, action: web.at(HERE), back: web.at(HERE) });
  return draftPage(web, web.lang.t('surveys.questionnaires.fresh.title'), null, main, of);
}

/** The founding research's questionnaire as a draft of one's own. */
async function fromTemplate(web: Web): Promise<Answer> {
  const content = baselineQuestionnaire((code) => web.langOf(code));
  const made = await web.perform(writeQuestionnaire, { questionnaire: null, from: null, origin: 'pages', content });
  return made.ok ? redirect(`${web.at(pathOf(made.value))}?done=begun`) : refused(made.refusal);
}

const MOST_OF_TITLE = 300;

async function begin(web: Web): Promise<Answer> {
  const no = stranger(web, mayKeepSurveys(web.actor, web.forum));
  if (no) return no;
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  if (posted.value.text('template') === 'baseline') return fromTemplate(web);
  const title = posted.value.text('title').replace(/\s+/g, ' ').trim().slice(0, MOST_OF_TITLE);
  const chosen = web.forum.languages.filter((code) => posted.value.all('languages').includes(code));
  const wrong = [
    ...(title === '' ? [{ field: 'title', message: message('surveys.questionnaires.fresh.no_title') }] : []),
    ...(chosen.length === 0
      ? [{ field: 'languages', message: message('surveys.questionnaires.fresh.no_language') }]
      : []),
  ];
  if (wrong.length > 0) return freshForm(web, filled(web.lang, keep(posted.value), wrong));
  const content = freshQuestionnaire(title, chosen.map(languageNamed));
  const made = await web.perform(writeQuestionnaire, { questionnaire: null, from: null, origin: 'pages', content });
  if (!made.ok) return freshForm(web, filled(web.lang, keep(posted.value), [{ field: 'title', ...made.refusal }]));
  return redirect(`${web.at(pathOf(made.value))}?done=begun`);
}

/** The list, one questionnaire as its reader may see it, and the beginning of a new one. */
export const questionnaireRoutes: readonly Route[] = [
  get(HERE, list),
  get(`${HERE}/new`, async (web) => stranger(web, mayKeepSurveys(web.actor, web.forum)) ?? freshForm(web)),
  post(HERE, begin),
  get(`${HERE}/:number`, one),
];
