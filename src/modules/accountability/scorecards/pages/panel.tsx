import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { cardPath, isPublic, scoreOfCard } from '../rules.ts';
import type { Card } from '../schema.ts';
import { scoreWords } from './parts/rows.tsx';
import { CardChip } from './parts/state.tsx';

interface PanelProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly today: PlainDate;
  readonly cards: readonly Card[];
  /** Of whom each is, by id of the body; left out on a body's own page. */
  readonly names?: ReadonlyMap<string, string>;
}

/** On the page of a body or of a place: the scorecards, the newest first; their score once it is public. */
export const ScorecardPanel = ({ lang, at, today, cards, names }: PanelProps) =>
  cards.length === 0 ? null : (
    <Section title={lang.t('accountability.scorecards.panel')} id="scorecards">
      <ul class="plainlist">
        {cards.map((card) => (
          <li key={card.id}>
            <Link href={at(cardPath(card))}>
              {names
                ? lang.t('accountability.scorecards.of', {
                    number: card.number,
                    body: names.get(card.body) ?? '–',
                  })
                : lang.t('accountability.scorecards.one', { number: card.number })}
            </Link>{' '}
            {isPublic(card, today) ? (
              <>
                {scoreWords(lang, scoreOfCard(card))} <span class="quiet">{lang.date(card.sentOn)}</span>
              </>
            ) : (
              <CardChip lang={lang} card={card} today={today} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
