import type { LanguageCode } from '#core/i18n/texts.ts';
import { Radios } from '#ui/choice.tsx';
import { DateField, NumberField, TextField } from '#ui/field.tsx';
import { type Filled, textOf } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Columns } from '#ui/layout.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Group } from '../../../plan/pages/parts/group.tsx';
import { TextsFields } from '../../../plan/pages/parts/texts-fields.tsx';
import { MeasureTabs } from '../../pages/parts/measure-tabs.tsx';
import { DIRECTIONS } from '../../schema.ts';

interface IndicatorsPageProps {
  readonly of: Filled;
  readonly measure: string;
  readonly name: string;
  readonly own: LanguageCode;
  /** How many targets each written indicator has; one more indicator is free. */
  readonly targets: readonly number[];
  readonly saved: boolean;
}

const FREE_TARGETS = 2;

/** The numbers by which a measure is judged: where they stood, and where they should be by which day. */
export const IndicatorsPage = ({ of, measure, name, own, targets, saved }: IndicatorsPageProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t('plans.measures.indicators.title')}
        over={name}
        lede={lang.t('plans.measures.indicators.lede')}
      />
      <MeasureTabs lang={lang} measure={measure} current="indicators" adopted={false} />
      {saved ? <Notice title={lang.t('plans.measures.indicators.saved')} /> : null}
      <Form
        of={of}
        action={`${measure}/indicators`}
        deed={lang.t('plans.measures.indicators.deed')}
        second={<Cancel href={measure}>{lang.t('plans.plan.form.cancel')}</Cancel>}
      >
        {[...targets, 0].map((written, i) => (
          <IndicatorRow key={`indicator_${i}`} of={of} own={own} i={i} targets={written} />
        ))}
        <p class="hint">{lang.t('plans.plan.form.more_rows')}</p>
      </Form>
    </>
  );
};

interface RowProps {
  readonly of: Filled;
  readonly own: LanguageCode;
  readonly i: number;
  readonly targets: number;
}

const IndicatorRow = ({ of, own, i, targets }: RowProps) => {
  const { lang } = of;
  const row = `indicator_${i}`;
  const id = textOf(of, `${row}_id`);
  return (
    <Group title={lang.t('plans.measures.indicators.nth', { n: i + 1 })}>
      {id ? <input type="hidden" name={`${row}_id`} value={id} /> : null}
      <TextsFields
        of={of}
        name={`${row}_text`}
        label={lang.t('plans.measures.indicators.text')}
        hint={lang.t(id ? 'plans.measures.indicators.remove_hint' : 'plans.measures.indicators.text_hint')}
        own={own}
        max={1000}
        rows={2}
        optional
      />
      <TextsFields
        of={of}
        name={`${row}_unit`}
        label={lang.t('plans.measures.indicators.unit')}
        hint={lang.t('plans.measures.indicators.unit_hint')}
        own={own}
        max={100}
        optional
      />
      <Radios
        of={of}
        name={`${row}_direction`}
        label={lang.t('plans.measures.indicators.direction')}
        options={DIRECTIONS.map((value) => ({ value, label: lang.t(`plans.measures.direction.${value}`) }))}
        optional
      />
      <BaselineFields of={of} row={row} />
      {Array.from({ length: targets + FREE_TARGETS }, (_, j) => (
        <TargetFields key={`${row}_target_${j}`} of={of} row={`${row}_target_${j}`} n={j + 1} />
      ))}
    </Group>
  );
};

/** Where it stood before the plan: a number only with its source. */
export const BaselineFields = ({ of, row }: { readonly of: Filled; readonly row: string }) => {
  const { lang } = of;
  return (
    <fieldset>
      <legend>{lang.t('plans.measures.indicators.baseline')}</legend>
      <Columns>
        <NumberField
          of={of}
          name={`${row}_baseline_value`}
          label={lang.t('plans.measures.indicators.value')}
          decimal
          optional
        />
        <DateField of={of} name={`${row}_baseline_on`} label={lang.t('plans.measures.indicators.on')} optional />
      </Columns>
      <TextField
        of={of}
        name={`${row}_baseline_source`}
        label={lang.t('plans.measures.indicators.source')}
        hint={lang.t('plans.measures.indicators.source_hint')}
        maxlength={500}
        optional
      />
      <TextField
        of={of}
        name={`${row}_baseline_url`}
        type="url"
        label={lang.t('plans.plan.stages.source_url')}
        optional
      />
    </fieldset>
  );
};

const TargetFields = ({ of, row, n }: { readonly of: Filled; readonly row: string; readonly n: number }) => {
  const { lang } = of;
  const id = textOf(of, `${row}_id`);
  return (
    <fieldset>
      <legend>{lang.t('plans.measures.indicators.target_nth', { n })}</legend>
      {id ? <input type="hidden" name={`${row}_id`} value={id} /> : null}
      <Columns>
        <NumberField of={of} name={`${row}_value`} label={lang.t('plans.measures.indicators.value')} decimal optional />
        <DateField of={of} name={`${row}_due_on`} label={lang.t('plans.measures.indicators.by')} optional />
      </Columns>
    </fieldset>
  );
};
