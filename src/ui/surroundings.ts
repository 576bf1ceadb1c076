import type { ComponentChildren } from 'preact';
import type { Crumb, Page } from '#core/http/route.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { MotifNumber } from './motif.tsx';

/** The same page in another language. `label` is short and in that language ("Az", "Ру"). */
export interface LanguageLink {
  readonly code: string;
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** Everything around a page, and the page. Words of the frame itself come from `lang`. */
export interface Frame {
  readonly lang: Lang;
  readonly page: Page;
  /** Null: pages of the installation, before any forum is chosen. */
  readonly forum: {
    readonly name: string;
    readonly motto: string;
    readonly href: string;
    readonly motif: MotifNumber;
    readonly demonstration: boolean;
  } | null;
  readonly menu: readonly { readonly id: string; readonly label: string; readonly href: string }[];
  readonly languages: readonly LanguageLink[];
  readonly person: { readonly name: string; readonly deskHref: string; readonly signOutHref: string } | null;
  /** Null: nobody can sign in here (first run, error pages). */
  readonly signInHref: string | null;
  /** Null: no search yet. */
  readonly searchHref?: string | null | undefined;
  readonly footer: readonly Crumb[];
  readonly banner: ComponentChildren | null;
  /** An optional script that stands in the page; its hash comes back. */
  readonly script?: string | undefined;
  /** Absolute address of this page in this language, without what only sorts or filters. */
  readonly canonical: string;
  /** Which showing of the page this is: its forms carry it. Null: the page is kept and shown to many. */
  readonly formId?: string | null | undefined;
}
