import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Link } from '#ui/link.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { State } from '#ui/state.tsx';
import { Table } from '#ui/table.tsx';
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

/** Measures with both voices and the due day, one line each. */
export const MeasuresTable = ({ lang, today, caption, lines, href }: MeasuresTableProps) => (
  <Table
    lang={lang}
    caption={caption}
    quietCaption
    rows={lines}
    rowKey={(line) => line.id}
    columns={[
      {
        id: 'no',
        head: lang.t('plans.overview.col.no'),
        mark: true,
        cell: (line) => line.number ?? <span class="quiet">–</span>,
      },
      {
        id: 'measure',
        head: lang.t('plans.overview.col.measure'),
        lead: true,
        cell: (line) => (
          <>
            <Link href={href(line)}>
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
        cell: (line) =>
          line.withdrawn ? (
            <State lang={lang} kind="withdrawn" />
          ) : (
            <ExecutorWordChip lang={lang} sum={line.sum.executor} />
          ),
      },
      {
        id: 'civil',
        head: lang.t('plans.overview.col.civil'),
        cell: (line) => (line.withdrawn ? null : <CivilWordChip lang={lang} sum={line.sum.civil} />),
      },
      {
        id: 'due',
        head: lang.t('plans.overview.col.due'),
        short: true,
        cell: (line) => (
          <Due lang={lang} due={line.due} dueText={line.dueText} late={line.tally.late > 0} today={today} />
        ),
      },
    ]}
  />
);
