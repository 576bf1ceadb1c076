import { Facts } from '#ui/facts.tsx';
import { Section } from '#ui/layout.tsx';
import type { Results } from '../../../composing/schema.ts';
import type { Reader } from './distribution.tsx';
import { NumberFigures, QuestionFigures, splitName } from './question.tsx';

interface FiguresProps extends Reader {
  readonly results: Results;
  /** Where a question stands by groups, by its place from 1; left out: all on this page. */
  readonly apart?: (nth: number) => string;
}

/** Everything that is out of a round: how to read it, then question by question. */
export const Figures = ({ lang, say, findingAt, results, apart }: FiguresProps) => {
  const { questions, numbers, crosses, splits } = results;
  return (
    <>
      <Reading {...{ lang, say, results }} />
      {questions.map((question, i) => (
        <QuestionFigures
          key={question.name}
          {...{ lang, say, findingAt, question, splits }}
          shared={whyOf(results)}
          apart={apart?.(i + 1)}
          crosses={crosses.filter(({ rows }) => rows === question.name)}
        />
      ))}
      {numbers.map((number) => (
        <NumberFigures key={number.name} {...{ lang, say, number }} />
      ))}
      <Left {...{ lang, say, results }} />
    </>
  );
};

/** How far the figures about people speak for others: said once. */
const whyOf = ({ questions }: Results) => questions.find(({ unit }) => unit !== 'community')?.why ?? null;

const Reading = ({ lang, results }: Reader & { readonly results: Results }) => {
  const hidden = results.hidden.small + results.hidden.all + results.hidden.complement;
  const why = whyOf(results);
  return (
    <Section title={lang.t('surveys.analysis.results.method')} id="method">
      <Facts
        facts={[
          {
            name: lang.t('surveys.analysis.results.how_chosen'),
            value: `${lang.t(`surveys.sampling.${results.sampling}`)}. ${why ? lang.t(`surveys.analysis.printing.${why}`) : ''}`,
          },
          {
            name: lang.t('surveys.analysis.results.excluded'),
            value: results.excluded > 0 ? lang.t('surveys.analysis.results.excluded_n', { n: results.excluded }) : null,
          },
          {
            name: lang.t('surveys.analysis.results.hidden'),
            value:
              hidden > 0
                ? lang.t('surveys.analysis.results.hidden_n', { n: hidden, smallest: results.smallest })
                : null,
          },
        ]}
      />
    </Section>
  );
};

/** What is in no table, each with why: nothing disappears silently. */
const Left = ({ lang, say, results }: Reader & { readonly results: Results }) => {
  const { notShown, notCounted, questions, splits } = results;
  const nameOf = (name: string): string => {
    const split = splits.find((one) => one.name === name);
    if (split) return splitName(lang, say, split);
    return say(questions.find((one) => one.name === name)?.words ?? {}, name);
  };
  return (
    <>
      {notShown.length > 0 ? (
        <Section title={lang.t('surveys.analysis.results.not_shown')} id="not-shown">
          <ul>
            {notShown.map(({ rows, columns, why, words }) => (
              <li key={`${rows} ${columns}`}>
                {[words ? say(words, rows) : nameOf(rows), ...(columns ? [nameOf(columns)] : [])].join(' × ')}:{' '}
                {lang.t('surveys.analysis.results.not_shown_why', { why })}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {notCounted.length > 0 ? (
        <Section title={lang.t('surveys.analysis.results.not_counted')} id="not-counted">
          <ul>
            {notCounted.map(({ name, words, why }) => (
              <li key={name}>
                {say(words, name)}: {lang.t('surveys.analysis.results.not_counted_why', { why })}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
};
