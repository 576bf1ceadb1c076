import { type Forum, REFERENCE } from '#core/forum.ts';
import type { RoleDeclared } from '#core/module.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { RoleHeld } from '../schema.ts';

export const NAME_MAX = 120;
export const EMAIL_MAX = 254;
export const PHONE_MAX = 40;

/** The role that is held in the installation, not in one forum. */
export const ofInstallation = (role: string): boolean => role === 'operator';

/**
 * Whose row a role is. In a demonstration forum even the operator is only that forum's: any visitor may look through
 * that person's eyes, and must reach nothing outside.
 */
export const forumOfRole = (role: string, forum: Forum): string =>
  ofInstallation(role) && !forum.demonstration ? REFERENCE : forum.id;

/** Everybody is a resident without being told so. */
export const isGiven = (declared: Pick<RoleDeclared, 'role'>): boolean => declared.role !== 'resident';

/** Under which words of a deed's `by` a role finds it: what everybody may do is told where residents look. */
export const doersOf = (role: string): readonly string[] => (isGiven({ role }) ? [role] : [role, 'everybody']);

export type RoleState = 'future' | 'held' | 'past' | 'ended';

/** A role holds from its first to its last day, both included, in the forum's own calendar; an end counts at once. */
export function roleState(role: Pick<RoleHeld, 'from' | 'to' | 'endedAt'>, today: PlainDate): RoleState {
  if (role.endedAt) return 'ended';
  if (today < role.from) return 'future';
  return role.to !== null && role.to < today ? 'past' : 'held';
}

/** Would the forum be without a coordinator when this role ends? `others` are the coordinators' other roles of the forum. */
export const leavesNobody = (
  role: Pick<RoleHeld, 'id' | 'role' | 'from' | 'to' | 'endedAt'>,
  coordinators: readonly Pick<RoleHeld, 'id' | 'from' | 'to' | 'endedAt'>[],
  today: PlainDate,
): boolean =>
  role.role === 'coordinator' &&
  roleState(role, today) === 'held' &&
  !coordinators.some((other) => other.id !== role.id && roleState(other, today) === 'held');
