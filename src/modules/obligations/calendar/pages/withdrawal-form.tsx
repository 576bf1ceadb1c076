import { TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { AddedDay } from '../schema.ts';

interface WithdrawalFormProps {
  readonly of: Filled;
  readonly day: AddedDay;
  readonly action: string;
  readonly back: string;
}

/** A day was entered by mistake: it stays readable and no longer counts. */
export const WithdrawalForm = ({ of, day, action, back }: WithdrawalFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={lang.date(day.day)}
        title={lang.t('obligations.calendar.withdraw_title')}
        lede={lang.t('obligations.calendar.withdraw_lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('obligations.calendar.withdraw_deed')}
        second={<Cancel href={back}>{lang.t('obligations.cancel')}</Cancel>}
      >
        <TextField of={of} name="reason" label={lang.t('obligations.reason')} maxlength={500} />
      </Form>
    </>
  );
};
