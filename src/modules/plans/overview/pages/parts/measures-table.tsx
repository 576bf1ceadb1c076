import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Link } from '#ui/link.tsx';
import { piece } from '#ui/piece.ts';
import { ChosenText } from '#ui/quotation.tsx';
import { State } from '#ui/state.tsx';
import { Cells, type Column, Table } from '#ui/table.tsx';
import { Differ } from '#ui/voices.tsx';
import type { MeasureLine } from '../../schema.ts';
import { CivilWordChip, Due, ExecutorWordChip } from './words.tsx';

interface MeasuresTableProps {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly caption: string;
  readonly lines: readonly MeasureLine[];
  /** Address of a measure's page. */
  readonly href: (line: MeasureLine) => string;
}

/** Measures with both voices and the due day, one line each; a deed changes one line, the others are kept as drawn. */
export const MeasuresTable = ({ lang, today, caption, lines, href }: MeasuresTableProps) => (
  <Table
    lang={lang}
    caption={caption}
    quietCaption
    rows={lines.map((line) => ({ lang, today, line, href: href(line) }))}
    rowKey={(row) => row.line.id}
    columns={columnsOf(lang)}
    draw={(row) => <Line {...row} />}
  />
);

interface Row {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly line: MeasureLine;
  readonly href: string;
}

const Line = piece(
  (row: Row) => <Cells columns={columnsOf(row.lang)} row={row} />,
  ({ lang, href }) => `${lang.code} ${href}`,
);

const columnsOf = (lang: Lang): readonly Column<Row>[] => [
  {
    id: 'no',
    head: lang.t('plans.overview.col.no'),
    mark: true,
    cell: ({ line }) => line.number ?? <span class="quiet">–</span>,
  },
  {
    id: 'measure',
    head: lang.t('plans.overview.col.measure'),
    lead: true,
    cell: ({ line, href }) => (
      <>
        <Link href={href}>
          <ChosenText lang={lang} of={lang.choose(line.title)} />
        </Link>
        {line.tally.differ > 0 ? (
          <>
            {' '}
            <Differ lang={lang}>{lang.t('plans.overview.differ_mark')}</Differ>
          </>
        ) : null}
      </>
    ),
  },
  {
    id: 'executor',
    head: lang.t('plans.overview.col.executor'),
    cell: ({ line }) =>
      line.withdrawn ? (
        <State lang={lang} kind="withdrawn" />
      ) : (
        <ExecutorWordChip lang={lang} sum={line.sum.executor} />
      ),
  },
  {
    id: 'civil',
    head: lang.t('plans.overview.col.civil'),
    cell: ({ line }) => (line.withdrawn ? null : <CivilWordChip lang={lang} sum={line.sum.civil} />),
  },
  {
    id: 'due',
    head: lang.t('plans.overview.col.due'),
    short: true,
    cell: ({ line, today }) => (
      <Due lang={lang} due={line.due} dueText={line.dueText} late={line.tally.late > 0} today={today} />
    ),
  },
];
