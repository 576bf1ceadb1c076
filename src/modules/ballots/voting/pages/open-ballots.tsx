import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { momentWords } from '../../pages/parts/words.tsx';
import { pathOf } from '../../rules.ts';
import type { Ballot, RollRow } from '../../schema.ts';
import { isSecretRemote } from '../../secret/rules.ts';

interface OpenBallotsProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly zone: string;
  readonly open: readonly { readonly ballot: Ballot; readonly seats: readonly RollRow[] }[];
}

/** On the desk of a member: where one can vote, for which seat, and until when. */
export const OpenBallots = ({ lang, at, zone, open }: OpenBallotsProps) =>
  open.length === 0 ? null : (
    <Section title={lang.t('ballots.desk.title')} id="ballots">
      <ul>
        {open.map(({ ballot, seats }) => {
          const until = ballot.opening?.closesAt;
          const own = lang.list(seats.map(({ number }) => lang.number(number)));
          return (
            <li key={ballot.id}>
              <Link href={at(`${pathOf(ballot)}/${isSecretRemote(ballot) ? 'secret' : 'votes'}`)}>
                {lang.pick(ballot.title)}
              </Link>
              {'. '}
              {lang.t('ballots.desk.seats', { seats: own, n: seats.length })}
              {until ? ` ${lang.t('ballots.desk.until', { moment: momentWords(lang, zone, until) })}` : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
