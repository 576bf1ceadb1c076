import { CsvError, type CsvErrorCode, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { type Counter, Refused, type Table, TableBuilder } from './table.ts';

/** What a cell of an export may be. Numbers stay numbers; a day is written so that programs see a date. */
export type Cell = string | number | boolean | null | { readonly day: PlainDate };

/** A cell that a spreadsheet would run as a formula, or one that already carries our escape. */
const DANGEROUS = /^'*[=+\-@\t\r\n]/;
const ESCAPED = /^'+[=+\-@\t\r\n]/;

/**
 * Keeps a spreadsheet from running a text as a formula: a leading apostrophe. Texts that already begin with
 * apostrophes before such a sign get one more, so that `plain(safe(x)) === x` for every x.
 */
export const safe = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);

/** Takes exactly the escape of `safe` away again. */
export const plain = (text: string): string => (ESCAPED.test(text) ? text.slice(1) : text);

/**
 * CSV by RFC 4180: commas, CRLF, quotes doubled. Text cells are escaped by `safe`; numbers are not, because a number
 * is no formula. `bom` lets Excel see that it is UTF-8.
 */
export function csv(
  rows: readonly (readonly Cell[])[],
  header: readonly string[],
  options: { readonly bom?: boolean } = {},
): string {
  return stringify([header.map(safe), ...rows.map((row) => row.map(written))], {
    record_delimiter: '\r\n',
    bom: options.bom ?? false,
    quoted_match: /[\r\n]|^\s|\s$/,
  });
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return safe(cell);
  if (typeof cell === 'object') return cell.day;
  return String(cell);
}

export type Separator = ',' | ';' | '\t' | '|';

/** The separator that occurs most evenly in the first lines, outside quotes. */
export function guessSeparator(text: string): Separator {
  const lines = outsideQuotes(text.slice(0, 20_000))
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  let best: { separator: Separator; score: number } = { separator: ',', score: 0 };
  for (const separator of ['\t', ';', ',', '|'] as const) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const first = counts[0] ?? 0;
    const score = first === 0 ? 0 : counts.filter((n) => n >= first).length * 100 + Math.min(first, 99);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

const outsideQuotes = (text: string): string => text.replace(/"(?:[^"]|"")*"/g, '""');

/** Reads separated text into one table; a row's line is its number among the records, as a spreadsheet counts. */
export function readSeparated(text: string, name: string, counter: Counter, known?: Separator): Table {
  const hint = /^sep=([,;\t|])\r?\n/i.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const separator = known ?? (hint?.[1] as Separator | undefined) ?? guessSeparator(body);
  const strict = walk(body, name, counter, separator, false);
  // A quotation mark inside an unquoted cell (5" pipe) is plain to people and to Excel: read again, more kindly.
  const read = strict.trouble === 'INVALID_OPENING_QUOTE' ? walk(body, name, counter, separator, true) : strict;
  if (read.trouble === null) return read.builder.done();
  const where = { name, row: read.line + 1 };
  throw new Refused(
    read.trouble === 'CSV_QUOTE_NOT_CLOSED'
      ? message('core.sheets.open_quote', where)
      : message('core.sheets.stray_quote', where),
  );
}

interface Walked {
  readonly builder: TableBuilder;
  /** Whole records read. */
  readonly line: number;
  readonly trouble: CsvErrorCode | null;
}

function walk(text: string, name: string, counter: Counter, delimiter: Separator, relaxed: boolean): Walked {
  const before = counter.cells;
  const builder = new TableBuilder({ kind: 'sheet', sheet: name, number: 1 }, counter);
  let line = 0;
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: relaxed,
      on_record: (record: string[]) => {
        builder.row(++line, record.map(plain));
        return null;
      },
    });
    return { builder, line, trouble: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    counter.cells = before;
    return { builder, line, trouble: error.code };
  }
}
