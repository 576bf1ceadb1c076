import { type Message, message } from '#core/i18n/message.ts';
import type { Issue } from '../schema.ts';

/** An issue in sentences: where, what, and the near spelling where there is one. */
export interface SaidIssue {
  readonly place: Message | null;
  readonly what: Message;
  readonly near: Message | null;
}

/** The sentences of an issue; columns are named by their heads, rows as the spreadsheet counts them. */
export function sayIssue({ code, sheet, row, column, found, expected, near }: Issue): SaidIssue {
  return {
    place: sheet === null || row === null ? null : placeOf(sheet, String(row), column),
    what: { key: `surveys.exchange.said.${code}`, params: { found, expected } },
    near: near === null ? null : message('surveys.exchange.near', { near }),
  };
}

const placeOf = (sheet: string, row: string, column: string | null): Message =>
  column === null
    ? message('core.sheets.place.sheet', { sheet, row })
    : message('core.sheets.place.sheet_column', { sheet, row, column });
