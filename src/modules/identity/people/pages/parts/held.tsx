import type { Lang } from '#core/i18n/lang.ts';
import type { RoleDeclared } from '#core/module.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { RoleHeld } from '../../../schema.ts';
import { roleState } from '../../rules.ts';

/** What a page needs to say a role in words: the declarations of the modules, names of bodies, the forum's day. */
export interface RoleWords {
  readonly lang: Lang;
  readonly declared: readonly RoleDeclared[];
  readonly bodies: ReadonlyMap<string, string>;
  readonly today: PlainDate;
}

/** "Executor, Example District ExCom". A role that no module declares any more is shown by its code. */
export function heldName({ lang, declared, bodies }: RoleWords, role: RoleHeld): string {
  const known = declared.find((one) => one.role === role.role);
  const name = known ? lang.say({ key: known.name }) : role.role;
  const body = role.body ? bodies.get(role.body) : undefined;
  return body ? lang.t('identity.held.for_body', { role: name, body }) : name;
}

/** "from 3 May 2026 to 31 December 2026", "ended", "begins on ..." */
export function heldSince({ lang, today }: RoleWords, role: RoleHeld): string {
  const [from, to] = [lang.date(role.from), role.to ? lang.date(role.to) : ''];
  const state = roleState(role, today);
  if (state === 'ended') return lang.t('identity.held.ended', { from });
  if (state === 'past') return lang.t('identity.held.past', { from, to });
  if (state === 'future') return lang.t('identity.held.future', { from });
  return role.to ? lang.t('identity.held.until', { from, to }) : lang.t('identity.held.since', { from });
}

/** The roles of one person under each other. */
export const HeldList = ({ words, roles }: { readonly words: RoleWords; readonly roles: readonly RoleHeld[] }) => (
  <>
    {roles.map((role) => (
      <div key={role.id}>
        {heldName(words, role)} <span class="quiet small">{heldSince(words, role)}</span>
      </div>
    ))}
  </>
);
