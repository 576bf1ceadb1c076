import type { Lang } from '#core/i18n/lang.ts';
import { Facts } from '#ui/facts.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Issue } from '../../../exchange/schema.ts';
import { ChangeTable } from '../../editions/pages/parts/change-table.tsx';
import type { ItemChange } from '../../editions/rules.ts';
import { Questions } from '../../pages/parts/questions.tsx';
import { languageFor, linesOf, wordsIn } from '../../rules.ts';
import type { Questionnaire } from '../../schema.ts';
import { Issues } from './parts/issues.tsx';

interface DryRunProps {
  readonly lang: Lang;
  readonly of: Filled;
  readonly questionnaire: Questionnaire;
  readonly issues: readonly Issue[];
  readonly file: string;
  /** The questionnaire of which it becomes the next draft; null: a new one. */
  readonly into: { readonly number: number; readonly title: string } | null;
  /** What it asks otherwise than the draft there. */
  readonly changes: readonly ItemChange[] | null;
  /** What is to be mended before it can be frozen. */
  readonly faults: number;
  readonly hidden: Readonly<Record<string, string>>;
  readonly action: string;
  readonly back: string;
}

/** What a file holds, before anything is kept. */
export const DryRunPage = (props: DryRunProps) => {
  const { lang, of, questionnaire, issues, file, into, changes, faults, hidden, action, back } = props;
  const language = languageFor(questionnaire, lang.code);
  const remarks = lang.t('surveys.questionnaires.taking.remarks');
  return (
    <>
      <PageTitle
        over={lang.t('surveys.questionnaires.taking.title')}
        title={lang.t('surveys.questionnaires.taking.looked', { file })}
        lede={lang.t('surveys.questionnaires.taking.looked_lede')}
      />
      <Stack>
        <Facts
          facts={[
            {
              name: lang.t('surveys.questionnaires.what'),
              value: wordsIn(questionnaire.title, language, questionnaire.languages).text || questionnaire.name,
            },
            {
              name: lang.t('surveys.questionnaires.languages'),
              value: questionnaire.languages.map(({ label }) => label).join(', '),
            },
            {
              name: lang.t('surveys.questionnaires.tab.questions'),
              value: String(linesOf(questionnaire).filter(({ number }) => number !== null).length),
            },
            {
              name: lang.t('surveys.questionnaires.taking.into'),
              value: into ? `${into.number}. ${into.title}` : lang.t('surveys.questionnaires.taking.into_new'),
            },
            {
              name: lang.t('surveys.questionnaires.taking.to_mend'),
              value: faults > 0 ? lang.t('surveys.questionnaires.to_mend', { n: faults }) : null,
            },
          ]}
        />
        <Form
          of={of}
          action={action}
          files
          hidden={hidden}
          deed={lang.t('surveys.questionnaires.taking.keep')}
          second={<Cancel href={back}>{lang.t('surveys.questionnaires.taking.other_file')}</Cancel>}
        />
        {issues.length === 0 ? null : (
          <Section title={remarks} id="issues">
            <Issues lang={lang} issues={issues} caption={remarks} />
          </Section>
        )}
        {changes === null ? null : changes.length === 0 ? (
          <p>{lang.t('surveys.questionnaires.taking.same')}</p>
        ) : (
          <ChangeTable
            lang={lang}
            changes={changes}
            languages={questionnaire.languages}
            caption={lang.t('surveys.questionnaires.taking.changes')}
          />
        )}
        <Section title={lang.t('surveys.questionnaires.tab.questions')} id="questions">
          <Questions lang={lang} of={questionnaire} language={language} />
        </Section>
      </Stack>
    </>
  );
};
