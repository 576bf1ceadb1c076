import { NumberField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';

interface ProposalFormProps {
  readonly of: Filled;
  readonly document: string;
  readonly version: number;
  readonly action: string;
  readonly back: string;
  /** What the rules in force ask of a change, in words; null: nothing. */
  readonly asked: string | null;
}

/** Sends a text to the members: from then on everybody reads it, and nobody writes in it. */
export const ProposalForm = ({ of, document, version, action, back, asked }: ProposalFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={`${document} · ${lang.t('forum.documents.version_no', { version })}`}
        title={lang.t('forum.documents.propose.title')}
        lede={lang.t('forum.documents.propose.lede')}
      />
      {asked ? <Notice warn title={asked} /> : null}
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.documents.propose.deed')}
        second={<Cancel href={back}>{lang.t('forum.documents.back')}</Cancel>}
      >
        <NumberField
          of={of}
          name="members"
          label={lang.t('forum.documents.propose.members')}
          hint={lang.t('forum.documents.propose.members_hint')}
          optional
        />
        <TextField
          of={of}
          name="reason"
          label={lang.t('forum.documents.reason')}
          hint={lang.t('forum.documents.propose.reason_hint')}
          maxlength={300}
          optional
        />
      </Form>
    </>
  );
};
