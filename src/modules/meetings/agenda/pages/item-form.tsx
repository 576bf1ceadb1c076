import type { LanguageCode } from '#core/i18n/texts.ts';
import { Radios } from '#ui/choice.tsx';
import { AreaField, type Option, SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { TextsFields } from '../../pages/parts/texts-fields.tsx';
import { ITEM_KINDS } from '../../schema.ts';

interface ItemFormProps {
  readonly of: Filled;
  readonly title: string;
  readonly languages: readonly LanguageCode[];
  readonly seats: readonly Option[];
  readonly bodies: readonly Option[];
  readonly action: string;
  readonly back: string;
}

/** One item of the agenda. */
export const ItemForm = ({ of, title, languages, seats, bodies, action, back }: ItemFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={title} />
      <Form
        of={of}
        action={action}
        deed={lang.t('meetings.item.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <TextsFields of={of} name="title" label={lang.t('meetings.item.title')} languages={languages} maxlength={300} />
        <Radios
          of={of}
          name="kind"
          label={lang.t('meetings.item.kind')}
          options={ITEM_KINDS.map((value) => ({ value, label: lang.t(`meetings.item.${value}`) }))}
        />
        <TextsFields
          of={of}
          name="words"
          label={lang.t('meetings.item.words')}
          hint={lang.t('meetings.item.words_hint')}
          languages={languages}
          rows={4}
          maxlength={4000}
          optional
        />
        <SelectField
          of={of}
          name="seat"
          label={lang.t('meetings.item.seat')}
          options={seats}
          none={lang.t('meetings.form.nobody')}
          optional
        />
        <TextsFields
          of={of}
          name="presenter"
          label={lang.t('meetings.item.presenter')}
          hint={lang.t('meetings.item.presenter_hint')}
          languages={languages}
          maxlength={300}
          optional
        />
        <AreaField
          of={of}
          name="pages"
          label={lang.t('meetings.item.pages')}
          hint={lang.t('meetings.item.pages_hint')}
          rows={3}
          optional
        />
        <SelectField
          of={of}
          name="body"
          label={lang.t('meetings.item.body')}
          hint={lang.t('meetings.item.body_hint')}
          options={bodies}
          none={lang.t('meetings.form.nobody')}
          optional
        />
      </Form>
    </>
  );
};
