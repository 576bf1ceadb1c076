import type { Refusal } from '#core/errors/result.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { placeOf } from '#core/sheets/table.ts';
import { Figures } from '#ui/figures.tsx';
import { filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Pager } from '#ui/pager.tsx';
import { withQuery } from '#ui/query.ts';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { type Counts, toWrite } from '../judging/rules.ts';
import type { Dry, Judged, Verdict } from '../judging/schema.ts';
import type { ImportRow } from '../schema.ts';
import { ColumnsRead } from './parts/columns-read.tsx';
import { RowDetails } from './parts/row-details.tsx';
import { Strangers } from './parts/strangers.tsx';

interface DryRunProps {
  readonly lang: Lang;
  readonly url: URL;
  readonly zone: string;
  readonly at: (path: string) => string;
  readonly file: ImportRow;
  /** Null: it was written, and what it said cannot be judged any more. */
  readonly dry: Dry | null;
  readonly counts: Counts;
  /** Those that the address asks for. */
  readonly rows: readonly Judged[];
  readonly page: number;
  /** What the person sees: nothing else may be written. */
  readonly seen: string;
  readonly again: Refusal | null;
}

const PAGE_SIZE = 60;
const VERDICTS: readonly Verdict[] = ['refused', 'create', 'change', 'same'];

/** What every row of the file would do; nothing is written before the button. */
export function DryRunPage(props: DryRunProps) {
  const { lang, url, file, dry, counts, rows, page, again } = props;
  const written = file.written_at;
  return (
    <>
      <PageTitle
        over={lang.t('plans.exchange.form.title')}
        title={lang.t('plans.exchange.dry.title', { file: file.file_name })}
        lede={written ? undefined : lang.t('plans.exchange.dry.lede')}
      />
      {written ? (
        <Notice warn title={lang.t('plans.exchange.dry.written', { at: lang.moment(written, props.zone) })}>
          <p>
            <Link href={props.at('/plans')}>{lang.t('plans.exchange.dry.to_plans')}</Link>
          </p>
        </Notice>
      ) : null}
      {again && !written ? <Notice warn title={lang.say(again.message)} /> : null}
      {dry && !written ? (
        <>
          <Figures
            figures={VERDICTS.map((verdict) => ({
              value: lang.number(counts[verdict]),
              label: lang.t(`plans.exchange.dry.${verdict}`, { n: counts[verdict] }),
              href: `${withQuery(url, { show: verdict, page: null })}#rows`,
              alarm: verdict === 'refused' && counts.refused > 0,
            }))}
          />
          <Remarks lang={lang} dry={dry} />
          <Strangers lang={lang} url={url} dry={dry} />
          <ColumnsRead lang={lang} columns={dry.columns} />
          <Write {...props} dry={dry} />
          <Section title={lang.t('plans.exchange.dry.rows')} id="rows">
            {url.searchParams.get('show') ? (
              <p>
                <Link href={`${withQuery(url, { show: null, page: null })}#rows`}>
                  {lang.t('plans.exchange.dry.all')}
                </Link>
              </p>
            ) : null}
            <Rows lang={lang} rows={rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)} />
            <Pager lang={lang} url={url} page={page} size={PAGE_SIZE} total={rows.length} />
          </Section>
        </>
      ) : null}
    </>
  );
}

const Remarks = ({ lang, dry }: { readonly lang: Lang; readonly dry: Dry }) =>
  dry.remarks.length === 0 ? null : (
    <Notice warn title={lang.t('plans.exchange.dry.remarks')}>
      <ul>
        {dry.remarks.map((remark) => (
          <li key={lang.say(remark)}>{lang.say(remark)}</li>
        ))}
      </ul>
    </Notice>
  );

/** The deed that fits what was found: everything, only the good rows, or nothing at all. */
function Write({ lang, counts, file, at, seen, dry }: DryRunProps & { readonly dry: Dry }) {
  const good = toWrite(dry.parts);
  const other = <Link href={at('/plans/import')}>{lang.t('plans.exchange.dry.other')}</Link>;
  if (good === 0) {
    return (
      <p>
        {lang.t(counts.refused > 0 ? 'plans.exchange.refused.none_good' : 'plans.exchange.refused.nothing')} {other}
      </p>
    );
  }
  const only = counts.refused > 0;
  const deed = only
    ? lang.t('plans.exchange.dry.write_good', { n: good })
    : lang.t('plans.exchange.dry.write', { n: good });
  const hidden = { seen, unknown: dry.choice.unknown, ...(only ? { only_good: 'yes' } : {}) };
  const action = at(`/plans/imports/${file.id}/writing`);
  return <Form of={filled(lang)} action={action} deed={deed} hidden={hidden} second={other} />;
}

const Rows = ({ lang, rows }: { readonly lang: Lang; readonly rows: readonly Judged[] }) => (
  <Table
    lang={lang}
    caption={lang.t('plans.exchange.dry.rows')}
    quietCaption
    rows={rows}
    rowKey={(row) => `${row.what} ${row.at?.table.number} ${row.at?.line} ${row.label}`}
    columns={[
      {
        id: 'label',
        head: lang.t('plans.exchange.dry.what'),
        lead: true,
        cell: (row) => (
          <>
            <small class="quiet">{lang.t(`plans.exchange.dry.is_${row.what}`)}</small> {row.label || '–'}
          </>
        ),
      },
      {
        id: 'where',
        head: lang.t('plans.exchange.dry.where'),
        cell: (row) => (row.at ? lang.say(placeOf(row.at.table, row.at.line)) : null),
      },
      {
        id: 'verdict',
        head: lang.t('plans.exchange.dry.verdict'),
        cell: (row) => <strong>{lang.t(`plans.exchange.dry.is.${row.verdict}`)}</strong>,
      },
      {
        id: 'why',
        head: lang.t('plans.exchange.dry.why'),
        cell: (row) => (says(row) ? <RowDetails lang={lang} row={row} /> : null),
      },
    ]}
  />
);

const says = (row: Judged): boolean => row.errors.length + row.changes.length + row.remarks.length > 0;
