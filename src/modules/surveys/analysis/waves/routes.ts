import { type Answer, get, page, type Route, type Web } from '#core/http/route.ts';
import { sayIn } from '../../questionnaires/rules.ts';
import { pathOf } from '../../rounds/rules.ts';
import { crumbs, found } from '../results/routes.ts';
import { WavesPage } from './pages/waves-page.tsx';
import { publishedRounds, wavesOf } from './queries.ts';
import { comparedIn } from './rules.ts';

async function waves(web: Web): Promise<Answer> {
  const at = await found(web);
  if ('kind' in at) return at;
  const { lang, db, forum } = web;
  const out = await wavesOf(db, forum.id, await publishedRounds(db, forum.id, at.round));
  const main = WavesPage({
    ...{ lang, say: sayIn(web), waves: out, compared: comparedIn(out) },
    resultsOf: (wave) => `${web.at(pathOf(wave))}/results`,
  });
  const title = lang.t('surveys.analysis.waves.title');
  return page({ title, crumbs: crumbs(web, at.round), menu: 'surveys', main });
}

/** One questionnaire, asked several times. */
export const waveRoutes: readonly Route[] = [get('/surveys/:number/waves', waves)];
