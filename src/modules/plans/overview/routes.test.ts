import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import { structureSins } from '#core/http/testing/markup.ts';
import { type VisitorAsked, visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { addDays, day } from '#core/time/plain-date.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { dossierRoutes } from '../dossier/routes.ts';
import { executorRoutes } from '../executors/routes.ts';
import { feedRoutes } from '../feeds/routes.ts';
import { localShare } from '../localising/routes.ts';
import { insertWorld, type World } from '../trial/worlds/samples.ts';
import { overviewRoutes } from './routes.ts';

const TODAY = day('2026-11-23');
const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const routes = [...executorRoutes, ...feedRoutes, localShare, ...dossierRoutes(), ...overviewRoutes];
const come = (on: Stage, actor?: Actor, more: Partial<VisitorAsked> = {}) =>
  visitor(on, { routes, langs, ...(actor ? { actor } : {}), ...more });

/** 75 measures under three points, with everything that can be said of them; 12 executors. */
async function large(on: Stage, slug: string, given: Partial<World> = {}, forum = on.forum) {
  const perform = on.as({ kind: 'system' }, forum);
  const bodies: string[] = [];
  for (let i = 0; i < 12; i++) {
    const name = { az: `${slug} Özünüidarəetmənin əlaqələndirilməsi qurumu ${i}` };
    bodies.push(await loadNamedBody(perform, { key: `${slug}-b${i}`, kind: 'ngo', name, source: 'm' }));
  }
  const states = ['not_started', 'under_way', 'complete'] as const;
  const words = ['no_evidence', 'limited', 'complete'] as const;
  const world: World = {
    ...{ slug, voice: 'asked', stages: [{ stage: 'in_force', from: addDays(TODAY, -90) }], points: 3 },
    reportDates: [addDays(TODAY, -20)],
    measures: Array.from({ length: 75 }, (_, i) => ({
      ...{ point: i % 4 === 3 ? null : i % 4, due: i % 5 === 0 ? null : addDays(TODAY, i - 60), added: null },
      ...{ withdrawn: i % 40 === 39 ? TODAY : null, local: (['yes', 'no', 'unknown'] as const)[i % 3]! },
      amendments: i % 9 === 0 ? [{ on: addDays(TODAY, -3), due: addDays(TODAY, 50), number: `9.${i}` }] : [],
      cells: bodies.slice(0, i % 13).map((body, n) => ({
        ...{ body, role: n === 0 ? ('lead' as const) : ('co' as const), from: null, to: null },
        updates: (i + n) % 3 ? [{ on: addDays(TODAY, -n), state: states[(i + n) % 3]!, evidence: n % 4 > 0 }] : [],
        evaluations: (i * n) % 4 ? [{ publishes: addDays(TODAY, n - 6), completion: words[(i + n) % 3]! }] : [],
      })),
    })),
    ...given,
  };
  return insertWorld({ db: on.house.database.db, forum: forum.id, now: on.now, today: TODAY }, world);
}

const QUERIES = [
  ...[
    '',
    '?state=late',
    '?state=complete',
    '?state=open',
    '?state=no_report',
    '?state=not_assessed',
    '?state=withdrawn',
  ],
  ...[
    '?voices=agree',
    '?voices=differ',
    '?point=1',
    '?point=none',
    '?executor=plan-b3',
    '?page=2',
    '?state=late&voices=differ',
  ],
  ...[
    '?executor=nobody',
    '?place=nowhere',
    '?point=99',
    '?page=99',
    '?page=-1',
    '?page=x',
    '?state=%3Cscript%3E',
    '?done=1',
  ],
  '?executor=%27%3B--&state=late&point=%22',
];

both('the pages of a large plan', (scratch) => {
  it('are sound in every language and under every condition', async () => {
    const on = await stage(scratch);
    await large(on, 'plan');
    const paths = [
      ...QUERIES.map((query) => `/plans/plan${query}`),
      ...['/plans', '/plans/plan/report', '/executors', '/executors/plan-b1', '/executors/plan-b11'],
      ...['/plans/plan/measures/1.1', '/plans/plan/measures/1.13', '/plans/plan/measures/1.13?executor=plan-b7'],
    ];
    const staff = person(on.forum.id, 'coordinator');
    for (const [language, actor] of [
      ['az', undefined],
      ['az', staff],
      ['en', undefined],
      ['ru', undefined],
    ] as const)
      for (const path of language === 'az' && !actor ? paths : paths.filter((one) => !one.includes('?'))) {
        const { status, text } = await come(on, actor, { language }).get(path);
        expect([language, path, status, structureSins(text)]).toEqual([language, path, 200, []]);
        expect(text).not.toMatch(/<script/);
      }
  });

  it('open from every figure as many rows as it says', async () => {
    const on = await stage(scratch);
    await large(on, 'plan');
    const { text } = await come(on).get('/plans/plan');
    const figures = [...text.matchAll(/<li[^>]*><a href="([^"]+)"[^>]*><b>([^<]+)<\/b>/g)].map(([, href, value]) => ({
      ...{
        query: href!.replaceAll('&amp;', '&').replace(/#.*/, '').replace('/az/stage/plans/plan', ''),
        value: value!,
      },
    }));
    const rowsOf = async (query: string): Promise<number> => {
      const { text: page } = await come(on, undefined, { language: 'en' }).get(`/plans/plan${query}`);
      return Number(/(\d+) of \d+ measures/.exec(page)?.[1]);
    };
    expect(figures.length).toBeGreaterThanOrEqual(4);
    const late = figures.find((figure) => figure.query === '?state=late');
    expect(await rowsOf('?state=late')).toBe(Number(late!.value));
    const differ = figures.find((figure) => figure.query === '?voices=differ');
    expect(await rowsOf('?voices=differ')).toBe(Number(differ!.value.split(' / ')[0]));
    for (const { query } of figures) expect(Number.isNaN(await rowsOf(query))).toBe(false);
  });

  it('keep the conditions when one leafs through, and say when nothing fits', async () => {
    const on = await stage(scratch);
    await large(on, 'plan');
    const { text } = await come(on).get('/plans/plan?state=open');
    expect(text).toMatch(/href="[^"]*\?state=open&amp;page=2[^"]*"/);
    expect(text).toMatch(/<option value="open" selected/);
    const none = await come(on).get('/plans/plan?executor=nobody');
    expect(none.text).toContain(langs.az.t('plans.overview.found_none'));
  });
});

