import { Confirm } from '#ui/confirm.tsx';
import type { Filled } from '#ui/filled.ts';
import { PageTitle } from '#ui/title.tsx';

interface ClosureProps {
  readonly of: Filled;
  readonly name: string;
  readonly action: string;
  readonly back: string;
}

/** "Do you mean it?" before a role ends. */
export const RoleClosurePage = ({ of, name, role, action, back }: ClosureProps & { readonly role: string }) => (
  <>
    <PageTitle title={of.lang.t('identity.person.end_title', { role })} />
    <Confirm of={of} action={action} deed={of.lang.t('identity.person.end_deed')} cancelHref={back}>
      <p>{of.lang.t('identity.person.end_about', { name, role })}</p>
    </Confirm>
  </>
);

/** "Do you mean it?" before an account is closed for good. */
export const PersonClosurePage = ({ of, name, action, back }: ClosureProps) => (
  <>
    <PageTitle title={of.lang.t('identity.person.close_title', { name })} />
    <Confirm of={of} action={action} deed={of.lang.t('identity.person.close_deed')} cancelHref={back}>
      <p>{of.lang.t('identity.person.close_about')}</p>
    </Confirm>
  </>
);
