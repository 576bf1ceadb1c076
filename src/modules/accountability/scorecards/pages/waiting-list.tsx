import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { cardPath } from '../rules.ts';

interface WaitingProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly cards: readonly { readonly number: number; readonly n: number }[];
}

/** On the desk of those who keep scorecards: remarks of bodies that wait for a decision. */
export const WaitingRemarks = ({ lang, at, cards }: WaitingProps) =>
  cards.length === 0 ? null : (
    <Section title={lang.t('accountability.scorecards.title')} id="scorecard-remarks">
      <ul class="plainlist">
        {cards.map(({ number, n }) => (
          <li key={number}>
            <Link href={at(`${cardPath({ number })}#remarks`)}>
              {lang.t('accountability.scorecards.desk', { number, n })}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
