import { AreaField, DateField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';

interface SeatClosureProps {
  readonly of: Filled;
  readonly number: number;
  readonly action: string;
  readonly back: string;
}

/** A seat is given up by a decision. */
export const SeatClosure = ({ of, number, action, back }: SeatClosureProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={lang.t('forum.seat.title', { number })}
        title={lang.t('forum.keep.close')}
        lede={lang.t('forum.close.lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.close.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <DateField of={of} name="last" label={lang.t('forum.end.last')} hint={lang.t('forum.end.last_hint')} />
        <TextField
          of={of}
          name="decision"
          label={lang.t('forum.composition.number')}
          hint={lang.t('forum.composition.number_hint')}
          maxlength={200}
        />
        <AreaField of={of} name="reason" label={lang.t('forum.end.reason')} rows={3} maxlength={2000} />
      </Form>
    </>
  );
};
