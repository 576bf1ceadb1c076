import type { LanguageCode } from '#core/i18n/texts.ts';
import { AreaField, DateField, FileField, NumberField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { TextsFields } from '../../pages/parts/texts-fields.tsx';

interface VillageFormProps {
  readonly of: Filled;
  readonly languages: readonly LanguageCode[];
  readonly places: readonly Option[];
  readonly bodies: readonly Option[];
  /** Rows for topics. */
  readonly rows: number;
  readonly action: string;
  readonly back: string;
}

/** A meeting with residents, recorded afterwards by who was there: counts and what was said. */
export const VillageForm = ({ of, languages, places, bodies, rows, action, back }: VillageFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('meetings.village.title')} lede={lang.t('meetings.village.lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('meetings.village.deed')}
        files
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <TextsFields
          of={of}
          name="title"
          label={lang.t('meetings.village.name')}
          languages={languages}
          maxlength={300}
        />
        <DateField of={of} name="on" label={lang.t('meetings.call.on')} />
        <SelectField
          of={of}
          name="place_id"
          label={lang.t('meetings.village.place')}
          options={places}
          none={lang.t('meetings.form.choose')}
        />
        <TextsFields
          of={of}
          name="place"
          label={lang.t('meetings.village.where')}
          languages={languages}
          maxlength={300}
          optional
        />
        <SelectField
          of={of}
          name="body"
          label={lang.t('meetings.village.body')}
          options={bodies}
          none={lang.t('meetings.form.choose')}
        />
        <NumberField of={of} name="women" label={lang.t('meetings.village.women')} />
        <NumberField of={of} name="men" label={lang.t('meetings.village.men')} />
        {Array.from({ length: rows }, (_, i) => (
          <fieldset key={i}>
            <legend>{lang.t('meetings.village.point', { n: i + 1 })}</legend>
            <div class="stack">
              <TextField
                of={of}
                name={`topic_${i}`}
                label={lang.t('meetings.village.topic')}
                maxlength={200}
                optional={i > 0}
              />
              <AreaField
                of={of}
                name={`words_${i}`}
                label={lang.t('meetings.village.words')}
                hint={i === 0 ? lang.t('meetings.village.words_hint') : undefined}
                rows={3}
                maxlength={4000}
                optional={i > 0}
              />
            </div>
          </fieldset>
        ))}
        <FileField
          of={of}
          name="sheet"
          label={lang.t('meetings.sheet.file')}
          hint={lang.t('meetings.sheet.hint')}
          accept="image/*,.pdf"
          camera
          optional
        />
      </Form>
    </>
  );
};
