import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Message } from '#ui/message.tsx';
import { momentWords } from '../../../pages/parts/words.tsx';
import { pathOf } from '../../../rules.ts';
import type { Ballot, RollRow } from '../../../schema.ts';
import { isSecretRemote } from '../../../secret/rules.ts';

interface BallotRemindersProps {
  readonly lang: Lang;
  /** Language of those who are reminded. */
  readonly to: Lang;
  readonly forum: Pick<Forum, 'slug' | 'zone'>;
  /** Scheme and host of this site. */
  readonly origin: string;
  readonly at: (path: string) => string;
  readonly waiting: readonly { readonly ballot: Ballot; readonly seats: readonly RollRow[] }[];
}

/** On the desk of the forum's keepers: which seats have not voted yet, with words to copy; what others said is not told. */
export const BallotReminders = ({ lang, to, forum, origin, at, waiting }: BallotRemindersProps) =>
  waiting.length === 0 ? null : (
    <Section title={lang.t('ballots.reminders.title')} id="ballot-reminders">
      <ul class="plainlist stack">
        {waiting.map(({ ballot, seats }) => {
          const until = ballot.opening?.closesAt;
          const way = isSecretRemote(ballot) ? 'secret' : 'votes';
          const text = to.t('ballots.reminders.text', {
            ...{
              number: ballot.number,
              until: until ? momentWords(to, forum.zone, until) : '',
              open: until ? 'no' : 'yes',
            },
            url: `${origin}/${to.code}/${forum.slug}${pathOf(ballot)}/${way}`,
          });
          return (
            <li key={ballot.id} class="stack">
              <Link href={at(pathOf(ballot))}>{lang.pick(ballot.title)}</Link>
              <p>{lang.t('ballots.reminders.seats', { n: seats.length })}</p>
              <details class="how">
                <summary>{lang.t('ballots.reminders.who')}</summary>
                <ul>
                  {seats.map(({ key, number, organisation }) => (
                    <li key={key}>
                      {number}. {lang.pick(organisation)}
                    </li>
                  ))}
                </ul>
                <Message
                  lang={lang}
                  to={to}
                  id={`ballot-${ballot.number}`}
                  text={text}
                  subject={to.t('ballots.number_of', { number: ballot.number })}
                />
              </details>
            </li>
          );
        })}
      </ul>
    </Section>
  );
