import { AreaField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { NoteText } from '../../record/pages/parts/note.tsx';

interface ConfirmFormProps {
  readonly of: Filled;
  readonly note: string;
  readonly action: string;
  readonly back: string;
}

/** A member puts a signature of its own under a head of the log: made elsewhere, with a key that we never see. */
export const ConfirmForm = ({ of, note, action, back }: ConfirmFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('opendata.confirm.title')} lede={lang.t('opendata.confirm.lede')} />
      <p>{lang.t('opendata.confirm.this')}</p>
      <NoteText note={note} />
      <Form
        of={of}
        action={action}
        deed={lang.t('opendata.confirm.deed')}
        second={<Cancel href={back}>{lang.t('opendata.confirm.cancel')}</Cancel>}
      >
        <TextField
          of={of}
          name="key"
          label={lang.t('opendata.confirm.key')}
          hint={lang.t('opendata.confirm.key_hint')}
        />
        <AreaField
          of={of}
          name="signature"
          label={lang.t('opendata.confirm.signature')}
          hint={lang.t('opendata.confirm.signature_hint')}
          rows={3}
        />
      </Form>
    </>
  );
};
