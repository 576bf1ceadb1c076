import { Empty } from '#ui/empty.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { personalSigns } from '../../../voices/rules.ts';
import { type Around, NameOf } from '../../pages/parts/about.tsx';
import { pathOf } from '../../rules.ts';
import type { Question } from '../../schema.ts';

interface QueueProps extends Around {
  readonly questions: readonly Question[];
  readonly done: string | null;
}

/** What residents wrote and nobody has read yet, the oldest first. */
export const QueuePage = ({ questions, done, ...around }: QueueProps) => {
  const { lang, at } = around;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('participation.moderation.title')} lede={lang.t('participation.moderation.lede')} />
      {questions.length === 0 ? (
        <Empty
          title={lang.t('participation.moderation.nothing')}
          level={2}
          next={<Link href={at('/questions')}>{lang.t('participation.questions.title')}</Link>}
        />
      ) : (
        <Table
          lang={lang}
          caption={lang.t('participation.moderation.title')}
          quietCaption
          rows={questions}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'question',
              head: lang.t('participation.questions.question'),
              lead: true,
              cell: (row) => (
                <Link href={at(`${pathOf(row)}/moderation`)}>
                  {lang.t('participation.questions.one', { number: row.number })}
                </Link>
              ),
            },
            {
              id: 'to',
              head: lang.t('participation.questions.to'),
              cell: (row) =>
                row.body ? <NameOf {...around} id={row.body} /> : lang.t('participation.questions.to_unknown'),
            },
            {
              id: 'signs',
              head: lang.t('participation.moderation.signs'),
              cell: (row) =>
                personalSigns(lang.pick(row.text ?? {})).length > 0
                  ? lang.t('participation.moderation.signs_found')
                  : '–',
            },
            {
              id: 'on',
              head: lang.t('participation.receipt.day'),
              short: true,
              cell: (row) => lang.shortDate(row.receivedOn),
            },
          ]}
        />
      )}
    </>
  );
};
