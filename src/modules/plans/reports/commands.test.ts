import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type Actor, SYSTEM } from '#core/actor.ts';
import { both, onServer } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { perform } from '#core/house.ts';
import { day } from '#core/time/plain-date.ts';
import { amendMeasure } from '../measures/amendments/commands.ts';
import type { CellId } from '../measures/schema.ts';
import { withdrawMeasure } from '../measures/withdrawals/commands.ts';
import { adopt, holder, loadTrial, NO_CHANGE, type Trial } from '../trial/samples.ts';
import { reportUpdate } from './commands.ts';

type Input = Parameters<typeof reportUpdate.run>[1];

const LINK = { kind: 'link' as const, title: 'Protokol', url: 'https://example.az/p', onDay: null };
const FILE = { sha256: 'a'.repeat(64), mediaType: 'image/webp', name: 'foto.webp', size: 10 };
const SCAN = { ...FILE, name: 'məktub.webp' };

const report = (cell: CellId, given: Partial<Input> = {}): Input => ({
  cell,
  state: 'under_way',
  text: { az: 'İki terminal quraşdırılıb.' },
  onDay: day('2026-11-20'),
  evidence: [LINK],
  files: [],
  actuals: [],
  paper: null,
  ...given,
});

/** "ok", or the kind of "no" with the last word of its sentence's key. */
function said(result: Result<unknown>): string {
  if (result.ok) return 'ok';
  return `${result.refusal.kind}: ${result.refusal.message.key.split('.').at(-1)}`;
}

const asExecutor = (on: Stage, trial: Trial, key = 'road') => on.as(holder(on, 'executor', trial.body(key)));

const link = (on: Stage, given: Partial<{ command: string; object: string; body: string | null }>): Actor => ({
  kind: 'link',
  person: null,
  deed: { id: 'd', command: 'plans.report_update', object: '', forum: on.forum.id, body: null, ...given },
});

async function cellRow(on: Stage, cell: CellId) {
  const { rows } = await sql<{
    executor_state: string;
    executor_proven: boolean;
    reported_on: string;
    update_id: string;
  }>`
    select executor_state, executor_proven, reported_on, update_id from plans_cells where id = ${cell}`.execute(
    on.house.database.db,
  );
  return rows[0]!;
}

async function rowsOf<T>(on: Stage, statement: ReturnType<typeof sql<T>>): Promise<readonly T[]> {
  return (await statement.execute(on.house.database.db)).rows;
}

