import * as v from 'valibot';
import { type FieldError, ok, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { fold } from '#core/i18n/names.ts';
import { dayShape, lineShape } from '#core/shapes.ts';
import { headsIn, type Line, linesOf } from '#core/sheets/heads.ts';
import type { Table } from '#core/sheets/table.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { MOST, Reading } from '../forms.ts';
import { ABOUT_FILE, MOST_ROWS, SEAT_COLUMNS, type SeatRow, type SpeakerRow } from './schema.ts';

const text = v.nullable(lineShape(MOST.name));
const speakerShape = v.nullable(v.object({ office: text, name: text, from: dayShape, until: v.nullable(dayShape) }));
const rowShape = v.object({
  ...{ line: v.number(), seat: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)) },
  ...{ group: lineShape(MOST.name), seatFrom: dayShape },
  organisation: v.nullable(
    v.object({
      ...{ name: lineShape(MOST.name), slug: text, kind: v.pipe(v.string(), v.maxLength(40)), from: dayShape },
      until: v.nullable(dayShape),
    }),
  ),
  ...{ representative: speakerShape, alternate: speakerShape },
});

const rowsShape = v.pipe(v.array(rowShape), v.minLength(1), v.maxLength(MOST_ROWS));

/** What a table says of seats, by which decision and document. */
export const seatsImportShape = v.object({
  ...{ rows: rowsShape, number: lineShape(MOST.number), decidedOn: dayShape, source: lineShape(MOST.source) },
});
export type SeatsImport = v.InferOutput<typeof seatsImportShape>;

/** A table read into rows, with what was left out: columns that nobody knows, and names of people. */
export interface RowsRead {
  readonly rows: readonly SeatRow[];
  readonly errors: readonly { readonly line: number; readonly fault: FieldError }[];
  readonly unread: readonly string[];
  readonly namesLeftOut: boolean;
}

/**
 * The rows of the first table in which seats are found. Columns are guessed by their heads; names of people are dropped
 * unless `names` (the legal duties are answered). A row without a number takes the next one after `last`.
 */
export function readRows(
  tables: readonly Table[],
  of: { readonly names: boolean; readonly last: number; readonly day: PlainDate },
): Result<RowsRead> {
  const located = tables.flatMap((table) => headsIn(table, SEAT_COLUMNS, ['group', 'organisation']) ?? [])[0];
  if (!located) return refuse('bad_input', message('forum.sheets.wrong_no_header'));
  const lines = linesOf([located]).filter(
    (line) => (line.cell('group') ?? line.cell('organisation') ?? '').trim() !== '',
  );
  if (lines.length === 0) return refuse('bad_input', message('forum.sheets.wrong_no_rows'));
  if (lines.length > MOST_ROWS)
    return refuse('too_large', message('forum.sheets.wrong_many', { found: lines.length, most: MOST_ROWS }));
  let next = of.last;
  const read = lines.map((line) => {
    const made = readRow(line, of, next + 1);
    next = Math.max(next, made.row.seat);
    return made;
  });
  const names = ['representative_name', 'alternate_name'].some((column) => located.at.has(column));
  return ok({
    rows: read.flatMap(({ row, errors }) => (errors.length === 0 ? [row] : [])),
    errors: read.flatMap(({ row, errors }) => errors.map((fault) => ({ line: row.line, fault }))),
    unread: located.unread.filter((head) => !ABOUT_FILE.some((name) => fold(head).startsWith(`${name} (`))),
    namesLeftOut: names && !of.names,
  });
}

function readRow(line: Line, of: { readonly names: boolean; readonly day: PlainDate }, next: number) {
  const read = new Reading({ text: (column) => line.cell(column) ?? '' });
  const typed = read.line('seat', 12);
  const seat = typed === '' ? next : read.count('seat', 100_000);
  if (seat < 1) read.wrong('seat', message('forum.wrong.count', { found: typed, max: 100_000 }));
  const seatFrom = read.day('seat_from') ?? of.day;
  const name = read.line('organisation', MOST.name);
  const kind = read.line('organisation_kind', 40);
  const from = read.day('held_from') ?? seatFrom;
  const speaker = (which: 'representative' | 'alternate'): SpeakerRow | null => {
    const [office, person] = [read.line(which, MOST.name), of.names ? read.line(`${which}_name`, 120) : ''];
    if (office === '' && person === '') return null;
    const days = { from: read.day(`${which}_from`) ?? from, until: read.day(`${which}_until`) };
    return { office: office || null, name: person || null, ...days };
  };
  const row: SeatRow = {
    ...{ line: line.row.line, seat, seatFrom },
    group: read.needed('group', MOST.name, message('forum.wrong.no_group_name')),
    organisation:
      name === ''
        ? null
        : {
            ...{ name, slug: read.line('organisation_slug', 100) || null, from, until: read.day('held_until') },
            kind,
          },
    ...{ representative: speaker('representative'), alternate: speaker('alternate') },
  };
  return { row, errors: read.errors };
}

/** The decision and the document behind a table. */
export function readBehind(posted: { text(name: string): string }): Result<Omit<SeatsImport, 'rows'>> {
  const read = new Reading(posted);
  return read.end({
    number: read.needed('number', MOST.number, message('forum.wrong.no_number')),
    decidedOn: read.neededDay('decided_on'),
    source: read.needed('source', MOST.source, message('forum.wrong.no_source')),
  });
}

/** Rows that the page of the dry run carries on to the deed. */
export function rowsCarried(carried: string): Result<readonly SeatRow[]> {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), rowsShape), carried);
  return parsed.success
    ? ok(parsed.output)
    : refuseFields([{ field: 'file', message: message('forum.sheets.wrong_no_rows') }]);
}
