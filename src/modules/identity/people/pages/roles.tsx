import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { isGiven, ofInstallation } from '../rules.ts';
import type { RoleOption } from './parts/role-fields.tsx';

function whereOf(lang: Lang, { role, ofBody }: RoleOption): string {
  if (ofBody) return lang.t('identity.roles.of_body');
  if (ofInstallation(role)) return lang.t('identity.me.everywhere');
  return lang.t(isGiven({ role }) ? 'identity.roles.of_forum' : 'identity.roles.everybody');
}

/** "Who may do what", made from what the modules themselves declare; open to everybody. */
export const RolesPage = ({ lang, roles }: { readonly lang: Lang; readonly roles: readonly RoleOption[] }) => (
  <>
    <PageTitle title={lang.t('identity.roles.title')} lede={lang.t('identity.roles.lede')} />
    <Table
      lang={lang}
      caption={lang.t('identity.roles.title')}
      quietCaption
      rows={roles}
      rowKey={(role) => role.role}
      columns={[
        { id: 'role', head: lang.t('identity.field.role'), lead: true, cell: (role) => role.name },
        { id: 'may', head: lang.t('identity.roles.may'), cell: (role) => role.may },
        {
          id: 'body',
          head: lang.t('identity.roles.for'),
          cell: (role) => whereOf(lang, role),
        },
      ]}
    />
    <Section title={lang.t('identity.roles.ways')}>
      <ul>
        <li>{lang.t('identity.roles.way_account')}</li>
        <li>{lang.t('identity.roles.way_link')}</li>
        <li>{lang.t('identity.roles.way_paper')}</li>
      </ul>
    </Section>
  </>
);
