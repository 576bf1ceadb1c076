import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Link } from '#ui/link.tsx';
import { Pager } from '#ui/pager.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { EntryLine } from '../../schema.ts';
import { Lines } from './parts/lines.tsx';

interface HistoryPageProps {
  readonly lang: Lang;
  readonly url: URL;
  readonly zone: string;
  readonly type: string;
  readonly seen: { readonly lines: readonly EntryLine[]; readonly total: number };
  readonly page: number;
  readonly size: number;
  readonly within: (line: EntryLine, path: string) => string;
  /** Page of the thing, where an entry knows it. */
  readonly thing: string | null;
}

/** Everything in the record that touched one thing. */
export const HistoryPage = ({ lang, url, zone, type, seen, page, size, within, thing }: HistoryPageProps) => (
  <>
    <PageTitle
      over={lang.t('opendata.type', { type })}
      title={lang.t('opendata.history.title')}
      lede={lang.t('opendata.history.lede')}
    />
    {thing ? (
      <p>
        <Link href={thing}>{lang.t('opendata.history.back')}</Link>
      </p>
    ) : null}
    {seen.lines.length === 0 ? (
      <Empty level={2} title={lang.t('opendata.record.none')}>
        {lang.t('opendata.history.none_why')}
      </Empty>
    ) : (
      <Lines lang={lang} zone={zone} lines={seen.lines} within={within} />
    )}
    <Pager lang={lang} url={url} page={page} size={size} total={seen.total} />
  </>
);
