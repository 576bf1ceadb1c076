import type { Lang } from '#core/i18n/lang.ts';
import type { Steps as StepsTable } from '#modules/forum/contract.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { Table } from '#ui/table.tsx';
import type { Ballot, Closure, Opening, RollRow, SeatOutcome } from '../../schema.ts';
import { MARKS, type Mark } from '../../tallies/schema.ts';
import { constituencyName } from '../../words/rules.ts';
import { ArticleLink, type At } from './words.tsx';

export interface ResultProps {
  /** The table of the forum's arithmetic. */
  readonly Steps: typeof StepsTable;
  readonly lang: Lang;
  readonly at: At;
  readonly ballot: Ballot;
  readonly opening: Opening;
  readonly closure: Closure;
  readonly roll: readonly RollRow[];
  readonly outcomes: ReadonlyMap<string, SeatOutcome>;
}

/** Quorum and majority by their articles, every comparison shown; then how the seats of each constituency ended. */
export const ResultSteps = (props: ResultProps) => {
  const { lang, at, opening, closure, Steps } = props;
  const { quorum, outcome } = closure.result;
  const nameOf = (id: string) => constituencyName(lang, opening, id);
  return (
    <Section title={lang.t('ballots.result.how')} id="how">
      <Stack>
        {quorum ? (
          <>
            <p>
              {lang.t(quorum.met ? 'ballots.result.quorum' : 'ballots.result.no_quorum')}{' '}
              <ArticleLink lang={lang} at={at} of={quorum} />
            </p>
            <Steps lang={lang} caption={lang.t('ballots.result.quorum_steps')} steps={quorum.steps} nameOf={nameOf} />
          </>
        ) : (
          <p>{lang.t('ballots.result.quorum_unruled')}</p>
        )}
        {outcome ? (
          <>
            <p>
              {lang.t('ballots.result.majority')} <ArticleLink lang={lang} at={at} of={outcome} />
            </p>
            <Steps
              lang={lang}
              caption={lang.t('ballots.result.majority_steps')}
              steps={outcome.steps}
              nameOf={nameOf}
            />
          </>
        ) : null}
        {outcome?.tie ? (
          <p>
            {lang.t('ballots.result.tie')} <ArticleLink lang={lang} at={at} of={outcome.tie} />
            {closure.chair ? ` ${lang.t('ballots.result.chair', { say: lang.t(`ballots.say.${closure.chair}`) })}` : ''}
          </p>
        ) : null}
        <Groups {...props} />
      </Stack>
    </Section>
  );
};

interface Sums {
  readonly id: string;
  readonly held: number;
  readonly sums: Readonly<Record<Mark, number>>;
}

function sumsOf({ opening, roll, outcomes }: ResultProps): readonly Sums[] {
  const zero = () => Object.fromEntries(MARKS.map((mark) => [mark, 0])) as Record<Mark, number>;
  return opening.voters.map(({ constituency, filled }) => {
    const sums = zero();
    for (const row of roll) {
      const outcome = row.constituency === constituency && outcomes.get(row.key)?.outcome;
      if (outcome) sums[outcome] += 1;
    }
    return { id: constituency, held: filled, sums };
  });
}

/** Seats by how they ended; only what occurs has a column. */
const Groups = (props: ResultProps) => {
  const { lang, opening } = props;
  const rows = sumsOf(props);
  const marks = MARKS.filter((mark) => rows.some(({ sums }) => sums[mark] > 0));
  const total = (of: (row: Sums) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  return (
    <Table
      lang={lang}
      caption={lang.t('ballots.result.by_group')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          ...{ id: 'group', head: lang.t('ballots.result.group'), lead: true },
          cell: ({ id }) => constituencyName(lang, opening, id),
        },
        { ...{ id: 'held', head: lang.t('ballots.result.held'), number: true }, cell: ({ held }) => held },
        ...marks.map((mark) => ({
          ...{ id: mark, head: lang.t(`ballots.mark.${mark}`), number: true },
          cell: ({ sums }: Sums) => sums[mark],
        })),
      ]}
      foot={
        rows.length > 1
          ? {
              group: lang.t('ballots.all_together'),
              held: total(({ held }) => held),
              ...Object.fromEntries(marks.map((mark) => [mark, total(({ sums }) => sums[mark])])),
            }
          : undefined
      }
    />
  );
};
