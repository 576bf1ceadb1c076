import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { DateField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { SignatureTable } from '../../pages/parts/signature-table.tsx';
import type { Signature } from '../../schema.ts';

interface SignatureFormProps {
  readonly lang: Lang;
  readonly of: Filled;
  readonly document: string;
  readonly action: string;
  readonly back: string;
  readonly today: string;
  /** Organisations that have not signed. */
  readonly bodies: readonly Option[];
  readonly signatures: readonly Signature[];
  readonly names: ReadonlyMap<string, Texts>;
  readonly done: 'signed' | 'mistaken' | null;
}

/** Enters signatures one after the other: which organisation, in which capacity, when. */
export const SignatureForm = (props: SignatureFormProps) => {
  const { lang, of, document, action, back, today, bodies, signatures, names, done } = props;
  return (
    <>
      {done ? <Notice title={lang.t(`forum.documents.done.${done}`)} /> : null}
      <PageTitle
        over={document}
        title={lang.t('forum.documents.sign.title')}
        lede={lang.t('forum.documents.sign.lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.documents.sign.deed')}
        second={<Cancel href={back}>{lang.t('forum.documents.back')}</Cancel>}
      >
        <SelectField
          of={of}
          name="body"
          label={lang.t('forum.documents.organisation')}
          none={lang.t('forum.documents.sign.choose')}
          options={bodies}
        />
        <TextField
          of={of}
          name="capacity"
          label={lang.t('forum.documents.capacity')}
          hint={lang.t('forum.documents.sign.capacity_hint')}
          maxlength={300}
          optional
        />
        <DateField of={of} name="on" label={lang.t('forum.documents.day')} max={today} />
      </Form>
      <SignatureTable
        lang={lang}
        signatures={signatures}
        bodies={names}
        mistakeHref={({ id }) => `${action}/${id}/mistake`}
      />
    </>
  );
};
