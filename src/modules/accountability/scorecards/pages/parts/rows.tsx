import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { State, type StateKind } from '#ui/state.tsx';
import { Table } from '#ui/table.tsx';
import { ItemChip } from '../../../checklists/pages/parts/state.tsx';
import { type Block, ITEM_KEYS } from '../../../checklists/schema.ts';
import { ReportChip } from '../../../reports/pages/parts/state.tsx';
import { worthOf } from '../../rules.ts';
import type { Counted, RequestState, Row, RowKey } from '../../schema.ts';

/** "Money", "Reports to voters": a row by its name. */
export const rowWords = (lang: Lang, key: RowKey): string =>
  key === 'reports' || key === 'requests'
    ? lang.t(`accountability.scorecards.row.${key}`)
    : lang.t(`accountability.checklists.block.${key as Block}`);

/** "46 of 100", from thousandths; a value that nobody knows says so. */
export const scoreWords = (lang: Lang, score: number | null): string =>
  score === null
    ? lang.t('accountability.scorecards.not_enough')
    : lang.t('accountability.scorecards.score', { n: Math.round(score / 10) });

interface RowsProps {
  readonly lang: Lang;
  readonly rows: readonly Row[];
  /** What was counted, in thousandths, of rows for which another value was taken over. */
  readonly decided?: ReadonlyMap<string, number | null>;
  /** Where the things that are counted stand; null: these eyes do not see them. */
  readonly reports: ((number: number) => string) | null;
  readonly checklist: string | null;
  readonly at: (path: string) => string;
}

/** What a scorecard counts: each row with its weight and how much of it is known, then everything that it counts. */
export const CardRows = (props: RowsProps) => {
  const { lang, rows, decided } = props;
  return (
    <>
      <Table
        lang={lang}
        caption={lang.t('accountability.scorecards.rows')}
        quietCaption
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          {
            id: 'row',
            head: lang.t('accountability.scorecards.row_head'),
            lead: true,
            cell: (row) => <Link href={`#row-${row.key}`}>{rowWords(lang, row.key)}</Link>,
          },
          {
            id: 'weight',
            head: lang.t('accountability.scorecards.weight'),
            number: true,
            cell: (row) => lang.t('accountability.scorecards.percent', { n: row.weight }),
          },
          {
            id: 'n',
            head: lang.t('accountability.scorecards.known'),
            number: true,
            cell: (row) => lang.t('accountability.scorecards.n_of', { n: row.n, of: row.of }),
          },
          {
            id: 'value',
            head: lang.t('accountability.scorecards.value'),
            cell: (row) => (
              <>
                {row.known === 'yes'
                  ? scoreWords(lang, row.value)
                  : lang.t(`accountability.scorecards.out.${row.known}`)}
                {decided?.has(row.key) ? (
                  <small class="quiet">
                    {' '}
                    {lang.t('accountability.scorecards.by_decision', {
                      score: scoreWords(lang, decided.get(row.key) ?? null),
                    })}
                  </small>
                ) : null}
              </>
            ),
          },
        ]}
      />
      <p class="quiet">{lang.t('accountability.scorecards.no_interval')}</p>
      {rows.map((row) => (
        <Section key={row.key} title={rowWords(lang, row.key)} id={`row-${row.key}`}>
          {row.counted.length === 0 ? (
            <p class="quiet">{lang.t('accountability.scorecards.nothing_counted')}</p>
          ) : (
            <ul class="plainlist">
              {row.counted.map((one) => (
                <li key={nameOf(one)}>
                  <Thing {...props} row={row} one={one} /> <Worth lang={lang} one={one} />
                </li>
              ))}
            </ul>
          )}
        </Section>
      ))}
    </>
  );
};

const nameOf = (one: Counted): string => (one.kind === 'item' ? one.key : String(one.number));

const Worth = ({ lang, one }: { readonly lang: Lang; readonly one: Counted }) => {
  const worth = worthOf(one);
  return (
    <small class="quiet">
      {worth === null
        ? lang.t('accountability.scorecards.not_counted')
        : lang.t('accountability.scorecards.counts', { n: worth / 10 })}
    </small>
  );
};

const REQUEST_SHAPES: Readonly<Record<RequestState, StateKind>> = {
  in_time: 'complete',
  late: 'late',
  none: 'no_report',
};

const Thing = ({
  lang,
  at,
  reports,
  checklist,
  row,
  one,
}: RowsProps & { readonly row: Row; readonly one: Counted }) => {
  if (one.kind === 'item') {
    const key = ITEM_KEYS.find((known) => known === one.key);
    const words = key ? lang.t(`accountability.checklists.item.${key}`) : one.key;
    return (
      <>
        {checklist ? <Link href={`${checklist}#${row.key}`}>{words}</Link> : words}{' '}
        <ItemChip lang={lang} state={one.state} />
      </>
    );
  }
  if (one.kind === 'report') {
    const words = lang.t('accountability.reports.one', { number: one.number });
    return (
      <>
        {reports ? <Link href={reports(one.number)}>{words}</Link> : words} <ReportChip lang={lang} state={one.state} />
      </>
    );
  }
  return (
    <>
      <Link href={at(one.path)}>{lang.t('accountability.scorecards.request', { number: one.number })}</Link>{' '}
      <State lang={lang} kind={REQUEST_SHAPES[one.state]}>
        {lang.t(`accountability.scorecards.answered.${one.state}`)}
      </State>
    </>
  );
};
