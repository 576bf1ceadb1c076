import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';

export interface ExecutorSeen {
  readonly slug: string;
  readonly name: string;
  readonly measures: number;
}

interface ExecutorsListProps {
  readonly lang: Lang;
  readonly executors: readonly ExecutorSeen[];
  readonly at: (path: string) => string;
}

/** All bodies that are executors of something, by name. */
export const ExecutorsList = ({ lang, executors, at }: ExecutorsListProps) => (
  <>
    <PageTitle title={lang.t('plans.executors.title')} lede={lang.t('plans.executors.lede')} />
    {executors.length === 0 ? (
      <Empty level={2} title={lang.t('plans.executors.nobody')}>
        {lang.t('plans.executors.nobody_about')}
      </Empty>
    ) : (
      <ExecutorsTable lang={lang} executors={executors} at={at} />
    )}
  </>
);

const ExecutorsTable = ({ lang, executors, at }: ExecutorsListProps) => (
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
);
