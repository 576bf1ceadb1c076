import { DateField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';

interface HoldingFormProps {
  readonly of: Filled;
  readonly number: number;
  readonly bodies: readonly Option[];
  readonly action: string;
  readonly back: string;
}

/** From when until when, and by which document. */
export const TermFields = ({ of }: { readonly of: Filled }) => {
  const { lang } = of;
  return (
    <>
      <DateField of={of} name="from" label={lang.t('forum.term.from')} hint={lang.t('forum.term.from_hint')} />
      <DateField of={of} name="to" label={lang.t('forum.term.to')} hint={lang.t('forum.term.to_hint')} optional />
      <TextField
        of={of}
        name="source"
        label={lang.t('forum.term.source')}
        hint={lang.t('forum.term.source_hint')}
        maxlength={500}
      />
    </>
  );
};

/** An organisation takes the seat. */
export const HoldingForm = ({ of, number, bodies, action, back }: HoldingFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={lang.t('forum.seat.title', { number })}
        title={lang.t('forum.keep.give')}
        lede={lang.t('forum.give.lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.give.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <SelectField
          of={of}
          name="body"
          label={lang.t('forum.members.organisation')}
          hint={lang.t('forum.give.body_hint')}
          options={bodies}
          none={lang.t('forum.choose')}
        />
        <TermFields of={of} />
      </Form>
    </>
  );
};
