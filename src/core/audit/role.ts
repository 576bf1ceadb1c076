import type { Actor } from '#core/actor.ts';

/** The record names roles, never persons: the first role that counts in this forum, else the first at all. */
export function roleOf(actor: Actor, forum: string): string {
  if (actor.kind !== 'person' && actor.kind !== 'assisted') return actor.kind;
  return actor.roles.find((held) => held.forum === forum)?.role ?? actor.roles[0]?.role ?? 'person';
}
