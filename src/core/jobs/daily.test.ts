import { describe, expect, it } from 'vitest';
import { type Forum, REFERENCE } from '#core/forum.ts';
import { day } from '#core/time/plain-date.ts';
import { dailyRunsBy, momentOf, nextDailyAfter } from './daily.ts';
import type { JobKind } from './job.ts';

const forum = (id: string, zone: string, kind: Forum['kind'] = 'living'): Forum => ({
  id,
  slug: id,
  kind,
  name: { en: id },
  motto: {},
  country: 'AZ',
  languages: ['az'],
  zone,
  motif: 1,
  demonstration: false,
});
const baku = forum('baku', 'Asia/Baku');
const berlin = forum('berlin', 'Europe/Berlin');
const reference = forum(REFERENCE, 'Asia/Baku', 'reference');
const at = (hour: number, scope: JobKind['scope'] = 'forum'): JobKind => ({
  name: `at.${hour}`,
  dailyAt: hour,
  scope,
  run: async () => {},
});

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

describe('daily runs', () => {
  const runs = (now: string, ...kinds: JobKind[]) =>
    dailyRunsBy(new Date(now), kinds, [reference, baku, berlin]).map((run) => `${run.forum.id} ${run.day}`);

  it('come at the hour of each forum, not of the machine', () => {
    expect(runs('2026-11-23T02:59:59Z', at(7))).toEqual([]);
    expect(runs('2026-11-23T03:00:00Z', at(7))).toEqual(['baku 2026-11-23']);
    expect(runs('2026-11-23T06:00:00Z', at(7))).toEqual(['baku 2026-11-23', 'berlin 2026-11-23']);
  });

  it('are those of the local day, also when that is tomorrow in UTC', () => {
    expect(runs('2026-11-22T20:30:00Z', at(0))).toEqual(['baku 2026-11-23', 'berlin 2026-11-22']);
  });

  it('of the installation run once, with the reference forum', () => {
    expect(runs('2026-11-23T12:00:00Z', at(3, 'installation'))).toEqual([`${REFERENCE} 2026-11-23`]);
  });

  it('know when the next one comes', () => {
    const next = (now: string) => nextDailyAfter(new Date(now), [at(7)], [baku, berlin])?.toISOString();
    expect(next('2026-11-23T02:00:00Z')).toBe('2026-11-23T03:00:00.000Z');
    expect(next('2026-11-23T03:00:00Z')).toBe('2026-11-23T06:00:00.000Z');
    expect(next('2026-11-23T06:00:00Z')).toBe('2026-11-24T03:00:00.000Z');
    expect(nextDailyAfter(new Date(), [], [baku])).toBeNull();
  });
});
