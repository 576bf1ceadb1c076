import { AreaField, DateField, type Option, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Which } from '../../../keeping/pages/place-form.tsx';

interface DeedProps {
  readonly of: Filled;
  readonly title: string;
  readonly action: string;
  readonly back: string;
}

/** A body is no more; who took over its tasks, if anybody. */
export const BodyClosure = ({
  of,
  title,
  action,
  back,
  bodies,
}: DeedProps & { readonly bodies: readonly Option[] }) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={title} lede={lang.t('places.body.closure_lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('places.closure.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <DateField of={of} name="day" label={lang.t('places.closure.day')} hint={lang.t('places.closure.day_hint')} />
        <TextField of={of} name="source" label={lang.t('places.form.act')} hint={lang.t('places.form.act_hint')} />
        <Which
          of={of}
          name="successor"
          label={lang.t('places.body.successor')}
          options={bodies}
          hint={lang.t('places.body.successor_hint')}
        />
      </Form>
    </>
  );
};

/** The ending was a mistake. */
export const BodyReopening = ({ of, title, action, back }: DeedProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={title} lede={lang.t('places.reopening.lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('places.keep.reopen')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <AreaField
          of={of}
          name="reason"
          label={lang.t('places.form.reason')}
          hint={lang.t('places.form.reason_hint')}
          rows={3}
        />
      </Form>
    </>
  );
};
