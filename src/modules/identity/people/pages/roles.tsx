import type { DeedDeclared } from '#core/deed.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import { doersOf, isGiven, ofInstallation } from '../rules.ts';
import type { RoleOption } from './parts/role-fields.tsx';

/** Deeds of one module under its heading. */
export interface DeedGroup {
  readonly title: string;
  readonly deeds: readonly (DeedDeclared & { readonly assisted: boolean })[];
}

interface RolesPageProps {
  readonly lang: Lang;
  readonly roles: readonly RoleOption[];
  readonly groups: readonly DeedGroup[];
}

type Deed = DeedGroup['deeds'][number];

interface PartProps {
  readonly lang: Lang;
  readonly title: string;
  readonly about: string;
  readonly id?: string | undefined;
  readonly where?: string | undefined;
  readonly groups: readonly DeedGroup[];
  readonly isTheirs: (deed: Deed) => boolean;
}

function whereOf(lang: Lang, { role, ofBody }: RoleOption): string {
  if (ofBody) return lang.t('identity.roles.of_body');
  if (ofInstallation(role)) return lang.t('identity.me.everywhere');
  return lang.t(isGiven({ role }) ? 'identity.roles.of_forum' : 'identity.roles.everybody');
}

/** So many deeds are read at a glance: nobody need unfold them. */
const FEW = 6;

/** One role, or one other way to come to a deed, with all its deeds in words. */
function Part({ lang, title, about, id, where, groups, isTheirs }: PartProps) {
  const theirs = groups
    .map((group) => ({ ...group, deeds: group.deeds.filter(isTheirs) }))
    .filter(({ deeds }) => deeds.length > 0);
  const few = theirs.reduce((sum, { deeds }) => sum + deeds.length, 0) <= FEW;
  return (
    <Section title={title} id={id}>
      <p>{about}</p>
      {where ? <p class="note">{lang.t('identity.roles.counts', { where })}</p> : null}
      {theirs.length === 0 ? <p>{lang.t('identity.roles.nothing_more')}</p> : null}
      {theirs.map((group) => (
        <details key={group.title} class="how" open={few}>
          <summary>{lang.t('identity.roles.of', { title: group.title, n: group.deeds.length })}</summary>
          <ul>
            {group.deeds.map(({ command, says }) => (
              <li key={command}>{lang.t(says)}</li>
            ))}
          </ul>
        </details>
      ))}
    </Section>
  );
}

/** "Who may do what", made from what the modules themselves declare; open to everybody. */
export const RolesPage = ({ lang, roles, groups }: RolesPageProps) => (
  <>
    <PageTitle title={lang.t('identity.roles.title')} lede={lang.t('identity.roles.lede')} />
    <nav aria-label={lang.t('identity.roles.contents')}>
      <ul>
        {roles.map(({ role, name }) => (
          <li key={role}>
            <Link href={`#${role}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </nav>
    <Section title={lang.t('identity.roles.ways')}>
      <ul>
        <li>{lang.t('identity.roles.way_account')}</li>
        <li>{lang.t('identity.roles.way_link')}</li>
        <li>{lang.t('identity.roles.way_paper')}</li>
      </ul>
      <p>{lang.t('identity.roles.elsewhere')}</p>
    </Section>
    {roles.map((option) => (
      <Part
        key={option.role}
        {...{ lang, groups, id: option.role, title: option.name, about: option.may, where: whereOf(lang, option) }}
        isTheirs={({ by }) => by.some((doer) => doersOf(option.role).includes(doer))}
      />
    ))}
    <Part
      {...{ lang, groups, title: lang.t('identity.roles.account'), about: lang.t('identity.roles.account_about') }}
      isTheirs={({ by }) => by.includes('account')}
    />
    <Part
      {...{ lang, groups, title: lang.t('identity.roles.link'), about: lang.t('identity.roles.link_about') }}
      isTheirs={({ by }) => by.includes('link')}
    />
    <Part
      {...{ lang, groups, title: lang.t('identity.roles.assisted'), about: lang.t('identity.roles.assisted_about') }}
      isTheirs={({ assisted }) => assisted}
    />
    <Part
      {...{ lang, groups, title: lang.t('identity.roles.program'), about: lang.t('identity.roles.program_about') }}
      isTheirs={({ by }) => by.includes('program')}
    />
  </>
);
