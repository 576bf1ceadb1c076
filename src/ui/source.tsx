import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Link } from './link.tsx';

interface SourceProps {
  readonly lang: Lang;
  /** Who says so. */
  readonly from: string;
  /** When, as shown. */
  readonly on?: string | undefined;
  readonly document?: { readonly label: string; readonly href: string } | undefined;
  readonly children?: ComponentChildren;
}

/** "From ..., 19 May 2017, document": under every figure and every quoted text. */
export const Source = ({ lang, from, on, document, children }: SourceProps) => (
  <p class="source">
    {lang.t('ui.source', { from })}
    {on ? `, ${on}` : null}
    {document ? (
      <>
        , <Link href={document.href}>{document.label}</Link>
      </>
    ) : null}
    {children ? <> {children}</> : null}
  </p>
);

/** "How was this computed?": opens in place. */
export const Computed = ({ lang, children }: { readonly lang: Lang; readonly children: ComponentChildren }) => (
  <details class="how">
    <summary>{lang.t('ui.computed')}</summary>
    {children}
  </details>
);
