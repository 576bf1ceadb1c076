import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';

export interface WaysProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly done: string | null;
  readonly email: string | null;
  /** null: none is set. */
  readonly password: { readonly setAt: string; readonly userName: string | null } | null;
  readonly authenticator: { readonly since: string; readonly left: number } | null;
}

/** By which ways the person comes in, and how to add or take away one. A link from the coordinator always works too. */
export const WaysPage = (props: WaysProps) => {
  const { lang, done } = props;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('identity.ways.title')} lede={lang.t('identity.ways.lede')} />
      <Section title={lang.t('identity.ways.letter')}>
        <p>
          {props.email
            ? lang.t('identity.ways.letter_to', { email: props.email })
            : lang.t('identity.ways.letter_none')}
        </p>
      </Section>
      <Password {...props} />
      <Authenticator {...props} />
      <p>
        <Link href={props.at('/me')}>{lang.t('identity.me.title')}</Link>
      </p>
    </>
  );
};

const Password = ({ lang, at, password }: WaysProps) => (
  <Section title={lang.t('identity.ways.password')} id="password">
    <Stack>
      {password ? (
        <>
          <p>
            {lang.t('identity.ways.password_since', { at: password.setAt })}{' '}
            {password.userName ? lang.t('identity.ways.password_name', { name: password.userName }) : null}
          </p>
          <div class="acts">
            <ButtonLink href={at('/me/password')} second>
              {lang.t('identity.password.change_title')}
            </ButtonLink>
            <Press action={at('/me/password/removal')}>{lang.t('identity.ways.password_remove')}</Press>
          </div>
        </>
      ) : (
        <>
          <p>{lang.t('identity.ways.password_none')}</p>
          <p>
            <ButtonLink href={at('/me/password')}>{lang.t('identity.password.set_title')}</ButtonLink>
          </p>
        </>
      )}
    </Stack>
  </Section>
);

const Authenticator = ({ lang, at, authenticator }: WaysProps) => (
  <Section title={lang.t('identity.ways.authenticator')} id="authenticator">
    <Stack>
      <p>{lang.t('identity.ways.authenticator_about')}</p>
      {authenticator ? (
        <>
          <p>
            {lang.t('identity.ways.authenticator_since', { at: authenticator.since })}{' '}
            {lang.t('identity.ways.recoveries_left', { n: authenticator.left })}
          </p>
          <div class="acts">
            <Press action={at('/me/authenticator')}>{lang.t('identity.ways.authenticator_anew')}</Press>
            <Link href={at('/me/authenticator/removal')}>{lang.t('identity.authenticator.removal_title')}</Link>
          </div>
        </>
      ) : (
        <Press action={at('/me/authenticator')}>{lang.t('identity.ways.authenticator_set')}</Press>
      )}
    </Stack>
  </Section>
);

const Press = ({ action, children }: { readonly action: string; readonly children: ComponentChildren }) => (
  <form method="post" action={action}>
    <button class="btn second" type="submit">
      {children}
    </button>
  </form>
);
