import type { ComponentChildren, JSX } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Link } from './link.tsx';
import { sortingOf, withQuery } from './query.ts';

export interface Column<Row> {
  /** Name of the column in `?sort=` and key of its cells. */
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Right-aligned, not broken. */
  readonly number?: boolean | undefined;
  /** Not broken on wide screens: dates, short codes. */
  readonly short?: boolean | undefined;
  /** The name of the row: a row header, and the heading of its card on a phone. One column at most. */
  readonly lead?: boolean | undefined;
  /** A short number that stands before the name: without label on a card. */
  readonly mark?: boolean | undefined;
  /** Its head is a link that sorts; needs `url` on the table. */
  readonly sortable?: boolean | undefined;
}

interface TableProps<Row> {
  readonly lang: Lang;
  /** What the rows are; read out before them. */
  readonly caption: string;
  /** The heading above says the same: the caption is kept for screen readers only. */
  readonly quietCaption?: boolean | undefined;
  /** Columns of equal width, marks and dates narrow: several such tables under each other stand in line. */
  readonly even?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Address of this page; sort links keep its other parameters and go back to the first page. */
  readonly url?: URL | undefined;
  /** Totals under the rows: cell by column id. */
  readonly foot?: Readonly<Record<string, ComponentChildren>> | undefined;
  /** Draws one row instead of its `Cells`: a piece that is kept. */
  readonly draw?: ((row: Row) => ComponentChildren) | undefined;
}

/** Rows and columns; under 640 px every row is a card with labels. */
export function Table<Row>(props: TableProps<Row>) {
  const { lang, caption, quietCaption, even, columns, rows, rowKey, url, foot, draw } = props;
  return (
    <div class="tbl">
      <table class={even ? 'cards even' : 'cards'}>
        <caption class={quietCaption ? 'vh' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <ColumnHead key={column.id} lang={lang} column={column} columns={columns} url={url} even={even} />
            ))}
          </tr>
        </thead>
        <tbody>{rows.map((row) => (draw ? draw(row) : <Cells key={rowKey(row)} columns={columns} row={row} />))}</tbody>
        {foot ? (
          <tfoot>
            <tr>{columns.map((column) => cell(column, foot[column.id]))}</tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

interface CellsProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
}

/** A component of its own, so that what a row is made of is gone before the next is made: long tables stay cheap. */
export function Cells<Row>({ columns, row }: CellsProps<Row>) {
  return <tr>{columns.map((column) => cell(column, column.cell(row)))}</tr>;
}

function cell<Row>(column: Column<Row>, content: ComponentChildren): JSX.Element {
  if (column.lead) {
    return (
      <th key={column.id} scope="row" class="lead">
        {content}
      </th>
    );
  }
  return (
    <td
      key={column.id}
      data-l={column.mark ? undefined : column.head || undefined}
      class={column.mark ? 'mark' : column.number ? 'n' : column.short ? 'd' : undefined}
    >
      {/* One box, so that label and content are the two columns of a card. */}
      {isEmpty(content) ? null : <div>{content}</div>}
    </td>
  );
}

const isEmpty = (content: ComponentChildren): boolean =>
  content === null || content === undefined || content === false || content === '';

interface HeadProps<Row> {
  readonly lang: Lang;
  readonly column: Column<Row>;
  readonly columns: readonly Column<Row>[];
  readonly url: URL | undefined;
  readonly even: boolean | undefined;
}

function ColumnHead<Row>({ lang, column, columns, url, even }: HeadProps<Row>) {
  const width = column.mark ? 'w1' : column.short ? 'w2' : '';
  const align = column.number ? 'n' : even ? width : '';
  if (!column.sortable || !url) {
    return (
      <th scope="col" class={align || undefined}>
        {column.head}
      </th>
    );
  }
  const sortable = columns.flatMap((c) => (c.sortable ? [c.id] : []));
  const sorting = sortingOf(url, sortable);
  const mine = sorting?.by === column.id;
  const next = mine && !sorting.down ? `-${column.id}` : column.id;
  return (
    <th
      scope="col"
      class={`sort ${align}`.trim()}
      aria-sort={mine ? (sorting.down ? 'descending' : 'ascending') : undefined}
    >
      <Link href={withQuery(url, { sort: next, page: null })} label={lang.t('ui.table.sort', { column: column.head })}>
        {column.head}
      </Link>
      {mine ? (
        <svg aria-hidden="true" viewBox="0 0 10 10">
          <path fill="currentColor" d={sorting.down ? 'M0 2h10L5 9z' : 'M0 8h10L5 1z'} />
        </svg>
      ) : null}
    </th>
  );
}
