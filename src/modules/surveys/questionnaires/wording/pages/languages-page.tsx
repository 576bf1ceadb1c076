import { TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { KeptTabs } from '../../pages/parts/kept-tabs.tsx';
import type { Questionnaire } from '../../schema.ts';
import { writtenIn } from '../rules.ts';

interface LanguagesPageProps {
  readonly of: Filled;
  readonly here: string;
  readonly title: string;
  readonly content: Questionnaire;
}

/** The languages of a questionnaire, how far each is written, and one more. */
export const LanguagesPage = ({ of, here, title, content }: LanguagesPageProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={title}
        title={lang.t('surveys.questionnaires.languages')}
        lede={lang.t('surveys.questionnaires.wording.lede')}
      />
      <KeptTabs lang={lang} here={here} current="texts" />
      <Stack>
        <Table
          lang={lang}
          caption={lang.t('surveys.questionnaires.languages')}
          quietCaption
          rows={content.languages}
          rowKey={({ key }) => key}
          columns={[
            {
              ...{ id: 'language', head: lang.t('surveys.questionnaires.wording.language'), lead: true },
              cell: ({ key, label }) => <Link href={`${here}/texts/${encodeURIComponent(key)}`}>{label}</Link>,
            },
            {
              ...{ id: 'state', head: lang.t('surveys.questionnaires.state') },
              cell: ({ key }) => lang.t('surveys.questionnaires.wording.state', writtenIn(content, key)),
            },
            {
              ...{ id: 'remove', head: lang.t('surveys.questionnaires.wording.removal') },
              cell: ({ key, label }) =>
                key === content.languages[0]?.key ? null : (
                  <Link
                    href={`${here}/texts/${encodeURIComponent(key)}/removal`}
                    label={`${lang.t('surveys.questionnaires.building.remove')}: ${label}`}
                  >
                    {lang.t('surveys.questionnaires.building.remove')}
                  </Link>
                ),
            },
          ]}
        />
        <Section title={lang.t('surveys.questionnaires.wording.add')}>
          <Form of={of} action={`${here}/texts`} deed={lang.t('surveys.questionnaires.wording.add')}>
            <Stack>
              <TextField
                of={of}
                name="key"
                label={lang.t('surveys.questionnaires.wording.key')}
                hint={lang.t('surveys.questionnaires.wording.key_hint')}
                maxlength={20}
                width="s"
              />
              <TextField
                of={of}
                name="label"
                label={lang.t('surveys.questionnaires.wording.name')}
                maxlength={80}
                width="m"
                optional
              />
            </Stack>
          </Form>
        </Section>
      </Stack>
    </>
  );
};
