import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import { type VisitorAsked, visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { day } from '#core/time/plain-date.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { evaluate, extendReply, reply } from '../evaluations/commands.ts';
import { executorRoutes } from '../executors/routes.ts';
import { feedRoutes } from '../feeds/routes.ts';
import { localShare } from '../localising/routes.ts';
import { amendMeasure } from '../measures/amendments/commands.ts';
import { overviewRoutes } from '../overview/routes.ts';
import { reportUpdate } from '../reports/commands.ts';
import { holder, loadTrial, NO_CHANGE, type Trial } from '../trial/samples.ts';
import { dossierRoutes } from './routes.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const routes = [...executorRoutes, ...feedRoutes, localShare, ...dossierRoutes(), ...overviewRoutes];
const come = (on: Stage, actor?: Actor, more: Partial<VisitorAsked> = {}) =>
  visitor(on, { routes, langs, ...(actor ? { actor } : {}), ...more });

const SECRET = 'Gizli tapıntı';
const COUNTED = 'Gizli say';
const SCALES = { verifiable: null, open_lens: null, potential: null, early_results: null, did_open: null };

function ok<T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** The executor reported; the organisation judged it, which waits for the reply until 8 April 2026. */
async function judged(on: Stage): Promise<Trial & { readonly evaluation: string }> {
  on.now = new Date('2026-03-16T08:00:00Z');
  const trial = await loadTrial(on, { places: [] });
  const link = { kind: 'link' as const, title: 'Akt', url: 'https://example.az/akt', onDay: null };
  const report = { cell: trial.cell('road'), state: 'complete' as const, text: { az: 'Hamısı qurulub.' } };
  const rest = { onDay: day('2026-03-15'), evidence: [link], files: [], actuals: [], paper: null };
  ok(await on.as(holder(on, 'executor', trial.body('road')))(reportUpdate, { ...report, ...rest }));
  const { id } = ok(
    await on.as(holder(on, 'evaluator', trial.body('ngo')))(evaluate, {
      ...{ cell: trial.cell('road'), organisation: trial.body('ngo'), completion: 'limited', scales: SCALES },
      ...{ finding: { az: SECRET }, method: { az: `${SECRET}: üsul` }, ties: { az: `${SECRET}: əlaqə` }, files: [] },
      evidence: [{ kind: 'observation', title: `${SECRET}: şəkil`, url: null, onDay: null }],
      actuals: [{ indicator: trial.indicator, value: 3, numerator: 3, base: 8, source: COUNTED }],
    }),
  );
  return { ...trial, evaluation: id };
}

/** Where a reader could meet the evaluation. */
const pages = (trial: Trial) => [
  ...[trial.path, `${trial.path}.json`, `${trial.path}.atom`, '/plans/plan.atom', '/plans/plan', '/plans/plan/report'],
  ...['/plans', '/executors', '/executors/plan-road', '/executors/plan-ngo'],
];

async function meets(on: Stage, trial: Trial, actor?: Actor): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of pages(trial)) {
    const { status, text } = await come(on, actor).get(path);
    expect([path, status]).toEqual([path, 200]);
    const told = [
      SECRET,
      COUNTED,
      'Gizli',
      'limited',
      langs.az.t('ui.state.limited'),
      langs.az.t('plans.feeds.evaluated'),
    ];
    if (told.some((word) => text.includes(word))) found.push(path);
  }
  return found;
}

