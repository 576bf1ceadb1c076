import type { Results } from '../analysis/composing/schema.ts';
import type { FigureAsked, Finding, Found } from './schema.ts';

/** Most characters of a sentence, of printed words, of a remark and of a source. */
export const MOST = { sentence: 500, printed: 100, remark: 1_000, source: 500, reason: 2_000 } as const;

export const findingPath = ({ number }: Pick<Finding, 'number'>): string => `/findings/${number}`;

/** The figure as it went out; null: there is no such figure, or it is hidden, which is the same for whoever asks. */
export function figureIn(results: Results, round: number, asked: FigureAsked): Found | null {
  const { question: name, code, column } = asked;
  const question = results.questions.find((one) => one.name === name);
  if (!question) return null;
  const cross = column && results.crosses.find(({ rows, columns }) => rows === name && columns === column.split);
  const of = column ? cross?.by.find((one) => one.code === column.code) : question;
  const figure = of?.figures.find((one) => one.code === code);
  if (!of || !figure || figure.hidden || of.n === null || figure.yes === null || figure.share === null) return null;
  const split = column && results.splits.find((one) => one.name === column.split);
  return {
    ...{ round, question: name, code, column, words: question.words, unit: question.unit },
    answer: question.codes.find((one) => one.code === code)?.words ?? {},
    columnWords: column ? (split?.codes.find((one) => one.code === column.code)?.words ?? {}) : null,
    ...{ yes: figure.yes, n: of.n, share: figure.share, interval: figure.interval, what: of.what, why: of.why },
  };
}
