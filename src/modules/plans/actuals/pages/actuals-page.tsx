import type { PlainDate } from '#core/time/plain-date.ts';
import { Radios } from '#ui/choice.tsx';
import { DateField, type Option, SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import { MeasureTabs } from '../../measures/pages/parts/measure-tabs.tsx';
import { ActualFields } from '../../reports/pages/report-form.tsx';
import type { IndicatorAsked } from '../../reports/queries.ts';
import { VOICES } from '../../reports/schema.ts';

interface ActualsPageProps {
  readonly of: Filled;
  readonly measure: string;
  readonly name: string;
  readonly adopted: boolean;
  readonly today: PlainDate;
  readonly indicators: readonly IndicatorAsked[];
  readonly bodies: readonly Option[];
}

/** Values that came by themselves: who measured, when, and what came out. */
export const ActualsPage = ({ of, measure, name, adopted, today, indicators, bodies }: ActualsPageProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('plans.actuals.title')} over={name} lede={lang.t('plans.actuals.lede')} />
      <MeasureTabs lang={lang} measure={measure} current="actuals" adopted={adopted} />
      {indicators.length === 0 ? (
        <p>{lang.t('plans.measures.indicators.none')}</p>
      ) : adopted ? (
        <Form
          of={of}
          action={`${measure}/actuals`}
          deed={lang.t('plans.actuals.deed')}
          second={<Cancel href={measure}>{lang.t('plans.plan.form.cancel')}</Cancel>}
        >
          <Radios
            of={of}
            name="voice"
            label={lang.t('plans.actuals.voice')}
            options={VOICES.map((value) => ({
              value,
              label: lang.t(`plans.actuals.voice.${value}`),
              hint: lang.t(`plans.actuals.voice_hint.${value}`),
            }))}
          />
          <SelectField
            of={of}
            name="body"
            label={lang.t('plans.actuals.body')}
            options={bodies}
            none={lang.t('plans.actuals.choose_body')}
          />
          <DateField of={of} name="on_day" label={lang.t('plans.actuals.on_day')} max={today} />
          <ActualFields of={of} lang={lang} indicators={indicators} />
        </Form>
      ) : (
        <p>
          {lang.t('plans.reports.not_adopted')}{' '}
          <ButtonLink href={`${measure}/indicators`} second>
            {lang.t('plans.measures.tabs.indicators')}
          </ButtonLink>
        </p>
      )}
    </>
  );
};
