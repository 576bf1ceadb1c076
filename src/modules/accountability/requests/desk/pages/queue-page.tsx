import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { pathOf } from '../../rules.ts';
import type { Request } from '../../schema.ts';

interface QueueProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly requests: readonly Request[];
  readonly names: ReadonlyMap<string, { readonly name: string }>;
}

/** What waits for a keeper: to be read, to be handed over, an answer to be shown. */
export const QueuePage = ({ lang, at, requests, names }: QueueProps) => (
  <>
    <PageTitle title={lang.t('accountability.requests.desk.queue')} />
    {requests.length === 0 ? (
      <Empty level={2} title={lang.t('accountability.requests.desk.nothing')}>
        {lang.t('accountability.requests.desk.nothing_text')}
      </Empty>
    ) : (
      <Table
        lang={lang}
        caption={lang.t('accountability.requests.desk.queue')}
        quietCaption
        rows={requests}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'number',
            head: lang.t('accountability.requests.number'),
            lead: true,
            cell: (row) => <Link href={at(`${pathOf(row)}/desk`)}>{`№\u00a0${row.number}`}</Link>,
          },
          {
            id: 'to',
            head: lang.t('accountability.requests.to'),
            cell: (row) => names.get(row.body)?.name ?? '–',
          },
          {
            id: 'what',
            head: lang.t('accountability.requests.desk.next'),
            cell: (row) => lang.t(`accountability.requests.desk.next_${nextOf(row)}`),
          },
        ]}
      />
    )}
  </>
);

const nextOf = ({ decision, delivery }: Request) => {
  if (!decision) return 'read' as const;
  return delivery ? ('show' as const) : ('deliver' as const);
};
