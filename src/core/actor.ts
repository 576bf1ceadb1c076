/** A role somebody holds: in one forum (null: in the installation), for one body or none. Which roles exist is declared by modules. */
export interface Held {
  readonly role: string;
  readonly forum: string | null;
  readonly body: string | null;
}

/** One deed that a personal link or printed code allows: exactly this command on exactly this object, for this body. */
export interface Deed {
  readonly id: string;
  readonly command: string;
  readonly object: string;
  readonly forum: string;
  readonly body: string | null;
}

/**
 * Somebody who is present and acts through a helper's device. Holds only what the person does for bodies, never staff
 * power; may do only commands that say so (`Command.assisted`).
 */
export interface Assisted {
  readonly kind: 'assisted';
  /** Id of the assisted session, and its forum: it opens nothing elsewhere. */
  readonly session: string;
  readonly forum: string;
  /** Whose deed it is; null: somebody without an account. */
  readonly person: string | null;
  /** How the helper's pages call that person. */
  readonly name: string;
  readonly roles: readonly Held[];
  readonly until: Date;
  /** Its minutes have passed: nothing is allowed any more until it is closed. */
  readonly over: boolean;
}

/** Who acts. Nothing else in a context says so; there is no ambient user. */
export type Actor =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'person'; readonly id: string; readonly name: string; readonly roles: readonly Held[] }
  | { readonly kind: 'link'; readonly deed: Deed; readonly person: string | null }
  | Assisted
  | { readonly kind: 'system' };

export const NOBODY: Actor = { kind: 'nobody' };
export const SYSTEM: Actor = { kind: 'system' };

/** The bodies for which the actor holds this role in this forum (roles of the installation count everywhere). */
export function bodiesOf(actor: Actor, role: string, forum: string): readonly string[] {
  if (actor.kind !== 'person' && actor.kind !== 'assisted') return [];
  return actor.roles.flatMap((held) =>
    held.role === role && (held.forum === null || held.forum === forum) && held.body ? [held.body] : [],
  );
}

export const holds = (actor: Actor, role: string, forum: string): boolean =>
  actor.kind === 'person' && actor.roles.some((h) => h.role === role && (h.forum === null || h.forum === forum));

/** Does the actor come by a link made for exactly this command on this object? */
export const cameFor = (actor: Actor, command: string, object: string): actor is Extract<Actor, { kind: 'link' }> =>
  actor.kind === 'link' && actor.deed.command === command && actor.deed.object === object;
