import { Radios, Tick } from '#ui/choice.tsx';
import { DateField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { BodyPostFields } from '../../pages/parts/body-post-fields.tsx';
import { END_REASONS, MANDATE_KINDS } from '../../seats/schema.ts';
import { OFFICES } from '../schema.ts';

interface ElectionFormProps {
  readonly of: Filled;
  readonly seats: readonly Option[];
  readonly bodies: readonly Option[];
  readonly people: readonly Option[];
  /** What the rules of today say of the term; null: nothing. */
  readonly rule: string | null;
  readonly action: string;
  readonly back: string;
}

/** Somebody was elected to an office: who, when, by which decision, for how long. */
export const ElectionForm = (props: ElectionFormProps) => {
  const { of, rule, action, back } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={lang.t('forum.leads.title')}
        title={lang.t('forum.leads.record')}
        lede={lang.t('forum.leads.record_lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.leads.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <Radios
          of={of}
          name="office"
          label={lang.t('forum.leads.office_head')}
          options={OFFICES.map((value) => ({
            ...{
              value,
              label: lang.t(`forum.leads.office.${value}`),
              hint: lang.t(`forum.leads.office_hint.${value}`),
            },
          }))}
        />
        <WhoFields {...props} />
        <DateField
          of={of}
          name="elected_on"
          label={lang.t('forum.leads.elected_on')}
          hint={lang.t('forum.term.from_hint')}
        />
        <DateField
          of={of}
          name="from"
          label={lang.t('forum.leads.since')}
          hint={lang.t('forum.leads.from_hint')}
          optional
        />
        <DateField
          of={of}
          name="to"
          label={lang.t('forum.leads.until')}
          hint={rule ?? lang.t('forum.leads.to_hint')}
          optional
        />
        <Tick
          of={of}
          name="replaces"
          label={lang.t('forum.leads.replaces')}
          hint={lang.t('forum.leads.replaces_hint')}
        />
        <TextField
          of={of}
          name="decision"
          label={lang.t('forum.leads.decision')}
          hint={lang.t('forum.composition.number_hint')}
          maxlength={200}
        />
        <TextField
          of={of}
          name="url"
          label={lang.t('forum.leads.url')}
          hint={lang.t('forum.leads.url_hint')}
          maxlength={2000}
          optional
        />
      </Form>
    </>
  );
};

/** Who speaks for a seat, or the office of an organisation. */
const WhoFields = ({ of, seats, bodies, people }: ElectionFormProps) => {
  const { lang } = of;
  return (
    <>
      <fieldset>
        <legend>{lang.t('forum.leads.by_seat')}</legend>
        <p class="hint">{lang.t('forum.leads.by_seat_hint')}</p>
        <div class="stack">
          <SelectField
            of={of}
            name="seat"
            label={lang.t('forum.seat.number')}
            options={seats}
            none={lang.t('forum.leads.no_seat')}
            optional
          />
          <Radios
            of={of}
            name="as"
            label={lang.t('forum.name.kind')}
            options={MANDATE_KINDS.map((value) => ({ value, label: lang.t(`forum.kind.${value}`) }))}
            optional
          />
        </div>
      </fieldset>
      <BodyPostFields
        of={of}
        legend={lang.t('forum.leads.by_body')}
        hint={lang.t('forum.leads.by_body_hint')}
        postHint={lang.t('forum.name.office_hint')}
        bodies={bodies}
      >
        <SelectField
          of={of}
          name="person"
          label={lang.t('forum.name.person')}
          options={people}
          none={lang.t('forum.name.none')}
          optional
        />
      </BodyPostFields>
    </>
  );
};

interface LeadEndProps {
  readonly of: Filled;
  /** The office and who holds it. */
  readonly over: string;
  readonly action: string;
  readonly back: string;
}

/** An office ends early, or was entered by mistake. */
export const LeadEnd = ({ of, over, action, back }: LeadEndProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle over={over} title={lang.t('forum.leads.end')} lede={lang.t('forum.leads.end_lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.end.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <Radios
          of={of}
          name="how"
          label={lang.t('forum.end.how')}
          options={[
            { value: 'ended', label: lang.t('forum.end.ended') },
            { value: 'mistake', label: lang.t('forum.end.mistake'), hint: lang.t('forum.end.mistake_hint') },
          ]}
        />
        <DateField of={of} name="last" label={lang.t('forum.end.last')} hint={lang.t('forum.end.last_hint')} optional />
        <Radios
          of={of}
          name="reason"
          label={lang.t('forum.end.reason')}
          hint={lang.t('forum.end.reason_hint')}
          options={END_REASONS.map((reason) => ({ value: reason, label: lang.t(`forum.leads.reason.${reason}`) }))}
          optional
        />
      </Form>
    </>
  );
};
