import type { Lang } from '#core/i18n/lang.ts';
import type { PlanCardSeen } from '#modules/plans/contract.ts';
import { type Figure, Figures } from '#ui/figures.tsx';

interface KeyFiguresProps {
  readonly lang: Lang;
  readonly seen: PlanCardSeen;
  readonly villages: number;
  readonly at: (path: string) => string;
}

/** The plan in four figures; each opens the rows that it counts. */
export const KeyFigures = ({ lang, seen, villages, at }: KeyFiguresProps) => {
  const { tally, plan } = seen;
  const base = `/plans/${plan.slug}`;
  const figures: Figure[] = [
    {
      value: lang.number(tally.total),
      label: lang.t('home.front.figure.measures', { n: tally.total, withdrawn: tally.withdrawn }),
      href: at(base),
    },
    {
      value: lang.number(tally.late),
      label: lang.t('home.front.figure.late', { n: tally.late }),
      href: at(`${base}?state=late`),
      alarm: tally.late > 0,
    },
  ];
  if (tally.both > 0)
    figures.push({
      value: lang.t('home.front.figure.of', { n: lang.number(tally.differ), base: lang.number(tally.both) }),
      label: lang.t('home.front.figure.differ'),
      href: at(`${base}?voices=differ`),
    });
  if (villages > 0)
    figures.push({
      value: lang.number(villages),
      label: lang.t('home.front.figure.villages', { n: villages }),
      href: at('/places'),
    });
  return <Figures figures={figures} />;
};
