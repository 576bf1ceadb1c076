import { describe, expect, it } from 'vitest';
import { type Forum, REFERENCE } from '#core/forum.ts';
import { dailyRunsBy, nextDailyAfter } from './daily.ts';
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
