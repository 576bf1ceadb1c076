import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Rows of one of the tables that stand beside this file: figures computed by Debian's python3-statsmodels and
 * r-cran-survey, made by intervals.py and designs.R. Throws where a table is missing or has no rows.
 */
export function oracle(name: string): readonly Readonly<Record<string, string>>[] {
  const [head, ...lines] = readFileSync(join(import.meta.dirname, name), 'utf8')
    .trimEnd()
    .split('\n');
  const names = head!.split(',');
  if (lines.length === 0) throw new Error(`${name} has no rows`);
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((column, at) => [column, cells[at]!]));
  });
}

/** Relative, but never stricter than to 1e-9 of 1: the figures are shares, or numbers around 40. */
export const isNear = (found: number, expected: number): boolean =>
  Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
