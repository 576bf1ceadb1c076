import { LANGUAGES } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Radios } from '#ui/choice.tsx';
import { Confirm } from '#ui/confirm.tsx';
import { TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { LetterFields } from '#ui/paper.tsx';
import { PageTitle } from '#ui/title.tsx';
import { EMAIL_MAX, NAME_MAX, PHONE_MAX } from '../../people/rules.ts';

interface FormProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
}

const Facts = ({ of }: Pick<FormProps, 'of'>) => {
  const { lang } = of;
  return (
    <>
      <TextField of={of} name="name" label={lang.t('identity.field.name')} maxlength={NAME_MAX} />
      <Radios
        of={of}
        name="language"
        label={lang.t('identity.personal.language')}
        options={LANGUAGES.map((code) => ({ value: code, label: lang.t(`core.language.${code}`) }))}
      />
      <TextField
        of={of}
        name="phone"
        type="tel"
        label={lang.t('identity.field.phone')}
        maxlength={PHONE_MAX}
        optional
      />
    </>
  );
};

/** The own name, telephone and language; and apart, because it is confirmed by a letter, the own e-mail address. */
export const OwnCorrectionPage = ({
  of,
  email,
  action,
  emailAction,
  back,
}: FormProps & { readonly email: Filled; readonly emailAction: string }) => (
  <>
    <PageTitle title={of.lang.t('identity.personal.correct')} lede={of.lang.t('identity.personal.correct_lede')} />
    <Form
      of={of}
      action={action}
      deed={of.lang.t('identity.personal.correct_deed')}
      second={<Cancel href={back}>{of.lang.t('ui.cancel')}</Cancel>}
    >
      <Facts of={of} />
    </Form>
    <Section title={of.lang.t('identity.field.email')} id="email">
      <Form of={email} action={emailAction} deed={of.lang.t('identity.personal.email_deed')}>
        <TextField
          of={email}
          name="email"
          type="email"
          label={of.lang.t('identity.personal.email')}
          hint={of.lang.t('identity.personal.email_hint')}
          maxlength={EMAIL_MAX}
          optional
        />
      </Form>
    </Section>
  </>
);

/** "Erase what tells who I am?" */
export const OwnErasurePage = ({ of, action, back }: FormProps) => (
  <>
    <PageTitle title={of.lang.t('identity.personal.erase')} />
    <Confirm of={of} action={action} deed={of.lang.t('identity.personal.erase_deed')} cancelHref={back}>
      <p>{of.lang.t('identity.personal.erase_about')}</p>
      <p>{of.lang.t('identity.personal.kept')}</p>
    </Confirm>
  </>
);

interface StaffProps extends FormProps {
  readonly name: string;
  readonly today: PlainDate;
}

/** Staff corrects what a person asked for in a letter. */
export const CorrectionPage = ({ of, name, today, action, back }: StaffProps) => (
  <>
    <PageTitle
      title={of.lang.t('identity.personal.correct_of', { name })}
      lede={of.lang.t('identity.personal.on_letter')}
    />
    <Form
      of={of}
      action={action}
      deed={of.lang.t('identity.personal.correct_deed')}
      second={<Cancel href={back}>{of.lang.t('ui.cancel')}</Cancel>}
    >
      <LetterFields of={of} today={today} />
      <Facts of={of} />
      <TextField
        of={of}
        name="email"
        type="email"
        label={of.lang.t('identity.field.email')}
        maxlength={EMAIL_MAX}
        optional
      />
    </Form>
  </>
);

/** Staff erases what a person asked for in a letter. */
export const ErasurePage = ({ of, name, today, action, back }: StaffProps) => (
  <>
    <PageTitle
      title={of.lang.t('identity.personal.erase_of', { name })}
      lede={of.lang.t('identity.personal.on_letter')}
    />
    <Form
      of={of}
      action={action}
      deed={of.lang.t('identity.personal.erase_deed')}
      second={<Cancel href={back}>{of.lang.t('ui.cancel')}</Cancel>}
    >
      <p>{of.lang.t('identity.personal.erase_about_other')}</p>
      <LetterFields of={of} today={today} />
    </Form>
  </>
);

/** Opening the link of the letter does nothing; a press confirms the address. */
export const ConfirmEmailPage = ({
  of,
  email,
  action,
}: Pick<FormProps, 'of' | 'action'> & { readonly email: string }) => (
  <>
    <PageTitle title={of.lang.t('identity.personal.confirm_title', { email })} />
    <Form of={of} action={action} deed={of.lang.t('identity.personal.confirm_deed')} />
  </>
);
