import { Radios } from '#ui/choice.tsx';
import { AreaField, type Option, SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { MINUTES, REASON_MAX } from '../schema.ts';

interface AssistedFormProps {
  readonly of: Filled;
  readonly people: readonly Option[];
  readonly action: string;
  readonly back: string;
}

/** Before a helper acts for somebody: for whom, why, how long. */
export const AssistedFormPage = ({ of, people, action, back }: AssistedFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('identity.assisted.title')} lede={lang.t('identity.assisted.lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('identity.assisted.begin')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <SelectField
          of={of}
          name="person"
          label={lang.t('identity.assisted.person')}
          hint={lang.t('identity.assisted.person_hint')}
          options={[...people, { value: 'none', label: lang.t('identity.assisted.without_account') }]}
          none={lang.t('identity.assisted.choose')}
        />
        <AreaField
          of={of}
          name="reason"
          label={lang.t('identity.assisted.reason')}
          hint={lang.t('identity.assisted.reason_hint')}
          rows={2}
          maxlength={REASON_MAX}
        />
        <Radios
          of={of}
          name="minutes"
          label={lang.t('identity.assisted.minutes')}
          options={MINUTES.map((n) => ({ value: String(n), label: lang.t('identity.assisted.minutes_of', { n }) }))}
        />
      </Form>
    </>
  );
};
