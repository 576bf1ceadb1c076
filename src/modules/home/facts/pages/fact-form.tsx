import { AreaField, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { PARTS } from '../../schema.ts';

interface FactFormProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
}

/** One reported fact: what was said, exactly as printed, and by whom. */
export const FactFormPage = ({ of, action, back }: FactFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('home.fact.add')} lede={lang.t('home.fact.lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('home.fact.enter')}
        second={<Cancel href={back}>{lang.t('home.cancel')}</Cancel>}
      >
        <SelectField
          of={of}
          name="part"
          label={lang.t('home.fact.part')}
          options={PARTS.map((part) => ({ value: part, label: lang.t(`home.part.${part}`) }))}
        />
        <AreaField of={of} name="title_az" label={lang.t('home.fact.title_az')} textLang="az" rows={2} optional />
        <AreaField of={of} name="title_en" label={lang.t('home.fact.title_en')} textLang="en" rows={2} optional />
        <AreaField of={of} name="title_ru" label={lang.t('home.fact.title_ru')} textLang="ru" rows={2} optional />
        <TextField
          of={of}
          name="value"
          label={lang.t('home.fact.value')}
          hint={lang.t('home.fact.value_hint')}
          width="m"
          optional
        />
        <AreaField of={of} name="detail" label={lang.t('home.fact.detail')} rows={3} optional />
        <TextField of={of} name="source" label={lang.t('home.fact.source')} hint={lang.t('home.fact.source_hint')} />
        <TextField of={of} name="source_url" type="url" label={lang.t('home.fact.source_url')} optional />
      </Form>
    </>
  );
};
