import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Phone } from '#ui/phone.tsx';
import { PageTitle } from '#ui/title.tsx';
import { KeptTabs } from '../../questionnaires/pages/parts/kept-tabs.tsx';
import type { FormLanguage } from '../../questionnaires/schema.ts';

interface PreviewPageProps {
  readonly lang: Lang;
  readonly title: string;
  /** Address of the questionnaire. */
  readonly here: string;
  readonly languages: readonly FormLanguage[];
  readonly language: string;
  /** What stands on the phone; null: the questionnaire cannot be asked yet. */
  readonly screen: ComponentChildren;
}

/** The questionnaire as who answers sees it on a phone. It can be filled in, and nothing of that is kept. */
export const PreviewPage = ({ lang, title, here, languages, language, screen }: PreviewPageProps) => (
  <>
    <PageTitle over={title} title={lang.t('surveys.preview.title')} lede={lang.t('surveys.preview.lede')} />
    <KeptTabs lang={lang} here={here} current="preview" />
    <Stack>
      {languages.length > 1 ? (
        <p class="acts">
          {languages.map(({ key, label }) =>
            key === language ? (
              <strong key={key}>{label}</strong>
            ) : (
              <Link key={key} href={`${here}/preview?language=${encodeURIComponent(key)}`}>
                {label}
              </Link>
            ),
          )}
        </p>
      ) : null}
      {screen ? (
        <Phone label={lang.t('surveys.preview.phone')}>{screen}</Phone>
      ) : (
        <Empty level={2} title={lang.t('surveys.preview.not_yet')}>
          <Link href={here}>{lang.t('surveys.preview.faults')}</Link>
        </Empty>
      )}
    </Stack>
  </>
);
