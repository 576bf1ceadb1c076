import type { Lang } from '#core/i18n/lang.ts';
import { ButtonLink } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';

interface RecoveriesProps {
  readonly lang: Lang;
  readonly lede: string;
  readonly codes: readonly string[];
  /** Of which site they are: paper outlives memory. */
  readonly site: string;
  readonly back: string;
}

/** Ten codes for the day when the phone is lost, shown once, made to be printed. */
export const RecoveriesPage = ({ lang, lede, codes, site, back }: RecoveriesProps) => (
  <>
    <PageTitle title={lang.t('identity.recovery.title')} lede={lede} />
    <Notice title={lang.t('identity.handout.once')} warn>
      <p>{lang.t('identity.recovery.once')}</p>
    </Notice>
    <div class="receipt">
      <h2>{lang.t('identity.recovery.paper', { site })}</h2>
      <ol>
        {codes.map((code) => (
          <li key={code} class="num">
            {code}
          </li>
        ))}
      </ol>
      <p>{lang.t('identity.recovery.how')}</p>
    </div>
    <div class="acts">
      <ButtonLink href={back}>{lang.t('identity.recovery.kept')}</ButtonLink>
    </div>
  </>
);
