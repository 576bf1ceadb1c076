import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import { withheldOn } from '#core/db/testing/withheld.ts';
import { fileRoutes } from '#core/files/routes.ts';
import { type FileStore, fileStore } from '#core/files/store.ts';
import { type Typed, type VisitorAsked, visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { day } from '#core/time/plain-date.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { dossierRoutes } from '../dossier/routes.ts';
import { reportUpdate } from '../reports/commands.ts';
import { holder, loadTrial, type Trial } from '../trial/samples.ts';
import { WITHHELD } from '../withheld/rules.ts';
import { evaluationRoutes, readsEvidence } from './routes.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
let folder = '';
let files: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ortaq-evaluations-'));
  files = fileStore(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const come = (on: Stage, actor?: Actor, more: Partial<VisitorAsked> = {}) =>
  visitor(on, {
    routes: [...evaluationRoutes(files), ...dossierRoutes()],
    langs,
    ...(actor ? { actor } : {}),
    ...more,
  });

const form = (trial: Trial, key = 'road') => `${trial.path}/evaluations/new?cell=${trial.cell(key)}`;
const judge = (on: Stage, trial: Trial) => holder(on, 'evaluator', trial.body('ngo'));
const problems = (html: string): readonly string[] =>
  [...html.matchAll(/<li><a href="#f-([^"]+)">/g)].map(([, field]) => field!);

const WORDS: Typed = {
  completion: 'limited',
  finding: 'İki terminal <b>işləyir</b>.',
  method: 'Hər icmaya iki dəfə gedilib.',
  tie_forum: 'Üzvüdür.',
  tie_coordinator: 'Yoxdur.',
  tie_funder: 'Yoxdur.',
};
const SEEN: Typed = { evidence_kind_1: 'observation', evidence_title_1: 'Yerində baxış', evidence_day_1: '12.11.2026' };

both('the page of an evaluation', (scratch) => {
  it('is for evaluators of organisations that never were executors of the measure', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const tries: readonly (readonly [Actor | undefined, number, string])[] = [
      [undefined, 401, 'plans.plan.may_not_evaluate'],
      [person(on.forum.id, 'coordinator'), 403, 'plans.plan.may_not_evaluate'],
      [holder(on, 'executor', trial.body('road')), 403, 'plans.plan.may_not_evaluate'],
      [holder(on, 'evaluator', trial.body('water')), 403, 'plans.plan.may_not_judge_own'],
    ];
    for (const [actor, status, key] of tries) {
      const got = await come(on, actor).get(form(trial));
      expect([got.status, got.text]).toEqual([status, langs.az.say({ key })]);
      const sent = await come(on, actor).post(`${trial.path}/evaluations`, {
        ...WORDS,
        ...SEEN,
        cell: trial.cell('road'),
      });
      expect([sent.status, sent.text]).toEqual([status, langs.az.say({ key })]);
    }
    for (const odd of ['', '------------------------------------'])
      expect((await come(on, judge(on, trial)).get(`${trial.path}/evaluations/new?cell=${odd}`)).status).toBe(403);
  });

  it('shows what was reported, until when the executor may reply, in each language', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const said = {
      cell: trial.cell('road'),
      state: 'complete' as const,
      text: { az: 'Hamısı <i>qurulub</i>.' },
      actuals: [],
    };
    const evidence = [{ kind: 'link' as const, title: 'Akt 14', url: 'https://example.az/14', onDay: null }];
    const rest = { onDay: day('2026-11-20'), evidence, files: [], paper: null };
    const told = await on.as(holder(on, 'executor', trial.body('road')))(reportUpdate, { ...said, ...rest });
    for (const language of ['az', 'en', 'ru'] as const) {
      const lang = langs[language];
      const { status, text } = await come(on, judge(on, trial), { language }).get(form(trial));
      expect(status).toBe(200);
      expect(text).toContain('Hamısı &lt;i>qurulub&lt;/i>.');
      expect(text).toContain('<a href="https://example.az/14">Akt 14</a>');
      expect(text).toContain(lang.t('plans.evaluations.what_next', { date: lang.date(day('2026-12-07')) }));
      expect(text).not.toMatch(/[{}]/);
      expect(text).not.toContain('name="organisation" value=""');
    }
    // What was demanded away is no longer shown to whom judges it.
    await withheldOn(on, { type: WITHHELD.update, id: told.ok ? told.value.id : '' }, trial.path);
    const { text } = await come(on, judge(on, trial)).get(form(trial));
    expect(text).not.toContain('qurulub');
    for (const note of ['decision No 7', langs.az.t('plans.withheld.on_form')]) expect(text).toContain(note);
    const silent = await come(on, judge(on, trial)).get(form(trial, 'water'));
    expect(silent.text).toContain(langs.az.t('ui.state.no_report'));
  });

  it('says everything that is missing, keeps what was typed, and writes nothing', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const b = come(on, judge(on, trial));
    const cell = trial.cell('road');
    const empty = await b.post(`${trial.path}/evaluations`, { cell, tie_forum: 'Üzvüdür.', verifiable: 'yes' });
    expect(empty.status).toBe(422);
    expect(problems(empty.text)).toEqual(['completion', 'finding', 'method', 'tie_coordinator', 'tie_funder']);
    expect(empty.text).toContain('>Üzvüdür.</textarea>');
    expect(empty.text).toMatch(/<option value="yes" selected/);
    const bare = await b.post(`${trial.path}/evaluations`, { ...WORDS, cell });
    expect([bare.status, problems(bare.text)]).toEqual([422, ['files']]);
    const long = {
      ...WORDS,
      ...SEEN,
      cell,
      finding: 'ğ'.repeat(10_001),
      method: 'm'.repeat(3_001),
      tie_funder: 't'.repeat(501),
    };
    expect(problems((await b.post(`${trial.path}/evaluations`, long)).text)).toEqual([
      'finding',
      'method',
      'tie_funder',
    ]);
    const { rows } = await sql`select 1 from plans_evaluations`.execute(scratch.db);
    expect(rows).toEqual([]);
  });

  it('is sent to the executor, with its scales, ties line by line and an organisation of several', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on, { executors: ['road', 'a', 'b', 'c', 'd', 'water'] });
    const other = await loadTrial(on, { slug: 'other' });
    const actor: Actor = {
      ...{ kind: 'person', id: '01900000-0000-7000-8000-00000000cafe', name: 'Somebody' },
      roles: [trial.body('ngo'), other.body('ngo'), trial.body('water')].map((body) => {
        return { role: 'evaluator', forum: on.forum.id, body };
      }),
    };
    const b = come(on, actor);
    const asked = await b.get(form(trial));
    expect(asked.text.match(/<option value="[0-9a-f-]{36}"/g)).toHaveLength(2);
    const typed = { ...WORDS, ...SEEN, cell: trial.cell('road'), verifiable: 'ND', did_open: 'nonsense' };
    const unsaid = await b.post(`${trial.path}/evaluations`, typed);
    expect(problems(unsaid.text)).toEqual(['organisation']);
    const foreign = await b.post(`${trial.path}/evaluations`, { ...typed, organisation: trial.body('water') });
    expect(problems(foreign.text)).toEqual(['organisation']);
    const sent = await b.post(`${trial.path}/evaluations`, { ...typed, organisation: trial.body('ngo') });
    expect(sent.status).toBe(303);
    expect(sent.to).toMatch(/measures\/1\.1\?done=evaluation&executor=plan-road#evaluation-[0-9a-f-]{36}$/);
    const { rows } = await sql`
      select completion, verifiable, did_open, finding, ties, funder_tie, author_body_id as author from plans_evaluations`.execute(
      scratch.db,
    );
    expect(rows).toEqual([
      {
        ...{ completion: 'limited', verifiable: 'ND', did_open: null, author: trial.body('ngo') },
        finding: { az: WORDS.finding },
        // The tie to the funder is public only when it was ticked.
        ties: { az: 'Platforma ilə: Üzvüdür.\nKoordinatorla: Yoxdur.\nMaliyyələşdirənlə: Cavab verilib, açıq deyil.' },
        funder_tie: { az: 'Yoxdur.' },
      },
    ]);
    const ticked = { ...typed, cell: trial.cell('a'), organisation: trial.body('ngo'), funder_public: 'yes' };
    expect((await b.post(`${trial.path}/evaluations`, ticked)).status).toBe(303);
    const { rows: open } = await sql`
      select ties ->> 'az' as ties, funder_tie from plans_evaluations where cell_id = ${trial.cell('a')}`.execute(
      scratch.db,
    );
    expect(open).toEqual([{ ties: expect.stringContaining('Maliyyələşdirənlə: Yoxdur.'), funder_tie: null }]);
    const seen = await b.get(sent.to!);
    expect(seen.text).toContain(langs.az.t('plans.dossier.done.evaluation'));
    expect(seen.text).toContain(`id="${sent.to!.split('#')[1]}"`);
    expect(seen.text).toContain('İki terminal &lt;b>işləyir&lt;/b>.');
    expect(seen.text).toContain('Platforma ilə: Üzvüdür.<br/>Koordinatorla: Yoxdur.');
    expect(seen.text).toContain(langs.az.t('plans.dossier.waits_until', { date: '7 dekabr 2026' }));
    expect((await come(on).get(sent.to!)).text).not.toContain('işləyir');
  });

  it('keeps its evidence to those concerned until it is public', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const notes = new File(['Üç terminal işləyir.'], 'baxış.txt');
    const sent = await come(on, judge(on, trial)).post(`${trial.path}/evaluations`, {
      ...WORDS,
      cell: trial.cell('road'),
      files: notes,
    });
    expect(sent.status).toBe(303);
    const { rows } = await sql<{ at: string }>`
      select '/files/' || forum_id || '/' || id as at from core_files`.execute(scratch.db);
    const routes = fileRoutes(files, async () => false, [readsEvidence]);
    const status = async (actor?: Actor): Promise<number> =>
      (await visitor(on, { routes, langs, ...(actor ? { actor } : {}) }).get(rows[0]!.at)).status;
    const seen = async () => ({
      nobody: await status(),
      judge: await status(judge(on, trial)),
      executor: await status(holder(on, 'executor', trial.body('road'))),
      otherExecutor: await status(holder(on, 'executor', trial.body('water'))),
      secretary: await status(person(on.forum.id, 'secretary')),
    });
    const early = { nobody: 404, judge: 200, executor: 200, otherExecutor: 404, secretary: 200 };
    expect(await seen()).toEqual(early);
    on.now = new Date('2026-12-07T08:00:00Z');
    expect(await seen()).toEqual(early);
    on.now = new Date('2026-12-08T08:00:00Z');
    expect(await seen()).toEqual({ nobody: 200, judge: 200, executor: 200, otherExecutor: 200, secretary: 200 });
  });

  it('takes twelve files at once and says so of the thirteenth', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const several = Array.from({ length: 13 }, (_, i) => new File([`sətir ${i}`], `${i}.txt`));
    const typed = { ...WORDS, cell: trial.cell('road'), files: several };
    const sent = await come(on, judge(on, trial)).post(`${trial.path}/evaluations`, typed);
    expect([sent.status, problems(sent.text)]).toEqual([422, ['files']]);
    expect(sent.text).toContain(langs.az.t('core.files.too_many', { most: 12, found: 13 }));
    const { rows } = await sql`select 1 from plans_evaluations`.execute(scratch.db);
    expect(rows).toEqual([]);
  });
});
