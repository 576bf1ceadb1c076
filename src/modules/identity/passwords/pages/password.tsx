import { TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { PASSWORD_MAX, PASSWORD_MIN } from '../rules.ts';

interface PasswordProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
  /** With which address one signs in; null: a user name is needed. */
  readonly email: string | null;
  /** There is a password already. */
  readonly hasOne: boolean;
}

/** Setting or changing the own password: long, no rules about signs. */
export const PasswordPage = ({ of, action, back, email, hasOne }: PasswordProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t(hasOne ? 'identity.password.change_title' : 'identity.password.set_title')}
        lede={lang.t('identity.password.lede', { n: PASSWORD_MIN })}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('identity.password.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <TextField
          of={of}
          name="user_name"
          label={lang.t('identity.password.user_name')}
          hint={
            email ? lang.t('identity.password.user_name_hint', { email }) : lang.t('identity.password.user_name_needed')
          }
          autocomplete="username"
          width="m"
          maxlength={40}
          optional={email !== null}
        />
        {hasOne ? (
          <TextField
            of={of}
            name="current"
            type="password"
            label={lang.t('identity.password.current')}
            hint={lang.t('identity.password.current_hint')}
            autocomplete="current-password"
            maxlength={PASSWORD_MAX}
            optional
          />
        ) : null}
        <TextField
          of={of}
          name="password"
          type="password"
          label={lang.t('identity.password.new')}
          hint={lang.t('identity.password.new_hint', { n: PASSWORD_MIN })}
          autocomplete="new-password"
          maxlength={PASSWORD_MAX}
        />
        <TextField
          of={of}
          name="again"
          type="password"
          label={lang.t('identity.password.again')}
          autocomplete="new-password"
          maxlength={PASSWORD_MAX}
        />
      </Form>
    </>
  );
};