both('who may report', (scratch) => {
  it('is the executor, its member, the holder of a link for exactly this cell, and nobody else', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const cell = trial.cell('road');
    const body = trial.body('road');
    const tries: readonly (readonly [string, Actor, string])[] = [
      ['executor', holder(on, 'executor', body), 'ok'],
      ['member', holder(on, 'member', body), 'ok'],
      ['link', link(on, { object: cell, body }), 'ok'],
      ['link for whoever comes', link(on, { object: cell }), 'ok'],
      ['nobody', { kind: 'nobody' }, 'sign_in: may_not_report'],
      ['other executor', holder(on, 'executor', trial.body('water')), 'forbidden: may_not_report'],
      ['evaluator', holder(on, 'evaluator', body), 'forbidden: may_not_report'],
      ['coordinator', person(on.forum.id, 'coordinator'), 'forbidden: may_not_report'],
      [
        'executor elsewhere',
        { ...holder(on, 'executor', body), roles: [{ role: 'executor', forum: 'x', body }] } as Actor,
        'forbidden: may_not_report',
      ],
      ['link for another cell', link(on, { object: trial.cell('water'), body }), 'forbidden: may_not_report'],
      ['link for another deed', link(on, { object: cell, command: 'plans.reply', body }), 'forbidden: may_not_report'],
      ['link for another body', link(on, { object: cell, body: trial.body('water') }), 'forbidden: may_not_report'],
    ];
    const found: unknown[] = [];
    for (const [who, actor] of tries) found.push([who, said(await on.as(actor)(reportUpdate, report(cell)))]);
    expect(found).toEqual(tries.map(([who, , verdict]) => [who, verdict]));
    const ways = await rowsOf(
      on,
      sql<{ way: string; entered_by: string | null }>`
      select way, entered_by from plans_updates order by id`,
    );
    expect(ways.map((row) => row.way)).toEqual(['account', 'account', 'link', 'link']);
    expect(ways.map((row) => row.entered_by !== null)).toEqual([true, true, false, false]);
  });

  it('on paper is staff and not the body itself; the scan is kept and not public, the evidence is', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const paper = { ref: '14/2', day: day('2026-11-20'), scan: SCAN };
    const input = report(trial.cell('road'), { paper, files: [FILE] });
    expect(said(await asExecutor(on, trial)(reportUpdate, input))).toBe('forbidden: may_not_author');
    expect(said(await on.as({ kind: 'nobody' })(reportUpdate, input))).toBe('sign_in: may_not_author');
    expect(said(await on.as(person(on.forum.id, 'secretary'))(reportUpdate, input))).toBe('ok');
    expect(
      await rowsOf(on, sql`select way, paper_ref, paper_day, paper_file is not null as scan from plans_updates`),
    ).toEqual([{ way: 'paper', paper_ref: '14/2', paper_day: '2026-11-20', scan: true }]);
    expect(await rowsOf(on, sql`select name, public from core_files order by name`)).toEqual([
      { name: 'foto.webp', public: true },
      { name: 'məktub.webp', public: false },
    ]);
    const [entry] = await rowsOf(
      on,
      sql<{ by_way: string }>`select by_way from core_entries where kind = 'plans.update_published'`,
    );
    expect(entry?.by_way).toBe('paper');
  });

  it('tells a cell of another forum from none by nothing', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const cell = trial.cell('road');
    const stranger = on.as(holder(on, 'executor', trial.body('road')), on.reference);
    expect(said(await stranger(reportUpdate, report(cell)))).toBe('forbidden: may_not_report');
    const nowhere = '01900000-0000-7000-8000-000000000000' as CellId;
    expect(said(await asExecutor(on, trial)(reportUpdate, report(nowhere)))).toBe('forbidden: may_not_report');
    expect(said(await on.as(SYSTEM)(reportUpdate, report(nowhere)))).toBe('forbidden: may_not_report');
  });
});

