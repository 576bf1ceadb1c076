import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import type { Village } from '../../schema.ts';

/** So many stand by name; where there are more, one searches among them. */
const BY_NAME = 60;

interface VillagesProps {
  readonly lang: Lang;
  readonly villages: readonly Village[];
  readonly at: (path: string) => string;
}

/** "Where do you live?": every village one press away. */
export const Villages = ({ lang, villages, at }: VillagesProps) =>
  villages.length === 0 ? null : (
    <Section title={lang.t('home.front.here')} id="villages">
      <p>{lang.t('home.front.here_text')}</p>
      {villages.length > BY_NAME ? (
        <ButtonLink href={at('/places')}>{lang.t('home.front.here_link')}</ButtonLink>
      ) : (
        <nav class="acts" aria-label={lang.t('home.front.here')}>
          {villages.map((village) => (
            <Link key={village.slug} href={at(`/places/${village.slug}`)}>
              {lang.pick(village.name)}
            </Link>
          ))}
        </nav>
      )}
    </Section>
  );
