import { Checkboxes } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';

interface FreshFormProps {
  readonly of: Filled;
  readonly languages: readonly { readonly value: string; readonly label: string }[];
  readonly action: string;
  readonly back: string;
  /** Other ways to begin, each with its address. */
  readonly ways: readonly { readonly href: string; readonly label: string }[];
}

/** The beginning of a questionnaire: its title and its languages. */
export const FreshForm = ({ of, languages, action, back, ways }: FreshFormProps) => {
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
      {ways.length === 0 ? null : (
        <Section title={lang.t('surveys.questionnaires.fresh.ways')}>
          <ul>
            {ways.map(({ href, label }) => (
              <li key={href}>
                <Link href={href}>{label}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};
