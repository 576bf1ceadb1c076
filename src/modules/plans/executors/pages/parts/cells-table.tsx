import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Link } from '#ui/link.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { State } from '#ui/state.tsx';
import { Table } from '#ui/table.tsx';
import { Differ } from '#ui/voices.tsx';
import { CivilWordChip, Due, ExecutorWordChip } from '../../../overview/pages/parts/words.tsx';
import { cellDiffers, cellLate, measureSum } from '../../../overview/rules.ts';
import type { CellLine } from '../../../overview/schema.ts';

interface CellsTableProps {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly caption: string;
  readonly cells: readonly CellLine[];
  readonly at: (path: string) => string;
}

/** Cells one by one: the measure, both voices, the due day, a report that is owed. */
export const CellsTable = ({ lang, today, caption, cells, at }: CellsTableProps) => (
  <Table
    lang={lang}
    caption={caption}
    quietCaption
    rows={cells}
    rowKey={(cell) => cell.id}
    columns={[
      {
        id: 'no',
        head: lang.t('plans.overview.col.no'),
        mark: true,
        cell: (cell) => cell.number ?? <span class="quiet">–</span>,
      },
      {
        id: 'measure',
        head: lang.t('plans.overview.col.measure'),
        lead: true,
        cell: (cell) => <Measure lang={lang} cell={cell} at={at} />,
      },
      {
        id: 'executor',
        head: lang.t('plans.overview.col.executor'),
        cell: (cell) =>
          cell.withdrawn ? (
            <State lang={lang} kind="withdrawn" />
          ) : (
            <>
              <ExecutorWordChip lang={lang} sum={sumOf(cell, today).executor} />
              {cell.overdue ? (
                <>
                  <br />
                  <State lang={lang} kind="late">
                    {lang.t('plans.executors.overdue', { n: cell.overdue.days })}
                  </State>
                </>
              ) : null}
            </>
          ),
      },
      {
        id: 'civil',
        head: lang.t('plans.overview.col.civil'),
        cell: (cell) => (cell.withdrawn ? null : <CivilWordChip lang={lang} sum={sumOf(cell, today).civil} />),
      },
      {
        id: 'due',
        head: lang.t('plans.overview.col.due'),
        short: true,
        cell: (cell) => (
          <Due
            lang={lang}
            due={cell.due}
            dueText={null}
            late={cellLate(cell.voices, { due: cell.due, withdrawn: cell.withdrawn }, today)}
            today={today}
          />
        ),
      },
    ]}
  />
);

const sumOf = (cell: CellLine, today: PlainDate) =>
  measureSum([cell.voices], { due: cell.due, withdrawn: cell.withdrawn }, today);

const Measure = ({
  lang,
  cell,
  at,
}: {
  readonly lang: Lang;
  readonly cell: CellLine;
  readonly at: (path: string) => string;
}) => (
  <>
    <Link href={at(`/plans/${cell.planSlug}/measures/${cell.slug}`)}>
      <ChosenText lang={lang} of={lang.choose(cell.title)} />
    </Link>{' '}
    <small class="quiet">
      {lang.pick(cell.planTitle)}, {lang.t(`plans.executors.${cell.role}`)}
    </small>
    {cellDiffers(cell.voices) ? (
      <>
        {' '}
        <Differ lang={lang}>{lang.t('plans.overview.differ_mark')}</Differ>
      </>
    ) : null}
  </>
);
