import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import type { TermEnding } from '../schema.ts';

interface TermListProps {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly terms: readonly TermEnding[];
  readonly names: ReadonlyMap<string, Texts>;
  readonly at: (path: string) => string;
}

/** For the desk of those who keep the forum: whose term ends within 60 days, or has ended. Nothing where none does. */
export const TermList = ({ lang, today, terms, names, at }: TermListProps) =>
  terms.length === 0 ? null : (
    <Section title={lang.t('forum.terms.title', { n: terms.length })} id="terms">
      <p class="quiet">{lang.t('forum.terms.lede')}</p>
      <ul>
        {terms.map(({ what, last, body, path }) => (
          <li key={`${what} ${path}`}>
            <Link href={at(path)}>
              {lang.t(`forum.terms.${what}`)}: {lang.pick(names.get(body) ?? {})}
            </Link>
            {', '}
            {last < today ? (
              <strong>{lang.t('forum.terms.over', { day: lang.date(last) })}</strong>
            ) : (
              lang.t('forum.terms.ends', { day: lang.date(last) })
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
