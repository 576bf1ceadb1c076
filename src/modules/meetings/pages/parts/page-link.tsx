import type { Lang } from '#core/i18n/lang.ts';
import { Link } from '#ui/link.tsx';

/** Titles of pages of this forum by their address below it; a page of which none is known has its kind and number. */
export type PageTitles = ReadonlyMap<string, string>;

interface PageLinkProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  /** Below the forum: "/plans/local/measures/1.3". */
  readonly path: string;
  readonly titles: PageTitles;
}

/** What people cite by a number. */
const NUMBERED = [
  ['measure', /^\/plans\/[^/]+\/measures\/([^/?#]+)/],
  ['ballot', /^\/ballots\/(\d+)/],
  ['meeting', /^\/meetings\/(\d+)/],
  ['decision', /^\/decisions\/(\d+)/],
  ['question', /^\/questions\/(\d+)/],
  ['member', /^\/members\/(\d+)/],
] as const;
const NAMED = [
  ['plan', '/plans'],
  ['document', '/documents'],
  ['body', '/bodies/'],
  ['place', '/places/'],
] as const;

function kindOf(lang: Lang, path: string): string {
  for (const [kind, pattern] of NUMBERED) {
    const number = pattern.exec(path)?.[1];
    if (number) return lang.t(`meetings.page.${kind}`, { number });
  }
  const named = NAMED.find(([, beginning]) => path.startsWith(beginning));
  return named ? lang.t(`meetings.page.${named[0]}`) : path;
}

/** A page of this platform, said in words; one of no known kind by its address. */
export const PageLink = ({ lang, at, path, titles }: PageLinkProps) => {
  const title = titles.get(path);
  const kind = kindOf(lang, path);
  return <Link href={at(path)}>{title ? lang.t('meetings.page.titled', { kind, title }) : kind}</Link>;
};
