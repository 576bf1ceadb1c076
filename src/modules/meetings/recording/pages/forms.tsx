import type { LanguageCode } from '#core/i18n/texts.ts';
import { Radios } from '#ui/choice.tsx';
import { type Option, SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { TextsFields } from '../../pages/parts/texts-fields.tsx';

interface NoteFormProps {
  readonly of: Filled;
  readonly title: string;
  /** An item about a finding also keeps what the assembly said of it. */
  readonly finding: boolean;
  readonly item: string;
  readonly languages: readonly LanguageCode[];
  readonly action: string;
  readonly back: string;
}

/** The secretary's words on an item, or on the whole meeting. */
export const NoteForm = ({ of, title, finding, item, languages, action, back }: NoteFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={title} lede={lang.t('meetings.note.lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('meetings.note.deed')}
        hidden={finding ? { item } : { item, kind: 'text' }}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        {finding ? (
          <Radios
            of={of}
            name="kind"
            label={lang.t('meetings.note.kind')}
            options={(['text', 'said'] as const).map((value) => ({ value, label: lang.t(`meetings.note.${value}`) }))}
          />
        ) : null}
        <TextsFields
          of={of}
          name="words"
          label={lang.t('meetings.note.words')}
          languages={languages}
          rows={8}
          maxlength={4000}
        />
      </Form>
    </>
  );
};

interface AsideFormProps {
  readonly of: Filled;
  readonly seats: readonly Option[];
  readonly items: readonly Option[];
  readonly action: string;
  readonly back: string;
}

/** A member says at the meeting that it stands aside. */
export const AsideForm = ({ of, seats, items, action, back }: AsideFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('meetings.aside_deed')} lede={lang.t('meetings.aside_lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('meetings.aside_deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <SelectField of={of} name="item" label={lang.t('meetings.item')} options={items} />
        <SelectField of={of} name="key" label={lang.t('meetings.seat')} options={seats} />
        <Radios
          of={of}
          name="aside"
          label={lang.t('meetings.aside_what')}
          options={[
            { value: 'yes', label: lang.t('meetings.aside') },
            { value: 'no', label: lang.t('meetings.aside_mistake') },
          ]}
        />
      </Form>
    </>
  );
};
