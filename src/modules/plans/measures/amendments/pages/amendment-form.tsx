import type { LanguageCode } from '#core/i18n/texts.ts';
import { Checkboxes, type Choice } from '#ui/choice.tsx';
import { DateField, NumberField, type Option, SelectField, TextField } from '#ui/field.tsx';
import { type Filled, fieldId, textOf } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Columns } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Group } from '../../../plan/pages/parts/group.tsx';
import { TextsFields } from '../../../plan/pages/parts/texts-fields.tsx';
import { DecisionFields } from '../../pages/parts/decision-fields.tsx';
import { ExecutorRows } from '../../pages/parts/executor-rows.tsx';
import { MeasureTabs } from '../../pages/parts/measure-tabs.tsx';

export interface AmendmentFormProps {
  readonly of: Filled;
  readonly measure: string;
  readonly name: string;
  readonly own: LanguageCode;
  /** Executors that could leave, by cell. */
  readonly leaving: readonly Choice[];
  readonly bodies: readonly Option[];
  readonly indicators: readonly Option[];
  /** The indicator of each target in force, in the order of the rows. */
  readonly targets: readonly string[];
}

const FREE_EXECUTORS = 3;
const FREE_TARGETS = 2;

/** The measure as it reads now: what the author writes differently is what the decision changes. */
export const AmendmentFormPage = (props: AmendmentFormProps) => {
  const { of, measure, name } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t('plans.measures.amendments.title')}
        over={name}
        lede={lang.t('plans.measures.amendments.lede')}
      />
      <MeasureTabs lang={lang} measure={measure} current="amend" adopted={true} />
      <Form
        of={of}
        action={`${measure}/amendments`}
        deed={lang.t('plans.measures.amendments.check')}
        second={<Cancel href={measure}>{lang.t('plans.plan.form.cancel')}</Cancel>}
      >
        <ByFields {...props} />
        <WordFields {...props} />
        <ExecutorFields {...props} />
        {props.indicators.length > 0 ? <TargetFields {...props} /> : null}
      </Form>
    </>
  );
};

const ByFields = ({ of, own }: AmendmentFormProps) => {
  const { lang } = of;
  return (
    <Group title={lang.t('plans.measures.amendments.by')}>
      <DateField
        of={of}
        name="effective_on"
        label={lang.t('plans.measures.amendments.effective_on')}
        hint={lang.t('plans.measures.amendments.effective_on_hint')}
      />
      <DecisionFields
        of={of}
        own={own}
        decision={lang.t('plans.measures.amendments.decision')}
        reason={lang.t('plans.measures.amendments.reason')}
        rows={2}
      />
    </Group>
  );
};

const WordFields = ({ of, own }: AmendmentFormProps) => {
  const { lang } = of;
  return (
    <Group title={lang.t('plans.measures.amendments.words')}>
      <p>{lang.t('plans.measures.amendments.words_about')}</p>
      <TextField of={of} name="number" label={lang.t('plans.measures.form.number')} width="s" optional />
      <TextsFields of={of} name="title" label={lang.t('plans.measures.form.title')} own={own} max={300} />
      <TextsFields of={of} name="text" label={lang.t('plans.measures.form.text')} own={own} max={10_000} rows={6} />
      <Columns>
        <DateField of={of} name="starts_on" label={lang.t('plans.measures.form.starts_on')} optional />
        <DateField of={of} name="due_on" label={lang.t('plans.measures.form.due_on')} optional />
      </Columns>
      <Columns>
        <NumberField of={of} name="budget" label={lang.t('plans.measures.form.budget')} decimal optional />
        <TextField
          of={of}
          name="currency"
          label={lang.t('plans.measures.form.currency')}
          width="s"
          maxlength={3}
          optional
        />
      </Columns>
    </Group>
  );
};

const ExecutorFields = ({ of, leaving, bodies }: AmendmentFormProps) => {
  const { lang } = of;
  return (
    <Group title={lang.t('plans.measures.form.who')}>
      {leaving.length > 0 ? (
        <Checkboxes
          of={of}
          name="executors_out"
          label={lang.t('plans.measures.amendments.leaving')}
          hint={lang.t('plans.measures.amendments.leaving_hint')}
          options={leaving}
          optional
        />
      ) : null}
      <p>{lang.t('plans.measures.amendments.coming')}</p>
      <ExecutorRows of={of} bodies={bodies} standing={0} rows={FREE_EXECUTORS} />
    </Group>
  );
};

const TargetFields = ({ of, indicators, targets }: AmendmentFormProps) => {
  const { lang } = of;
  return (
    <Group title={lang.t('plans.measures.amendments.targets')} id={fieldId('targets')}>
      <p>{lang.t('plans.measures.amendments.targets_about')}</p>
      {targets.map((indicator, i) => (
        <fieldset key={`target_${i}`}>
          <legend>{indicator}</legend>
          <input type="hidden" name={`target_${i}_id`} value={textOf(of, `target_${i}_id`)} />
          <ValueFields of={of} row={`target_${i}`} />
        </fieldset>
      ))}
      {Array.from({ length: FREE_TARGETS }, (_, i) => (
        <fieldset key={`newtarget_${i}`}>
          <legend>{lang.t('plans.measures.amendments.new_target', { n: i + 1 })}</legend>
          <SelectField
            of={of}
            name={`newtarget_${i}_indicator`}
            label={lang.t('plans.measures.amendments.indicator')}
            options={indicators}
            none={lang.t('plans.measures.amendments.indicator_none')}
            optional
          />
          <ValueFields of={of} row={`newtarget_${i}`} />
        </fieldset>
      ))}
    </Group>
  );
};

const ValueFields = ({ of, row }: { readonly of: Filled; readonly row: string }) => (
  <Columns>
    <NumberField of={of} name={`${row}_value`} label={of.lang.t('plans.measures.indicators.value')} decimal optional />
    <DateField of={of} name={`${row}_due_on`} label={of.lang.t('plans.measures.indicators.by')} optional />
  </Columns>
);
