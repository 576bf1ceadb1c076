import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { readTables } from '#core/sheets/read.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { dossierRoutes } from '../dossier/routes.ts';
import { evaluate } from '../evaluations/commands.ts';
import { dryRun, judgeImport, writeImport } from '../exchange/commands.ts';
import { takingRoutes } from '../exchange/taking/routes.ts';
import { feedRoutes } from '../feeds/routes.ts';
import { amendMeasure } from '../measures/amendments/commands.ts';
import { markMeasure } from '../measures/marks/commands.ts';
import { overviewRoutes } from '../overview/routes.ts';
import { holder, loadTrial, NO_CHANGE, type Trial } from '../trial/samples.ts';

/** Donors and money are public only field by field, where somebody ticked it. */
const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const routes = [...takingRoutes, ...feedRoutes, ...dossierRoutes(), ...overviewRoutes];
const come = (on: Stage, actor?: Actor) => visitor(on, { routes, langs, ...(actor ? { actor } : {}) });

/** 97,531.00 and 86,420.00 manat, however a page, a table or a program writes them. */
const SUMS = /97.{0,6}531|86.{0,6}420/;
const DONOR = 'Gizli Fond';

function ok<T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** An adopted measure with a budget that an amendment changed, and an evaluation paid for by somebody. */
async function paid(on: Stage, scratch: Scratch): Promise<Trial> {
  on.now = new Date('2026-03-16T08:00:00Z');
  const trial = await loadTrial(on);
  await sql`update plans_measures set budget_minor = 9753100, currency = 'AZN'`.execute(scratch.db);
  const change = { ...NO_CHANGE, measure: trial.measure, effectiveOn: on.today, budgetMinor: 8_642_000 };
  ok(await asSystem(on)(amendMeasure, { ...change, reason: { az: 'Vəsait azaldı' } }));
  ok(
    await on.as(holder(on, 'evaluator', trial.body('ngo')))(evaluate, {
      ...{ cell: trial.cell('road'), organisation: trial.body('ngo'), completion: 'no_evidence' },
      scales: { verifiable: null, open_lens: null, potential: null, early_results: null, did_open: null },
      ...{ finding: { az: 'Tapıntı' }, method: { az: 'Üsul' }, ties: { az: 'Cavab verilib.' } },
      ...{ funderTie: { az: `${DONOR} 900 manat verib.` }, evidence: [], files: [], actuals: [] },
    }),
  );
  on.now = new Date('2026-06-16T08:00:00Z');
  return trial;
}

const facesOf = ({ path }: Trial) => [
  ...[path, `${path}.json`, `${path}.atom`, '/plans/plan', '/plans/plan/report', '/plans'],
  ...['/plans/plan.csv', '/plans/plan.json', '/plans/plan.atom', '/plans/plan/ogp.csv', '/plans/plan.xlsx'],
];

/** What stands on a face; of a workbook what its cells say. */
async function said(on: Stage, face: string, actor?: Actor): Promise<string> {
  const { status, text } = await come(on, actor).get(face);
  expect([face, status]).toEqual([face, 200]);
  if (!face.endsWith('.xlsx')) return text;
  return JSON.stringify(ok(await readTables(Buffer.from(text, 'latin1'), 'plan.xlsx')));
}

async function tick(on: Stage, trial: Trial, budgetPublic: boolean): Promise<void> {
  const marks = { legalBasis: null, sourceUrl: null, sourceNote: null, localExecutor: 'yes' as const, localises: null };
  const rest = { ogpValues: [], tags: [], places: [], measure: trial.measure };
  ok(await asSystem(on)(markMeasure, { ...marks, ...rest, budgetPublic }));
}