both('a plan', (scratch) => {
  it('without anything in it says so everywhere', async () => {
    const on = await stage(scratch);
    await large(on, 'empty', { measures: [], points: 0, reportDates: [] });
    for (const path of ['/plans', '/plans/empty', '/plans/empty/report', '/executors', '/executors/empty-b1']) {
      const { status, text } = await come(on).get(path);
      expect([path, status, structureSins(text)]).toEqual([path, 200, []]);
    }
    expect((await come(on).get('/executors')).text).toContain(langs.az.t('plans.executors.nobody'));
    expect((await come(on).get('/executors/empty-b1')).text).toContain(langs.az.t('plans.executors.none'));
    expect((await come(on).get('/plans/empty.ics')).text).not.toContain('VEVENT');
  });

  it('of the country shows what of it reaches us; a local one has no such page', async () => {
    const on = await stage(scratch);
    await large(on, 'nap', { kind: 'national', voice: 'not_asked' }, on.reference);
    await large(on, 'bare', { kind: 'national', measures: [] }, on.reference);
    await large(on, 'plan');
    for (const path of ['/plans/nap/local', '/plans/nap', '/plans/bare/local', '/plans/nap/measures/1.13']) {
      const { status, text } = await come(on).get(path);
      expect([path, status, structureSins(text)]).toEqual([path, 200, []]);
    }
    expect((await come(on).get('/plans/bare/local')).text).toContain(langs.az.t('plans.localising.none'));
    expect((await come(on).get('/plans/plan/local')).status).toBe(404);
    expect((await come(on).get('/plans/nap/measures/1.13')).text).toContain(langs.az.t('plans.overview.not_asked'));
  });

  it('that is none is not found, in words', async () => {
    const on = await stage(scratch);
    for (const end of [
      '',
      '/report',
      '/local',
      '.ics',
      '.atom',
      '/measures/1',
      '/measures/1.json',
      '/measures/1.atom',
    ]) {
      const { status, text } = await come(on, undefined, { language: 'en' }).get(`/plans/nothing${end}`);
      expect([end, status]).toEqual([end, 404]);
      expect(text).toMatch(/There is no such|errors|detail/);
    }
    expect((await come(on).get('/executors/nobody')).status).toBe(404);
  });
});
