import type { Lang } from '#core/i18n/lang.ts';
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

const Reading = ({ lang, results }: Reader & { readonly results: Results }) => (
  <Section title={lang.t('surveys.analysis.results.method')} id="method">
    <Facts facts={readingOf(lang, results).map(([name, value]) => ({ name, value }))} />
  </Section>
);

/** How people were chosen and what that allows, who is not counted, what is hidden: names with what is said of them. */
export function readingOf(lang: Lang, results: Results): readonly (readonly [string, string])[] {
  const hidden = results.hidden.small + results.hidden.all + results.hidden.complement;
  const why = whyOf(results);
  return [
    [
      lang.t('surveys.analysis.results.how_chosen'),
      `${lang.t(`surveys.sampling.${results.sampling}`)}. ${why ? lang.t(`surveys.analysis.printing.${why}`) : ''}`,
    ],
    ...(results.excluded > 0
      ? [
          [
            lang.t('surveys.analysis.results.excluded'),
            lang.t('surveys.analysis.results.excluded_n', { n: results.excluded }),
          ] as const,
        ]
      : []),
    ...(hidden > 0
      ? [
          [
            lang.t('surveys.analysis.results.hidden'),
            lang.t('surveys.analysis.results.hidden_n', { n: hidden, smallest: results.smallest }),
          ] as const,
        ]
      : []),
  ];
}

/** What is in no table, each with why: nothing disappears silently. */
export function leftOf(lang: Lang, say: Reader['say'], results: Results) {
  const { notShown, notCounted, questions, splits } = results;
  const nameOf = (name: string): string => {
    const split = splits.find((one) => one.name === name);
    if (split) return splitName(lang, say, split);
    return say(questions.find((one) => one.name === name)?.words ?? {}, name);
  };
  return {
    notShown: notShown.map(({ rows, columns, why, words }) => {
      const names = [words ? say(words, rows) : nameOf(rows), ...(columns ? [nameOf(columns)] : [])];
      return `${names.join(' × ')}: ${lang.t('surveys.analysis.results.not_shown_why', { why })}`;
    }),
    notCounted: notCounted.map(
      ({ name, words, why }) => `${say(words, name)}: ${lang.t('surveys.analysis.results.not_counted_why', { why })}`,
    ),
  };
}

const Left = ({ lang, say, results }: Reader & { readonly results: Results }) => {
  const { notShown, notCounted } = leftOf(lang, say, results);
  return (
    <>
      <Lines title={lang.t('surveys.analysis.results.not_shown')} id="not-shown" lines={notShown} />
      <Lines title={lang.t('surveys.analysis.results.not_counted')} id="not-counted" lines={notCounted} />
    </>
  );
};

interface LinesProps {
  readonly title: string;
  readonly id: string;
  readonly lines: readonly string[];
}

const Lines = ({ title, id, lines }: LinesProps) =>
  lines.length === 0 ? null : (
    <Section title={title} id={id}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