both('money', (scratch) => {
  it('that nobody ticked stands on no page, in no table, no data, no feed and no entry of the log', async () => {
    const on = await stage(scratch);
    const trial = await paid(on, scratch);
    for (const face of facesOf(trial)) {
      const text = await said(on, face);
      expect(text, face).not.toMatch(SUMS);
      expect(text, face).not.toContain(DONOR);
    }
    const { rows } = await sql<{ content: string }>`select content from core_entry_contents`.execute(scratch.db);
    for (const { content } of rows) expect(content).not.toMatch(new RegExp(`${SUMS.source}|${DONOR}`));
    // The amendment itself stays news, with its reason.
    expect(await said(on, trial.path)).toContain('Vəsait azaldı');
  });

  it('is public everywhere once the budget is ticked, and gone again with the tick', async () => {
    const on = await stage(scratch);
    const trial = await paid(on, scratch);
    await tick(on, trial, true);
    for (const face of [trial.path, `${trial.path}.json`, '/plans/plan.csv', '/plans/plan.json', '/plans/plan.xlsx'])
      expect(await said(on, face), face).toMatch(SUMS);
    await tick(on, trial, false);
    for (const face of facesOf(trial)) expect(await said(on, face), face).not.toMatch(SUMS);
  });

  it('of an evaluator’s funder is read by who keeps the record and by the evaluator, by nobody else', async () => {
    const on = await stage(scratch);
    const trial = await paid(on, scratch);
    for (const reader of [person(on.forum.id, 'secretary'), holder(on, 'evaluator', trial.body('ngo'))])
      expect(await said(on, trial.path, reader)).toContain(DONOR);
    for (const reader of [
      holder(on, 'executor', trial.body('road')),
      holder(on, 'evaluator', trial.body('water')),
      person('01900000-0000-7000-8000-0000000000ff', 'coordinator'),
    ])
      expect(await said(on, trial.path, reader)).not.toContain(DONOR);
    expect(await said(on, `${trial.path}.json`, person(on.forum.id, 'coordinator'))).not.toContain(DONOR);
  });

  it('is not lost when a table that was taken away is brought in again, and a file never makes it public', async () => {
    const on = await stage(scratch);
    await loadTrial(on, { adopted: null });
    await sql`update plans_measures set budget_minor = 9753100, currency = 'AZN'`.execute(scratch.db);
    const taken = await said(on, '/plans/plan.csv', person(on.forum.id, 'coordinator'));
    expect(taken).not.toMatch(SUMS);
    const csv = taken.replace('Terminallar', 'Terminallar və kassalar');
    const tables = ok(await readTables(Buffer.from(csv), 'plan.csv'));
    const choice = { target: 'file' as const, words: 'az' as const, title: null, kind: null, slug: null };
    const asked = { fileName: 'plan.csv', tables, choice: { ...choice, unknown: 'refuse' as const } };
    const dry = ok(await dryRun({ db: scratch.db, forum: on.forum, today: on.today }, asked));
    expect(JSON.stringify(dry)).not.toMatch(SUMS);
    const stored = ok(await asSystem(on)(judgeImport, { ...asked, sha256: '0' }));
    ok(await asSystem(on)(writeImport, { import: stored.id, onlyGood: false, unknown: null, seen: null }));
    const { rows } = await sql`
      select title ->> 'az' as title, budget_minor, currency, budget_public from plans_measures`.execute(scratch.db);
    expect(rows).toEqual([
      { title: 'Terminallar və kassalar', budget_minor: 9_753_100, currency: 'AZN', budget_public: false },
    ]);
    const paidFor = 'Tədbir;Büdcə;Donor;Maliyyə mənbəyi\nYollar;500 manat;Gizli Fond;qrant';
    const other = ok(await readTables(Buffer.from(paidFor), 'yeni.csv'));
    const fresh = { ...asked.choice, target: 'new' as const, title: 'Yeni plan', slug: 'yeni' };
    const read = ok(
      await dryRun(
        { db: scratch.db, forum: on.forum, today: on.today },
        { fileName: 'yeni.csv', tables: other, choice: fresh },
      ),
    );
    expect(read.remarks).toMatchObject([
      { key: 'plans.exchange.remark.unread', params: { columns: 'Donor, Maliyyə mənbəyi' } },
      { key: 'plans.exchange.remark.budget_kept' },
    ]);
  });
});
