import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Card } from '#ui/card.tsx';
import { Link } from '#ui/link.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { State } from '#ui/state.tsx';
import { TwoVoices } from '#ui/voices.tsx';
import type { Tally } from '../../rules.ts';
import type { PlanCardSeen } from '../../schema.ts';
import { StageChip } from './words.tsx';

interface PlanCardProps {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly seen: PlanCardSeen;
  readonly at: (path: string) => string;
}

/** What the bars draw of a roll-up; an executor who was never asked has no bar at all. */
export const voicesOf = (tally: Tally, asked: boolean) => ({
  executor: asked ? { done: tally.executor.complete, known: tally.executor.known, total: tally.total } : null,
  civil: { done: tally.civil.complete, known: tally.civil.known, total: tally.total },
});

/** A plan in a few lines: stage, size, both voices, what is late. */
export const PlanCard = ({ lang, today, seen, at }: PlanCardProps) => {
  const { plan, tally } = seen;
  const voices = voicesOf(tally, plan.executor_voice === 'asked');
  const loaded = tally.total + tally.withdrawn;
  return (
    <Card
      title={
        <Link href={at(`/plans/${plan.slug}`)}>
          <ChosenText lang={lang} of={lang.choose(plan.title)} />
        </Link>
      }
    >
      <p class="meta">
        <StageChip lang={lang} seen={seen} today={today} />{' '}
        <span>
          {plan.reported_measures
            ? lang.t('plans.overview.reported', { reported: plan.reported_measures, loaded })
            : lang.t('plans.overview.measures_n', { n: loaded })}
        </span>{' '}
        {tally.late > 0 ? (
          <State lang={lang} kind="late">
            {lang.t('plans.overview.late_n', { n: tally.late })}
          </State>
        ) : null}
      </p>
      {tally.executor.known + tally.civil.known > 0 ? (
        <TwoVoices lang={lang} executor={voices.executor} civil={voices.civil} />
      ) : null}
    </Card>
  );
};
