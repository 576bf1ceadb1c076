import type { ComponentChildren } from 'preact';
import { Checkboxes } from '#ui/choice.tsx';
import { AreaField, DateField, NumberField, type Option, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';

interface DeedProps {
  readonly of: Filled;
  readonly title: string;
  readonly action: string;
  readonly back: string;
}

/** A deed on one place: what it means, its few fields, one button. */
const Deed = ({
  of,
  title,
  action,
  back,
  lede,
  deed,
  children,
}: DeedProps & { readonly lede: string; readonly deed: string; readonly children: ComponentChildren }) => (
  <>
    <PageTitle title={title} lede={lede} />
    <Form of={of} action={action} deed={deed} second={<Cancel href={back}>{of.lang.t('ui.cancel')}</Cancel>}>
      {children}
    </Form>
  </>
);

const Act = ({ of }: { readonly of: Filled }) => (
  <TextField of={of} name="source" label={of.lang.t('places.form.act')} hint={of.lang.t('places.form.act_hint')} />
);

const Reason = ({ of }: { readonly of: Filled }) => (
  <AreaField
    of={of}
    name="reason"
    label={of.lang.t('places.form.reason')}
    hint={of.lang.t('places.form.reason_hint')}
    rows={3}
  />
);

export const ClosurePage = (props: DeedProps) => {
  const { lang } = props.of;
  return (
    <Deed {...props} lede={lang.t('places.closure.lede')} deed={lang.t('places.closure.deed')}>
      <DateField
        of={props.of}
        name="day"
        label={lang.t('places.closure.day')}
        hint={lang.t('places.closure.day_hint')}
      />
      <Act of={props.of} />
    </Deed>
  );
};

export const ReopeningPage = (props: DeedProps) => {
  const { lang } = props.of;
  return (
    <Deed {...props} lede={lang.t('places.reopening.lede')} deed={lang.t('places.keep.reopen')}>
      <Reason of={props.of} />
    </Deed>
  );
};

/** Places of the same kind that may have been merged; too many for ticks are typed. */
const MOST_TICKS = 60;

export const MergerPage = (props: DeedProps & { readonly candidates: readonly Option[]; readonly name: string }) => {
  const { lang } = props.of;
  const label = lang.t('places.merger.which', { name: props.name });
  return (
    <Deed {...props} lede={lang.t('places.merger.lede', { name: props.name })} deed={lang.t('places.merger.deed')}>
      {props.candidates.length > 0 && props.candidates.length <= MOST_TICKS ? (
        <Checkboxes of={props.of} name="predecessors" label={label} options={props.candidates} />
      ) : (
        <TextField of={props.of} name="predecessors" label={label} hint={lang.t('places.merger.typed_hint')} />
      )}
      <DateField of={props.of} name="day" label={lang.t('places.merger.day')} />
      <Act of={props.of} />
    </Deed>
  );
};

export const PopulationPage = (props: DeedProps & { readonly today: string }) => {
  const { lang } = props.of;
  return (
    <Deed {...props} lede={lang.t('places.population.lede')} deed={lang.t('places.population.deed')}>
      <NumberField of={props.of} name="people" label={lang.t('places.field.people')} />
      <NumberField
        of={props.of}
        name="households"
        label={lang.t('places.field.households')}
        hint={lang.t('places.population.households_hint')}
        optional
      />
      <DateField of={props.of} name="day" label={lang.t('places.population.day')} max={props.today} />
      <TextField
        of={props.of}
        name="source"
        label={lang.t('places.field.source')}
        hint={lang.t('places.population.source_hint')}
      />
    </Deed>
  );
};

export const WithdrawalPage = (props: DeedProps & { readonly figure: string }) => {
  const { lang } = props.of;
  return (
    <Deed
      {...props}
      lede={lang.t('places.withdrawal.lede', { figure: props.figure })}
      deed={lang.t('places.keep.withdraw')}
    >
      <Reason of={props.of} />
    </Deed>
  );
};
