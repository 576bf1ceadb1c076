import type { Lang } from '#core/i18n/lang.ts';
import { Card } from '#ui/card.tsx';
import { Link } from '#ui/link.tsx';
import { isInHall } from '../../rules.ts';
import type { Ballot, State } from '../../schema.ts';

interface KeeperCardProps {
  readonly lang: Lang;
  readonly ballot: Ballot;
  readonly state: State;
  /** Address of the ballot. */
  readonly here: string;
  /** Page on which a link or printed code for one member is made; null: none can be. */
  readonly link: string | null;
  /** Address of the form of the second vote; null: none follows. */
  readonly again: string | null;
}

/** What the secretary does next with a ballot as it stands. */
export const KeeperCard = ({ lang, ballot, state, here, link, again }: KeeperCardProps) => {
  const voting = state === 'open' || state === 'waiting';
  const deeds: readonly (readonly [href: string, words: string] | null)[] = [
    state === 'written' ? [`${here}/opening`, lang.t('ballots.opening.deed')] : null,
    voting && isInHall(ballot)
      ? [`${here}/marks`, lang.t(ballot.secrecy === 'secret' ? 'ballots.marking.slips' : 'ballots.marking.call')]
      : null,
    voting && isInHall(ballot)
      ? [`${here}/counts`, lang.t(ballot.secrecy === 'secret' ? 'ballots.counting.slips' : 'ballots.counting.hands')]
      : null,
    (state === 'written' || voting) && isInHall(ballot) ? [`${here}/slips`, lang.t('ballots.slips.title')] : null,
    state === 'open' && link ? [link, lang.t('ballots.voting.link')] : null,
    voting ? [`${here}/closure`, lang.t('ballots.closing.deed')] : null,
    again ? [again, lang.t('ballots.writing.again')] : null,
    state === 'written' || voting ? [`${here}/withdrawal`, lang.t('ballots.withdrawing.deed')] : null,
  ];
  const shown = deeds.filter((one) => one !== null);
  if (shown.length === 0) return null;
  return (
    <Card title={lang.t('ballots.keep')} level={2}>
      <ul class="plainlist">
        {shown.map(([href, words]) => (
          <li key={href}>
            <Link href={href}>{words}</Link>
          </li>
        ))}
      </ul>
    </Card>
  );
};
