import type { Lang } from '#core/i18n/lang.ts';
import { columnName } from '#core/sheets/table.ts';
import { Table } from '#ui/table.tsx';
import type { ColumnRead } from '../../schema.ts';
import { columnLabel } from './column-label.tsx';

interface ColumnsReadProps {
  readonly lang: Lang;
  readonly columns: readonly ColumnRead[];
}

/** How each column of the file was understood: what a person must be able to contradict. */
export const ColumnsRead = ({ lang, columns }: ColumnsReadProps) => (
  <details class="how" open={columns.some((column) => column.guessed)}>
    <summary>{lang.t('plans.exchange.dry.columns')}</summary>
    <Table
      lang={lang}
      caption={lang.t('plans.exchange.dry.columns')}
      quietCaption
      rows={columns}
      rowKey={(column) => `${column.table.number} ${column.index}`}
      columns={[
        {
          id: 'head',
          head: lang.t('plans.exchange.dry.your_column'),
          lead: true,
          cell: (column) => column.head || lang.t('plans.exchange.dry.no_head'),
        },
        {
          id: 'where',
          head: lang.t('plans.exchange.dry.where'),
          cell: ({ table, index }) =>
            `${table.sheet}, ${table.kind === 'sheet' ? columnName(index) : String(index + 1)}`,
        },
        {
          id: 'as',
          head: lang.t('plans.exchange.dry.read_as'),
          cell: (column) =>
            column.column === null
              ? lang.t('plans.exchange.dry.not_read')
              : `${columnLabel(lang, column.column)}${column.guessed ? ` (${lang.t('plans.exchange.dry.guessed')})` : ''}`,
        },
      ]}
    />
  </details>
);
