import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Actor, SYSTEM } from '#core/actor.ts';
import { command, done, YES } from '#core/command.ts';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import { type FileStore, fileStore } from '#core/files/store.ts';
import { type Typed, type VisitorAsked, visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { makeDeedLink, spendDeed } from '#modules/identity/deeds/commands.ts';
import { deedActor } from '#modules/identity/deeds/queries.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { REPORT_DEED } from '../access.ts';
import { dossierRoutes } from '../dossier/routes.ts';
import { holder, loadTrial, type Trial } from '../trial/samples.ts';
import { describeReport } from './queries.ts';
import { reportRoutes } from './routes.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
let folder = '';
let files: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ortaq-reports-'));
  files = fileStore(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const come = (on: Stage, actor?: Actor, more: Partial<VisitorAsked> = {}) =>
  visitor(on, { routes: [...reportRoutes(files), ...dossierRoutes()], langs, ...(actor ? { actor } : {}), ...more });

const executor = (on: Stage, trial: Trial, key = 'road') => holder(on, 'executor', trial.body(key));
const form = (trial: Trial, key = 'road') => `${trial.path}/updates/new?cell=${trial.cell(key)}`;
const note = (text = 'Yerində baxış') => new File([text], 'protokol.txt', { type: 'text/plain' });

const GOOD: Typed = { state: 'under_way', text: 'İki terminal quraşdırılıb.', on_day: '20.11.2026' };

/** What a browser would send back from the page, as far as tests look at it. */
function fieldOf(html: string, name: string): string | undefined {
  const area = new RegExp(`<textarea[^>]* name="${name}"[^>]*>([^<]*)<`).exec(html)?.[1];
  const inputs = [...html.matchAll(/<input (?:"[^"]*"|[^">])*>/g)].map(([tag]) => tag);
  const input = inputs.find((tag) => tag.includes(` name="${name}"`));
  return (area ?? /value="([^"]*)"/.exec(input ?? '')?.[1])?.replaceAll('&quot;', '"');
}

const problems = (html: string): readonly string[] =>
  [...html.matchAll(/<li><a href="#f-([^"]+)">([^<]+)</g)].map(([, field]) => field!);

