import { Checkboxes, Radios } from '#ui/choice.tsx';
import { AreaField, NumberField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { MOST } from '../../rules.ts';
import { CHANNELS } from '../../schema.ts';

interface RuleFormProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
}

/** How often municipalities report to voters here, from a year on. */
export const RuleForm = ({ of, action, back }: RuleFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t('accountability.reports.rule.set')}
        lede={lang.t('accountability.reports.rule.set_lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('accountability.reports.rule.save')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <NumberField
          of={of}
          name="first_year"
          label={lang.t('accountability.reports.rule.first_year')}
          hint={lang.t('accountability.reports.rule.first_year_hint')}
        />
        <Radios
          of={of}
          name="times"
          label={lang.t('accountability.reports.rule.times')}
          options={(['1', '2'] as const).map((value) => ({
            value,
            label: lang.t(`accountability.reports.rule.times_${value}`),
          }))}
        />
        <NumberField
          of={of}
          name="months"
          label={lang.t('accountability.reports.rule.months')}
          hint={lang.t('accountability.reports.rule.months_hint')}
        />
        <AreaField
          of={of}
          name="basis"
          label={lang.t('accountability.reports.rule.basis')}
          hint={lang.t('accountability.reports.rule.basis_hint')}
          rows={2}
          maxlength={MOST.basis}
          textLang={lang.code}
        />
        <TextField
          of={of}
          name="basis_url"
          type="url"
          label={lang.t('accountability.reports.rule.basis_url')}
          optional
        />
        <Checkboxes
          of={of}
          name="channels"
          label={lang.t('accountability.reports.rule.channels')}
          options={CHANNELS.map((channel) => ({
            value: channel,
            label: lang.t(`accountability.reports.channel.${channel}`),
          }))}
        />
      </Form>
    </>
  );
};
