import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import { RefusedList } from '../../voices/pages/parts/refused-list.tsx';

interface RulesProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
}

/** By which rules comments become public, are answered, and are not published. */
export const RulesPage = ({ lang, at }: RulesProps) => (
  <>
    <PageTitle
      title={lang.t('participation.consultations.rules')}
      lede={lang.t('participation.consultations.rules_lede')}
    />
    <Section title={lang.t('participation.rules.kept')}>
      <ul>
        {(['no_name', 'moderated', 'words', 'clock', 'carried', 'adopted'] as const).map((rule) => (
          <li key={rule}>{lang.t(`participation.consultations.rules.${rule}`)}</li>
        ))}
      </ul>
    </Section>
    <Section title={lang.t('participation.rules.refused')}>
      <RefusedList lang={lang} />
    </Section>
    <p class="acts">
      <Link href={at('/consultations')}>{lang.t('participation.consultations.title')}</Link>
      <Link href={`/${lang.code}/safety`}>{lang.t('home.footer.safety')}</Link>
    </p>
  </>
);
