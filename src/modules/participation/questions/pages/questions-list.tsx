import { Empty } from '#ui/empty.tsx';
import type { Option } from '#ui/field.tsx';
import { FilterSelect, Filters } from '#ui/filters.tsx';
import { Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Pager } from '#ui/pager.tsx';
import { PageTitle } from '#ui/title.tsx';
import { VoiceTabs } from '../../voices/pages/parts/voice-tabs.tsx';
import { PUBLIC_STATES, type QuestionCounts } from '../schema.ts';
import { QuestionsTable, type QuestionsTableProps } from './parts/questions-table.tsx';

interface ListProps extends Omit<QuestionsTableProps, 'caption'> {
  readonly url: URL;
  readonly counts: QuestionCounts;
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly bodies: readonly Option[];
  readonly places: readonly Option[];
  /** For those who moderate: the page of what waits. */
  readonly moderation: string | null;
  /** Which kinds of pages this reader sees. */
  readonly shows: (part: string) => boolean;
}

/** What residents asked in public, and how far each question is. */
export const QuestionsList = (props: ListProps) => {
  const { lang, at, url, counts, total, page, size, questions, moderation } = props;
  return (
    <>
      <PageTitle title={lang.t('participation.questions.title')} lede={lang.t('participation.questions.lede')} />
      <VoiceTabs lang={lang} at={at} current="questions" shows={props.shows} />
      <Stack>
        <p class="acts">
          <ButtonLink href={at('/questions/new')}>{lang.t('participation.questions.ask')}</ButtonLink>
          <Link href={at('/questions/receipts')}>{lang.t('participation.receipt.have_code')}</Link>
          <Link href={at('/questions/rules')}>{lang.t('participation.rules.title')}</Link>
        </p>
        {moderation ? (
          <p>
            <Link href={moderation}>{lang.t('participation.moderation.waiting', { n: counts.waiting })}</Link>
          </p>
        ) : null}
        <Filters
          lang={lang}
          url={url}
          own={['state', 'body', 'place']}
          found={lang.t('participation.questions.found', { n: total })}
        >
          <FilterSelect
            url={url}
            name="state"
            label={lang.t('participation.questions.state')}
            any={lang.t('participation.questions.any')}
            options={PUBLIC_STATES.map((state) => ({ value: state, label: lang.t(`participation.state.${state}`) }))}
          />
          <FilterSelect
            url={url}
            name="body"
            label={lang.t('participation.questions.to')}
            any={lang.t('participation.questions.any')}
            options={props.bodies}
          />
          <FilterSelect
            url={url}
            name="place"
            label={lang.t('participation.questions.place')}
            any={lang.t('participation.questions.any')}
            options={props.places}
          />
        </Filters>
      </Stack>
      {questions.length > 0 ? (
        <QuestionsTable {...props} caption={lang.t('participation.questions.title')} />
      ) : (
        <Empty title={lang.t('participation.questions.none')} level={2}>
          {lang.t('participation.questions.none_text')}
        </Empty>
      )}
      <Pager lang={lang} url={url} page={page} size={size} total={total} />
      <Stack>
        <p class="quiet">
          {lang.t('participation.questions.others', {
            waiting: counts.waiting,
            refused: counts.refused,
            withdrawn: counts.withdrawn,
          })}
        </p>
      </Stack>
    </>
  );
};
