import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { SurveyTabs } from '../../pages/parts/tabs.tsx';
import type { QuestionnaireLine } from '../queries.ts';
import { languageFor, wordsIn } from '../rules.ts';

interface ListProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly lines: readonly QuestionnaireLine[];
  readonly mayKeep: boolean;
}

/** Every questionnaire: visitors see those with an edition, staff the drafts too. */
export const QuestionnairesList = ({ lang, at, lines }: ListProps) => (
  <>
    <PageTitle title={lang.t('surveys.questionnaires.title')} lede={lang.t('surveys.questionnaires.lede')} />
    <SurveyTabs lang={lang} at={at} current="questionnaires" />
    <Stack>
      {lines.length === 0 ? (
        <Empty level={2} title={lang.t('surveys.questionnaires.none')}>
          {lang.t('surveys.questionnaires.none_why')}
        </Empty>
      ) : (
        <Table
          lang={lang}
          caption={lang.t('surveys.questionnaires.title')}
          quietCaption
          rows={lines}
          rowKey={(line) => line.id}
          columns={[
            {
              id: 'number',
              head: lang.t('surveys.questionnaires.number'),
              mark: true,
              cell: (line) => `${line.number}.`,
            },
            {
              ...{ id: 'title', head: lang.t('surveys.questionnaires.what'), lead: true },
              cell: (line) => <Link href={at(`/surveys/questionnaires/${line.number}`)}>{titleOf(lang, line)}</Link>,
            },
            {
              ...{ id: 'languages', head: lang.t('surveys.questionnaires.languages') },
              cell: ({ languages }) => languages.map(({ label }) => label).join(', '),
            },
            { id: 'state', head: lang.t('surveys.questionnaires.state'), cell: (line) => stateWords(lang, line) },
          ]}
        />
      )}
    </Stack>
  </>
);

/** The title in the reader's language where it is written in it. */
export const titleOf = (lang: Lang, of: Pick<QuestionnaireLine, 'number' | 'title' | 'languages'>): string =>
  wordsIn(of.title, languageFor(of, lang.code), of.languages).text ||
  lang.t('surveys.questionnaires.untitled', { number: of.number });

function stateWords(lang: Lang, { edition, ahead }: QuestionnaireLine): string {
  if (edition === null) return lang.t('surveys.questionnaires.draft_only');
  return lang.t(ahead ? 'surveys.questionnaires.ahead' : 'surveys.questionnaires.edition', { edition });
}
