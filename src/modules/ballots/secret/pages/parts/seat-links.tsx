import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import type { RollRow } from '../../../schema.ts';

interface SeatLinksProps {
  readonly lang: Lang;
  /** Each seat with the page on which its link or printed code is made. */
  readonly seats: readonly { readonly row: RollRow; readonly href: string }[];
}

export const seatWords = (lang: Lang, { number, organisation }: RollRow): string =>
  lang.t('ballots.secret.seat', { number, organisation: lang.pick(organisation) });

/** For keepers while voting is open: a way to the paper for each seat whose speaker has no account. */
export const SeatLinks = ({ lang, seats }: SeatLinksProps) => (
  <Section title={lang.t('ballots.secret.links')} id="links">
    <p>{lang.t('ballots.secret.links_about')}</p>
    <ul>
      {seats.map(({ row, href }) => (
        <li key={row.key}>
          <Link href={href}>{seatWords(lang, row)}</Link>
        </li>
      ))}
    </ul>
  </Section>
);
