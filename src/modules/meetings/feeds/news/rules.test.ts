import { expect, test } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import type { CallEntered, Meeting } from '../../calls/schema.ts';
import { latestOf } from './rules.ts';

const call = (on: string, enteredOn: string) =>
  ({ on: day(on), hour: '10:00', enteredOn: day(enteredOn) }) as CallEntered;
const meeting = (given: Partial<Meeting>): Meeting => {
  const calls = given.calls ?? [call('2026-12-01', '2026-11-01')];
  const base = { afterwards: false, enteredOn: day('2026-11-01'), invitedOn: day('2026-11-02'), cancelled: null };
  return { ...base, calls, call: calls.at(-1)!, ...given } as Meeting;
};

test('a meeting is news when it is called, moved, called off, entered afterwards, and minuted', () => {
  expect(latestOf(meeting({}), null)).toEqual({ what: 'called', day: '2026-11-02' });
  const moved = meeting({ calls: [call('2026-12-01', '2026-11-01'), call('2026-12-08', '2026-11-20')] });
  expect(latestOf(moved, null)).toEqual({ what: 'moved', day: '2026-11-20' });
  // Before the invitation a draft was only corrected.
  const corrected = meeting({ calls: [call('2026-12-01', '2026-10-01'), call('2026-12-08', '2026-11-01')] });
  expect(latestOf(corrected, null).what).toBe('called');
  const off = meeting({ cancelled: { on: day('2026-11-25'), reason: 'qar' } });
  expect(latestOf(off, null)).toEqual({ what: 'cancelled', day: '2026-11-25' });
  expect(latestOf(meeting({ afterwards: true }), null)).toEqual({ what: 'entered', day: '2026-11-01' });
  expect(latestOf(meeting({}), day('2026-12-20'))).toEqual({ what: 'minutes', day: '2026-12-20' });
});
