import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Tick } from '#ui/choice.tsx';
import { filled } from '#ui/filled.ts';
import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';

interface PasskeyProps {
  readonly lang: Lang;
  /** For the script of this page, as JSON. */
  readonly question: string;
  readonly action: string;
  readonly back: string;
}

/** Coming in by finger, face or PIN of the own device. */
export const UsePasskeyPage = (props: PasskeyProps) => {
  const { lang } = props;
  return (
    <>
      <PageTitle title={lang.t('identity.passkey.use_title')} lede={lang.t('identity.passkey.use_lede')} />
      <Asking {...props} deed={lang.t('identity.passkey.use_deed')}>
        <Tick
          of={filled(lang)}
          name="shared"
          label={lang.t('identity.press.shared')}
          hint={lang.t('identity.press.shared_hint')}
        />
      </Asking>
    </>
  );
};

/** Adding a passkey of this device. */
export const NewPasskeyPage = (props: PasskeyProps) => {
  const { lang } = props;
  return (
    <>
      <PageTitle title={lang.t('identity.passkey.new_title')} lede={lang.t('identity.passkey.new_lede')} />
      <Asking {...props} deed={lang.t('identity.passkey.new_deed')} />
    </>
  );
};

type AskingProps = PasskeyProps & { readonly deed: string; readonly children?: ComponentChildren };

/** The form of the script: it fills in the answer. Without script the press says what is missing. */
const Asking = ({ lang, question, action, back, deed, children }: AskingProps) => (
  <form class="form" method="post" action={action} data-passkey={question}>
    <div class="problems" role="alert" tabindex={-1} id="passkey-failed" hidden>
      <p>{lang.t('identity.passkey.failed')}</p>
    </div>
    <noscript>
      <p>{lang.t('identity.passkey.needs_script')}</p>
    </noscript>
    <input type="hidden" name="answer" value="" />
    {children}
    <div class="acts">
      <button class="btn" type="submit">
        {deed}
      </button>
      <Link href={back}>{lang.t('ui.cancel')}</Link>
    </div>
  </form>
);
