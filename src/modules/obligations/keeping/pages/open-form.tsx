import { DateField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';

interface OpenFormProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
  readonly rules: readonly Option[];
  readonly bodies: readonly Option[];
}

/** A letter was received, a decision was taken: from now on something is owed. */
export const OpenForm = ({ of, action, back, rules, bodies }: OpenFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('obligations.open.title')} lede={lang.t('obligations.open.lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('obligations.open.deed')}
        second={<Cancel href={back}>{lang.t('obligations.cancel')}</Cancel>}
      >
        <SelectField
          of={of}
          name="rule"
          label={lang.t('obligations.rule')}
          options={rules}
          none={lang.t('obligations.open.choose_rule')}
        />
        <SelectField
          of={of}
          name="body"
          label={lang.t('obligations.body')}
          options={bodies}
          none={lang.t('obligations.open.choose_body')}
        />
        <TextField
          of={of}
          name="title"
          label={lang.t('obligations.open.what')}
          hint={lang.t('obligations.open.what_hint')}
          maxlength={300}
        />
        <DateField of={of} name="on" label={lang.t('obligations.open.on')} hint={lang.t('obligations.open.on_hint')} />
        <TextField
          of={of}
          name="at"
          label={lang.t('obligations.open.at')}
          hint={lang.t('obligations.open.at_hint')}
          width="s"
          optional
        />
        <TextField of={of} name="reference" label={lang.t('obligations.reference')} maxlength={500} optional />
      </Form>
    </>
  );
};
