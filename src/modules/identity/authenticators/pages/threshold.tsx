import { TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';

interface ThresholdProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
}

/** The second page of a sign-in: the code of the app, or one from paper. Says nobody's name. */
export const ThresholdPage = ({ of, action, back }: ThresholdProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('identity.threshold.title')} lede={lang.t('identity.threshold.lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('identity.sign_in.enter')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <TextField
          of={of}
          name="code"
          label={lang.t('identity.authenticator.code')}
          hint={lang.t('identity.threshold.hint')}
          autocomplete="one-time-code"
          width="m"
          maxlength={60}
        />
      </Form>
    </>
  );
};
