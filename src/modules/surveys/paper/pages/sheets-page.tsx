import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Sheet } from '../schema.ts';

interface SheetsPageProps {
  readonly lang: Lang;
  readonly over: string;
  readonly sheets: readonly Sheet[];
  readonly here: string;
  readonly mayKeep: boolean;
  /** Whoever looks: their own first typings wait for somebody else. */
  readonly me: string | null;
}

/** Sheets that were typed, and what each of them waits for. */
export const SheetsPage = ({ lang, over, sheets, here, mayKeep, me }: SheetsPageProps) => (
  <>
    <PageTitle over={over} title={lang.t('surveys.paper.title')} lede={lang.t('surveys.paper.lede')} />
    <Stack>
      <p class="acts">
        <ButtonLink href={`${here}/new`}>{lang.t('surveys.paper.type')}</ButtonLink>
      </p>
      {sheets.length === 0 ? (
        <Empty level={2} title={lang.t('surveys.paper.empty')} />
      ) : (
        <Table
          lang={lang}
          caption={lang.t('surveys.paper.title')}
          quietCaption
          rows={sheets}
          rowKey={({ id }) => id}
          columns={[
            {
              ...{ id: 'number', head: lang.t('surveys.paper.number'), lead: true },
              cell: ({ number }) => lang.t('surveys.paper.sheet', { number }),
            },
            {
              ...{ id: 'state', head: lang.t('surveys.list.stage') },
              cell: ({ state }) => lang.t(`surveys.paper.state.${state}`),
            },
            {
              ...{ id: 'next', head: lang.t('surveys.paper.next') },
              cell: ({ state, number, typings }) => {
                if (state === 'differs' && mayKeep)
                  return (
                    <Link href={`${here}/${number}/comparison`}>{lang.t('surveys.paper.compare', { number })}</Link>
                  );
                if (state === 'once' && typings[0]?.by !== me)
                  return <Link href={`${here}/new?sheet=${number}`}>{lang.t('surveys.paper.again', { number })}</Link>;
                return null;
              },
            },
          ]}
        />
      )}
    </Stack>
  </>
);
