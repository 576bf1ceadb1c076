import { type Cell, csv } from '#core/sheets/csv.ts';
import type { Thing } from '#core/withholding/thing.ts';
import { findRemark } from './queries.ts';
import { decidedRows, scoreOf, WITHHELD_REMARK } from './rules.ts';
import type { Card } from './schema.ts';

/** Columns of the table, stable for programs; values and scores in percent, empty where too little is known. */
const COLUMNS = [
  ...(['number', 'body', 'kind', 'size', 'formula', 'counted_on', 'score', 'row', 'weight'] as const),
  ...(['known', 'of', 'counted', 'after_remarks'] as const),
] as const;

/** Every row of every public scorecard, as it was counted and as it stands after the body's remarks were decided. */
export function cardsCsv(cards: readonly { readonly card: Card; readonly name: string }[]): string {
  const percent = (value: number | null) => (value === null ? null : value / 10);
  const rows = cards.flatMap(({ card, name }) => {
    const decided = decidedRows(card.rows, card.remarks);
    const score = scoreOf(decided, card.enough);
    return card.rows.map((row, i): readonly Cell[] => [
      ...[card.number, name, card.kind, card.size, card.version, { day: card.sentOn }],
      ...[percent(score), row.key, row.weight, row.n, row.of, percent(row.value), percent(decided[i]!.value)],
    ]);
  });
  return csv(rows, COLUMNS, { bom: true });
}

/** What of scorecards can be withheld: what a body says of its own. */
export const SCORECARD_THINGS: readonly Thing[] = [
  { type: WITHHELD_REMARK, name: 'accountability.scorecards.thing_remark', find: findRemark },
];