both('the page of a report', (scratch) => {
  it('is for the executor; strangers are asked to sign in, others are told no', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const statuses = async (actor: Actor | undefined, at = form(trial)) => {
      const [seen, sent] = [
        await come(on, actor).get(at),
        await come(on, actor).post(`${trial.path}/updates`, { ...GOOD, cell: trial.cell('road') }),
      ];
      return [seen.status, sent.status];
    };
    expect(await statuses(undefined)).toEqual([401, 401]);
    for (const actor of [
      executor(on, trial, 'water'),
      person(on.forum.id, 'coordinator'),
      holder(on, 'evaluator', trial.body('road')),
    ])
      expect(await statuses(actor)).toEqual([403, 403]);
    for (const odd of ['', 'x', '------------------------------------', '01900000-0000-7000-8000-000000000000'])
      expect((await come(on, executor(on, trial)).get(`${trial.path}/updates/new?cell=${odd}`)).status).toBe(403);
    expect((await come(on, executor(on, trial)).get(form(trial))).status).toBe(200);
    expect((await come(on, executor(on, trial)).get(`${form(trial)}&way=paper`)).status).toBe(403);
    expect((await come(on, person(on.forum.id, 'secretary')).get(`${form(trial)}&way=paper`)).status).toBe(200);
  });

  it('names the measure as it is called today, in each language, and asks for its numbers', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    for (const language of ['az', 'en', 'ru'] as const) {
      const { text, page } = await come(on, executor(on, trial), { language }).get(form(trial));
      expect(page?.title).toBe(langs[language].t('plans.reports.title'));
      expect(text).toContain(langs[language].t('plans.reports.publish'));
      expect(text).toContain(`name="actual_${trial.indicator}"`);
      expect(text.match(/<h1/g)).toHaveLength(1);
      expect(text).not.toContain('{');
      expect(fieldOf(text, 'on_day')).toBe('2026-11-23');
    }
  });

  it('says what is wrong at its fields, keeps what was typed, and writes nothing', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const typed = {
      cell: trial.cell('road'),
      state: 'complete',
      text: '<b>Hamısı</b> "hazırdır" & bitib',
      on_day: '31.02.2026',
    };
    const rows = { evidence_title_2: '<script>x</script>', evidence_url_2: 'javascript:alert(1)' };
    const numbers = { [`actual_${trial.indicator}`]: '1,250' };
    const seen = await come(on, executor(on, trial)).post(`${trial.path}/updates`, { ...typed, ...rows, ...numbers });
    expect(seen.status).toBe(422);
    expect(problems(seen.text)).toEqual([
      ...['on_day', 'evidence_url_2', `actual_${trial.indicator}_source`, `actual_${trial.indicator}`],
    ]);
    expect(fieldOf(seen.text, 'text')).toBe('&lt;b>Hamısı&lt;/b> "hazırdır" &amp; bitib');
    expect(fieldOf(seen.text, 'evidence_title_2')).toBe('&lt;script>x&lt;/script>');
    expect(fieldOf(seen.text, `actual_${trial.indicator}`)).toBe('1,250');
    expect(seen.text).toMatch(/<input[^>]*value="complete"[^>]*checked/);
    expect(seen.text).toContain('<details open');
    expect(seen.text).not.toMatch(/<script/);
    const refused = await come(on, executor(on, trial)).post(`${trial.path}/updates`, {
      ...{ ...GOOD, cell: trial.cell('road'), files: [new File(['MZ\u0000\u0001'], 'virus.exe')] },
    });
    expect([refused.status, problems(refused.text)]).toEqual([422, ['files']]);
    expect(fieldOf(refused.text, 'text')).toBe(GOOD.text);
    const { rows: written } = await sql`select 1 from plans_updates`.execute(scratch.db);
    expect(written).toEqual([]);
  });

  it('publishes and leads to what was said, on a page that opens it', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on, { executors: ['road', 'a', 'b', 'c', 'd', 'e', 'water'] });
    const numbers = { [`actual_${trial.indicator}`]: '8-dən 3-ü', [`actual_${trial.indicator}_source`]: 'sayılıb' };
    const file = note();
    const typed = { ...GOOD, ...numbers, cell: trial.cell('water'), files: [file] };
    const b = come(on, executor(on, trial, 'water'));
    expect((await b.get(trial.path)).text).toContain(`updates/new?cell=${trial.cell('water')}`);
    const { status, to } = await b.post(`${trial.path}/updates`, typed);
    expect(status).toBe(303);
    expect(to).toMatch(
      /^\/az\/stage\/plans\/plan\/measures\/1\.1\?done=update&executor=plan-water#update-[0-9a-f-]{36}$/,
    );
    const seen = await come(on).get(to!);
    expect(seen.text).toContain(langs.az.t('plans.dossier.done.update'));
    expect(seen.text).toContain(`id="${to!.split('#')[1]}"`);
    expect(seen.text).toContain('20 noyabr 2026');
    expect(seen.text).toMatch(/href="\/files\/[0-9a-f-]+\/[0-9a-f-]+">protokol\.txt/);
    expect(seen.text).toContain('3 / 8');
  });

  it('on paper needs the letter, keeps its scan for staff and says the way', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const b = come(on, person(on.forum.id, 'secretary'));
    const asked = await b.get(`${form(trial)}&way=paper`);
    expect(asked.text).toContain('name="paper_ref"');
    expect(fieldOf(asked.text, 'way')).toBe('paper');
    const typed = { ...GOOD, cell: trial.cell('road'), way: 'paper', files: [note()] };
    const missing = await b.post(`${trial.path}/updates`, typed);
    expect([missing.status, problems(missing.text)]).toEqual([422, ['paper_ref', 'paper_day']]);
    expect(missing.text).toContain(langs.az.t('plans.reports.title_paper'));
    const { to } = await b.post(`${trial.path}/updates`, {
      ...typed,
      paper_ref: '14/2',
      paper_day: '2026-11-20',
      scan: [note('skan')],
    });
    const seen = await come(on).get(to!);
    expect(seen.text).toContain(langs.az.t('ui.way.letter', { ref: '14/2', date: '20 noyabr 2026' }));
    const { rows } = await sql`select public from core_files order by public`.execute(scratch.db);
    expect(rows).toEqual([{ public: false }, { public: true }]);
  });

  it('says why the law refuses, in the form', async () => {
    const on = await stage(scratch);
    const ended = await loadTrial(on, { slug: 'ended', voice: 'not_asked' });
    const typed = { ...GOOD, cell: ended.cell('road'), files: [note()] };
    const seen = await come(on, executor(on, ended)).post(`${ended.path}/updates`, typed);
    expect(seen.status).toBe(422);
    expect(seen.text).toContain(langs.az.t('plans.reports.not_asked'));
    expect(fieldOf(seen.text, 'text')).toBe(GOOD.text);
  });

  it('refuses a post from elsewhere', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const b = come(on, executor(on, trial), { origin: 'https://evil.example' });
    expect((await b.post(`${trial.path}/updates`, { ...GOOD, cell: trial.cell('road') })).status).toBe(403);
  });
});

