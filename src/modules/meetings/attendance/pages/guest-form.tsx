import { Radios } from '#ui/choice.tsx';
import { FileField, NumberField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { GUEST_KINDS } from '../../schema.ts';

interface GuestFormProps {
  readonly of: Filled;
  /** Names of people can be written: the legal duties were answered. */
  readonly names: boolean;
  readonly guest: string | null;
  readonly action: string;
  readonly back: string;
}

/** Who is there without a vote. */
export const GuestForm = ({ of, names, guest, action, back }: GuestFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('meetings.guests.add')} lede={lang.t('meetings.guests.lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('meetings.guests.deed')}
        hidden={guest ? { guest } : {}}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <Radios
          of={of}
          name="kind"
          label={lang.t('meetings.guests.kind')}
          options={GUEST_KINDS.map((value) => ({ value, label: lang.t(`meetings.guests.${value}`) }))}
        />
        <TextField
          of={of}
          name="words"
          label={lang.t('meetings.guests.words')}
          hint={lang.t('meetings.guests.words_hint')}
          maxlength={300}
        />
        <NumberField of={of} name="n" label={lang.t('meetings.guests.n')} />
        {names ? (
          <TextField
            of={of}
            name="people"
            label={lang.t('meetings.guests.people')}
            hint={lang.t('meetings.guests.people_hint')}
            maxlength={500}
            optional
          />
        ) : (
          <p class="quiet">{lang.t('meetings.guests.no_names')}</p>
        )}
      </Form>
    </>
  );
};

/** The signed attendance sheet as a picture. */
export const SheetForm = ({ of, action, back }: Pick<GuestFormProps, 'of' | 'action' | 'back'>) => (
  <>
    <PageTitle title={of.lang.t('meetings.sheet.title')} lede={of.lang.t('meetings.sheet.lede')} />
    <Form
      of={of}
      action={action}
      deed={of.lang.t('meetings.sheet.deed')}
      files
      second={<Cancel href={back}>{of.lang.t('ui.cancel')}</Cancel>}
    >
      <FileField of={of} name="sheet" label={of.lang.t('meetings.sheet.file')} accept="image/*,.pdf" camera />
    </Form>
  </>
);
