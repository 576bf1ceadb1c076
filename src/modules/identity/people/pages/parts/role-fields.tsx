import { Radios } from '#ui/choice.tsx';
import { DateField, type Option, SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';

/** A role that can be chosen, in the reader's words. */
export interface RoleOption {
  readonly role: string;
  readonly name: string;
  readonly may: string;
  readonly ofBody: boolean;
}

interface RoleFieldsProps {
  readonly of: Filled;
  readonly roles: readonly RoleOption[];
  readonly bodies: readonly Option[];
}

/** Which role, for which body, from when until when. */
export const RoleFields = ({ of, roles, bodies }: RoleFieldsProps) => {
  const { lang } = of;
  return (
    <>
      <Radios
        of={of}
        name="role"
        label={lang.t('identity.field.role')}
        options={roles.map((role) => ({
          value: role.role,
          label: role.ofBody ? lang.t('identity.field.role_of_body', { role: role.name }) : role.name,
          hint: role.may,
        }))}
      />
      <SelectField
        of={of}
        name="body"
        label={lang.t('identity.field.body')}
        hint={lang.t('identity.field.body_hint')}
        options={bodies}
        none={lang.t('identity.field.body_none')}
        optional
      />
      <DateField
        of={of}
        name="from"
        label={lang.t('identity.field.from')}
        hint={lang.t('identity.field.from_hint')}
        optional
      />
      <DateField
        of={of}
        name="to"
        label={lang.t('identity.field.to')}
        hint={lang.t('identity.field.to_hint')}
        optional
      />
    </>
  );
};
