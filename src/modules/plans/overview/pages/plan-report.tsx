import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Section } from '#ui/layout.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Progress, VoicesLegend } from '#ui/voices.tsx';
import type { PlanOverview } from '../schema.ts';
import { MeasuresTable } from './parts/measures-table.tsx';
import { pointLine } from './parts/point-line.tsx';
import { stageWords } from './parts/words.tsx';

interface PlanReportProps {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly overview: PlanOverview;
  readonly forum: Parameters<typeof Sheet>[0]['forum'];
  readonly base: string;
  readonly address: string;
}

/** The plan on paper: for the wall of the council, the donor's file, the meeting. */
export const PlanReport = ({ lang, today, overview, forum, base, address }: PlanReportProps) => (
  <Sheet
    lang={lang}
    forum={forum}
    title={lang.pick(overview.plan.title)}
    about={
      <>
        {lang.t('plans.overview.report_title', { date: lang.date(today) })}. {stageWords(lang, overview, today)}.
      </>
    }
    signers={[lang.t('plans.overview.report_sign')]}
    foot={address}
  >
    <Section title={lang.t('plans.overview.by_point')}>
      <VoicesLegend lang={lang} />
      <Progress lang={lang} points={overview.points.map((seen) => pointLine(lang, overview, seen, base))} />
    </Section>
    {overview.points.map((seen) => (
      <Section
        key={seen.point?.id ?? 'none'}
        title={[seen.point?.number, seen.point ? lang.pick(seen.point.title) : lang.t('plans.overview.no_point')]
          .filter(Boolean)
          .join('. ')}
      >
        <MeasuresTable
          lang={lang}
          today={today}
          caption={lang.t('plans.overview.all_measures')}
          lines={seen.measures}
          href={(line) => `${base}/measures/${line.slug}`}
        />
      </Section>
    ))}
  </Sheet>
);
