import type { Lang } from '#core/i18n/lang.ts';
import { PageTitle } from '#ui/title.tsx';
import { SeatLinks } from '../../pages/parts/seat-links.tsx';
import type { Ballot, RollRow } from '../../schema.ts';

interface LinksPageProps {
  readonly lang: Lang;
  readonly ballot: Ballot;
  /** Each seat that has not voted, with the page on which its link or printed code is made. */
  readonly seats: readonly { readonly row: RollRow; readonly href: string }[];
}

/** For keepers: how a seat votes whose speaker has no account. */
export const LinksPage = ({ lang, ballot, seats }: LinksPageProps) => (
  <>
    <PageTitle over={lang.t('ballots.number_of', { number: ballot.number })} title={lang.pick(ballot.title)} />
    <SeatLinks lang={lang} about={lang.t('ballots.voting.links_about')} seats={seats} />
  </>
);
