import { TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';

interface MistakeFormProps {
  readonly of: Filled;
  readonly document: string;
  /** The organisation whose signature was entered wrongly. */
  readonly body: string;
  readonly action: string;
  readonly back: string;
}

/** A signature is taken back as a mistake. */
export const MistakeForm = ({ of, document, body, action, back }: MistakeFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={document}
        title={lang.t('forum.documents.sign.mistake_of', { body })}
        lede={lang.t('forum.documents.sign.mistake_lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.documents.sign.mistake_deed')}
        second={<Cancel href={back}>{lang.t('forum.documents.back')}</Cancel>}
      >
        <TextField
          of={of}
          name="reason"
          label={lang.t('forum.end.reason')}
          hint={lang.t('forum.documents.sign.mistake_hint')}
          maxlength={300}
        />
      </Form>
    </>
  );
};
