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
  /** What was just done, as a sentence. */
  readonly done: string | null;
}

/** Coming in: paste what you were sent, say your password, or ask for a letter; and how to get a link. */
export const SignInPage = ({ lang, of, at, current, done }: SignInProps) => (
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

interface PressProps {
  readonly of: Filled;
  readonly name: string;
  readonly action: string;
}

/** Opening a link does nothing (messengers open links to show a preview): the press does. */
export const PressPage = ({ of, name, action }: PressProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('identity.press.title', { name })} lede={lang.t('identity.press.lede')} />
      <Aside
        main={
          <Form of={of} action={action} deed={lang.t('identity.press.deed', { name })}>
            <Tick
              of={of}
              name="shared"
              label={lang.t('identity.press.shared')}
              hint={lang.t('identity.press.shared_hint')}
            />
          </Form>
        }
        aside={
          <Card title={lang.t('identity.press.not_me')} level={2}>
            <p class="small">{lang.t('identity.press.not_me_about')}</p>
          </Card>
        }
      />
    </>
  );
};

interface ClosedDoorProps {
  readonly lang: Lang;
  readonly why: string;
  readonly signIn: string;
  /** The same person came in by it a moment ago: there is nothing to mend. */
  readonly onward: { readonly name: string; readonly href: string } | null;
}

/** A link that does not open, why, and whom to ask. */
export const ClosedDoorPage = ({ lang, why, signIn, onward }: ClosedDoorProps) =>
  onward ? (
    <>
      <PageTitle title={lang.t('identity.sign_in.already', { name: onward.name })} />
      <p>
        <ButtonLink href={onward.href}>{lang.t('identity.sign_in.onward')}</ButtonLink>
      </p>
    </>
  ) : (
    <>
      <PageTitle title={lang.t('identity.press.closed')} lede={why} />
      <p>
        <ButtonLink href={signIn} second>
          {lang.t('identity.press.other')}
        </ButtonLink>
      </p>
    </>
  );
