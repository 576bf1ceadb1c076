import type { Lang } from '#core/i18n/lang.ts';
import { Card } from '#ui/card.tsx';
import { Tick } from '#ui/choice.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Aside } from '#ui/layout.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';

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
