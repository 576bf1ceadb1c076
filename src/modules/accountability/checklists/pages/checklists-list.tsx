import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { AccountabilityTabs } from '../../pages/parts/tabs.tsx';
import { checklistPath } from '../rules.ts';
import { type ItemState, STATES } from '../schema.ts';

export interface ListedBody {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly counts: Readonly<Record<ItemState, number>>;
  readonly total: number;
}

interface ListProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly bodies: readonly ListedBody[];
  /** Which kinds of pages this reader sees. */
  readonly shows: (part: string) => boolean;
}

/** What each body publishes of what it should: counts, in the order of the alphabet. */
export const ChecklistsList = ({ lang, at, bodies, shows }: ListProps) => (
  <>
    <PageTitle title={lang.t('accountability.checklists.title')} lede={lang.t('accountability.checklists.lede')} />
    <AccountabilityTabs lang={lang} at={at} current="checklists" shows={shows} />
    {bodies.length === 0 ? (
      <Empty level={2} title={lang.t('accountability.checklists.none')}>
        {lang.t('accountability.checklists.none_text')}
      </Empty>
    ) : (
      <>
        <Table
          lang={lang}
          caption={lang.t('accountability.checklists.by_body')}
          rows={bodies}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'body',
              head: lang.t('accountability.checklists.body'),
              lead: true,
              cell: (row) => <Link href={at(checklistPath(row.slug))}>{row.name}</Link>,
            },
            ...STATES.map((state) => ({
              id: state,
              number: true,
              head: lang.t(`accountability.checklists.state.${state}`),
              cell: (row: ListedBody) => lang.number(row.counts[state]),
            })),
            {
              id: 'total',
              number: true,
              head: lang.t('accountability.checklists.total'),
              cell: (row) => lang.number(row.total),
            },
          ]}
        />
        <Stack>
          <p class="quiet">{lang.t('accountability.checklists.no_order')}</p>
          <p>
            <Link href={at('/checklists.csv')}>{lang.t('accountability.checklists.csv')}</Link>
          </p>
        </Stack>
      </>
    )}
  </>
);
