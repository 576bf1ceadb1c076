import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';

const KEPT = ['yes_1', 'yes_2', 'yes_3', 'yes_4'] as const;
const NOT = ['no_1', 'no_2', 'no_3', 'no_4', 'no_5', 'no_6'] as const;

/** What secret votes from afar protect against and what not, in plain words. */
export const PromisesPage = ({ lang }: { readonly lang: Lang }) => (
  <>
    <PageTitle title={lang.t('ballots.secret.promises.title')} lede={lang.t('ballots.secret.promises.lede')} />
    <Section title={lang.t('ballots.secret.promises.yes')}>
      <ul>
        {KEPT.map((key) => (
          <li key={key}>{lang.t(`ballots.secret.promises.${key}`)}</li>
        ))}
      </ul>
    </Section>
    <Section title={lang.t('ballots.secret.promises.no')}>
      <ul>
        {NOT.map((key) => (
          <li key={key}>{lang.t(`ballots.secret.promises.${key}`)}</li>
        ))}
      </ul>
      <p>
        <strong>{lang.t('ballots.secret.promises.more')}</strong>
      </p>
    </Section>
    <Section title={lang.t('ballots.secret.promises.how')}>
      <ol>
        {(['how_1', 'how_2', 'how_3'] as const).map((key) => (
          <li key={key}>{lang.t(`ballots.secret.promises.${key}`)}</li>
        ))}
      </ol>
    </Section>
  </>
);
