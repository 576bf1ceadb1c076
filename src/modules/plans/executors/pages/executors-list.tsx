import type { Lang } from '#core/i18n/lang.ts';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';

export interface ExecutorSeen {
  readonly slug: string;
  readonly name: string;
  readonly measures: number;
}

/** All bodies that are executors of something, by name. */
export const ExecutorsList = ({
  lang,
  executors,
  at,
}: {
  readonly lang: Lang;
  readonly executors: readonly ExecutorSeen[];
  readonly at: (path: string) => string;
}) => (
  <>
    <PageTitle title={lang.t('plans.executors.title')} lede={lang.t('plans.executors.lede')} />
    <Table
      lang={lang}
      caption={lang.t('plans.executors.title')}
      quietCaption
      rows={executors}
      rowKey={(executor) => executor.slug}
      columns={[
        {
          id: 'body',
          head: lang.t('plans.executors.col.body'),
          lead: true,
          cell: (executor) => <Link href={at(`/executors/${executor.slug}`)}>{executor.name}</Link>,
        },
        {
          id: 'n',
          head: lang.t('plans.executors.col.n'),
          number: true,
          cell: (executor) => lang.number(executor.measures),
        },
      ]}
    />
  </>
);
