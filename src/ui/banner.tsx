import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Link } from './link.tsx';

interface DemonstrationProps {
  readonly lang: Lang;
  /** The roles a visitor can look as, and where a press of the button is sent (`name=role`). */
  readonly roles: readonly { readonly id: string; readonly label: string }[];
  readonly action: string;
  /** Which role one looks as now; null: a visitor. */
  readonly current: string | null;
  /** Path to come back to after the press. */
  readonly back?: string | undefined;
  /** For who may take the demonstration away. */
  readonly removeHref?: string | undefined;
}

/** "Demonstration data": what it is, and one press to look as each role. */
export const DemonstrationBanner = ({ lang, roles, action, current, back, removeHref }: DemonstrationProps) => (
  <aside class="strip" aria-label={lang.t('ui.demonstration')}>
    <div class="wrap">
      <span>{lang.t('ui.banner.demonstration')}</span>
      {roles.length > 0 ? (
        <form method="post" action={action}>
          <span>{lang.t('ui.banner.look_as')}</span>
          {back ? <input type="hidden" name="back" value={back} /> : null}
          {roles.map((role) => (
            <button key={role.id} type="submit" name="role" value={role.id} aria-pressed={role.id === current}>
              {role.label}
            </button>
          ))}
        </form>
      ) : null}
      {removeHref ? <Link href={removeHref}>{lang.t('ui.banner.remove')}</Link> : null}
    </div>
  </aside>
);

interface CalmProps {
  /** "Read-only", "You help Rəna to fill this in". */
  readonly title: string;
  readonly children?: ComponentChildren | undefined;
}

/** A strip that says how this page differs from usual: read-only record, assisted session. */
export const CalmBanner = ({ title, children }: CalmProps) => (
  <aside class="strip calm" aria-label={title}>
    <div class="wrap">
      <strong>{title}</strong>
      {children ? <span>{children}</span> : null}
    </div>
  </aside>
);

interface NotPublicProps {
  readonly lang: Lang;
  /** The forum is in preparation, only this kind of pages is kept back, or staff look as strangers would. */
  readonly why: 'preparing' | 'part_hidden' | 'preview';
  /** For who may open it. */
  readonly openingHref?: string | undefined;
}

/** What this page is to others: not public yet, or seen by staff as a stranger would. */
export const NotPublicBanner = ({ lang, why, openingHref }: NotPublicProps) => (
  <CalmBanner title={lang.t(`ui.banner.${why}`)}>
    {openingHref ? <Link href={openingHref}>{lang.t('ui.banner.to_opening')}</Link> : null}
  </CalmBanner>
);

/** This forum is a record entered afterwards: nothing can be done here. */
export const ReadOnlyBanner = ({ lang }: { readonly lang: Lang }) => (
  <CalmBanner title={lang.t('ui.banner.read_only')}>{lang.t('ui.banner.read_only_about')}</CalmBanner>
);

interface AssistedProps {
  readonly lang: Lang;
  /** For whom; empty: somebody without an account. */
  readonly name: string;
  /** Time of day at which it ends. */
  readonly until: string;
  /** The minutes have passed: nothing can be done any more. */
  readonly over?: boolean | undefined;
  /** What that person owes. */
  readonly deskHref: string;
  /** Where the press that ends it is sent; `out=yes` when the helper is signed out too. */
  readonly action: string;
}

/** Somebody acts for another who sits beside; everything done is marked so. */
export const AssistedBanner = ({ lang, name, until, over, deskHref, action }: AssistedProps) => (
  <aside class="strip alarm" aria-label={lang.t('ui.banner.assisted_name')}>
    <div class="wrap">
      <strong>{over ? lang.t('ui.banner.assisted_over') : titleOf(lang, name)}</strong>
      <span>{over ? lang.t('ui.banner.assisted_over_about') : lang.t('ui.banner.assisted_about', { until })}</span>
      {over ? null : <Link href={deskHref}>{lang.t('ui.banner.assisted_desk')}</Link>}
      <form method="post" action={action}>
        <button type="submit">{lang.t('ui.banner.assisted_end')}</button>
        <button type="submit" name="out" value="yes">
          {lang.t('ui.banner.assisted_out')}
        </button>
      </form>
    </div>
  </aside>
);

const titleOf = (lang: Lang, name: string): string =>
  name ? lang.t('ui.banner.assisted', { name }) : lang.t('ui.banner.assisted_nobody');