/** A link for one deed, as a coordinator makes it. */
async function linkFor(on: Stage, cell: string): Promise<string> {
  const make = command({
    name: 'trial.link',
    input: v.object({}),
    access: () => YES,
    run: async (ctx) => {
      const described = await describeReport(ctx.db, on.forum, cell);
      const asked = { ...described!, command: REPORT_DEED, object: cell, person: null };
      return done((await makeDeedLink(ctx, asked)).token, null);
    },
  });
  const made = await on.as(SYSTEM)(make, {});
  if (!made.ok) throw new Error('no link');
  return made.value;
}

both('a link for one report', (scratch) => {
  it('opens this form, keeps itself in the form, does the deed once and is spent', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const secret = await linkFor(on, trial.cell('road'));
    const house = { ...on.house, spendDeed };
    const byDeed: VisitorAsked['byDeed'] = (knock) => deedActor(scratch.db, on.now, knock.forum.id, knock.deed!);
    const b = come(on, undefined, { house, byDeed });
    const described = await describeReport(scratch.db, on.forum, trial.cell('road'));
    const seen = await b.get(`${described!.formPath}&deed=${secret}`);
    expect([seen.status, seen.kept]).toEqual([200, false]);
    const action = /<form[^>]* action="([^"]+)"/.exec(seen.text)?.[1];
    expect(action).toBe(`/az/stage${trial.path}/updates?deed=${secret}`);
    expect((await b.get(`${form(trial, 'water')}&deed=${secret}`)).status).toBe(403);
    const other = { ...GOOD, cell: trial.cell('water'), files: [note()] };
    expect((await b.post(action!, other)).status).toBe(403);
    const wrong = await b.post(action!, { ...GOOD, text: '', cell: trial.cell('road'), files: [note()] });
    expect([wrong.status, problems(wrong.text)]).toEqual([422, ['text']]);
    expect(wrong.text).toContain(`?deed=${secret}`);
    const sent = await b.post(action!, { ...GOOD, cell: trial.cell('road'), files: [note()] });
    expect([sent.status, sent.to?.includes(secret)]).toEqual([303, false]);
    const page = await come(on).get(sent.to!);
    expect(page.text).toContain(langs.az.t('ui.way.link'));
    expect((await b.get(`${form(trial)}&deed=${secret}`)).status).toBe(410);
    expect((await b.post(action!, { ...GOOD, cell: trial.cell('road'), files: [note()] })).status).toBe(410);
    const { rows } = await sql`select way from plans_updates`.execute(scratch.db);
    expect(rows).toEqual([{ way: 'link' }]);
  });

  it('is not described where nothing can be reported', async () => {
    const on = await stage(scratch);
    const ended = await loadTrial(on, { slug: 'ended', voice: 'not_asked' });
    const draft = await loadTrial(on, { slug: 'draft', adopted: null });
    expect(await describeReport(scratch.db, on.forum, ended.cell('road'))).toBeNull();
    expect(await describeReport(scratch.db, on.forum, draft.cell('road'))).toBeNull();
    expect(await describeReport(scratch.db, on.forum, '------------------------------------')).toBeNull();
  });
});