both('an evaluation in its reply window', (scratch) => {
  it('is met by no stranger anywhere, and by those concerned on the page of the measure only', async () => {
    const on = await stage(scratch);
    const trial = await judged(on);
    const by = (role: string, key: string) => holder(on, role, trial.body(key));
    for (const stranger of [undefined, by('executor', 'water'), by('evaluator', 'water'), by('member', 'ngo')])
      expect(await meets(on, trial, stranger)).toEqual([]);
    const staff = person(on.forum.id, 'coordinator');
    for (const concerned of [by('evaluator', 'ngo'), by('executor', 'road'), by('member', 'road'), staff])
      expect(await meets(on, trial, concerned)).toEqual([trial.path]);
    on.now = new Date('2026-04-08T19:59:00Z');
    expect(await meets(on, trial)).toEqual([]);
  });

  it('is everywhere by itself from midnight in Baku after its last day, and names who stayed silent', async () => {
    const on = await stage(scratch);
    const trial = await judged(on);
    on.now = new Date('2026-04-08T20:00:00Z');
    const open = await meets(on, trial);
    expect(open).toEqual([
      ...[trial.path, `${trial.path}.json`, `${trial.path}.atom`, '/plans/plan.atom', '/plans/plan'],
      ...['/plans/plan/report', '/executors/plan-road'],
    ]);
    const measure = await come(on).get(trial.path);
    expect(measure.text).toContain(langs.az.t('plans.dossier.no_reply', { name: 'plan road', date: '8 aprel 2026' }));
    expect(measure.kept).toBe(true);
    const json = JSON.parse((await come(on).get(`${trial.path}.json`)).text);
    const cell = json.executors.find((one: { body: { slug: string } }) => one.body.slug === 'plan-road');
    expect(cell.evaluations).toMatchObject([
      { completion: 'limited', published_on: '2026-04-09', reply: null, no_reply_by: '2026-04-08', extended: null },
    ]);
    expect(json.indicators[0].actuals).toMatchObject([{ value: 3, numerator: 3, base: 8, voice: 'civil' }]);
    expect(json).toMatchObject({ voices_differ: true, as_of: '2026-04-09' });
    expect((await come(on).get('/plans/plan?voices=differ')).text).toContain('measures/1.1');
  });

  it('is public with the reply, with the extension and its reason', async () => {
    const on = await stage(scratch);
    const trial = await judged(on);
    const executor = on.as(holder(on, 'executor', trial.body('road')));
    on.now = new Date('2026-03-18T08:00:00Z');
    ok(await executor(extendReply, { evaluation: trial.evaluation, reason: 'Rəis ezamiyyətdədir' }));
    expect((await come(on).get(trial.path)).text).not.toContain('ezamiyyət');
    on.now = new Date('2026-03-19T08:00:00Z');
    ok(
      await executor(reply, { evaluation: trial.evaluation, text: { az: 'Qəbul edirik.\nDüzəldirik.' }, paper: null }),
    );
    const { text } = await come(on).get(trial.path);
    expect(text).toContain('Qəbul edirik.<br/>Düzəldirik.');
    expect(text).toContain(langs.az.t('plans.dossier.replied_in_time', { date: '19 mart 2026' }));
    expect(text).toContain('ezamiyyət');
    expect((await come(on).get(`${trial.path}.atom`)).text).toContain(langs.az.t('plans.feeds.replied'));
  });

  it('answered late keeps saying so', async () => {
    const on = await stage(scratch);
    const trial = await judged(on);
    on.now = new Date('2026-05-04T08:00:00Z');
    const executor = on.as(holder(on, 'executor', trial.body('road')));
    ok(await executor(reply, { evaluation: trial.evaluation, text: { az: 'Gec cavab.' }, paper: null }));
    const { text } = await come(on).get(trial.path);
    expect(text).toContain(langs.az.t('plans.dossier.replied_late', { date: '4 may 2026' }));
    const json = JSON.parse((await come(on).get(`${trial.path}.json`)).text);
    expect(json.executors[0].evaluations[0]).toMatchObject({
      reply: { on: '2026-05-04', in_time: false },
      no_reply_by: '2026-04-08',
      published_on: '2026-04-09',
    });
  });
});

both('a draft', (scratch) => {
  it('is met by no stranger under any address, nor do old addresses lead to it', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on, {
      slug: 'layihe',
      title: 'Gizli layihə',
      measureTitle: 'Gizli tədbir',
      adopted: null,
    });
    const own = ['', '/report', '.ics', '.atom', '/measures/1.1', '/measures/1.1.json', '/measures/1.1.atom'];
    for (const end of own) expect([end, (await come(on).get(`/plans/layihe${end}`)).status]).toEqual([end, 404]);
    for (const path of ['/plans', '/executors', '/executors/layihe-road'])
      expect((await come(on).get(path)).text).not.toContain('Gizli');
    expect((await come(on).get('/executors')).text).not.toContain('layihe-road');
    const staff = come(on, person(on.forum.id, 'coordinator'));
    for (const end of own) expect([end, (await staff.get(`/plans/layihe${end}`)).status]).toEqual([end, 200]);
    expect((await staff.get('/plans/layihe')).kept).toBe(false);
    await scratch.db
      .withTables<{ plans_addresses: { forum_id: string; plan_id: string; slug: string; measure_id: string } }>()
      .insertInto('plans_addresses')
      .values({ forum_id: on.forum.id, plan_id: trial.plan, slug: '0.9', measure_id: trial.measure })
      .execute();
    for (const end of ['', '.json', '.atom']) {
      expect((await come(on).get(`/plans/layihe/measures/0.9${end}`)).status).toBe(404);
      expect((await staff.get(`/plans/layihe/measures/0.9${end}`)).status).toBe(301);
    }
  });
});

