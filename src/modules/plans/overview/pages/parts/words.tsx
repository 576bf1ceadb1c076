import type { Lang } from '#core/i18n/lang.ts';
import { daysBetween, type PlainDate } from '#core/time/plain-date.ts';
import { State, type StateKind } from '#ui/state.tsx';
import type { CivilWord } from '../../../evaluations/rules.ts';
import { monthOf } from '../../../plan/rules.ts';
import type { ExecutorWord } from '../../../reports/rules.ts';
import type { Summed } from '../../rules.ts';
import type { PlanSeen } from '../../schema.ts';

/** How a civil-society word is drawn; "no evidence found" is a finding, so it is not drawn as silence. */
const CIVIL_KIND: Readonly<Record<CivilWord, StateKind>> = {
  not_assessed: 'not_assessed',
  no_evidence: 'not_started',
  not_started: 'not_started',
  limited: 'limited',
  substantial: 'substantial',
  complete: 'complete',
};

interface CountsProps {
  readonly lang: Lang;
  readonly sum: Summed<string>;
}

/** "complete: 3 of 5": how many of several executors are complete in this voice; nothing while it has not spoken. */
const Counts = ({ lang, sum }: CountsProps) =>
  sum.total > 1 && sum.known > 0 ? (
    <>
      <br />
      <small class="quiet">{lang.t('plans.overview.counts', { n: sum.complete, total: sum.total })}</small>
    </>
  ) : null;

export const ExecutorWordChip = ({
  lang,
  sum,
}: {
  readonly lang: Lang;
  readonly sum: Summed<ExecutorWord> & { readonly unproven: number };
}) => (
  <>
    {sum.word === 'not_asked' ? (
      <span class="quiet">{lang.t('plans.overview.not_asked')}</span>
    ) : (
      <State lang={lang} kind={sum.word} />
    )}
    {sum.unproven > 0 ? <small class="quiet"> {lang.t('plans.overview.unproven')}</small> : null}
    <Counts lang={lang} sum={sum} />
  </>
);

export const CivilWordChip = ({ lang, sum }: { readonly lang: Lang; readonly sum: Summed<CivilWord> }) => (
  <>
    <State lang={lang} kind={CIVIL_KIND[sum.word]}>
      {sum.word === 'no_evidence' ? lang.t('plans.overview.no_evidence') : undefined}
    </State>
    <Counts lang={lang} sum={sum} />
  </>
);

/** The due day with its distance; the plan's own words where it gave no day. */
export const Due = ({
  lang,
  due,
  dueText,
  late,
  today,
}: {
  readonly lang: Lang;
  readonly due: PlainDate | null;
  readonly dueText: string | null;
  readonly late: boolean;
  readonly today: PlainDate;
}) => {
  if (!due) return <>{dueText ?? <span class="quiet">{lang.t('plans.overview.due_unknown')}</span>}</>;
  return (
    <>
      <span class="num">{dueText ?? lang.shortDate(due)}</span>
      {late ? (
        <>
          <br />
          <State lang={lang} kind="late">
            {lang.t('plans.overview.late_days', { n: daysBetween(due, today) })}
          </State>
        </>
      ) : due >= today ? (
        <>
          <br />
          <small class="quiet">{lang.distance(today, due)}</small>
        </>
      ) : null}
    </>
  );
};

/** "In force, month 8 of 20" */
export function stageWords(lang: Lang, seen: PlanSeen, today: PlainDate): string {
  const { starts_on: starts, ends_on: ends } = seen.plan;
  if (seen.stage === 'in_force' && starts && ends)
    return lang.t('plans.overview.stage.in_force_month', monthOf(starts, ends, today));
  return lang.t(`plans.overview.stage.${seen.stage}`);
}

/** A plan in force is under way; the other stages are facts of the calendar, not states of work. */
export const StageChip = ({
  lang,
  seen,
  today,
}: {
  readonly lang: Lang;
  readonly seen: PlanSeen;
  readonly today: PlainDate;
}) =>
  seen.stage === 'in_force' ? (
    <State lang={lang} kind="under_way">
      {stageWords(lang, seen, today)}
    </State>
  ) : (
    <b class="small">{stageWords(lang, seen, today)}</b>
  );
