import { Checkboxes } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form, Once, SecondButton } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';

interface FreshFormProps {
  readonly of: Filled;
  readonly languages: readonly { readonly value: string; readonly label: string }[];
  readonly action: string;
  readonly back: string;
}

/** The beginning of a questionnaire: its title and its languages. */
export const FreshForm = ({ of, languages, action, back }: FreshFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t('surveys.questionnaires.fresh.title')}
        lede={lang.t('surveys.questionnaires.fresh.lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('surveys.questionnaires.fresh.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <Stack>
          <TextField of={of} name="title" label={lang.t('surveys.questionnaires.fresh.name')} maxlength={300} />
          <Checkboxes
            of={of}
            name="languages"
            label={lang.t('surveys.questionnaires.languages')}
            hint={lang.t('surveys.questionnaires.fresh.languages_hint')}
            options={languages}
          />
        </Stack>
      </Form>
      <form action={action} method="post">
        <Once />
        <SecondButton name="template" value="baseline">
          {lang.t('surveys.questionnaires.templates.use')}
        </SecondButton>
      </form>
    </>
  );
};