both('an old address', (scratch) => {
  it('leads to the present one for ever, with what was asked; what never was is not found', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const change = { ...NO_CHANGE, measure: trial.measure, effectiveOn: day('2026-08-01'), number: '1.3' };
    ok(await on.as(person(on.forum.id, 'coordinator'))(amendMeasure, change));
    const base = '/az/stage/plans/plan/measures/1.3';
    const tries = {
      [trial.path]: base,
      [`${trial.path}?executor=plan-water&x=%C9%99`]: `${base}?executor=plan-water&x=%C9%99`,
      [`${trial.path}.json?a=1`]: `${base}.json?a=1`,
      [`${trial.path}.atom?a=1`]: `${base}.atom?a=1`,
    };
    for (const [path, to] of Object.entries(tries)) expect(await come(on).get(path)).toMatchObject({ status: 301, to });
    expect((await come(on).get('/plans/plan/measures/1.3')).status).toBe(200);
    for (const path of ['/plans/plan/measures/9.9', '/plans/nothing/measures/1.1', '/plans/plan/measures/9.9.atom'])
      expect((await come(on).get(path)).status).toBe(404);
    for (const odd of ['%00', '%27%3B--', '%E0%A4%A', '..%2F', 'a'.repeat(3000)])
      expect([odd, (await come(on).get(`/plans/plan/measures/${odd}`)).status]).toEqual([odd, 404]);
  });
});

both('the page of a measure', (scratch) => {
  it('shows what people wrote as text and follows only addresses of the web', async () => {
    const on = await stage(scratch);
    const nasty = `<script>alert(1)</script><img src=x onerror="alert(1)">`;
    const trial = await loadTrial(on, { measureTitle: nasty, title: nasty });
    const evidence = [
      { kind: 'event' as const, title: nasty, url: null, onDay: null },
      { kind: 'link' as const, title: 'Keçid', url: 'https://example.az/?a="><script>', onDay: null },
    ];
    const report = {
      cell: trial.cell('road'),
      state: 'under_way' as const,
      text: { az: nasty },
      evidence,
      actuals: [],
    };
    const file = { sha256: 'a'.repeat(64), mediaType: 'image/webp', name: `${nasty}.webp`, size: 10 };
    ok(
      await on.as(holder(on, 'executor', trial.body('road')))(reportUpdate, {
        ...{ ...report, onDay: on.today, files: [file], paper: null },
      }),
    );
    await scratch.db
      .withTables<{ plans_evidence: { url: string | null; kind: string } }>()
      .updateTable('plans_evidence')
      .set({ url: 'java\nscript:alert(1)' })
      .where('kind', '=', 'event')
      .execute();
    for (const path of [trial.path, '/plans/plan', '/plans/plan/report', '/plans', '/executors/plan-road']) {
      const { text } = await come(on).get(path);
      expect(text).not.toMatch(/<(script|img)/);
      expect(text).not.toMatch(/(href|src)="\s*java/);
      expect(text).toContain('&lt;script>');
    }
  });

  it('offers each deed to who may do it, and nobody else', async () => {
    const on = await stage(scratch);
    const trial = await judged(on);
    const offers = async (actor?: Actor): Promise<readonly string[]> => {
      const { text } = await come(on, actor).get(trial.path);
      const found = [...text.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
      const name = (href: string): string | undefined =>
        href.includes('way=paper')
          ? href.includes('/reply')
            ? 'paper reply'
            : 'paper report'
          : (/deeds\/new\?command=plans\.(\w+)/.exec(href)?.[1]?.concat(' link') ??
            /\/(updates\/new|evaluations\/new|reply|extension|edit|amendments\/new|withdrawal|milestones)(\?|$)/.exec(
              href,
            )?.[1]);
      return [...new Set(found.flatMap((href) => name(href) ?? []))].sort();
    };
    const by = (role: string, key: string) => holder(on, role, trial.body(key));
    expect(await offers()).toEqual([]);
    expect(await offers(by('executor', 'road'))).toEqual(['extension', 'reply', 'updates/new']);
    expect(await offers(by('executor', 'water'))).toEqual(['updates/new']);
    expect(await offers(by('evaluator', 'ngo'))).toEqual(['evaluations/new']);
    expect(await offers(by('evaluator', 'water'))).toEqual([]);
    expect(await offers(person(on.forum.id, 'secretary'))).toEqual([
      ...['amendments/new', 'edit', 'extension', 'paper reply', 'paper report', 'reply link', 'report_update link'],
      'withdrawal',
    ]);
  });

  it('is of a national plan readable under every forum, and worked on under none', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on, { forum: on.reference, slug: 'nap' });
    const staff = {
      ...person(null, 'operator'),
      roles: [{ role: 'operator', forum: on.reference.id, body: null }],
    } as Actor;
    const seen = await come(on, staff).get(trial.path);
    expect(seen.status).toBe(200);
    expect(seen.text).not.toMatch(/updates\/new|evaluations\/new|withdrawal|amendments\/new/);
    expect((await come(on).get('/plans/nap/local')).status).toBe(200);
  });
});
