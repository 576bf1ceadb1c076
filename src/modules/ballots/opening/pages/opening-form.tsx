import { Confirm } from '#ui/confirm.tsx';
import { Facts } from '#ui/facts.tsx';
import type { Filled } from '#ui/filled.ts';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Ballot } from '../../schema.ts';
import { WeakNotice } from '../../secret/pages/parts/weak-notice.tsx';
import type { Weakness } from '../../secret/schema.ts';

interface OpeningFormProps {
  readonly of: Filled;
  readonly ballot: Ballot;
  /** Why it cannot be opened today; null: it can. */
  readonly fault: string | null;
  /** Candidates whom the rules would refuse the office. */
  readonly cautions: readonly string[];
  readonly seats: number;
  readonly vacant: number;
  readonly recused: string;
  readonly article: string | null;
  /** Ballot boxes of a secret vote from afar into which few can vote. */
  readonly weak: readonly Weakness[];
  /** The name of a constituency. */
  readonly nameOf: (constituency: string) => string;
  readonly action: string;
  readonly back: string;
}

/** What is frozen when voting begins, before anybody presses. */
export const OpeningForm = (props: OpeningFormProps) => {
  const { of, ballot, fault, cautions, seats, vacant, recused, article, action, back, weak, nameOf } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={lang.t('ballots.number_of', { number: ballot.number })}
        title={lang.t('ballots.opening.title')}
        lede={lang.t('ballots.opening.lede')}
      />
      {fault ? <Notice warn title={fault} /> : null}
      {cautions.map((caution) => (
        <Notice key={caution} warn title={caution} />
      ))}
      <WeakNotice lang={lang} weak={weak} nameOf={nameOf} />
      <Confirm of={of} action={action} deed={lang.t('ballots.opening.deed')} cancelHref={back}>
        <Facts
          facts={[
            { name: lang.t('ballots.what'), value: lang.pick(ballot.title) },
            { name: lang.t('ballots.opening.seats'), value: lang.number(seats) },
            { name: lang.t('ballots.opening.vacant'), value: lang.number(vacant) },
            { name: lang.t('ballots.opening.recused'), value: recused || null },
            { name: lang.t('ballots.opening.rule'), value: article && lang.t('ballots.article', { article }) },
          ]}
        />
      </Confirm>
    </>
  );
};
