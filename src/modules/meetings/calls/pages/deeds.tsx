import type { ComponentChildren } from 'preact';
import { Confirm } from '#ui/confirm.tsx';
import { AreaField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';

interface DeedProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
}

/** Before the invitation goes out: what of the rules is not kept, and the words of the message. */
export const InvitationPage = ({
  of,
  action,
  back,
  children,
}: DeedProps & { readonly children: ComponentChildren }) => (
  <>
    <PageTitle title={of.lang.t('meetings.invite.title')} lede={of.lang.t('meetings.invite.lede')} />
    <Confirm of={of} action={action} deed={of.lang.t('meetings.invite.deed')} cancelHref={back}>
      {children}
    </Confirm>
  </>
);

/** A meeting is called off; a draft is dropped. */
export const CancelForm = ({ of, action, back, draft }: DeedProps & { readonly draft: boolean }) => {
  const title = of.lang.t(draft ? 'meetings.cancel.drop' : 'meetings.cancel.title');
  return (
    <>
      <PageTitle title={title} lede={of.lang.t(draft ? 'meetings.cancel.drop_lede' : 'meetings.cancel.lede')} />
      <Form of={of} action={action} deed={title} second={<Cancel href={back}>{of.lang.t('ui.cancel')}</Cancel>}>
        <AreaField of={of} name="reason" label={of.lang.t('meetings.cancel.reason')} rows={3} maxlength={2000} />
      </Form>
    </>
  );
};
