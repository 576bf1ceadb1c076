import type { Lang } from '#core/i18n/lang.ts';
import { type Option, SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Ballot, RollRow } from '../../schema.ts';

export interface SheetSeat {
  readonly row: RollRow;
  /** It voted by account or link, so nothing is called for it. */
  readonly voted: boolean;
  /** It took a secret paper online, so it has no slip here. */
  readonly paper: boolean;
}

interface SheetFormProps {
  readonly of: Filled;
  readonly ballot: Ballot;
  readonly groups: readonly { readonly name: string; readonly seats: readonly SheetSeat[] }[];
  /** What can be entered for a seat. */
  readonly says: readonly Option[];
  readonly speakers: readonly Option[];
  /** Seats that can carry a proxy; none where the rules know no proxies. */
  readonly carriers: readonly Option[];
  /** Quorum in a sentence, as of the last saving. */
  readonly quorum: string | null;
  readonly action: string;
  readonly back: string;
}

/** All seats on one page, as names are called; who says nothing stands as absent. */
export const SheetForm = (props: SheetFormProps) => {
  const { of, ballot, groups, quorum, action, back } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={lang.t('ballots.number_of', { number: ballot.number })}
        title={lang.t(ballot.secrecy === 'secret' ? 'ballots.marking.slips' : 'ballots.marking.call')}
        lede={lang.t(ballot.secrecy === 'secret' ? 'ballots.marking.slips_lede' : 'ballots.marking.lede')}
      />
      <Said lang={lang} texts={ballot.words} />
      {quorum ? <p role="status">{quorum}</p> : null}
      <Form
        of={of}
        action={action}
        deed={lang.t('ballots.marking.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        {groups.map(({ name, seats }) => (
          <Section key={name} title={name}>
            <Stack>
              {seats.map((seat) => (
                <SeatRow key={seat.row.key} {...props} seat={seat} />
              ))}
            </Stack>
          </Section>
        ))}
      </Form>
    </>
  );
};

const nameOf = (lang: Lang, { number, organisation }: RollRow): string => `${number}. ${lang.pick(organisation)}`;

const SeatRow = ({ of, seat, says, speakers, carriers }: SheetFormProps & { readonly seat: SheetSeat }) => {
  const { lang } = of;
  const { row } = seat;
  const note = row.recused === 'nobody' ? undefined : lang.t(`ballots.recused.${row.recused}`);
  if (seat.voted || seat.paper)
    return (
      <p>
        {nameOf(lang, row)}: {lang.t(seat.paper ? 'ballots.marking.paper' : 'ballots.marking.voted')}
      </p>
    );
  return (
    <div class="cols">
      <SelectField of={of} name={`say_${row.key}`} label={nameOf(lang, row)} hint={note} options={says} />
      {speakers.length > 1 ? (
        <SelectField
          of={of}
          name={`speaker_${row.key}`}
          label={lang.t('ballots.marking.speaker', { number: row.number })}
          options={speakers}
        />
      ) : null}
      {carriers.length > 0 ? (
        <SelectField
          of={of}
          name={`carrier_${row.key}`}
          label={lang.t('ballots.marking.carrier', { number: row.number })}
          options={carriers}
          none={lang.t('ballots.choose')}
          optional
        />
      ) : null}
    </div>
  );
};
