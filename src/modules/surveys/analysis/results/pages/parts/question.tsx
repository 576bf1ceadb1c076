import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import type { CrossResult, Distribution, NumberResult, QuestionResult, SplitBy } from '../../../composing/schema.ts';
import type { Reader } from './distribution.tsx';
import { Shares } from './distribution.tsx';

interface QuestionProps extends Reader {
  readonly question: QuestionResult;
  readonly crosses: readonly CrossResult[];
  readonly splits: readonly SplitBy[];
  /** What is said once above all questions about how far the figures speak for others. */
  readonly shared: QuestionResult['why'] | null;
  /** Where the same by groups stands on a page of its own; left out: below. */
  readonly apart?: string | undefined;
}

/** One question: whom it reached, what they said, and the same by the columns that were chosen. */
export const QuestionFigures = (props: QuestionProps) => {
  const { lang, say, findingAt, question, crosses, splits, shared, apart } = props;
  const title = say(question.words, question.name);
  return (
    <Section title={title} id={`q-${question.name}`}>
      <p class="quiet">{baseIn(lang, question)}</p>
      {question.kind === 'many' && question.answers !== null && question.n !== null ? (
        <p class="quiet">{lang.t('surveys.analysis.results.many', { answers: question.answers, n: question.n })}</p>
      ) : null}
      <Shares {...{ lang, say, findingAt, question }} of={question} caption={title} />
      {apart && crosses.length > 0 ? (
        <p>
          <Link href={apart}>{lang.t('surveys.analysis.results.splits_of', { splits: splitsSaid(props) })}</Link>
        </p>
      ) : null}
      {(apart ? [] : crosses).map((cross) => {
        const split = splits.find(({ name }) => name === cross.columns);
        return split ? <Split key={cross.columns} {...{ lang, say, findingAt, question, cross, split }} /> : null;
      })}
      {question.unit === 'community' ? (
        <p class="small quiet">{lang.t('surveys.analysis.printing.communities')}</p>
      ) : question.why === shared ? null : (
        <p class="small quiet">{lang.t(`surveys.analysis.printing.${question.why}`)}</p>
      )}
    </Section>
  );
};

const splitsSaid = ({ lang, say, crosses, splits }: QuestionProps): string =>
  crosses
    .flatMap(({ columns }) => splits.filter(({ name }) => name === columns))
    .map((split) => splitName(lang, say, split))
    .join(', ');

interface SplitProps extends Reader {
  readonly question: QuestionResult;
  readonly cross: CrossResult;
  readonly split: SplitBy;
}

const Split = ({ lang, say, findingAt, question, cross, split }: SplitProps) => (
  <details class="how">
    <summary>{lang.t('surveys.analysis.results.by', { split: splitName(lang, say, split) })}</summary>
    {cross.by.map((column) => {
      const label = say(split.codes.find(({ code }) => code === column.code)?.words ?? {}, column.code);
      return (
        <>
          <h4>
            {label} <small class="quiet">{nOf(lang, column)}</small>
          </h4>
          <Shares
            {...{ lang, say, findingAt, question }}
            of={column}
            caption={label}
            column={{ split: cross.columns, code: column.code }}
          />
        </>
      );
    })}
  </details>
);

/** "place", "group", "age", or the question by which it is split. */
export function splitName(lang: Lang, say: Reader['say'], { name, words }: Pick<SplitBy, 'name' | 'words'>): string {
  if (name === '@place') return lang.t('surveys.analysis.results.place');
  if (name === '@group') return lang.t('surveys.analysis.results.group');
  return name === '@age' ? lang.t('surveys.analysis.results.age') : say(words, name);
}

const nOf = (lang: Lang, { n }: Distribution): string =>
  n === null ? lang.t('surveys.analysis.results.base_hidden') : `n = ${lang.number(n)}`;

/** Whose answers the shares are of; who did not answer and why stands beside it. */
function baseIn(lang: Lang, { bases, n, unit }: QuestionResult): string {
  if (n === null || bases === null) return lang.t('surveys.analysis.results.base_hidden');
  if (unit === 'community') return lang.t('surveys.analysis.results.base_places', { n, asked: bases.asked });
  const { asked, missing, refused, unknown, not_applicable: skipped } = bases;
  const base = lang.t('surveys.analysis.results.base', { n, asked });
  const silent = (
    [
      ['missing', missing],
      ['refused', refused],
      ['unknown', unknown],
      ['skipped', skipped],
    ] as const
  ).flatMap(([why, many]) => (many === 0 ? [] : lang.t(`surveys.analysis.results.silent.${why}`, { n: many })));
  return silent.length === 0 ? `${base}.` : `${base}; ${silent.join(', ')}.`;
}

/** A number that was asked for: mean and median, or that too few answered. */
export const NumberFigures = ({ lang, say, number }: Reader & { readonly number: NumberResult }) => (
  <Section title={say(number.words, number.name)} id={`q-${number.name}`}>
    <p>
      {number.n === null || number.mean === null || number.median === null
        ? lang.t('surveys.analysis.results.number_hidden')
        : lang.t('surveys.analysis.results.number', {
            ...{ mean: rounded(lang, number.mean), median: rounded(lang, number.median), n: number.n },
          })}
      {number.interval ? (
        <>
          {' '}
          {lang.t('surveys.analysis.results.number_range', {
            ...{ low: rounded(lang, number.interval.low), high: rounded(lang, number.interval.high) },
          })}
        </>
      ) : null}
    </p>
  </Section>
);

const rounded = (lang: Lang, value: number): string => lang.number(Math.round(value * 10) / 10);
