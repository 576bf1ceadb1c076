import type { Result } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { guessSeparator, readSeparated } from './csv.ts';
import { LIMITS, Refused, refusingNow, type Table, TableBuilder } from './table.ts';

/** "1.1. Title", "2) Title", "5.6 Title": a number people cite, then words. A bare year or amount is no such number. */
const NUMBERED = /^\s*((?:\d{1,3}\.)*\d{1,3})(?:[.)]\s*|\s+)(?=\p{L}|["«“„(])(.*)$/su;

/** Lines of text as rows: the number before the words, when there is one, in a cell of its own. */
export const linesOf = (lines: readonly string[]): string[][] =>
  lines.map((line) => {
    const parts = NUMBERED.exec(line);
    return parts ? [parts[1] ?? '', (parts[2] ?? '').trim()] : ['', line.trim()];
  });

/**
 * Text that somebody pasted: cells from Word or Excel come separated by tabs, lines of a CSV by one separator; anything
 * else is read line by line, a leading number ("1.1.") in the first cell, the words in the second. `name` is what
 * messages call it.
 */
export function tablesFromText(text: string, name = 'text'): Result<Table[]> {
  return refusingNow(() => {
    if (text.length > LIMITS.pasted) {
      const sizes = { mb: (text.length / 1_000_000).toFixed(1), max: LIMITS.pasted / 1_000_000 };
      throw new Refused(message('core.sheets.too_big', { name, ...sizes }), 'too_large');
    }
    const counter = { cells: 0 };
    const clean = text.replaceAll('\u00a0', ' ').replace(/^\ufeff/, '');
    const table = isSeparated(clean)
      ? { ...readSeparated(clean, name, counter), kind: 'sheet' as const }
      : readLines(clean, name, counter);
    if (table.rows.length === 0) throw new Refused(message('core.sheets.empty_text'));
    return [table];
  });
}

/** Tabs always mean cells; another separator only when every line has as many of them, which prose never does. */
function isSeparated(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const separator = guessSeparator(text);
  if (text.includes('\t')) return true;
  const counts = new Set(lines.map((line) => line.split(separator).length - 1));
  return lines.length > 1 && counts.size === 1 && !counts.has(0);
}

function readLines(text: string, sheet: string, counter: { cells: number }): Table {
  const builder = new TableBuilder({ kind: 'text', sheet, number: 1 }, counter);
  linesOf(text.split(/\r\n|\n|\r/)).forEach((cells, i) => {
    builder.row(i + 1, cells);
  });
  return builder.done();
}
