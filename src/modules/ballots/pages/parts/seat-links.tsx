import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import type { RollRow } from '../../schema.ts';

interface SeatLinksProps {
  readonly lang: Lang;
  /** What such a link does. */
  readonly about: string;
  /** Each seat with the page on which its link or printed code is made. */
  readonly seats: readonly { readonly row: RollRow; readonly href: string }[];
}

export const seatWords = (lang: Lang, { number, organisation }: RollRow): string =>
  lang.t('ballots.voting.seat_words', { number, organisation: lang.pick(organisation) });

/** For keepers while voting is open: a way to vote for each seat whose speaker has no account. */
export const SeatLinks = ({ lang, about, seats }: SeatLinksProps) => (
  <Section title={lang.t('ballots.voting.links')} id="links">
    <p>{about}</p>
    <ul>
      {seats.map(({ row, href }) => (
        <li key={row.key}>
          <Link href={href}>{seatWords(lang, row)}</Link>
        </li>
      ))}
    </ul>
  </Section>
);
