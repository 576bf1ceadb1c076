import type { Lang } from '#core/i18n/lang.ts';
import { Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { pathOf } from '../../rules.ts';
import type { Ballot } from '../../schema.ts';
import { ALL, trackerOf, unanimousUrns } from '../rules.ts';
import type { UrnVote } from '../schema.ts';

interface VotesProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly ballot: Ballot;
  /** So many papers were taken. */
  readonly taken: number;
  readonly votes: readonly UrnVote[];
  /** The name of a constituency's urn. */
  readonly nameOf: (urn: string) => string;
  /** What a slip says. */
  readonly words: (slip: UrnVote['slip']) => string;
}

/** After the closing: every vote by its code, so that whoever voted finds the own one. */
export const VotesPage = ({ lang, at, ballot, taken, votes, nameOf, words }: VotesProps) => {
  const rows = votes
    .map((vote) => ({ ...vote, code: trackerOf(vote.id) }))
    .sort((a, b) => lang.compare(a.code, b.code));
  return (
    <>
      <PageTitle
        over={lang.t('ballots.secret.votes_title', { number: ballot.number })}
        title={lang.pick(ballot.title)}
        lede={lang.t('ballots.secret.votes_lede', { taken, cast: votes.length })}
      />
      <Stack>
        {unanimousUrns(votes).map(({ constituency }) => (
          <Notice
            key={constituency}
            warn
            title={
              constituency === ALL
                ? lang.t('ballots.secret.unanimous')
                : lang.t('ballots.secret.unanimous_in', { urn: nameOf(constituency) })
            }
          />
        ))}
        <p>
          {lang.t('ballots.secret.find')}{' '}
          <Link href={at('/ballots/secrecy')}>{lang.t('ballots.secret.promises_link')}</Link>
        </p>
        {rows.length === 0 ? (
          <p>{lang.t('ballots.secret.no_votes')}</p>
        ) : (
          <Table
            lang={lang}
            caption={lang.t('ballots.secret.votes_title', { number: ballot.number })}
            quietCaption
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { id: 'code', head: lang.t('ballots.secret.col_code'), lead: true, cell: ({ code }) => code },
              { id: 'vote', head: lang.t('ballots.secret.col_vote'), cell: ({ slip }) => words(slip) },
              ...(rows.some(({ constituency }) => constituency !== ALL)
                ? [
                    {
                      id: 'urn',
                      head: lang.t('ballots.secret.col_urn'),
                      cell: ({ constituency }: UrnVote) => nameOf(constituency),
                    },
                  ]
                : []),
            ]}
          />
        )}
        <p>
          <Link href={at(pathOf(ballot))}>{lang.pick(ballot.title)}</Link>
        </p>
      </Stack>
    </>
  );
};
