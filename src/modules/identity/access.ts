import { type Actor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import type { Refusal } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import { ofInstallation } from './people/rules.ts';
import type { RoleHeld } from './schema.ts';

/** Runs the installation itself: the role is held nowhere in particular. A demonstration forum's operator is none. */
export const isOperator = (actor: Actor): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'person' && actor.roles.some((h) => h.role === 'operator' && h.forum === null));

const coordinates = (actor: Actor, forum: Forum): boolean => isOperator(actor) || holds(actor, 'coordinator', forum.id);

/** Names, roles and contacts of a forum's people. */
export const maySeePeople = (actor: Actor, forum: Forum): Verdict =>
  coordinates(actor, forum) || holds(actor, 'secretary', forum.id) ? YES : no(message('identity.refused.see_people'));

export const mayManagePeople = (actor: Actor, forum: Forum): Verdict =>
  coordinates(actor, forum) ? YES : no(message('identity.refused.manage_people'));

/** A role that counts everywhere is given and ended only by who holds the whole installation. */
export function mayChangeRole(actor: Actor, forum: Forum, role: string): Verdict {
  const verdict = mayManagePeople(actor, forum);
  if (!verdict.may || !ofInstallation(role)) return verdict;
  return isOperator(actor) ? YES : no(message('identity.refused.operator_only'));
}

/**
 * Whoever makes a sign-in link sees it and could use it. So a coordinator makes one only for people whose every role,
 * past ones too, is of this forum: else the link would be a way into another forum, or into the whole installation.
 */
export function mayMakeLink(actor: Actor, forum: Forum, roles: readonly Pick<RoleHeld, 'forum'>[]): Verdict {
  const verdict = mayManagePeople(actor, forum);
  if (!verdict.may || isOperator(actor)) return verdict;
  return roles.length > 0 && roles.every((role) => role.forum === forum.id)
    ? YES
    : no(message('identity.refused.link_elsewhere'));
}

export const mayMakeDeedLink = (actor: Actor, forum: Forum): Verdict =>
  coordinates(actor, forum) || holds(actor, 'secretary', forum.id) ? YES : no(message('identity.refused.deed_link'));

/**
 * Acts for a person who is present: staff, or a helper. Helping is a role of its own, so that whoever helps at an access
 * point sees no list of contacts, and whoever judges texts (moderator) does not also enter them.
 */
export const mayAssist = (actor: Actor, forum: Forum): Verdict =>
  actor.kind === 'person' && ['coordinator', 'secretary', 'helper'].some((role) => holds(actor, role, forum.id))
    ? YES
    : no(message('identity.assisted.refused_helper'));

/** Answers what people object to on their receipts. */
export const mayAnswerObjections = (actor: Actor, forum: Forum): Verdict =>
  coordinates(actor, forum) || holds(actor, 'secretary', forum.id)
    ? YES
    : no(message('identity.assisted.receipt.refused_staff'));

export const mayCloseAccounts = (actor: Actor): Verdict =>
  isOperator(actor) ? YES : no(message('identity.refused.operator_only'));

/** Looking through another's eyes exists only where all is made up. */
export const mayLook = (forum: Forum): Verdict => (forum.demonstration ? YES : no(message('identity.refused.look')));

export const isPerson = (actor: Actor): Verdict =>
  actor.kind === 'person' ? YES : no(message('identity.refused.sign_in_first'));

/** Housekeeping is nobody's deed but the program's. */
export const isSystem = (actor: Actor): Verdict =>
  actor.kind === 'system' ? YES : no(message('identity.refused.operator_only'));

/** What a page says to somebody who may not see it: to nobody in particular, that they may sign in. */
export const refusalOf = (actor: Actor, verdict: Verdict): Refusal | null =>
  verdict.may ? null : { kind: actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason };
