import { TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Qr } from '#ui/qr.tsx';
import { PageTitle } from '#ui/title.tsx';

interface AuthenticatorProps {
  readonly of: Filled;
  /** In groups of four. */
  readonly secret: string;
  /** What the picture says. */
  readonly address: string;
  readonly action: string;
  readonly back: string;
}

/** Setting up an app that shows codes: scan or type, then prove it by the first code. */
export const AuthenticatorPage = ({ of, secret, address, action, back }: AuthenticatorProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('identity.authenticator.title')} lede={lang.t('identity.authenticator.lede')} />
      <Section title={lang.t('identity.authenticator.scan')}>
        <Stack>
          <p>{lang.t('identity.authenticator.scan_about')}</p>
          <Qr text={address} label={lang.t('identity.authenticator.picture')} />
          <p>
            {lang.t('identity.authenticator.type')} <b class="num">{secret}</b>
          </p>
        </Stack>
      </Section>
      <Section title={lang.t('identity.authenticator.prove')}>
        <CodeForm of={of} action={action} back={back} deed={lang.t('identity.authenticator.deed')} />
      </Section>
    </>
  );
};

interface RemovalProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
}

/** Taking the app away again; a code proves that it is the same person. */
export const AuthenticatorRemovalPage = ({ of, action, back }: RemovalProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t('identity.authenticator.removal_title')}
        lede={lang.t('identity.authenticator.removal_lede')}
      />
      <CodeForm
        of={of}
        action={action}
        back={back}
        deed={lang.t('identity.authenticator.removal_deed')}
        hint={lang.t('identity.authenticator.code_hint')}
      />
    </>
  );
};

/** Asking for new codes for paper; a code proves that it is the same person. */
export const RecoveriesRenewalPage = ({ of, action, back }: RemovalProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('identity.recovery.renewal_title')} lede={lang.t('identity.recovery.renewal_lede')} />
      <CodeForm
        of={of}
        action={action}
        back={back}
        deed={lang.t('identity.recovery.renewal_deed')}
        hint={lang.t('identity.authenticator.code_hint')}
      />
    </>
  );
};

const CodeForm = ({
  of,
  action,
  back,
  deed,
  hint,
}: RemovalProps & { readonly deed: string; readonly hint?: string }) => (
  <Form of={of} action={action} deed={deed} second={<Cancel href={back}>{of.lang.t('ui.cancel')}</Cancel>}>
    <TextField
      of={of}
      name="code"
      label={of.lang.t('identity.authenticator.code')}
      hint={hint}
      autocomplete="one-time-code"
      width="m"
      maxlength={60}
    />
  </Form>
);
