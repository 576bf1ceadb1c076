import { FileField, SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Issue } from '../../../exchange/schema.ts';
import { Issues } from './parts/issues.tsx';

interface ImportFormProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
  /** Questionnaires of which it may become the next draft. */
  readonly known: readonly { readonly value: string; readonly label: string }[];
  /** What was wrong with the file sent last, and its name. */
  readonly issues: readonly Issue[];
  readonly file: string;
}

/** An XLSForm from a spreadsheet program or another platform; everything wrong with it stands here with its cell. */
export const ImportForm = ({ of, action, back, known, issues, file }: ImportFormProps) => {
  const { lang } = of;
  const found = lang.t('surveys.questionnaires.taking.issues', { file });
  return (
    <>
      <PageTitle
        title={lang.t('surveys.questionnaires.taking.title')}
        lede={lang.t('surveys.questionnaires.taking.lede')}
      />
      <Stack>
        <Form
          of={of}
          action={action}
          deed={lang.t('surveys.questionnaires.taking.look')}
          files
          second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
        >
          <FileField
            of={of}
            name="file"
            label={lang.t('surveys.questionnaires.taking.file')}
            hint={lang.t('surveys.questionnaires.taking.file_hint')}
            accept=".xlsx,.xls,.xlsm,.csv"
          />
          {known.length === 0 ? null : (
            <SelectField
              of={of}
              name="into"
              label={lang.t('surveys.questionnaires.taking.into')}
              none={lang.t('surveys.questionnaires.taking.into_new')}
              options={known}
            />
          )}
        </Form>
        {issues.length === 0 ? null : (
          <Section title={found} id="issues">
            <Issues lang={lang} issues={issues} caption={found} />
          </Section>
        )}
      </Stack>
    </>
  );
};
