import { AreaField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';
import { MOST } from '../../rules.ts';
import type { FormLanguage, Questionnaire } from '../../schema.ts';
import { textsOf, writtenIn } from '../rules.ts';

interface LanguageFormProps {
  readonly of: Filled;
  readonly content: Questionnaire;
  readonly language: FormLanguage;
  readonly action: string;
  readonly back: string;
}

/** Every text in one language, each beside what is written in the first one. */
export const LanguageForm = ({ of, content, language, action, back }: LanguageFormProps) => {
  const { lang } = of;
  const first = content.languages.find(({ key }) => key !== language.key);
  return (
    <>
      <PageTitle
        title={lang.t('surveys.questionnaires.wording.one', { language: language.label })}
        lede={lang.t('surveys.questionnaires.wording.state', writtenIn(content, language.key))}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('surveys.questionnaires.wording.keep')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <Stack>
          <TextField
            of={of}
            name="language_name"
            label={lang.t('surveys.questionnaires.wording.name')}
            maxlength={MOST.label}
          />
          {textsOf(content).map(({ field, words, of: what }) => (
            <AreaField
              key={field}
              of={of}
              name={field}
              label={<span lang={first?.key}>{`${what} ${(first && words[first.key]) ?? ''}`.trim()}</span>}
              rows={2}
              maxlength={MOST.text}
              textLang={language.key}
              optional
            />
          ))}
        </Stack>
      </Form>
    </>
  );
};
