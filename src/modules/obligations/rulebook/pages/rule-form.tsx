import { DateField, NumberField, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { UNITS, type Unit } from '../../schema.ts';

interface RuleFormProps {
  readonly of: Filled;
  /** The page of rules. */
  readonly rules: string;
}

const COUNTED = UNITS.filter((unit): unit is Exclude<Unit, 'on_day'> => unit !== 'on_day');

/** A rule that the forum adopted, or the next version of one. */
export const RuleForm = ({ of, rules }: RuleFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('obligations.write.title')} lede={lang.t('obligations.write.lede')} />
      <Form
        of={of}
        action={rules}
        deed={lang.t('obligations.write.deed')}
        second={<Cancel href={rules}>{lang.t('obligations.cancel')}</Cancel>}
      >
        {(['az', 'en', 'ru'] as const).map((code) => (
          <TextField
            key={code}
            of={of}
            name={`title_${code}`}
            label={lang.t(`obligations.write.what_${code}`)}
            hint={code === 'az' ? lang.t('obligations.one_language') : undefined}
            textLang={code}
            maxlength={300}
            optional
          />
        ))}
        <TextField
          of={of}
          name="key"
          label={lang.t('obligations.write.key')}
          hint={lang.t('obligations.write.key_hint')}
          maxlength={60}
          width="m"
        />
        <TextField
          of={of}
          name="basis"
          label={lang.t('obligations.basis')}
          hint={lang.t('obligations.write.basis_hint')}
          maxlength={500}
        />
        <TextField of={of} name="url" type="url" label={lang.t('obligations.url')} optional />
        <TextField of={of} name="owed_to" label={lang.t('obligations.owed_to')} maxlength={300} />
        <NumberField of={of} name="n" label={lang.t('obligations.write.n')} />
        <SelectField
          of={of}
          name="unit"
          width="m"
          label={lang.t('obligations.write.unit')}
          options={COUNTED.map((unit) => ({ value: unit, label: lang.t(`obligations.write.units.${unit}`) }))}
        />
        <NumberField
          of={of}
          name="extension"
          label={lang.t('obligations.write.extension')}
          hint={lang.t('obligations.write.extension_hint')}
          optional
        />
        <DateField of={of} name="from" label={lang.t('obligations.write.from')} />
      </Form>
    </>
  );
};
