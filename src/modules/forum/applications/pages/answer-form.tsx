import { Radios } from '#ui/choice.tsx';
import { AreaField, DateField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { OUTCOMES } from '../schema.ts';

interface AnswerFormProps {
  readonly of: Filled;
  readonly over: string;
  readonly action: string;
  readonly back: string;
}

/** The reasoned answer to an application. */
export const AnswerForm = ({ of, over, action, back }: AnswerFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={over}
        title={lang.t('forum.applications.answer')}
        lede={lang.t('forum.applications.answer_lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.applications.answer_deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <Radios
          of={of}
          name="outcome"
          label={lang.t('forum.applications.outcome')}
          options={OUTCOMES.map((one) => ({ value: one, label: lang.t(`forum.applications.${one}`) }))}
        />
        <DateField of={of} name="decided_on" label={lang.t('forum.composition.decided_on')} />
        <TextField
          of={of}
          name="decision"
          label={lang.t('forum.applications.decision')}
          hint={lang.t('forum.composition.number_hint')}
          maxlength={200}
          optional
        />
        <AreaField
          of={of}
          name="reason"
          label={lang.t('forum.applications.reason')}
          hint={lang.t('forum.applications.reason_hint')}
          rows={8}
          maxlength={5000}
        />
      </Form>
    </>
  );
};
