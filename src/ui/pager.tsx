import type { Lang } from '#core/i18n/lang.ts';
import { Link } from './link.tsx';
import { withQuery } from './query.ts';

interface PagerProps {
  readonly lang: Lang;
  readonly url: URL;
  /** 1 is the first. */
  readonly page: number;
  readonly size: number;
  readonly total: number;
}

/** Which page the address asks for: a whole number from 1 (anything else is 1). */
export function pageOf(url: URL): number {
  const asked = url.searchParams.get('page') ?? '';
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
}

/** Backwards and forwards through a long list; nothing when it fits on one page. */
export function Pager({ lang, url, page, size, total }: PagerProps) {
  if (total <= size && page === 1) return null;
  const last = Math.max(1, Math.ceil(total / size));
  const from = Math.min(total, (page - 1) * size + 1);
  const to = Math.min(total, page * size);
  const at = (n: number): string => withQuery(url, { page: n === 1 ? null : String(n) });
  return (
    <nav class="pager" aria-label={lang.t('ui.pager.name')}>
      {page > 1 ? (
        <Link href={at(Math.min(page - 1, last))} rel="prev">
          ← {lang.t('ui.pager.before')}
        </Link>
      ) : (
        <span />
      )}
      <span class="num">
        {lang.t('ui.pager.where', { from: lang.number(from), to: lang.number(to), total: lang.number(total) })}
      </span>
      {page < last ? (
        <Link href={at(page + 1)} rel="next">
          {lang.t('ui.pager.after')} →
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