both('a report', (scratch) => {
  it('of more than "not started" needs evidence', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const none = { evidence: [], files: [] };
    const say = asExecutor(on, trial);
    for (const state of ['under_way', 'complete'] as const)
      expect(said(await say(reportUpdate, report(trial.cell('road'), { ...none, state })))).toBe(
        'bad_input: evidence_missing',
      );
    expect(said(await say(reportUpdate, report(trial.cell('road'), { ...none, state: 'not_started' })))).toBe('ok');
    expect(
      said(await say(reportUpdate, report(trial.cell('road'), { evidence: [], files: [FILE], state: 'complete' }))),
    ).toBe('ok');
    expect(await cellRow(on, trial.cell('road'))).toMatchObject({ executor_state: 'complete', executor_proven: true });
  });

  it('speaks of a day that was, while the body was executor and the measure stood', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on, { executors: ['road', 'water'] });
    const water = trial.cell('water');
    const staff = on.as(person(on.forum.id, 'coordinator'));
    const changed = await staff(amendMeasure, {
      ...NO_CHANGE,
      measure: trial.measure,
      effectiveOn: day('2026-08-01'),
      executorsIn: [{ body: trial.body('ngo'), role: 'co' }],
      executorsOut: [water],
    });
    expect(said(changed)).toBe('ok');
    const decided = { measure: trial.measure, decision: 'qərar 12', decisionUrl: null, reason: null };
    expect(said(await staff(withdrawMeasure, { ...decided, onDay: day('2026-11-10') }))).toBe('ok');
    const [came] = await rowsOf(on, sql<{ id: CellId }>`select id from plans_cells where from_day is not null`);
    const tries = [
      [trial.cell('road'), 'road', '2026-11-24', 'day_future'],
      [trial.cell('road'), 'road', '2026-11-09', 'ok'],
      [trial.cell('road'), 'road', '2026-11-10', 'withdrawn'],
      [water, 'water', '2026-07-31', 'ok'],
      [water, 'water', '2026-08-01', 'not_executor_then'],
      [came!.id, 'ngo', '2026-07-31', 'not_executor_then'],
      [came!.id, 'ngo', '2026-08-01', 'ok'],
    ] as const;
    const found = [];
    for (const [cell, key, onDay] of tries)
      found.push(said(await asExecutor(on, trial, key)(reportUpdate, report(cell, { onDay: day(onDay) }))));
    expect(found).toEqual(tries.map(([, , , word]) => (word === 'ok' ? 'ok' : `conflict: ${word}`)));
  });

  it('waits for the adoption of the plan, and is not asked of an ended one', async () => {
    const on = await stage(scratch);
    const draft = await loadTrial(on, { slug: 'draft', adopted: null });
    const ended = await loadTrial(on, { slug: 'ended', voice: 'not_asked' });
    expect(said(await asExecutor(on, draft)(reportUpdate, report(draft.cell('road'))))).toBe('conflict: not_adopted');
    expect(said(await asExecutor(on, ended)(reportUpdate, report(ended.cell('road'))))).toBe('conflict: not_asked');
    await adopt(on, draft.plan, day('2026-11-23'));
    const today = { onDay: day('2026-11-23') };
    expect(said(await asExecutor(on, draft)(reportUpdate, report(draft.cell('road'), today)))).toBe('ok');
  });

  it('is added and overwrites nothing; the newest day speaks, a late entry of an older one does not', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const cell = trial.cell('road');
    const say = asExecutor(on, trial);
    await say(reportUpdate, report(cell, { state: 'complete', onDay: day('2026-11-20') }));
    const speaking = await cellRow(on, cell);
    expect(speaking).toMatchObject({ executor_state: 'complete', reported_on: '2026-11-20' });
    await say(reportUpdate, report(cell, { state: 'not_started', onDay: day('2026-05-02'), evidence: [] }));
    expect(await cellRow(on, cell)).toEqual(speaking);
    on.now = new Date(on.now.getTime() + 60_000);
    await say(reportUpdate, report(cell, { state: 'under_way', onDay: day('2026-11-20') }));
    expect(await cellRow(on, cell)).toMatchObject({ executor_state: 'under_way', reported_on: '2026-11-20' });
    const kept = await rowsOf(on, sql`select on_day, state from plans_updates order by id`);
    expect(kept).toEqual([
      { on_day: '2026-11-20', state: 'complete' },
      { on_day: '2026-05-02', state: 'not_started' },
      { on_day: '2026-11-20', state: 'under_way' },
    ]);
  });

  it('brings what was measured, in order, with an entry of the public record and whom it concerns', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const counted = { indicator: trial.indicator, value: 3, numerator: 3, base: 8, source: 'yerində sayılıb' };
    const evidence = [LINK, { kind: 'event' as const, title: 'Görüş', url: null, onDay: day('2026-11-02') }];
    const result = await asExecutor(on, trial)(
      reportUpdate,
      report(trial.cell('road'), { evidence, files: [FILE], actuals: [counted] }),
    );
    expect(result.ok && result.value.path).toBe(trial.path);
    expect(await rowsOf(on, sql`select kind, title, position from plans_evidence order by position`)).toEqual([
      { kind: 'file', title: 'foto.webp', position: 0 },
      { kind: 'link', title: 'Protokol', position: 1 },
      { kind: 'event', title: 'Görüş', position: 2 },
    ]);
    expect(await rowsOf(on, sql`select value, numerator, base, voice, body_id, on_day from plans_actuals`)).toEqual([
      { value: 3, numerator: 3, base: 8, voice: 'executor', body_id: trial.body('road'), on_day: '2026-11-20' },
    ]);
    expect((await on.entries()).at(-1)).toMatchObject({
      kind: 'plans.update_published',
      params: { number: '1.1', state: 'under_way' },
    });
    const [entry] = await rowsOf(
      on,
      sql<{ bodies: string[] }>`select bodies from core_entries order by at desc, id desc limit 1`,
    );
    expect(entry?.bodies).toEqual([trial.body('road')]);
  });

  it('is cited by the number that the measure bears today', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const change = { ...NO_CHANGE, measure: trial.measure, effectiveOn: day('2026-08-01'), number: '1.3' };
    expect(said(await on.as(person(on.forum.id, 'coordinator'))(amendMeasure, change))).toBe('ok');
    const result = await asExecutor(on, trial)(reportUpdate, report(trial.cell('road')));
    expect(result.ok && result.value.path).toBe('/plans/plan/measures/1.3');
    expect((await on.entries()).at(-1)?.params).toMatchObject({ number: '1.3' });
  });

  it('takes 10,000 characters, script as text, and refuses what no form would send', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const say = asExecutor(on, trial);
    const cell = trial.cell('road');
    const text = { az: `<script>alert('ə')</script>${'ğ'.repeat(9_973)}` };
    expect(text.az).toHaveLength(10_000);
    expect(said(await say(reportUpdate, report(cell, { text })))).toBe('ok');
    expect(await rowsOf(on, sql`select text from plans_updates`)).toEqual([{ text }]);
    const bad: readonly Partial<Input>[] = [
      { text: { az: 'a'.repeat(10_001) } },
      { text: {} },
      { text: { az: '' } },
      { text: { xx: 'a' } as never },
      { onDay: '2026-02-30' as never },
      { onDay: '20-11-2026' as never },
      { evidence: [{ ...LINK, kind: 'rumour' as never }] },
      { evidence: [{ ...LINK, url: 'javascript:alert(1)' }] },
      { evidence: [{ ...LINK, url: null }] },
      { evidence: [{ ...LINK, title: '' }] },
      { evidence: [{ ...LINK, onDay: '2026-02-30' as never }] },
      { actuals: [{ indicator: trial.indicator, value: Number.NaN, numerator: null, base: null, source: 's' }] },
      { actuals: [{ indicator: trial.indicator, value: 1, numerator: 1, base: null, source: 's' }] },
      { actuals: [{ indicator: trial.indicator, value: 1, numerator: 1, base: 0, source: 's' }] },
      { actuals: [{ indicator: trial.indicator, value: 1, numerator: null, base: null, source: '' }] },
      { paper: { ref: '', day: day('2026-11-20'), scan: null } },
      { cell: 'nonsense' as CellId },
    ];
    const found = [];
    for (const given of bad) found.push([given, said(await say(reportUpdate, report(cell, given)))]);
    expect(found).toEqual(bad.map((given) => [given, 'bad_input: shape']));
  });

  it('speaks of indicators of its own measure only', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const other = await loadTrial(on, { slug: 'other' });
    const actuals = [{ indicator: other.indicator, value: 1, numerator: null, base: null, source: 's' }];
    const result = await asExecutor(on, trial)(reportUpdate, report(trial.cell('road'), { actuals }));
    expect(said(result)).toBe('conflict: no_such_indicator');
    expect(await rowsOf(on, sql`select 1 from plans_updates`)).toEqual([]);
  });
});

onServer('two reports at once', (scratch) => {
  it('leave the newest day speaking, whichever ends last', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const cell = trial.cell('road');
    const other = await scratch.another();
    const actor = holder(on, 'executor', trial.body('road'));
    const asked = { actor, forum: on.forum, lang: 'az' as const, requestId: 'test' };
    const house = { ...on.house, database: other };
    for (let round = 0; round < 12; round++) {
      const [newer, older] = [day(`2026-11-${10 + (round % 12)}`), day(`2026-10-${10 + (round % 12)}`)];
      const both = await Promise.all([
        perform(on.house, asked, reportUpdate, report(cell, { state: 'complete', onDay: newer })),
        perform(house, asked, reportUpdate, report(cell, { state: 'under_way', onDay: older })),
      ]);
      expect(both.map(said)).toEqual(['ok', 'ok']);
      expect(await cellRow(on, cell)).toMatchObject({ executor_state: 'complete', reported_on: newer });
    }
  });
});
