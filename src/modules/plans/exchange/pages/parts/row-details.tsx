import type { Lang } from '#core/i18n/lang.ts';
import { columnName } from '#core/sheets/table.ts';
import { Change } from '#ui/change.tsx';
import type { Judged } from '../../judging/schema.ts';
import type { Remark } from '../../schema.ts';
import { columnLabel } from './column-label.tsx';

interface DetailsProps {
  readonly lang: Lang;
  readonly row: Judged;
}

/** Why a row cannot be taken, what would change, and what was not as certain as it looks. */
export const RowDetails = ({ lang, row }: DetailsProps) => (
  <>
    <Remarks lang={lang} row={row} remarks={row.errors} />
    {row.errors.length === 0 && row.changes.length > 0 ? (
      <ul class="plainlist">
        {row.changes.map(({ column, before, after }) => (
          <li key={column}>
            <b>{columnLabel(lang, column)}</b>
            <Change lang={lang} before={shortened(before)} after={shortened(after)} />
          </li>
        ))}
      </ul>
    ) : null}
    <Remarks lang={lang} row={row} remarks={row.remarks} />
  </>
);

/** A word by word difference of a whole chapter helps nobody; its beginning shows which text it is. */
const shortened = (text: string): string => (text.length > 600 ? `${text.slice(0, 600)}…` : text);

const Remarks = ({ lang, row, remarks }: DetailsProps & { readonly remarks: readonly Remark[] }) =>
  remarks.length === 0 ? null : (
    <ul class="plainlist">
      {remarks.map(({ column, message }) => (
        <li key={message.key + String(column)}>
          {column === null || !row.at ? null : (
            <b>{lang.t('plans.exchange.dry.column', { column: nameOf(row, column) })} </b>
          )}
          {lang.say(message)}
        </li>
      ))}
    </ul>
  );

/** Spreadsheets call columns by letters, documents count them. */
const nameOf = (row: Judged, column: number): string =>
  row.at?.table.kind === 'sheet' ? columnName(column) : String(column + 1);
