import type { LogHead } from '#core/audit/queries.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { FilterDay, FilterSelect, Filters } from '#ui/filters.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Pager } from '#ui/pager.tsx';
import { withQuery } from '#ui/query.ts';
import { PageTitle } from '#ui/title.tsx';
import type { EntryLine, RecordSeen } from '../../schema.ts';
import { Lines } from './parts/lines.tsx';
import { NoteText } from './parts/note.tsx';

interface RecordPageProps {
  readonly lang: Lang;
  readonly url: URL;
  readonly zone: string;
  /** Of the forum, as its log is addressed by programs. */
  readonly slug: string;
  readonly seen: RecordSeen;
  readonly page: number;
  readonly size: number;
  /** The number of the first entry that is asked for; null: from the beginning. */
  readonly since: number | null;
  /** Names of the choices in the address. */
  readonly own: readonly string[];
  readonly at: (path: string) => string;
  readonly mayConfirm: boolean;
  /** What was just done here, as a sentence. */
  readonly done: string | null;
}

/** The public record of a forum: what changed, who did it by role, and that it can be checked. */
export const RecordPage = (props: RecordPageProps) => {
  const { lang, url, zone, seen, page, size, at, done } = props;
  const within = (_line: EntryLine, path: string): string => at(path);
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('opendata.record.title')} lede={lang.t('opendata.record.lede')} />
      {props.since === null ? null : (
        <p>
          {lang.t('opendata.record.since', { n: lang.number(props.since) })}{' '}
          <Link href={withQuery(url, { since: null, page: null })}>{lang.t('opendata.record.since_all')}</Link>
        </p>
      )}
      <Choose {...props} />
      {seen.lines.length === 0 ? (
        <Empty level={2} title={lang.t('opendata.record.none')}>
          {lang.t('opendata.record.none_why')}
        </Empty>
      ) : (
        <Lines lang={lang} zone={zone} lines={seen.lines} within={within} />
      )}
      <Pager lang={lang} url={url} page={page} size={size} total={seen.total} />
      <Section title={lang.t('opendata.check.title')} id="check">
        <p>{lang.t('opendata.check.how')}</p>
        <p>
          <Link href={at('/log/export')}>{lang.t('opendata.check.export')}</Link>
          {' · '}
          <Link href="/log/verifier.html">{lang.t('opendata.check.verifier')}</Link>
        </p>
        {seen.head ? <Head {...props} head={seen.head} /> : null}
      </Section>
    </>
  );
};

const Choose = ({ lang, url, seen, own }: RecordPageProps) => (
  <Filters lang={lang} url={url} own={own} found={lang.t('opendata.record.found', { n: seen.total })}>
    <FilterSelect
      url={url}
      name="about"
      label={lang.t('opendata.record.about')}
      any={lang.t('opendata.record.any')}
      options={seen.types.map((type) => ({ value: type, label: lang.t('opendata.type', { type }) }))}
    />
    {seen.places.length > 0 ? (
      <FilterSelect
        url={url}
        name="place"
        label={lang.t('opendata.record.place')}
        any={lang.t('opendata.record.any_place')}
        options={seen.places}
      />
    ) : null}
    {seen.bodies.length > 0 ? (
      <FilterSelect
        url={url}
        name="body"
        label={lang.t('opendata.record.body')}
        any={lang.t('opendata.record.any_body')}
        options={seen.bodies}
      />
    ) : null}
    <FilterDay url={url} name="from" label={lang.t('opendata.record.from')} />
    <FilterDay url={url} name="to" label={lang.t('opendata.record.to')} />
  </Filters>
);

const Head = ({
  lang,
  head,
  at,
  slug,
  mayConfirm,
}: Pick<RecordPageProps, 'lang' | 'at' | 'slug' | 'mayConfirm'> & { readonly head: LogHead }) => (
  <details class="how">
    <summary>{lang.t('opendata.more')}</summary>
    <p>{lang.t('opendata.check.head', { n: head.size, day: lang.date(head.signedOn) })}</p>
    <NoteText note={head.note} />
    <p>{lang.t('opendata.check.tiles', { log: slug })}</p>
    {mayConfirm ? (
      <p>
        <Link href={at(`/log/checkpoints/${head.size}/cosignatures/new`)}>{lang.t('opendata.confirm.link')}</Link>
      </p>
    ) : null}
  </details>
);
