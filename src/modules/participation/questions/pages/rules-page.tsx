import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import { RefusedList } from '../../voices/pages/parts/refused-list.tsx';

interface RulesProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
}

/** By which rules questions are published, answered, and not published. */
export const RulesPage = ({ lang, at }: RulesProps) => (
  <>
    <PageTitle title={lang.t('participation.rules.title')} lede={lang.t('participation.rules.lede')} />
    <Section title={lang.t('participation.rules.kept')}>
      <ul>
        {(['no_name', 'moderated', 'words', 'clock', 'code'] as const).map((rule) => (
          <li key={rule}>{lang.t(`participation.rules.${rule}`)}</li>
        ))}
      </ul>
    </Section>
    <Section title={lang.t('participation.rules.refused')}>
      <RefusedList lang={lang} />
    </Section>
    <p class="acts">
      <ButtonLink href={at('/questions/new')}>{lang.t('participation.questions.ask')}</ButtonLink>
      <Link href={`/${lang.code}/safety`}>{lang.t('home.footer.safety')}</Link>
    </p>
  </>
);
