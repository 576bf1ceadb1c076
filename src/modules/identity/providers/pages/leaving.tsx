import type { Lang } from '#core/i18n/lang.ts';
import { ButtonLink, Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';

interface LeavingProps {
  readonly lang: Lang;
  readonly name: string;
  /** Where one goes, so that it can be compared with the address bar. */
  readonly host: string;
  readonly url: string;
  readonly back: string;
}

/** The last page of ours before the provider's. */
export const LeavingPage = ({ lang, name, host, url, back }: LeavingProps) => (
  <>
    <PageTitle
      title={lang.t('identity.provider.leave', { name })}
      lede={lang.t('identity.provider.leave_about', { name, host })}
    />
    <div class="acts">
      <ButtonLink href={url}>{lang.t('identity.provider.leave_deed', { name })}</ButtonLink>
      <Link href={back}>{lang.t('ui.cancel')}</Link>
    </div>
  </>
);
