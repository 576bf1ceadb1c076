import type { Lang } from '#core/i18n/lang.ts';
import { type Cell, csv } from '#core/sheets/csv.ts';
import type { Consultation } from '../schema.ts';
import type { ReportRow } from './rules.ts';

/** Columns of the table, stable for programs. */
const COLUMNS = [
  ...['citation', 'comments', 'article', 'article_gone', 'said', 'outcome', 'reason', 'responded_on', 'corrected_on'],
] as const;

/** "You said, we did" as a table; texts in the reader's language, an outcome by its word, nothing where it is owed. */
export function reportCsv(lang: Lang, rows: readonly ReportRow[]): string {
  const cells = rows.map((row): readonly Cell[] => [
    row.citation,
    row.comments.join(' '),
    row.article,
    row.gone,
    row.said && lang.pick(row.said),
    row.outcome,
    row.reason && lang.pick(row.reason),
    row.respondedOn && { day: row.respondedOn },
    row.correctedOn && { day: row.correctedOn },
  ]);
  return csv(cells, COLUMNS, { bom: true });
}

/** The same as data, with every text in all its languages. */
export const reportJson = ({ label, words, from, until, term }: Consultation, rows: readonly ReportRow[]): string =>
  JSON.stringify({ consultation: label, question: words, from, until, term, responses: rows }, null, 2);
