import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { Block, Letter, TableBlock } from '#core/papers/paper.ts';
import { paperFrame } from '#ui/letterhead.ts';
import type { Round } from '../../../rounds/schema.ts';
import type { CrossResult, Figure, QuestionResult, Results } from '../../composing/schema.ts';
import type { Publication } from '../../publishing/schema.ts';
import type { Reader } from '../../results/pages/parts/distribution.tsx';
import { leftOf, readingOf } from '../../results/pages/parts/figures.tsx';
import { baseIn, splitName } from '../../results/pages/parts/question.tsx';

interface ResultsPaperProps extends Pick<Reader, 'lang' | 'say'> {
  readonly forum: Forum;
  readonly round: Round;
  readonly publication: Publication;
  /** Where the living page is. */
  readonly address: string;
}

/** Everything that is out of a round, to print or to write in: no figure less than the pages, and none more. */
export function resultsPaper(props: ResultsPaperProps): Letter {
  const { lang, say, forum, round, publication, address } = props;
  const { results, on, words } = publication;
  const { declaration } = round;
  const left = leftOf(lang, say, results);
  return {
    ...paperFrame(lang, forum, address),
    title: lang.t('surveys.analysis.results.of', { title: lang.pick(declaration.title) }),
    about: lang.t('surveys.analysis.results.lede', { n: results.counted, day: lang.date(on) }),
    body: {
      layout: 'letter',
      blocks: [
        ...(words ? [heading(lang.t('surveys.analysis.results.said')), text(lang.pick(words))] : []),
        heading(lang.t('surveys.analysis.results.method')),
        { kind: 'facts', rows: readingOf(lang, results) },
        text(lang.pick(declaration.method)),
        heading(lang.t('surveys.analysis.results.questions')),
        ...results.questions.flatMap((question) => questionBlocks(props, results, question)),
        ...results.numbers.flatMap((number): readonly Block[] => [
          heading(say(number.words, number.name), 3),
          text(numberSaid(lang, number)),
        ]),
        ...listed(lang.t('surveys.analysis.results.not_shown'), left.notShown),
        ...listed(lang.t('surveys.analysis.results.not_counted'), left.notCounted),
      ],
    },
  };
}

const heading = (words: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text: words });
const text = (words: string): Block => ({ kind: 'text', text: words });
const listed = (title: string, items: readonly string[]): readonly Block[] =>
  items.length === 0 ? [] : [heading(title), { kind: 'list', ordered: false, items }];

type Said = Pick<ResultsPaperProps, 'lang' | 'say'>;

function questionBlocks({ lang, say }: Said, results: Results, question: QuestionResult): readonly Block[] {
  const crosses = results.crosses.filter(({ rows }) => rows === question.name);
  return [
    heading(say(question.words, question.name), 3),
    { kind: 'text', text: baseIn(lang, question), tone: 'quiet' },
    shares({ lang, say }, question),
    ...crosses.map((cross) => crossing({ lang, say }, results, question, cross)),
    {
      ...{ kind: 'text', tone: 'quiet' },
      text: lang.t(
        question.unit === 'community'
          ? 'surveys.analysis.printing.communities'
          : `surveys.analysis.printing.${question.why}`,
      ),
    },
  ];
}

const answerOf = ({ say }: Said, { codes }: QuestionResult, code: string): string =>
  say(codes.find((one) => one.code === code)?.words ?? {}, code);

const percent = (lang: Lang, share: number): string => `${lang.number(Math.round(share * 1000) / 10)} %`;

function shareSaid(lang: Lang, { share, interval }: Figure): string {
  if (share === null) return '–';
  const range = interval ? ` (${percent(lang, interval.low)} – ${percent(lang, interval.high)})` : '';
  return `${percent(lang, share)}${range}`;
}

const countSaid = (lang: Lang, { yes }: Figure): string =>
  yes === null ? lang.t('surveys.analysis.results.cell_hidden') : lang.number(yes);

/** How often each answer was given. */
const shares = (said: Said, question: QuestionResult): TableBlock => ({
  kind: 'table',
  columns: [
    { label: said.lang.t('surveys.analysis.results.answer'), share: 6 },
    { label: said.lang.t('surveys.analysis.results.units', { unit: question.unit }), share: 2, align: 'end' },
    { label: said.lang.t('surveys.analysis.results.share'), share: 4, align: 'end' },
  ],
  rows: question.figures.map((figure) => [
    answerOf(said, question, figure.code),
    countSaid(said.lang, figure),
    shareSaid(said.lang, figure),
  ]),
});

/** The same in each group, with how many answered there. */
function crossing(said: Said, results: Results, question: QuestionResult, { columns, by }: CrossResult): TableBlock {
  const { lang, say } = said;
  const split = results.splits.find(({ name }) => name === columns);
  const label = (code: string): string => say(split?.codes.find((one) => one.code === code)?.words ?? {}, code);
  return {
    kind: 'table',
    columns: [
      { label: split ? splitName(lang, say, split) : columns, share: 6 },
      { label: lang.t('surveys.analysis.results.answer'), share: 4 },
      { label: lang.t('surveys.analysis.results.units', { unit: question.unit }), share: 2, align: 'end' },
      { label: lang.t('surveys.analysis.results.share'), share: 4, align: 'end' },
    ],
    rows: by.flatMap((column) =>
      column.figures.map((figure, i) => [
        i > 0
          ? ''
          : `${label(column.code)}, ${column.n === null ? lang.t('surveys.analysis.results.base_hidden') : `n = ${lang.number(column.n)}`}`,
        answerOf(said, question, figure.code),
        countSaid(lang, figure),
        shareSaid(lang, figure),
      ]),
    ),
  };
}

function numberSaid(lang: Lang, { n, mean, median, interval }: Results['numbers'][number]): string {
  if (n === null || mean === null || median === null) return lang.t('surveys.analysis.results.number_hidden');
  const rounded = (value: number): string => lang.number(Math.round(value * 10) / 10);
  const said = lang.t('surveys.analysis.results.number', { mean: rounded(mean), median: rounded(median), n });
  if (!interval) return said;
  const range = { low: rounded(interval.low), high: rounded(interval.high) };
  return `${said} ${lang.t('surveys.analysis.results.number_range', range)}`;
}
