import type { Lang } from '#core/i18n/lang.ts';
import { Card } from '#ui/card.tsx';
import { Tick } from '#ui/choice.tsx';
import { AreaField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Aside, Section } from '#ui/layout.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';

/** The forms of the page, each with what stands in it. */
export interface Doors {
  readonly link: Filled;
  readonly password: Filled;
  readonly letter: Filled;
}

interface SignInProps {
  readonly lang: Lang;
  readonly of: Doors;
  readonly at: (path: string) => string;
  /** Who is signed in already. */
  readonly current: { readonly name: string; readonly href: string } | null;
  /** Browsers hand passkeys out here. */
  readonly passkeys: boolean;
  /** Name of the provider of accounts elsewhere; null: none. */
  readonly provider: string | null;
  /** What was just done, as a sentence. */
  readonly done: string | null;
}

/** Coming in: paste what you were sent, say your password, or ask for a letter; and how to get a link. */
export const SignInPage = ({ lang, of, at, current, passkeys, provider, done }: SignInProps) => (
  <>
    {done ? <Notice title={done} /> : null}
    <PageTitle title={lang.t('identity.sign_in.title')} lede={lang.t('identity.sign_in.lede')} />
    {current ? (
      <Notice title={lang.t('identity.sign_in.already', { name: current.name })} warn>
        <p>
          <ButtonLink href={current.href} second>
            {lang.t('identity.me.title')}
          </ButtonLink>
        </p>
      </Notice>
    ) : null}
    <Aside
      main={
        <>
          <Section title={lang.t('identity.sign_in.by_link')}>
            <Form of={of.link} action={at('/sign-in')} deed={lang.t('identity.sign_in.next')}>
              <AreaField
                of={of.link}
                name="link"
                label={lang.t('identity.sign_in.paste')}
                hint={lang.t('identity.sign_in.paste_hint')}
                rows={3}
                maxlength={5000}
              />
            </Form>
          </Section>
          <PasswordDoor of={of.password} action={at('/sign-in/password')} />
          {passkeys ? <PasskeyDoor lang={lang} action={at('/sign-in/passkey')} /> : null}
          {provider ? <ProviderDoor lang={lang} name={provider} action={at('/sign-in/provider')} /> : null}
          <LetterDoor of={of.letter} action={at('/sign-in/letter')} />
        </>
      }
      aside={
        <Card title={lang.t('identity.sign_in.how')} level={2}>
          <p class="small">{lang.t('identity.sign_in.how_ask')}</p>
          <p class="small">{lang.t('identity.sign_in.how_without')}</p>
        </Card>
      }
    />
  </>
);

interface DoorProps {
  readonly of: Filled;
  readonly action: string;
}

const PasswordDoor = ({ of, action }: DoorProps) => {
  const { lang } = of;
  return (
    <Section title={lang.t('identity.sign_in.by_password')} id="password">
      <Form of={of} action={action} deed={lang.t('identity.sign_in.enter')}>
        <TextField
          of={of}
          name="name"
          label={lang.t('identity.password.who')}
          autocomplete="username"
          maxlength={254}
        />
        <TextField
          of={of}
          name="password"
          type="password"
          label={lang.t('identity.password.password')}
          autocomplete="current-password"
          maxlength={200}
        />
        <Tick
          of={of}
          name="shared"
          label={lang.t('identity.press.shared')}
          hint={lang.t('identity.press.shared_hint')}
        />
      </Form>
    </Section>
  );
};

const PasskeyDoor = ({ lang, action }: { readonly lang: Lang; readonly action: string }) => (
  <Section title={lang.t('identity.sign_in.by_passkey')} id="passkey">
    <form class="form" method="post" action={action}>
      <p>{lang.t('identity.passkey.about')}</p>
      <div class="acts">
        <button class="btn second" type="submit">
          {lang.t('identity.passkey.use_title')}
        </button>
      </div>
    </form>
  </Section>
);

interface ProviderProps {
  readonly lang: Lang;
  readonly name: string;
  readonly action: string;
}

const ProviderDoor = ({ lang, name, action }: ProviderProps) => (
  <Section title={lang.t('identity.sign_in.by_provider', { name })} id="provider">
    <form class="form" method="post" action={action}>
      <p>{lang.t('identity.provider.about')}</p>
      <div class="acts">
        <button class="btn second" type="submit">
          {lang.t('identity.provider.leave_deed', { name })}
        </button>
      </div>
    </form>
  </Section>
);

const LetterDoor = ({ of, action }: DoorProps) => {
  const { lang } = of;
  return (
    <Section title={lang.t('identity.sign_in.by_letter')} id="letter">
      <Form of={of} action={action} deed={lang.t('identity.letter.deed')}>
        <TextField
          of={of}
          name="email"
          type="email"
          label={lang.t('identity.field.email')}
          hint={lang.t('identity.letter.hint')}
          autocomplete="email"
          maxlength={254}
        />
      </Form>
    </Section>
  );
};
