import { get, page, type Route, type Web } from '#core/http/route.ts';
import { keeps } from '../routes.ts';
import { QuestionnairesList } from './pages/questionnaires-list.tsx';
import { questionnairesOf } from './queries.ts';

async function list(web: Web) {
  const { lang, db, forum } = web;
  const mayKeep = keeps(web);
  const all = await questionnairesOf(db, forum.id);
  const lines = mayKeep ? all : all.filter(({ edition }) => edition !== null);
  const title = lang.t('surveys.questionnaires.title');
  const main = QuestionnairesList({ lang, at: (path) => web.at(path), lines, mayKeep });
  return page({ title, description: lang.t('surveys.questionnaires.lede'), menu: 'surveys', main });
}

/** What everybody reads of questionnaires: the list. */
export const questionnaireRoutes: readonly Route[] = [get('/surveys/questionnaires', list)];
