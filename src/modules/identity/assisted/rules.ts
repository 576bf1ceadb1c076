import type { Held } from '#core/actor.ts';

/** The cookie of a session in which a helper acts for somebody; ends with the browser. */
export const assistCookie = (secure: boolean): string => (secure ? '__Host-ortaq-assist' : 'ortaq-assist');

export interface AssistedTimes {
  readonly endsAt: Date;
  readonly endedAt: Date | null;
}

/** `ended`: closed, as if it had never been. `over`: its minutes passed or the helper is signed out; nothing is allowed until it is closed. */
export type AssistedState = 'live' | 'over' | 'ended';

export function assistedState(session: AssistedTimes, now: Date, helperIsHere: boolean): AssistedState {
  if (session.endedAt) return 'ended';
  return now < session.endsAt && helperIsHere ? 'live' : 'over';
}

/** What goes along of a person's roles: those held for a body of this forum. Staff power is never lent. */
export const lentRoles = (roles: readonly Held[], forum: string): readonly Held[] =>
  roles.filter((held) => held.forum === forum && held.body !== null);
