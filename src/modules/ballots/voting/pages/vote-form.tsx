import type { Lang } from '#core/i18n/lang.ts';
import { Checkboxes, Radios } from '#ui/choice.tsx';
import { SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Ballot, RollRow, Say, Speaker } from '../../schema.ts';
import { sayWords } from '../../words/rules.ts';

const SAYS = ['for', 'against', 'abstain'] as const;

/** A seat for which this voter stands at the urn. */
export interface UrnSeat {
  readonly row: RollRow;
  /** null: cannot, for the reason `no`. */
  readonly speaker: Speaker | null;
  readonly no: string | null;
  /** What was said for it; null: nothing yet. */
  readonly said: Say | null;
}

interface VoteFormProps {
  readonly of: Filled;
  readonly ballot: Ballot;
  readonly seats: readonly UrnSeat[];
  readonly done: string | null;
  readonly action: string;
  readonly back: string;
}

/** The urn on a phone: the words, one seat after the other, large choices. */
export const VoteForm = ({ of, ballot, seats, done, action, back }: VoteFormProps) => {
  const { lang } = of;
  const title = lang.choose(ballot.title);
  return (
    <>
      <PageTitle
        over={lang.t('ballots.number_of', { number: ballot.number })}
        title={title.text}
        titleLang={title.own ? undefined : title.language}
        lede={lang.t('ballots.voting.lede')}
      />
      <Stack>
        {done ? <p role="status">{done}</p> : null}
        <Said lang={lang} texts={ballot.words} />
        {seats.map((seat) => (
          <SeatForm key={seat.row.key} {...{ of, ballot, seat, action, back }} />
        ))}
      </Stack>
    </>
  );
};

interface SeatFormProps extends Omit<VoteFormProps, 'seats' | 'done'> {
  readonly seat: UrnSeat;
}

const seatTitle = (lang: Lang, { row }: UrnSeat): string =>
  lang.t('ballots.voting.seat', { number: row.number, organisation: lang.pick(row.organisation) });

const SeatForm = ({ of, ballot, seat, action, back }: SeatFormProps) => {
  const { lang } = of;
  return (
    <Section title={seatTitle(lang, seat)} id={`seat-${seat.row.number}`}>
      {seat.said !== null ? (
        <p>{lang.t('ballots.voting.said', { said: sayWords(lang, ballot, seat.said) })}</p>
      ) : seat.speaker === null ? (
        <p>{seat.no}</p>
      ) : (
        <Form
          of={of}
          action={action}
          deed={lang.t('ballots.voting.check')}
          hidden={{ seat: seat.row.key, step: 'check' }}
          second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
        >
          <Choices of={of} ballot={ballot} />
        </Form>
      )}
    </Section>
  );
};

interface ChoicesProps extends Pick<VoteFormProps, 'of' | 'ballot'> {
  /** Of a secret ballot: who does not vote takes no paper. */
  readonly secret?: true;
}

/** What a seat can say; `readSay` reads the answers. */
export const Choices = ({ of, ballot, secret }: ChoicesProps) => {
  const { lang } = of;
  const { kind, options } = ballot;
  if (kind === 'motion')
    return (
      <Radios
        of={of}
        name="say"
        label={lang.t('ballots.voting.your_vote')}
        options={[...SAYS, ...(secret ? [] : (['not_voting'] as const))].map((value) => ({
          value,
          label: lang.t(`ballots.say.${value}`),
        }))}
      />
    );
  const labels = options.map(({ id, label }) => ({ value: id, label: lang.pick(label) }));
  if (kind === 'choice') return <Radios of={of} name="option" label={lang.t('ballots.voting.one')} options={labels} />;
  if (kind === 'approval')
    return <Checkboxes of={of} name="option" label={lang.t('ballots.voting.any')} options={labels} />;
  const places = options.map((_, i) => ({ value: String(i + 1), label: String(i + 1) }));
  return (
    <fieldset>
      <legend>{lang.t('ballots.voting.places')}</legend>
      <p class="hint">
        {lang.t(ballot.method === 'schulze' ? 'ballots.voting.places_equal' : 'ballots.voting.places_strict')}
      </p>
      <Stack>
        {labels.map(({ value, label }) => (
          <SelectField
            key={value}
            of={of}
            name={`place_${value}`}
            label={label}
            options={places}
            none={lang.t('ballots.voting.no_place')}
            width="s"
            optional
          />
        ))}
      </Stack>
    </fieldset>
  );
};
