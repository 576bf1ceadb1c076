import type { Lang } from '#core/i18n/lang.ts';
import { type Cell, csv } from '#core/sheets/csv.ts';
import type { ReportSeen } from './pages/reports-list.tsx';

/** Columns of the table, stable for programs. */
const COLUMNS = [
  'number',
  'municipality',
  'period_from',
  'period_to',
  'due_on',
  'given_on',
  'state',
  'state_words',
] as const;

/** Who reported when, as a table; a state by its word, nothing where a report was not given. */
export const reportsCsv = (
  lang: Lang,
  seen: readonly ReportSeen[],
  names: ReadonlyMap<string, { readonly name: string }>,
): string =>
  csv(
    seen.map(({ line, state }): readonly Cell[] => [
      ...[line.number, names.get(line.body)?.name ?? null, { day: line.from }, { day: line.to }, { day: line.dueOn }],
      ...[line.doneOn && { day: line.doneOn }, state, lang.t(`accountability.reports.state.${state}`)],
    ]),
    COLUMNS,
    { bom: true },
  );
