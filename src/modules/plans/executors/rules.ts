import type { PlainDate } from '#core/time/plain-date.ts';
import { type MeasureSum, measureSum } from '../overview/rules.ts';
import type { CellLine } from '../overview/schema.ts';

/** A measure as far as it is in a list of cells: of one body it has one cell, at a place it has all of them. */
export interface MeasureOfCells {
  readonly first: CellLine;
  readonly cells: readonly CellLine[];
  readonly sum: MeasureSum;
}

/** Cells by measure, in the order in which each measure comes first. */
export const byMeasure = (cells: readonly CellLine[], day: PlainDate): readonly MeasureOfCells[] =>
  [...Map.groupBy(cells, (cell) => cell.measure).values()].map((of) => {
    const first = of[0]!;
    const voices = of.map((cell) => cell.voices);
    return { first, cells: of, sum: measureSum(voices, { due: first.due, withdrawn: first.withdrawn }, day) };
  });
