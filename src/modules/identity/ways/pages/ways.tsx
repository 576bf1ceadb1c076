import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';

export interface WaysProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly done: string | null;
  readonly email: string | null;
  /** null: none is set. */
  readonly password: { readonly setAt: string; readonly userName: string | null } | null;
  readonly passkeys: readonly PasskeyLine[];
  /** Browsers hand passkeys out here. */
  readonly mayAddPasskey: boolean;
  /** An account elsewhere; null: none can be used here. `since` null: not linked. */
  readonly provider: { readonly name: string; readonly since: string | null } | null;
  readonly authenticator: { readonly since: string; readonly left: number } | null;
}

interface PasskeyLine {
  readonly id: string;
  readonly device: string;
  readonly madeAt: string;
  readonly usedAt: string | null;
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
      <Passkeys {...props} />
      <Password {...props} />
      <Provider {...props} />
      <Authenticator {...props} />
      <p>
        <Link href={props.at('/me')}>{lang.t('identity.me.title')}</Link>
      </p>
    </>
  );
};

const Passkeys = ({ lang, at, passkeys, mayAddPasskey }: WaysProps) => (
  <Section title={lang.t('identity.ways.passkeys')} id="passkeys">
    <Stack>
      <p>{lang.t('identity.ways.passkeys_about')}</p>
      {passkeys.length > 0 ? (
        <Table
          lang={lang}
          caption={lang.t('identity.ways.passkeys')}
          quietCaption
          rows={passkeys}
          rowKey={(passkey) => passkey.id}
          columns={[
            { id: 'device', head: lang.t('identity.me.device'), lead: true, cell: (passkey) => passkey.device },
            { id: 'made', head: lang.t('identity.passkey.made'), cell: (passkey) => passkey.madeAt },
            {
              id: 'used',
              head: lang.t('identity.me.seen'),
              cell: (passkey) => passkey.usedAt ?? lang.t('identity.passkey.never'),
            },
            {
              id: 'act',
              head: lang.t('identity.passkey.remove_head'),
              cell: (passkey) => (
                <form method="post" action={at(`/me/passkeys/${passkey.id}/removal`)}>
                  <button
                    class="plain"
                    type="submit"
                    aria-label={lang.t('identity.passkey.remove_this', { device: passkey.device })}
                  >
                    {lang.t('identity.passkey.remove')}
                  </button>
                </form>
              ),
            },
          ]}
        />
      ) : null}
      {mayAddPasskey ? (
        <Press action={at('/me/passkeys/new')}>{lang.t('identity.ways.passkey_add')}</Press>
      ) : (
        <p class="quiet">{lang.t('identity.passkey.not_here')}</p>
      )}
    </Stack>
  </Section>
);

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

const Provider = ({ lang, at, provider }: WaysProps) => {
  if (!provider) return null;
  const { name, since } = provider;
  return (
    <Section title={name} id="provider">
      <Stack>
        <p>
          {since
            ? lang.t('identity.ways.provider_since', { name, at: since })
            : lang.t('identity.ways.provider_none', { name })}
        </p>
        {since ? (
          <Press action={at('/me/provider/removal')}>{lang.t('identity.ways.provider_unlink')}</Press>
        ) : (
          <Press action={at('/me/provider')}>{lang.t('identity.ways.provider_link')}</Press>
        )}
      </Stack>
    </Section>
  );
};

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
            <Link href={at('/me/authenticator/recoveries')}>{lang.t('identity.recovery.renewal_title')}</Link>
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
