import type { Actor } from '#core/actor.ts';

/**
 * The record names roles, never persons: the first role that counts in this forum, else the first at all. Who comes
 * through a helper without an account is a resident.
 */
export function roleOf(actor: Actor, forum: string): string {
  if (actor.kind !== 'person' && actor.kind !== 'assisted') return actor.kind;
  if (actor.kind === 'assisted' && actor.roles.length === 0) return 'resident';
  return actor.roles.find((held) => held.forum === forum)?.role ?? actor.roles[0]?.role ?? 'person';
}
