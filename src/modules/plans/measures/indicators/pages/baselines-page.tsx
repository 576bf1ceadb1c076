import { type Filled, filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { MeasureTabs } from '../../pages/parts/measure-tabs.tsx';
import type { IndicatorRow } from '../../schema.ts';
import { BaselineFields } from './indicators-page.tsx';

interface BaselinesPageProps {
  readonly of: Filled;
  readonly measure: string;
  readonly name: string;
  readonly indicators: readonly IndicatorRow[];
  /** The indicator whose form was sent and refused. */
  readonly refused: string | null;
  readonly saved: boolean;
}

/** After adoption: indicators and targets stand, but a baseline may still be found for one that has none. */
export const BaselinesPage = ({ of, measure, name, indicators, refused, saved }: BaselinesPageProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('plans.measures.indicators.title')} over={name} />
      <MeasureTabs lang={lang} measure={measure} current="indicators" adopted={true} />
      {saved ? <Notice title={lang.t('plans.measures.indicators.baseline_saved')} /> : null}
      <Notice title={lang.t('plans.measures.indicators.fixed')} warn>
        <p>
          <ButtonLink href={`${measure}/amendments/new`} second>
            {lang.t('plans.measures.tabs.amend')}
          </ButtonLink>
        </p>
      </Notice>
      {indicators.length === 0 ? <p>{lang.t('plans.measures.indicators.none')}</p> : null}
      {indicators.map((indicator) => (
        <Section key={indicator.id} title={lang.pick(indicator.text)}>
          {indicator.baseline_value === null ? (
            <Form
              of={refused === indicator.id ? of : filled(lang)}
              action={`${measure}/baseline`}
              deed={lang.t('plans.measures.indicators.baseline_deed')}
              hidden={{ indicator: indicator.id }}
            >
              <BaselineFields of={refused === indicator.id ? of : filled(lang)} row="new" />
            </Form>
          ) : (
            <Known of={of} indicator={indicator} value={indicator.baseline_value} />
          )}
        </Section>
      ))}
    </>
  );
};

const Known = ({
  of,
  indicator,
  value,
}: {
  readonly of: Filled;
  readonly indicator: IndicatorRow;
  readonly value: number;
}) => {
  const { lang } = of;
  const source = indicator.baseline_source ?? '';
  return (
    <p>
      {lang.t('plans.measures.indicators.baseline')}: {lang.number(value)}{' '}
      {indicator.unit ? lang.pick(indicator.unit) : null}
      {indicator.baseline_on ? ` (${lang.date(indicator.baseline_on)})` : null}.{' '}
      {indicator.baseline_url ? <Link href={indicator.baseline_url}>{source}</Link> : source}
    </p>
  );
};
