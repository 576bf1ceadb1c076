import type { Lang } from '#core/i18n/lang.ts';
import { State, type StateKind } from '#ui/state.tsx';
import { halfOf, yearOf } from '../../rules.ts';
import type { Period, ReportState } from '../../schema.ts';

const SHAPES: Readonly<Record<ReportState, StateKind>> = {
  due: 'not_started',
  done: 'complete',
  done_late: 'complete',
  overdue: 'late',
  missing: 'no_report',
  told: 'not_assessed',
  ended: 'withdrawn',
};

/** The state of a report on a day: a shape and a word. */
export const ReportChip = ({ lang, state }: { readonly lang: Lang; readonly state: ReportState }) => (
  <State lang={lang} kind={SHAPES[state]}>
    {lang.t(`accountability.reports.state.${state}`)}
  </State>
);

/** "2025", "first half of 2025". */
export const periodWords = (lang: Lang, period: Period): string =>
  lang.t('accountability.reports.period', { year: String(yearOf(period)), half: String(halfOf(period)) });
