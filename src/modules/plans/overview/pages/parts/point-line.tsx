import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { ChosenText } from '#ui/quotation.tsx';
import { State } from '#ui/state.tsx';
import type { Point } from '#ui/voices.tsx';
import type { PlanOverview, PointSeen } from '../../schema.ts';
import { voicesOf } from './plan-card.tsx';

/** An area of the plan as a line of progress; it leads to its own measures in the list below. */
export function pointLine(lang: Lang, overview: PlanOverview, seen: PointSeen, base: string): Point {
  const { point, tally } = seen;
  const key = point?.number ?? point?.id ?? 'none';
  const loaded = tally.total + tally.withdrawn;
  // An area of a plan that is known only in part: none loaded does not mean that there are none.
  const unknown = loaded === 0 && overview.plan.reported_measures !== null;
  const facts: ComponentChildren[] = [
    unknown ? lang.t('plans.overview.measures_unknown') : lang.t('plans.overview.measures_n', { n: loaded }),
  ];
  if (tally.late > 0)
    facts.push(
      <State lang={lang} kind="late">
        {lang.t('plans.overview.late_n', { n: tally.late })}
      </State>,
    );
  if (tally.differ > 0) facts.push(lang.t('plans.overview.differ_n', { n: tally.differ }));
  return {
    no: point?.number ?? '–',
    title: point ? <ChosenText lang={lang} of={lang.choose(point.title)} /> : lang.t('plans.overview.no_point'),
    href: `${base}?point=${encodeURIComponent(key)}#measures`,
    facts,
    ...voicesOf(tally, overview.plan.executor_voice === 'asked'),
  };
}
