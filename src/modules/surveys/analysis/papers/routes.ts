import { type Answer, get, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { paperLanguage, printed } from '#core/papers/answer.ts';
import { sayIn } from '../../questionnaires/rules.ts';
import { pathOf } from '../../rounds/rules.ts';
import { found } from '../results/routes.ts';
import { resultsPaper } from './pages/results-paper.tsx';

/** The published results as a file: to print, or to write in. */
const paper =
  (format: 'pdf' | 'docx') =>
  async (web: Web): Promise<Answer> => {
    const at = await found(web);
    if ('kind' in at) return at;
    const { round, latest } = at;
    if (!latest) return refused({ kind: 'not_found', message: message('surveys.analysis.results.none') });
    const { forum } = web;
    const lang = web.langOf(paperLanguage(web, web.lang.code));
    const address = `${web.origin}/${lang.code}/${forum.slug}${pathOf(round)}/results`;
    const made = resultsPaper({ lang, say: sayIn({ lang }), forum, round, publication: latest, address });
    return printed(web, format, [made], `${forum.slug}-survey-${round.number}-results`);
  };

/** Results on paper. */
export const resultPaperRoutes: readonly Route[] = [
  get('/surveys/:number/results.pdf', paper('pdf')),
  get('/surveys/:number/results.docx', paper('docx')),
];
