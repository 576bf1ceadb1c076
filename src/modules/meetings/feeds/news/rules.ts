import type { PlainDate } from '#core/time/plain-date.ts';
import type { Meeting } from '../../calls/schema.ts';

/** What happened to a meeting last, and when. */
export interface Latest {
  readonly what: 'called' | 'moved' | 'cancelled' | 'entered' | 'minutes';
  readonly day: PlainDate;
}

/** The latest news of a meeting that members know of; `minutes`: the day on which its minutes were published. */
export function latestOf(meeting: Meeting, minutes: PlainDate | null): Latest {
  const { afterwards, enteredOn, calls, call, invitedOn, cancelled } = meeting;
  if (minutes) return { what: 'minutes', day: minutes };
  if (cancelled) return { what: 'cancelled', day: cancelled.on };
  if (afterwards) return { what: 'entered', day: enteredOn };
  const told = invitedOn ?? enteredOn;
  const before = calls.findLast((one) => one.on !== call.on || one.hour !== call.hour);
  const change = calls.at(-1);
  return before && change && change.enteredOn > told
    ? { what: 'moved', day: change.enteredOn }
    : { what: 'called', day: told };
}
