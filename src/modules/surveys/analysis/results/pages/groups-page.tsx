import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Round } from '../../../rounds/schema.ts';
import type { QuestionResult, Results } from '../../composing/schema.ts';
import type { Reader } from './parts/distribution.tsx';
import { QuestionFigures } from './parts/question.tsx';

interface GroupsPageProps extends Reader {
  readonly round: Round;
  readonly here: string;
  readonly results: Results;
  readonly question: QuestionResult;
}

/** One question of a round with all its groups: the page of all questions stays short. */
export const GroupsPage = ({ lang, say, findingAt, round, here, results, question }: GroupsPageProps) => (
  <>
    <PageTitle over={lang.pick(round.declaration.title)} title={lang.t('surveys.analysis.results.title')} />
    <QuestionFigures
      {...{ lang, say, findingAt, question, shared: null }}
      splits={results.splits}
      crosses={results.crosses.filter(({ rows }) => rows === question.name)}
    />
    <p>
      <Link href={`${here}/results#q-${question.name}`}>{lang.t('surveys.analysis.results.back')}</Link>
    </p>
  </>
);
