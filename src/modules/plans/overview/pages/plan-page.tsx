import type { Lang } from '#core/i18n/lang.ts';
import { type Figure, Figures } from '#ui/figures.tsx';
import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Pager } from '#ui/pager.tsx';
import { piece } from '#ui/piece.ts';
import { ChosenText } from '#ui/quotation.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Progress, VoicesLegend } from '#ui/voices.tsx';
import type { PlanOverview } from '../schema.ts';
import { MeasureFilters, type PlanShown } from './parts/filters.tsx';
import { MeasuresTable } from './parts/measures-table.tsx';
import { pointLine } from './parts/point-line.tsx';
import { StageChip } from './parts/words.tsx';

/** How many measures stand on one page of the list. */
const PAGE_SIZE = 60;

/** A plan: how far it is by area in both voices, then every measure. */
export const PlanPage = (props: PlanShown) => {
  const { lang, today, url, overview, fitting, pageNumber, base } = props;
  const { plan } = overview;
  const shown = fitting.slice((pageNumber - 1) * PAGE_SIZE, pageNumber * PAGE_SIZE);
  const title = lang.choose(plan.title);
  return (
    <>
      {props.notice ? <Notice title={props.notice} /> : null}
      <PageTitle
        title={<ChosenText lang={lang} of={title} />}
        lede={plan.summary ? lang.pick(plan.summary) : undefined}
        state={<StageChip lang={lang} seen={overview} today={today} />}
      />
      <Reported lang={lang} overview={overview} />
      {props.mayAuthor ? <StaffLine lang={lang} base={base} /> : null}
      <Figures figures={figures(lang, overview, base)} />
      <Section title={lang.t('plans.overview.by_point')} id="points">
        <VoicesLegend lang={lang} />
        <Progress lang={lang} points={overview.points.map((seen) => pointLine(lang, overview, seen, base))} />
        {plan.kind === 'national' ? (
          <p>
            <Link href={`${base}/local`}>{lang.t('plans.overview.reaches')}</Link>
          </p>
        ) : null}
      </Section>
      <Section title={lang.t('plans.overview.all_measures')} id="measures">
        <MeasureFilters {...props} />
        {shown.length > 0 ? (
          <MeasuresTable
            lang={lang}
            today={today}
            caption={lang.t('plans.overview.all_measures')}
            lines={shown}
            href={(line) => `${base}/measures/${line.slug}`}
          />
        ) : (
          <p>{lang.t('plans.overview.found_none')}</p>
        )}
        <Pager lang={lang} url={url} page={pageNumber} size={PAGE_SIZE} total={fitting.length} />
      </Section>
      <TakeAway lang={lang} base={base} />
    </>
  );
};

const StaffLine = ({ lang, base }: { readonly lang: Lang; readonly base: string }) => (
  <p class="acts">
    <ButtonLink href={`${base}/edit`}>{lang.t('plans.overview.edit')}</ButtonLink>{' '}
    <ButtonLink href={`${base}/measures/new`} second>
      {lang.t('plans.overview.add_measure')}
    </ButtonLink>
  </p>
);

/** What the source reports of the whole plan beside what is loaded: the rest is unknown, and said so. */
const Reported = ({ lang, overview }: { readonly lang: Lang; readonly overview: PlanOverview }) => {
  const { plan } = overview;
  if (!plan.reported_measures && !plan.rendering) return null;
  return (
    <div class="stack told">
      {plan.reported_measures ? (
        <p>
          {lang.t('plans.overview.reported_about', {
            measures: plan.reported_measures,
            points: plan.reported_points ?? '?',
          })}{' '}
          {plan.reported_local ? lang.t('plans.overview.reported_local', { n: plan.reported_local }) : null}
        </p>
      ) : null}
      {plan.rendering ? <p class="quiet">{lang.t('plans.overview.rendering')}</p> : null}
      {plan.reported_source ? (
        <p class="source">
          {plan.source_url ? <Link href={plan.source_url}>{plan.reported_source}</Link> : plan.reported_source}
        </p>
      ) : null}
    </div>
  );
};

