import { LANGUAGES } from '#core/i18n/texts.ts';
import { Radios, Tick } from '#ui/choice.tsx';
import { type Option, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { EMAIL_MAX, NAME_MAX, PHONE_MAX } from '../rules.ts';
import { RoleFields, type RoleOption } from './parts/role-fields.tsx';

interface PersonFormProps {
  readonly of: Filled;
  readonly roles: readonly RoleOption[];
  readonly bodies: readonly Option[];
  readonly action: string;
  readonly back: string;
}

/** Writing a person down: as little as is needed to let them in and to reach them. */
export const PersonFormPage = ({ of, roles, bodies, action, back }: PersonFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('identity.people.add')} lede={lang.t('identity.people.add_lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('identity.people.add_deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <TextField
          of={of}
          name="name"
          label={lang.t('identity.field.name')}
          hint={lang.t('identity.field.name_hint')}
          maxlength={NAME_MAX}
        />
        <Radios
          of={of}
          name="language"
          label={lang.t('identity.field.language')}
          options={LANGUAGES.map((code) => ({ value: code, label: lang.t(`core.language.${code}`) }))}
        />
        <TextField
          of={of}
          name="phone"
          type="tel"
          label={lang.t('identity.field.phone')}
          hint={lang.t('identity.field.phone_hint')}
          width="m"
          maxlength={PHONE_MAX}
          optional
        />
        <TextField
          of={of}
          name="email"
          type="email"
          label={lang.t('identity.field.email')}
          maxlength={EMAIL_MAX}
          optional
        />
        <Tick
          of={of}
          name="invite"
          label={lang.t('identity.invitation.at_once')}
          hint={lang.t('identity.invitation.at_once_hint')}
        />
        <RoleFields of={of} roles={roles} bodies={bodies} />
      </Form>
    </>
  );
};

interface RoleFormProps extends PersonFormProps {
  readonly name: string;
}

/** One more role for somebody who is written down already. */
export const RoleFormPage = ({ of, name, roles, bodies, action, back }: RoleFormProps) => (
  <>
    <PageTitle title={of.lang.t('identity.person.grant_to', { name })} />
    <Form
      of={of}
      action={action}
      deed={of.lang.t('identity.person.grant_deed')}
      second={<Cancel href={back}>{of.lang.t('ui.cancel')}</Cancel>}
    >
      <RoleFields of={of} roles={roles} bodies={bodies} />
    </Form>
  </>
);
