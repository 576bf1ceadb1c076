import type { Sheet } from '../../src/modules/surveys/exchange/schema.ts';

/**
 * The text tables of the corpus as sheets: "| survey |" begins one, the next line is its header; cells are divided by
 * "|", the first of a line stands before the table. "\|" is a sign within a cell.
 */
export function sheetsOf(text: string): readonly Sheet[] {
  const sheets: { sheet: string; rows: { line: number; cells: string[] }[]; line: number }[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (!line.startsWith('|')) continue;
    const cells = line
      .replace(/\|$/, '')
      .split(/(?<!\\)\|/)
      .slice(1)
      .map((cell) => cell.trim().replaceAll('\\|', '|'));
    if (cells[0] !== '') {
      sheets.push({ sheet: cells[0]!, rows: [], line: 0 });
      continue;
    }
    const sheet = sheets.at(-1);
    const rest = cells.slice(1);
    if (!sheet || rest.every((cell) => /^-+$/.test(cell) && cell !== '')) continue;
    sheet.line++;
    if (rest.some((cell) => cell !== '')) sheet.rows.push({ line: sheet.line, cells: rest });
  }
  return sheets;
}
