import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Link } from '#ui/link.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { State } from '#ui/state.tsx';
import { Table } from '#ui/table.tsx';
import { Differ } from '#ui/voices.tsx';
import { CivilWordChip, Due, ExecutorWordChip } from '../../../overview/pages/parts/words.tsx';
import type { CellLine } from '../../../overview/schema.ts';
import { byMeasure, type MeasureOfCells } from '../../rules.ts';

interface CellsTableProps {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly caption: string;
  readonly cells: readonly CellLine[];
  readonly at: (path: string) => string;
}

/** Measure by measure: both voices of the listed executors, the due day, a report that is owed. */
export const CellsTable = ({ lang, today, caption, cells, at }: CellsTableProps) => {
  const plans = new Set(cells.map((cell) => cell.planSlug));
  return (
    <Table
      lang={lang}
      caption={caption}
      quietCaption
      rows={byMeasure(cells, today)}
      rowKey={(row) => row.first.id}
      columns={[
        {
          id: 'no',
          head: lang.t('plans.overview.col.no'),
          mark: true,
          cell: ({ first }) => first.number ?? <span class="quiet">–</span>,
        },
        {
          id: 'measure',
          head: lang.t('plans.overview.col.measure'),
          lead: true,
          cell: (row) => <Measure lang={lang} row={row} at={at} plans={plans.size} />,
        },
        {
          id: 'executor',
          head: lang.t('plans.overview.col.executor'),
          cell: (row) => <Executor lang={lang} row={row} />,
        },
        {
          id: 'civil',
          head: lang.t('plans.overview.col.civil'),
          cell: ({ first, sum }) => (first.withdrawn ? null : <CivilWordChip lang={lang} sum={sum.civil} />),
        },
        {
          id: 'due',
          head: lang.t('plans.overview.col.due'),
          cell: ({ first, sum }) => (
            <Due lang={lang} due={first.due} dueText={first.dueText} late={sum.late} today={today} />
          ),
        },
      ]}
    />
  );
};

const Executor = ({ lang, row }: { readonly lang: Lang; readonly row: MeasureOfCells }) => {
  const { first, cells, sum } = row;
  if (first.withdrawn) return <State lang={lang} kind="withdrawn" />;
  return (
    <>
      <ExecutorWordChip lang={lang} sum={sum.executor} />
      {cells.length === 1 && first.overdue ? (
        <>
          <br />
          <State lang={lang} kind="late">
            {lang.t('plans.executors.overdue', { n: first.overdue.days })}
          </State>
        </>
      ) : null}
    </>
  );
};

interface MeasureProps {
  readonly lang: Lang;
  readonly row: MeasureOfCells;
  readonly at: (path: string) => string;
  /** Of how many plans the list is: with one, its name goes without saying. */
  readonly plans: number;
}

const Measure = ({ lang, row, at, plans }: MeasureProps) => {
  const { first, cells, sum } = row;
  const notes = [
    ...(plans > 1 ? [lang.pick(first.planTitle)] : []),
    ...(cells.length === 1 ? [lang.t(`plans.executors.${first.role}`)] : []),
  ];
  return (
    <>
      <Link href={at(`/plans/${first.planSlug}/measures/${first.slug}`)}>
        <ChosenText lang={lang} of={lang.choose(first.title)} />
      </Link>
      {sum.differs ? (
        <>
          {' '}
          <Differ lang={lang}>{lang.t('plans.overview.differ_mark')}</Differ>
        </>
      ) : null}
      {notes.length > 0 ? (
        <>
          <br />
          <small class="quiet">{notes.join(', ')}</small>
        </>
      ) : null}
    </>
  );
};
