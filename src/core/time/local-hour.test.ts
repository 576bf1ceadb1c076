import { describe, expect, it } from 'vitest';
import { momentOf } from './local-hour.ts';
import { day } from './plain-date.ts';

describe('momentOf', () => {
  it.each([
    ['Asia/Baku', '2026-11-23', 7, '2026-11-23T03:00:00.000Z'],
    ['UTC', '2026-11-23', 0, '2026-11-23T00:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-23', 7, '2026-11-23T01:30:00.000Z'],
    ['Europe/Berlin', '2026-01-15', 7, '2026-01-15T06:00:00.000Z'],
    ['Europe/Berlin', '2026-07-15', 7, '2026-07-15T05:00:00.000Z'],
    // Clocks jump from 2 to 3 on 29 March 2026, and back from 3 to 2 on 25 October.
    ['Europe/Berlin', '2026-03-29', 1, '2026-03-29T00:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', 2, '2026-03-29T01:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', 3, '2026-03-29T01:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', 2, '2026-10-25T00:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', 3, '2026-10-25T02:00:00.000Z'],
    // Baku kept summer time until 2015.
    ['Asia/Baku', '2015-07-01', 7, '2015-07-01T02:00:00.000Z'],
  ])('%s %s %i:00', (zone, date, hour, moment) => {
    expect(momentOf(zone, day(date), hour).toISOString()).toBe(moment);
  });
});
