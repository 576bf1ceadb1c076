import type { Lang } from '#core/i18n/lang.ts';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';

interface ThanksPageProps {
  readonly lang: Lang;
  readonly title: string;
  readonly back: string;
}

/** The receipt: the answers are here, once, and what becomes of them. */
export const ThanksPage = ({ lang, title, back }: ThanksPageProps) => (
  <>
    <PageTitle over={title} title={lang.t('surveys.capture.thanks')} />
    <Notice title={lang.t('surveys.capture.kept')}>
      <p>{lang.t('surveys.capture.kept_what')}</p>
      <Link href={back}>{lang.t('surveys.capture.see')}</Link>
    </Notice>
  </>
);
