import type { Lang } from '#core/i18n/lang.ts';
import { daysBetween, type PlainDate } from '#core/time/plain-date.ts';
import { State, type StateKind } from '#ui/state.tsx';
import { type Moment, stateOn } from '../../../rules.ts';
import type { State as CaseState } from '../../../schema.ts';
import type { CaseLine } from '../../schema.ts';

const SHAPES: Readonly<Record<CaseState, StateKind>> = {
  due: 'not_started',
  due_soon: 'under_way',
  done: 'complete',
  done_late: 'complete',
  overdue: 'late',
  waived: 'withdrawn',
  never: 'no_report',
};

interface StateProps {
  readonly lang: Lang;
  readonly line: CaseLine;
  readonly moment: Moment;
}

/** The state of a case on a day: a shape and a word. */
export function CaseStateChip({ lang, line, moment }: StateProps) {
  const state = stateOn(line, moment);
  const n = daysBetween(line.dueOn, moment.today);
  return (
    <State lang={lang} kind={SHAPES[state]}>
      {state === 'overdue' && n > 0 ? lang.t('obligations.overdue_days', { n }) : lang.t(`obligations.state.${state}`)}
    </State>
  );
}

/** "8 April 2026, in 4 days"; of hours with the moment. */
export const dueWords = (lang: Lang, line: Pick<CaseLine, 'dueOn' | 'dueAt'>, zone: string): string =>
  line.dueAt ? lang.moment(line.dueAt, zone) : lang.date(line.dueOn);

/** How far the due day is, for what is still open. */
export const distanceOf = (lang: Lang, line: Pick<CaseLine, 'dueOn' | 'closed'>, today: PlainDate): string | null =>
  line.closed ? null : lang.distance(today, line.dueOn);
