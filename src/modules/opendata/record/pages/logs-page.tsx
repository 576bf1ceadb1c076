import type { LogHead } from '#core/audit/queries.ts';
import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';

interface LogsPageProps {
  readonly lang: Lang;
  /** The installation's own first. */
  readonly forums: readonly Forum[];
  readonly heads: ReadonlyMap<string, LogHead>;
}

/** The logs of the installation, each with how far it is signed. */
export const LogsPage = ({ lang, forums, heads }: LogsPageProps) => (
  <>
    <PageTitle title={lang.t('opendata.logs.title')} lede={lang.t('opendata.logs.lede')} />
    <Table
      lang={lang}
      caption={lang.t('opendata.logs.title')}
      quietCaption
      rows={forums}
      rowKey={(forum) => forum.id}
      columns={[
        {
          ...{ id: 'forum', head: lang.t('opendata.logs.forum'), lead: true },
          cell: (forum) =>
            forum.kind === 'reference' ? (
              lang.t('opendata.logs.own')
            ) : (
              <Link href={`/${lang.code}/${forum.slug}/log`}>{lang.pick(forum.name)}</Link>
            ),
        },
        {
          ...{ id: 'size', head: lang.t('opendata.logs.size'), number: true },
          cell: ({ id }) => lang.number(heads.get(id)?.size ?? 0),
        },
        {
          ...{ id: 'day', head: lang.t('opendata.logs.signed'), short: true },
          cell: ({ id }) => {
            const head = heads.get(id);
            return head ? lang.shortDate(head.signedOn) : '–';
          },
        },
      ]}
    />
    <Section title={lang.t('opendata.check.title')}>
      <p>{lang.t('opendata.check.how')}</p>
      <p>
        <Link href="/log/export">{lang.t('opendata.check.export_all')}</Link>
        {' · '}
        <Link href="/log/verifier.html">{lang.t('opendata.check.verifier')}</Link>
      </p>
    </Section>
  </>
);
