import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Table } from '#ui/table.tsx';
import type { Ballot, Opening, RollRow, SeatOutcome } from '../../schema.ts';
import { constituencyName, sayWords } from '../../words/rules.ts';

interface RollCallProps {
  readonly lang: Lang;
  readonly ballot: Ballot;
  readonly opening: Opening;
  readonly roll: readonly RollRow[];
  /** Empty before the closing: then who may vote is all that is told. */
  readonly outcomes: ReadonlyMap<string, SeatOutcome>;
  /** Names by the key of the seat; none where the documents do not publish them. */
  readonly persons: ReadonlyMap<string, string>;
}

/** Every seat of the frozen roll, by seat and organisation, and by name only where the documents say so; after the closing how it ended. */
export const RollCall = ({ lang, ballot, opening, roll, outcomes, persons }: RollCallProps) => {
  const title = lang.t(outcomes.size > 0 ? 'ballots.roll.call' : 'ballots.roll.title');
  return (
    <Section title={title} id="roll">
      <Table
        lang={lang}
        caption={title}
        quietCaption
        rows={roll}
        rowKey={({ key }) => key}
        columns={[
          { ...{ id: 'number', head: lang.t('ballots.seat'), mark: true }, cell: ({ number }) => `${number}.` },
          {
            ...{ id: 'organisation', head: lang.t('ballots.organisation'), lead: true },
            cell: ({ organisation, filled }) => (filled ? lang.pick(organisation) : lang.t('ballots.roll.vacant')),
          },
          {
            ...{ id: 'group', head: lang.t('ballots.result.group') },
            cell: ({ constituency }) => constituencyName(lang, opening, constituency),
          },
          ...(persons.size > 0
            ? [
                {
                  ...{ id: 'person', head: lang.t('ballots.roll.person') },
                  cell: ({ key }: RollRow) => persons.get(key) ?? null,
                },
              ]
            : []),
          ...(outcomes.size > 0
            ? [
                {
                  ...{ id: 'outcome', head: lang.t('ballots.roll.outcome') },
                  cell: (row: RollRow) => endedAs(lang, ballot, row, outcomes),
                },
              ]
            : [
                {
                  ...{ id: 'recused', head: lang.t('ballots.roll.may') },
                  cell: ({ recused, filled }: RollRow) =>
                    filled && recused !== 'nobody' ? lang.t(`ballots.recused.${recused}`) : null,
                },
              ]),
        ]}
      />
    </Section>
  );
};

function endedAs(lang: Lang, ballot: Ballot, { key }: RollRow, outcomes: RollCallProps['outcomes']): string | null {
  const found = outcomes.get(key);
  if (!found) return null;
  const words = found.slip === null ? lang.t(`ballots.mark.${found.outcome}`) : sayWords(lang, ballot, found.slip);
  if (found.way === 'alternate' || found.way === 'proxy') return `${words} (${lang.t(`ballots.way.${found.way}`)})`;
  return words;
}
