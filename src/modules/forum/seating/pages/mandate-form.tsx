import { Radios } from '#ui/choice.tsx';
import { type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { MANDATE_KINDS } from '../../seats/schema.ts';
import { TermFields } from './holding-form.tsx';

interface MandateFormProps {
  readonly of: Filled;
  readonly number: number;
  /** The organisations that hold or held the seat: mostly one. */
  readonly holdings: readonly Option[];
  readonly people: readonly Option[];
  readonly action: string;
  readonly back: string;
  /** Why no name can be stored yet; null: names can. */
  readonly noNames: string | null;
}

/** Who speaks for the organisation: its office, and the person as far as one is to act here. */
export const MandateForm = ({ of, number, holdings, people, action, back, noNames }: MandateFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={lang.t('forum.seat.title', { number })}
        title={lang.t('forum.name.title')}
        lede={lang.t('forum.name.lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.name.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <SelectField of={of} name="holding" label={lang.t('forum.members.organisation')} options={holdings} />
        <Radios
          of={of}
          name="kind"
          label={lang.t('forum.name.kind')}
          options={MANDATE_KINDS.map((kind) => ({
            value: kind,
            label: lang.t(`forum.kind.${kind}`),
            hint: lang.t(`forum.kind.${kind}_hint`),
          }))}
        />
        <TextField
          of={of}
          name="office"
          label={lang.t('forum.name.office')}
          hint={lang.t('forum.name.office_hint')}
          maxlength={200}
          optional
        />
        <fieldset>
          <legend>{lang.t('forum.name.person')}</legend>
          <p class="hint">{lang.t('forum.name.person_hint')}</p>
          <div class="stack">
            <SelectField
              of={of}
              name="person"
              label={lang.t('forum.name.known')}
              options={people}
              none={lang.t('forum.name.none')}
              optional
            />
            {noNames ? <p>{noNames}</p> : <NewPerson of={of} />}
          </div>
        </fieldset>
        <TermFields of={of} />
      </Form>
    </>
  );
};

const NewPerson = ({ of }: { readonly of: Filled }) => {
  const { lang } = of;
  return (
    <>
      <TextField
        of={of}
        name="name"
        label={lang.t('forum.name.new')}
        hint={lang.t('forum.name.new_hint')}
        maxlength={120}
        optional
      />
      <TextField of={of} name="phone" type="tel" label={lang.t('forum.name.phone')} width="m" maxlength={40} optional />
      <TextField of={of} name="email" type="email" label={lang.t('forum.name.email')} maxlength={254} optional />
    </>
  );
};
