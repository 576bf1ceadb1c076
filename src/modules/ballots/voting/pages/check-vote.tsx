import { Confirm } from '#ui/confirm.tsx';
import { Answers } from '#ui/facts.tsx';
import type { Filled } from '#ui/filled.ts';
import { PageTitle } from '#ui/title.tsx';
import type { Ballot, RollRow, Say } from '../../schema.ts';
import { sayWords } from '../../words/rules.ts';

interface CheckVoteProps {
  readonly of: Filled;
  readonly ballot: Ballot;
  readonly row: RollRow;
  readonly say: Say;
  readonly hidden: Readonly<Record<string, string>>;
  readonly action: string;
}

/** The answer once more before it counts: a seat votes once. */
export const CheckVote = ({ of, ballot, row, say, hidden, action }: CheckVoteProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={lang.t('ballots.number_of', { number: ballot.number })}
        title={lang.t('ballots.voting.check_title')}
        lede={lang.t('ballots.voting.check_lede')}
      />
      <Confirm of={of} action={action} deed={lang.t('ballots.voting.cast')} cancelHref={action} hidden={hidden}>
        <Answers
          lang={lang}
          answers={[
            { name: lang.t('ballots.what'), value: lang.pick(ballot.title) },
            { name: lang.t('ballots.seat'), value: `${row.number}. ${lang.pick(row.organisation)}` },
            { name: lang.t('ballots.voting.your_vote'), value: sayWords(lang, ballot, say) },
          ]}
        />
      </Confirm>
    </>
  );
};
