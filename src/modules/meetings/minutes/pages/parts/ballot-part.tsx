import type { Lang } from '#core/i18n/lang.ts';
import { Link } from '#ui/link.tsx';
import { SaidInline } from '#ui/said.tsx';
import type { BallotSaid } from '../../composing/schema.ts';

interface BallotPartProps {
  readonly lang: Lang;
  readonly ballot: BallotSaid;
  readonly documentTitle: (document: string) => string;
  readonly at: (path: string) => string;
}

/** A ballot in minutes: its words, the outcome with its article, the groups, and the seats when it was open. */
export const BallotPart = ({ lang, ballot, documentTitle, at }: BallotPartProps) => {
  const { result } = ballot;
  return (
    <div class="card">
      <p>
        <Link href={at(ballot.path)}>{lang.t('meetings.ballot_no', { number: ballot.number })}</Link> (
        {lang.t(ballot.open ? 'meetings.ballot_is.open' : 'meetings.ballot_is.secret')}):{' '}
        <SaidInline lang={lang} texts={ballot.words} />
      </p>
      <p>
        <strong>{outcomeWords(lang, ballot)}</strong>{' '}
        {result?.article && result.document
          ? lang.t('meetings.breach.article', { article: result.article, document: documentTitle(result.document) })
          : null}
      </p>
      {result && !result.elected && result.groups.length > 1 ? (
        <ul>
          {result.groups.map(({ name, ...votes }) => (
            <li key={lang.pick(name ?? {})}>
              {lang.t('meetings.ballot_group', { group: name ? lang.pick(name) : '–', ...votes })}
            </li>
          ))}
        </ul>
      ) : null}
      {ballot.roll.length > 0 ? (
        <details>
          <summary>{lang.t('meetings.ballot_roll')}</summary>
          <ul>
            {ballot.roll.map((one) => (
              <li key={one.number}>
                {lang.pick(one.organisation)} ({one.number}): {lang.t(`ballots.mark.${one.outcome}`)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
};

/** The outcome of a ballot in a sentence. */
export function outcomeWords(lang: Lang, { withdrawn, result }: BallotSaid): string {
  if (withdrawn) return lang.t('meetings.ballot_withdrawn', { reason: lang.pick(withdrawn) });
  if (!result) return lang.t('meetings.ballot_open');
  const sum = (of: 'for' | 'against' | 'abstain') => result.groups.reduce((all, one) => all + one[of], 0);
  return lang.say({
    key: `meetings.ballot_says.${result.verdict}`,
    params: {
      ...{ for: sum('for'), against: sum('against'), abstain: sum('abstain') },
      option: result.elected ? lang.pick(result.elected) : '–',
    },
  });
}
