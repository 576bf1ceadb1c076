import type { Lang } from '#core/i18n/lang.ts';
import type { PagePart } from '#core/opening/part.ts';
import { csv } from '#core/sheets/csv.ts';
import { ballotsOf } from './queries.ts';
import type { Ballot, RollRow, SeatOutcome } from './schema.ts';
import { constituencyName, sayWords } from './words/rules.ts';

const COLUMNS = ['seat', 'organisation', 'constituency', 'outcome', 'choice', 'way', 'note'] as const;

/** /ballots/:number/roll.csv: one row a seat of the frozen roll, codes for outcome and way; `note` stands in every row. */
export function rollCsv(
  lang: Lang,
  ballot: Ballot,
  roll: readonly RollRow[],
  outcomes: ReadonlyMap<string, SeatOutcome>,
  note: string,
): string {
  const rows = roll.map((row) => {
    const ended = outcomes.get(row.key);
    return [
      ...[row.number, lang.pick(row.organisation)],
      ballot.opening ? constituencyName(lang, ballot.opening, row.constituency) : '',
      ...[ended?.outcome ?? 'vacant', ended?.slip ? sayWords(lang, ballot, ended.slip) : '', ended?.way ?? '', note],
    ];
  });
  return csv(rows, [...COLUMNS], { bom: true });
}

/** Ballots become public with all that is voted on; a roll call names people only where the documents say so. */
export const BALLOTS_PART: PagePart = {
  ...{ id: 'ballots', name: 'ballots.title', paths: ['/ballots'], files: false },
  personal: async () => [],
  empty: async (db, { id }) => (await ballotsOf(db, id)).length === 0,
};
