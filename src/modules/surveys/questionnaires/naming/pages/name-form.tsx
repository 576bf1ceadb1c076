import { TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';

interface NameFormProps {
  readonly of: Filled;
  readonly most: number;
  readonly action: string;
  readonly back: string;
}

/** Under which name other programs know the questionnaire. */
export const NameForm = ({ of, most, action, back }: NameFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t('surveys.questionnaires.naming.title')}
        lede={lang.t('surveys.questionnaires.naming.lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('surveys.questionnaires.naming.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <TextField
          of={of}
          name="name"
          label={lang.t('surveys.questionnaires.naming.name')}
          hint={lang.t('surveys.questionnaires.naming.hint')}
          maxlength={most}
          width="m"
        />
      </Form>
    </>
  );
};
