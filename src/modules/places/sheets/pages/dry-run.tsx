import type { Lang } from '#core/i18n/lang.ts';
import { columnName, placeOf } from '#core/sheets/table.ts';
import { Figures } from '#ui/figures.tsx';
import { type Filled, filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Pager } from '#ui/pager.tsx';
import { withQuery } from '#ui/query.ts';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Counts, Judged, Verdict } from '../rules.ts';
import type { BroughtIn } from '../schema.ts';

type Row = Judged<unknown>;

interface DryRunProps {
  readonly lang: Lang;
  readonly url: URL;
  readonly file: BroughtIn;
  readonly counts: Counts;
  /** Those that the address asks for. */
  readonly rows: readonly Row[];
  readonly unread: readonly string[];
  readonly page: number;
  readonly action: string;
  readonly back: string;
}

const PAGE_SIZE = 100;
const VERDICTS: readonly Verdict[] = ['refused', 'create', 'change', 'same'];

/** What every row of the file would do; nothing is written before the button at the end. */
export function DryRunPage(props: DryRunProps) {
  const { lang, url, file, counts, rows, unread, page } = props;
  const n = rows.length;
  return (
    <>
      <PageTitle
        over={lang.t(`places.import.${file.what}`)}
        title={lang.t('places.dry.title', { file: file.fileName })}
        lede={lang.t(file.writtenAt ? 'places.dry.written' : 'places.dry.lede')}
      />
      {unread.length > 0 ? (
        <Notice warn title={lang.t('places.dry.unread', { n: unread.length })}>
          <p>{unread.slice(0, 20).join(', ')}</p>
        </Notice>
      ) : null}
      <Figures
        figures={VERDICTS.map((verdict) => ({
          ...{ value: lang.number(counts[verdict]), label: lang.t(`places.dry.${verdict}`, { n: counts[verdict] }) },
          ...{
            href: `${withQuery(url, { show: verdict, page: null })}#rows`,
            alarm: verdict === 'refused' && counts.refused > 0,
          },
        }))}
      />
      <Write {...props} of={filled(lang)} />
      <Section title={lang.t('places.dry.rows')} id="rows">
        {url.searchParams.get('show') ? (
          <p>
            <Link href={`${withQuery(url, { show: null, page: null })}#rows`}>{lang.t('places.dry.all')}</Link>
          </p>
        ) : null}
        <Rows lang={lang} rows={rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)} />
        <Pager lang={lang} url={url} page={page} size={PAGE_SIZE} total={n} />
      </Section>
    </>
  );
}

/** The deed that fits what was found: everything, only the good rows, or nothing at all. */
function Write({ lang, counts, file, action, back, of }: DryRunProps & { readonly of: Filled }) {
  const good = counts.create + counts.change;
  if (file.writtenAt) return null;
  const other = <Link href={back}>{lang.t('places.dry.other')}</Link>;
  if (good === 0) {
    return (
      <p>
        {lang.t(counts.refused > 0 ? 'places.dry.none_good' : 'places.dry.nothing_new')} {other}
      </p>
    );
  }
  const only = counts.refused > 0;
  const deed = lang.t(only ? 'places.dry.write_good' : 'places.dry.write', { n: good });
  return <Form of={of} action={action} deed={deed} hidden={only ? { only_good: 'yes' } : {}} second={other} />;
}

const Rows = ({ lang, rows }: { readonly lang: Lang; readonly rows: readonly Row[] }) => (
  <Table
    lang={lang}
    caption={lang.t('places.dry.rows')}
    quietCaption
    rows={rows}
    rowKey={(row) => `${row.table.number} ${row.line}`}
    columns={[
      { id: 'label', head: lang.t('places.field.name'), lead: true, cell: (row) => row.label },
      { id: 'where', head: lang.t('places.dry.where'), cell: (row) => lang.say(placeOf(row.table, row.line)) },
      { id: 'verdict', head: lang.t('places.dry.verdict'), cell: (row) => lang.t(`places.dry.is.${row.verdict}`) },
      { id: 'why', head: lang.t('places.dry.why'), cell: (row) => <Why lang={lang} row={row} /> },
    ]}
  />
);

/** What is wrong, or what would change, column by column. */
function Why({ lang, row }: { readonly lang: Lang; readonly row: Row }) {
  if (row.errors.length > 0) {
    return (
      <ul class="plainlist">
        {row.errors.map((error) => (
          <li key={error.message.key}>
            {error.column === null ? null : <b>{lang.t('places.dry.column', { column: columnName(error.column) })} </b>}
            {lang.say(error.message)}
          </li>
        ))}
      </ul>
    );
  }
  if (row.verdict !== 'change') return null;
  return (
    <ul class="plainlist">
      {row.changes.map((change) => (
        <li key={change.column}>
          {lang.t('places.dry.changes', {
            column: change.column,
            before: change.before || '–',
            after: change.after || '–',
          })}
        </li>
      ))}
    </ul>
  );
}
