import { addDays, dayIn, type PlainDate } from '#core/time/plain-date.ts';
import type { Call } from './schema.ts';

/** So long nobody is called again about the same link. */
const QUIET_DAYS = 3;

/** Does the call stand on today's list? Who was told is left in peace for three days, but not on the link's last day. */
export function isCallDue(call: Pick<Call, 'until' | 'toldAt'>, zone: string, today: PlainDate): boolean {
  if (call.toldAt === null) return true;
  const told = dayIn(zone, call.toldAt);
  if (told === today) return false;
  return addDays(told, QUIET_DAYS) <= today || dayIn(zone, call.until) === today;
}
