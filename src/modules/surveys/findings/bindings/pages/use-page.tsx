import type { Lang } from '#core/i18n/lang.ts';
import { Radios } from '#ui/choice.tsx';
import { SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Reader } from '../../../analysis/results/pages/parts/distribution.tsx';
import type { EvaluationAsked, IndicatorAsked } from '../../../needs/schema.ts';
import { FoundFigure } from '../../pages/parts/figure.tsx';
import type { Finding } from '../../schema.ts';
import { numberFrom } from '../rules.ts';
import { FORMS, USES } from '../schema.ts';

interface UsePageProps extends Pick<Reader, 'say'> {
  readonly of: Filled;
  readonly finding: Finding;
  readonly here: string;
  readonly indicators: readonly IndicatorAsked[];
  readonly evaluations: readonly EvaluationAsked[];
}

/** To which number or judgement of a plan the finding belongs; the number itself is shown and cannot be typed. */
export const UsePage = ({ of, say, finding, here, indicators, evaluations }: UsePageProps) => {
  const { lang } = of;
  const { found } = finding;
  return (
    <>
      <PageTitle
        over={lang.pick(finding.sentence)}
        title={lang.t('surveys.findings.binding.title')}
        lede={lang.t('surveys.findings.binding.lede')}
      />
      {found ? <FoundFigure {...{ lang, say, found }} /> : null}
      <Form
        of={of}
        action={`${here}/uses`}
        deed={lang.t('surveys.findings.binding.deed')}
        second={<Cancel href={here}>{lang.t('ui.cancel')}</Cancel>}
      >
        <Radios
          of={of}
          name="use"
          label={lang.t('surveys.findings.binding.use')}
          options={USES.map((use) => ({
            value: use,
            label: lang.t(`surveys.findings.binding.use.${use}`),
            hint: lang.t(`surveys.findings.binding.use_hint.${use}`),
          }))}
        />
        <SelectField
          of={of}
          name="indicator"
          label={lang.t('surveys.findings.binding.indicator')}
          options={indicators.map((one) => ({ value: one.id, label: indicatorName(lang, one) }))}
          none={lang.t('surveys.findings.binding.choose')}
          optional
        />
        {found ? (
          <Radios
            of={of}
            name="form"
            label={lang.t('surveys.findings.binding.form')}
            options={FORMS.map((form) => ({
              value: form,
              label: lang.t(`surveys.findings.binding.form.${form}`, { value: lang.number(numberFrom(found, form)) }),
            }))}
          />
        ) : null}
        <SelectField
          of={of}
          name="evaluation"
          label={lang.t('surveys.findings.binding.evaluation')}
          options={evaluations.map((one) => ({ value: one.id, label: evaluationName(lang, one) }))}
          none={lang.t('surveys.findings.binding.choose')}
          optional
        />
      </Form>
    </>
  );
};

/** "2.1: Share of respondents ... (%)" */
export const indicatorName = (lang: Lang, { number, text, unit }: IndicatorAsked): string =>
  `${number ? `${number}: ` : ''}${lang.pick(text)}${unit ? ` (${lang.pick(unit)})` : ''}`;

/** "2.1 Payment terminals: organisation, 03.11.2026" */
export const evaluationName = (lang: Lang, { number, title, author, sentOn }: EvaluationAsked): string =>
  `${[number, lang.pick(title)].filter(Boolean).join(' ')}: ${lang.pick(author)}, ${lang.date(sentOn)}`;
