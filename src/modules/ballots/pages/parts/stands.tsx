import type { Lang } from '#core/i18n/lang.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { Table } from '#ui/table.tsx';
import type { Ballot, Closure } from '../../schema.ts';
import type { Round } from '../../tallies/schema.ts';
import { optionName } from '../../words/rules.ts';

interface StandsProps {
  readonly lang: Lang;
  readonly ballot: Ballot;
  readonly closure: Closure;
}

/** How options fared: their votes, the comparisons of every two (Schulze), or the rounds of a run-off. */
export const Stands = ({ lang, ballot, closure }: StandsProps) => {
  const { stands, schulze, rounds, counts } = closure.result;
  if (stands.length === 0 && !schulze && rounds.length === 0) return null;
  return (
    <Section title={lang.t('ballots.result.options')} id="options-result">
      <Stack>
        <p class="quiet">
          {lang.t('ballots.result.slips', {
            valid: counts.slips.valid,
            blank: counts.slips.blank,
            spoilt: counts.slips.invalid,
          })}
        </p>
        {stands.length > 0 ? (
          <Table
            lang={lang}
            caption={lang.t('ballots.result.stands')}
            rows={stands}
            rowKey={({ option }) => option}
            columns={[
              {
                ...{ id: 'option', head: lang.t('ballots.option'), lead: true },
                cell: ({ option }) => optionName(lang, ballot, option),
              },
              { ...{ id: 'votes', head: lang.t('ballots.result.votes'), number: true }, cell: ({ votes }) => votes },
            ]}
          />
        ) : null}
        {schulze ? <Pairs lang={lang} ballot={ballot} steps={schulze} /> : null}
        {rounds.map((round, i) => (
          <RoundTable key={`round-${i + 1}`} lang={lang} ballot={ballot} round={round} number={i + 1} />
        ))}
      </Stack>
    </Section>
  );
};

type SchulzeSteps = NonNullable<Closure['result']['schulze']>;

const Pairs = ({ lang, ballot, steps }: Omit<StandsProps, 'closure'> & { readonly steps: SchulzeSteps }) => (
  <>
    <p>{lang.t('ballots.result.schulze')}</p>
    <ol>
      {steps.order.map((place) => (
        <li key={place.join()}>{lang.list(place.map((id) => optionName(lang, ballot, id)))}</li>
      ))}
    </ol>
    <Table
      lang={lang}
      caption={lang.t('ballots.result.pairs')}
      rows={ballot.options}
      rowKey={({ id }) => id}
      columns={[
        {
          ...{ id: 'option', head: lang.t('ballots.result.preferred'), lead: true },
          cell: ({ id }) => optionName(lang, ballot, id),
        },
        ...ballot.options.map((other, j) => ({
          ...{ id: other.id, head: lang.t('ballots.result.over', { option: lang.pick(other.label) }), number: true },
          cell: ({ id }: { readonly id: string }) =>
            id === other.id ? '–' : (steps.pairs[ballot.options.findIndex((one) => one.id === id)]?.[j] ?? 0),
        })),
      ]}
    />
  </>
);

interface RoundProps extends Omit<StandsProps, 'closure'> {
  readonly round: Round;
  readonly number: number;
}

const RoundTable = ({ lang, ballot, round, number }: RoundProps) => (
  <>
    <Table
      lang={lang}
      caption={lang.t('ballots.result.round', { number })}
      rows={round.stands}
      rowKey={({ option }) => option}
      columns={[
        {
          ...{ id: 'option', head: lang.t('ballots.option'), lead: true },
          cell: ({ option }) => optionName(lang, ballot, option),
        },
        { ...{ id: 'votes', head: lang.t('ballots.result.votes'), number: true }, cell: ({ votes }) => votes },
      ]}
    />
    {round.out.length > 0 ? (
      <p>{lang.t('ballots.result.out', { options: lang.list(round.out.map((id) => optionName(lang, ballot, id))) })}</p>
    ) : null}
  </>
);
