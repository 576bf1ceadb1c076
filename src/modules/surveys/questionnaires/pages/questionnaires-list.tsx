import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { QuestionnaireLine } from '../queries.ts';
import { stateWords, titleOf } from './parts/title-of.tsx';

interface ListProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly lines: readonly QuestionnaireLine[];
  readonly mayKeep: boolean;
  readonly tabs: ComponentChildren;
}

/** Every questionnaire: visitors see those with an edition, staff the drafts too. */
export const QuestionnairesList = ({ lang, at, lines, mayKeep, tabs }: ListProps) => (
  <>
    <PageTitle title={lang.t('surveys.questionnaires.title')} lede={lang.t('surveys.questionnaires.lede')} />
    {tabs}
    <Stack>
      {mayKeep ? (
        <p class="acts">
          <ButtonLink href={at('/surveys/questionnaires/new')}>
            {lang.t('surveys.questionnaires.fresh.title')}
          </ButtonLink>
          <Link href={at('/surveys/questionnaires/import')}>{lang.t('surveys.questionnaires.taking.title')}</Link>
        </p>
      ) : null}
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
            {
              id: 'state',
              head: lang.t('surveys.questionnaires.state'),
              cell: (line) => stateWords(lang, line.edition, line.ahead),
            },
          ]}
        />
      )}
    </Stack>
  </>
);