function figures(lang: Lang, overview: PlanOverview, base: string): readonly Figure[] {
  const { tally, plan } = overview;
  const of = (n: number, whole: number): string =>
    lang.t('plans.overview.of', { n: lang.number(n), base: lang.number(whole) });
  const loaded = tally.total + tally.withdrawn;
  const list: Figure[] = [
    {
      value: plan.reported_measures ? of(loaded, plan.reported_measures) : lang.number(tally.total),
      label: (
        <>
          {lang.t('plans.overview.fig.measures', {
            n: tally.total,
            points: overview.points.filter((seen) => seen.point).length,
          })}
          {tally.withdrawn > 0 ? <>, {lang.t('plans.overview.fig.withdrawn', { n: tally.withdrawn })}</> : null}
        </>
      ),
      href: `${base}#measures`,
    },
  ];
  if (plan.executor_voice === 'asked') list.push(executorFigure(lang, overview, of, base));
  list.push(civilFigure(lang, overview, of, base), {
    value: lang.number(tally.late),
    label: lang.t('plans.overview.fig.late', { n: tally.late }),
    href: `${base}?state=late#measures`,
    alarm: tally.late > 0,
  });
  if (tally.both > 0)
    list.push({
      value: of(tally.differ, tally.both),
      label: lang.t('plans.overview.fig.differ'),
      href: `${base}?voices=differ#measures`,
    });
  if (overview.overdueReports > 0)
    list.push({
      value: lang.number(overview.overdueReports),
      label: lang.t('plans.overview.fig.overdue', { n: overview.overdueReports }),
      alarm: true,
    });
  return list;
}

type Of = (n: number, whole: number) => string;

/** A voice that has said nothing has no share: what is missing is the figure then. */
function executorFigure(lang: Lang, { tally }: PlanOverview, of: Of, base: string): Figure {
  const silent = tally.total - tally.executor.known;
  const href = `${base}?state=no_report#measures`;
  if (tally.executor.known === 0)
    return { value: lang.number(silent), label: lang.t('plans.overview.fig.no_report_only', { n: silent }), href };
  const rest = lang.t('plans.overview.fig.no_report', { n: silent });
  return {
    value: of(tally.executor.complete, tally.executor.known),
    label: <Label words={lang.t('plans.overview.fig.executor')} rest={rest} />,
    href,
  };
}

function civilFigure(lang: Lang, { tally }: PlanOverview, of: Of, base: string): Figure {
  const silent = tally.total - tally.civil.known;
  const href = `${base}?state=not_assessed#measures`;
  if (tally.civil.known === 0)
    return { value: lang.number(silent), label: lang.t('plans.overview.fig.not_assessed_only', { n: silent }), href };
  const rest = lang.t('plans.overview.fig.not_assessed', { n: silent });
  return {
    value: of(tally.civil.complete, tally.civil.known),
    label: <Label words={lang.t('plans.overview.fig.civil')} rest={rest} />,
    href,
  };
}

const Label = ({ words, rest }: { readonly words: string; readonly rest: string }) => (
  <>
    {words}
    <br />
    {rest}
  </>
);

const TakeAway = piece(
  ({ lang, base }: { readonly lang: Lang; readonly base: string }) => (
    <Section title={lang.t('plans.overview.take')}>
      <p class="meta">
        <Link href={`${base}/report`}>{lang.t('plans.overview.take.report')}</Link>
        <Link href={`${base}.xlsx`}>{lang.t('plans.overview.take.xlsx')}</Link>
        <Link href={`${base}.csv`}>{lang.t('plans.overview.take.csv')}</Link>
        <Link href={`${base}/ogp.csv`}>{lang.t('plans.overview.take.ogp')}</Link>
        <Link href={`${base}.ics`}>{lang.t('plans.overview.take.ics')}</Link>
        <Link href={`${base}.atom`}>{lang.t('plans.overview.take.atom')}</Link>
      </p>
    </Section>
  ),
  ({ base }) => base,
);
