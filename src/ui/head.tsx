import { safeHref } from './link.tsx';
import { favicon } from './motif.tsx';
import type { Frame } from './surroundings.ts';

/** "Page – forum"; the word demonstration stands first where it is one, also in a bookmark or a search result. */
function documentTitle({ lang, page, forum }: Pick<Frame, 'lang' | 'page' | 'forum'>): string {
  const title = forum && forum.name !== page.title ? `${page.title} – ${forum.name}` : page.title;
  return forum?.demonstration ? `${lang.t('ui.demonstration')}: ${title}` : title;
}

/** Relative addresses become absolute beside the canonical one; search engines ask for that. */
const absolute = (href: string, canonical: string): string =>
  URL.canParse(href, canonical) ? new URL(href, canonical).href : href;

/** What stands in the head before the styles. */
export function Head({ f }: { readonly f: Frame }) {
  const { page, canonical } = f;
  const title = documentTitle(f);
  return (
    <>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {page.description ? <meta name="description" content={page.description} /> : null}
      {page.noindex ? <meta name="robots" content="noindex" /> : null}
      <link rel="icon" href={favicon(f.forum?.motif ?? 1)} />
      <link rel="canonical" href={canonical} />
      {(f.languages.length > 1 ? f.languages : []).map((language) =>
        safeHref(language.href) ? (
          <link
            key={language.code}
            rel="alternate"
            hreflang={language.code}
            href={absolute(language.href, canonical)}
          />
        ) : null,
      )}
      {(page.alternates ?? []).map((other) =>
        safeHref(other.href) ? (
          <link key={other.href} rel="alternate" type={other.type} href={other.href} title={other.title} />
        ) : null,
      )}
      <meta property="og:title" content={title} />
      {page.description ? <meta property="og:description" content={page.description} /> : null}
    </>
  );
}
