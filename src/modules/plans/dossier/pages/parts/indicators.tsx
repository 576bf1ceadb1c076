import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Section } from '#ui/layout.tsx';
import { LineChart, type Measured } from '#ui/line-chart.tsx';
import { Link } from '#ui/link.tsx';
import { piece } from '#ui/piece.ts';
import { ChosenText } from '#ui/quotation.tsx';
import { targetsOn } from '../../../measures/rules.ts';
import type { IndicatorRow, TargetRow } from '../../../measures/schema.ts';
import type { ActualRow, Voice } from '../../../reports/schema.ts';
import type { Dossier } from '../../schema.ts';

interface IndicatorsProps {
  readonly lang: Lang;
  readonly dossier: Dossier;
  readonly today: PlainDate;
}

/** The numbers the measure is judged by: from where, to where, and what each voice measured. */
export const Indicators = ({ lang, dossier, today }: IndicatorsProps) =>
  dossier.indicators.length === 0 ? null : (
    <Section title={lang.t('plans.dossier.indicators', { n: dossier.indicators.length })} id="indicators">
      <div class="stack">
        {dossier.indicators.map((indicator) => (
          <Indicator
            key={indicator.id}
            lang={lang}
            today={today}
            indicator={indicator}
            targets={dossier.targets.filter((row) => row.indicator_id === indicator.id)}
            actuals={dossier.actuals.filter((row) => row.indicator_id === indicator.id && row.on_day <= today)}
          />
        ))}
      </div>
    </Section>
  );

interface IndicatorProps {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly indicator: IndicatorRow;
  readonly targets: readonly TargetRow[];
  /** What was measured until today. */
  readonly actuals: readonly ActualRow[];
}

const Indicator = piece(
  ({ lang, today, indicator, targets, actuals }: IndicatorProps) => {
    const target = targetsOn(targets, today).at(-1) ?? null;
    const text = lang.choose(indicator.text);
    const unit = indicator.unit ? lang.pick(indicator.unit) : '';
    if (indicator.baseline_value === null && !target && actuals.length === 0) {
      return (
        <p>
          <ChosenText lang={lang} of={text} /> <small class="quiet">{lang.t('plans.dossier.no_numbers')}</small>
        </p>
      );
    }
    return (
      <div>
        <LineChart
          lang={lang}
          id={`chart-${indicator.id.slice(-12)}`}
          title={unit ? `${text.text} (${unit})` : text.text}
          baseline={
            indicator.baseline_value !== null && indicator.baseline_on
              ? { date: indicator.baseline_on, value: indicator.baseline_value }
              : null
          }
          target={target ? { value: target.value, date: target.due_on } : null}
          executor={measured(lang, actuals, 'executor')}
          civil={measured(lang, actuals, 'civil')}
        />
        <Sources lang={lang} indicator={indicator} actuals={actuals} />
      </div>
    );
  },
  ({ lang, indicator }) => `${lang.code} ${indicator.id}`,
);

/** Values of one voice in order of their days; a share says its numerator and base. */
const measured = (lang: Lang, actuals: readonly ActualRow[], voice: Voice): readonly Measured[] =>
  actuals
    .filter((row) => row.voice === voice)
    .map((row) => ({
      date: row.on_day,
      value: row.value,
      note:
        row.base === null || row.numerator === null
          ? row.source
          : `${lang.t('plans.overview.of', { n: lang.number(row.numerator), base: lang.number(row.base) })}, ${row.source}`,
    }));

const Sources = ({
  lang,
  indicator,
  actuals,
}: {
  readonly lang: Lang;
  readonly indicator: IndicatorRow;
  readonly actuals: readonly ActualRow[];
}) => {
  const linked = actuals.filter((row) => row.source_url);
  if (!indicator.baseline_source && linked.length === 0) return null;
  return (
    <p class="small quiet">
      {indicator.baseline_source ? (
        <>
          {lang.t('plans.dossier.baseline')}:{' '}
          {indicator.baseline_url ? (
            <Link href={indicator.baseline_url}>{indicator.baseline_source}</Link>
          ) : (
            indicator.baseline_source
          )}{' '}
        </>
      ) : null}
      {linked.map((row) => (
        <span key={row.id}>
          <Link href={row.source_url!}>{row.source}</Link>{' '}
        </span>
      ))}
    </p>
  );
};
