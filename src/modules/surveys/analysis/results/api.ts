import { type Cell, csv } from '#core/sheets/csv.ts';
import type { Words } from '../../questionnaires/schema.ts';
import type { Distribution, Results } from '../composing/schema.ts';

type Say = (words: Words, otherwise: string) => string;

const HEAD = [
  ...['question', 'question_text', 'unit', 'by', 'column', 'column_text', 'answer', 'answer_text', 'count', 'n'],
  ...['share', 'low', 'high', 'hidden'],
] as const;

/** Every printed count of a round, one a row; a hidden one has neither count nor share and says why. Columns stay. */
export function tablesCsv(results: Results, say: Say): string {
  const rows = results.questions.flatMap((question) => {
    const textOf = (code: string): string => say(question.codes.find((one) => one.code === code)?.words ?? {}, code);
    const head: readonly Cell[] = [question.name, say(question.words, question.name), question.unit];
    const lines = (column: readonly Cell[], { figures, n }: Distribution): readonly (readonly Cell[])[] =>
      figures.map(({ code, yes, share, interval, hidden }) => [
        ...[...head, ...column, code, textOf(code), yes, n, share],
        ...[interval?.low ?? null, interval?.high ?? null, hidden],
      ]);
    const crosses = results.crosses.filter(({ rows: of }) => of === question.name);
    return [
      ...lines([null, null, null], question),
      ...crosses.flatMap(({ columns, by }) => {
        const split = results.splits.find(({ name }) => name === columns);
        return by.flatMap((one) => {
          const text = say(split?.codes.find(({ code }) => code === one.code)?.words ?? {}, one.code);
          return lines([columns, one.code, text], one);
        });
      }),
    ];
  });
  return csv(rows, HEAD, { bom: true });
}

/** What each code of the tables means; numbers and what is in no table are there with why. */
export function codebookCsv(results: Results, say: Say): string {
  const head = ['question', 'question_text', 'kind', 'unit', 'answer', 'answer_text', 'published'];
  const rows: readonly (readonly Cell[])[] = [
    ...results.questions.flatMap(({ name, words, kind, unit, codes }) =>
      codes.map((one) => [name, say(words, name), kind, unit, one.code, say(one.words, one.code), true]),
    ),
    ...results.numbers.map(({ name, words, unit, n }) => [
      name,
      say(words, name),
      'number',
      unit,
      null,
      null,
      n !== null,
    ]),
    ...results.notCounted.map(({ name, words, why }) => [name, say(words, name), why, null, null, null, false]),
  ];
  return csv(rows, head, { bom: true });
}
