import type { Lang } from '#core/i18n/lang.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import { Empty } from '#ui/empty.tsx';
import type { Option } from '#ui/field.tsx';
import { FilterSelect, Filters } from '#ui/filters.tsx';
import { Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Pager } from '#ui/pager.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { withheldWords } from '#ui/withheld.tsx';
import { AccountabilityTabs } from '../../pages/parts/tabs.tsx';
import type { RequestSeen } from '../api.ts';
import { pathOf, shortened, WITHHELD } from '../rules.ts';
import { STATES } from '../schema.ts';
import { judgedWords, RequestChip } from './parts/state.tsx';

interface ListProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly url: URL;
  readonly seen: readonly RequestSeen[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly names: ReadonlyMap<string, { readonly name: string; readonly href: string | null }>;
  readonly bodies: readonly Option[];
  readonly withheld: WithheldThings;
  readonly shows: (part: string) => boolean;
  readonly asks: boolean;
  /** For keepers: what waits for them. */
  readonly waiting: { readonly href: string; readonly n: number } | null;
}

const FILTERED = STATES.filter((state) => state !== 'waiting' && state !== 'refused');

/** What was asked of which body, and how it answered. */
export const RequestsList = (props: ListProps) => {
  const { lang, at, url, seen, total, waiting } = props;
  return (
    <>
      <PageTitle title={lang.t('accountability.requests.title')} lede={lang.t('accountability.requests.lede')} />
      <AccountabilityTabs lang={lang} at={at} current="requests" shows={props.shows} />
      <Stack>
        {props.asks ? (
          <p class="acts">
            <ButtonLink href={at('/requests/new')}>{lang.t('accountability.requests.asking.title')}</ButtonLink>
            <Link href={at('/requests/receipts')}>{lang.t('accountability.requests.receipt.have_code')}</Link>
            <Link href={at('/requests/reply')}>{lang.t('accountability.requests.replying.have_code')}</Link>
          </p>
        ) : null}
        {waiting ? (
          <p>
            <Link href={waiting.href}>{lang.t('accountability.requests.desk.waiting', { n: waiting.n })}</Link>
          </p>
        ) : null}
        <Filters
          lang={lang}
          url={url}
          own={['state', 'body']}
          found={lang.t('accountability.requests.found', { n: total })}
        >
          <FilterSelect
            url={url}
            name="state"
            label={lang.t('accountability.requests.state_head')}
            any={lang.t('accountability.requests.any')}
            options={FILTERED.map((state) => ({
              value: state,
              label: lang.t(`accountability.requests.state.${state}`),
            }))}
          />
          <FilterSelect
            url={url}
            name="body"
            label={lang.t('accountability.requests.to')}
            any={lang.t('accountability.requests.any')}
            options={props.bodies}
          />
        </Filters>
      </Stack>
      {seen.length > 0 ? (
        <RequestsTable {...props} />
      ) : (
        <Empty title={lang.t('accountability.requests.none')} level={2}>
          {lang.t('accountability.requests.none_text')}
        </Empty>
      )}
      <Pager lang={lang} url={url} page={props.page} size={props.size} total={total} />
      <Stack>
        <p>
          <Link href={at('/requests.csv')}>{lang.t('accountability.requests.csv')}</Link>
        </p>
      </Stack>
    </>
  );
};

const RequestsTable = ({ lang, at, seen, names, withheld }: ListProps) => (
  <Table
    lang={lang}
    caption={lang.t('accountability.requests.title')}
    quietCaption
    rows={seen}
    rowKey={({ request }) => request.id}
    columns={[
      {
        id: 'number',
        head: lang.t('accountability.requests.number'),
        mark: true,
        cell: ({ request }) => `№\u00a0${request.number}`,
      },
      {
        id: 'text',
        head: lang.t('accountability.requests.asked'),
        lead: true,
        cell: ({ request }) => {
          const gone = withheld.of(WITHHELD.request, request.id);
          const chosen = lang.choose(request.text ?? {});
          return (
            <Link href={at(pathOf(request))}>
              {gone ? (
                withheldWords(lang, gone)
              ) : (
                <ChosenText lang={lang} of={{ ...chosen, text: shortened(chosen.text) }} />
              )}
            </Link>
          );
        },
      },
      {
        id: 'to',
        head: lang.t('accountability.requests.to'),
        cell: ({ request }) => names.get(request.body)?.name ?? '–',
      },
      {
        id: 'state',
        head: lang.t('accountability.requests.state_head'),
        cell: ({ state }) => <RequestChip lang={lang} state={state} />,
      },
      {
        id: 'judged',
        head: lang.t('accountability.requests.judged_as'),
        cell: ({ request }) => judgedWords(lang, request.judgement),
      },
    ]}
  />
);
