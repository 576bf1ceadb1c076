import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { fileStore } from '#core/files/store.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { newestChecks } from './queries.ts';
import { checklistRoutes } from './routes.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const az = langs.az;
const come = (on: Stage, actor?: Actor) =>
  visitor(on, { routes: checklistRoutes(fileStore('/nowhere')), langs, ...(actor ? { actor } : {}) });
const problems = (html: string): readonly string[] =>
  [...html.matchAll(/<li><a href="#f-([^"]+)">/g)].map(([, field]) => field!);
const load = (on: Stage, key: string, kind: 'municipality' | 'ngo') =>
  loadNamedBody(asSystem(on), { key, kind, name: { az: `${key} adı` }, source: 'm' });

both('what a body publishes', (scratch) => {
  it('is unknown until somebody looked, and then stands with its day and its address', async () => {
    const on = await stage(scratch);
    const body = await load(on, 'arpaliq', 'municipality');
    await load(on, 'birlik', 'ngo');
    const stranger = come(on);
    const list = (await stranger.get('/checklists')).text;
    expect([list.includes('arpaliq adı'), list.includes('birlik adı')]).toEqual([true, false]);
    expect((await stranger.get('/checklists/birlik')).status).toBe(404);
    expect((await stranger.get('/checklists/arpaliq/budget')).status).toBe(401);
    const analyst = come(on, person(on.forum.id, 'analyst'));
    expect((await analyst.get('/checklists/arpaliq/budget')).status).toBe(200);
    expect((await analyst.get('/checklists/arpaliq/nothing')).status).toBe(404);
    const at = '/checklists/arpaliq/budget';
    expect(problems((await analyst.post(at, { url: 'javascript:1', dated_on: 'x' })).text).toSorted()).toEqual([
      'dated_on',
      'found',
      'url',
    ]);
    expect(problems((await analyst.post(at, { found: 'published' })).text)).toEqual(['url']);
    expect(problems((await analyst.post(at, { found: 'not_found', checked_on: '2026-11-24' })).text)).toEqual([
      'checked_on',
    ]);
    expect((await analyst.post(at, { found: 'not_found', checked_on: '2026-11-20' })).status).toBe(303);
    const given = { found: 'published', url: 'https://a.example/b', checked_on: '2026-11-23', dated_on: '2026-01-15' };
    expect((await analyst.post(at, { ...given, note: 'PDF <i>faylı</i>' })).to).toMatch(/done=checked#money$/);
    const page = (await stranger.get('/checklists/arpaliq')).text;
    for (const words of ['https://a.example/b', 'PDF &lt;i>faylı', '15 yanvar 2026']) expect(page).toContain(words);
    expect(page).toContain(az.t('accountability.checklists.found_of', { n: 1, checked: 1, total: 59 }));
    const checks = (await newestChecks(scratch.db, on.forum.id, null)).get(body)!;
    expect([...checks.values()]).toMatchObject([{ item: 'budget', found: 'published', datedOn: '2026-01-15' }]);
    const csv = (await stranger.get('/checklists.csv')).text;
    expect(csv).toContain('money,budget,Büdcə,law,published,2026-11-23,2026-01-15,https://a.example/b');
    // A year after the day it bears it is out of date by itself.
    on.now = new Date('2027-01-16T08:00:00Z');
    expect((await stranger.get('/checklists.csv')).text).toContain('money,budget,Büdcə,law,stale');
  });

  it('has pages in social networks, each as it was seen last', async () => {
    const on = await stage(scratch);
    await load(on, 'arpaliq', 'municipality');
    const keeper = come(on, person(on.forum.id, 'secretary'));
    const at = '/checklists/arpaliq/social';
    expect((await come(on).post(at, { network: 'facebook' })).status).toBe(401);
    expect(problems((await keeper.post(at, { network: 'orkut', social_url: '' })).text).toSorted()).toEqual([
      'network',
      'social_url',
    ]);
    const seen = { network: 'facebook', social_url: 'https://fb.example/a' };
    expect((await keeper.post(at, { ...seen, newest_on: '2026-05-01' })).status).toBe(303);
    expect((await come(on).get('/checklists/arpaliq')).text).toContain(az.t('accountability.checklists.awake.no'));
    expect((await keeper.post(at, { ...seen, newest_on: '2026-11-22' })).status).toBe(303);
    const page = (await come(on).get('/checklists/arpaliq')).text;
    expect(page).toContain(az.t('accountability.checklists.awake.yes'));
    expect(page).not.toContain(az.t('accountability.checklists.awake.no'));
  });
});
