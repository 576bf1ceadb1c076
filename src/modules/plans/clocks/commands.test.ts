import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { SYSTEM } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { day } from '#core/time/plain-date.ts';
import { evaluate, extendReply, reply } from '../evaluations/commands.ts';
import { withdrawMeasure } from '../measures/withdrawals/commands.ts';
import { writeReportDates } from '../plan/report-dates/commands.ts';
import { reportUpdate } from '../reports/commands.ts';
import { holder, loadTrial, type Trial } from '../trial/samples.ts';
import { followDue, keepClocks } from './commands.ts';

interface Line {
  readonly body: string;
  readonly due: string;
  readonly closed: string | null;
  readonly on: string | null;
}

/** What stands in the list of everything owed, by kind: due day, how and when it was closed. */
async function owed(on: Stage, kind: string): Promise<readonly Line[]> {
  const { rows } = await sql<Line>`
    select body_id as body, due_on as due, closed, closed_on as on from obligations_cases
    where subject_kind = ${kind} order by due_on, body_id`.execute(on.house.database.db);
  return rows;
}
const of = (lines: readonly Line[], body: string) =>
  lines.filter((one) => one.body === body).map((one) => [one.due, one.closed, one.on]);
const at = (on: Stage, date: string) => {
  on.now = new Date(`${date}T08:00:00Z`);
};
const REPORT_DATES = ['2026-06-30', '2026-12-31'];

async function trialOf(on: Stage): Promise<Trial> {
  at(on, '2026-03-16');
  return loadTrial(on, { reportDates: REPORT_DATES });
}
const report = (on: Stage, trial: Trial, key: string, onDay: string, state: 'under_way' | 'complete') =>
  on.as(holder(on, 'executor', trial.body(key)))(reportUpdate, {
    ...{
      cell: trial.cell(key),
      state,
      text: { az: 'Məlumat' },
      onDay: day(onDay),
      files: [],
      actuals: [],
      paper: null,
    },
    evidence: [{ kind: 'observation', title: 'Yerində', url: null, onDay: day(onDay) }],
  });

async function judged(on: Stage, trial: Trial): Promise<string> {
  const scales = { verifiable: null, open_lens: null, potential: null, early_results: null, did_open: null };
  const sent = await on.as(holder(on, 'evaluator', trial.body('ngo')))(evaluate, {
    ...{ cell: trial.cell('road'), organisation: trial.body('ngo'), completion: 'no_evidence', scales },
    ...{ finding: { az: 'x' }, method: { az: 'x' }, ties: { az: 'x' }, evidence: [], files: [], actuals: [] },
  });
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
  return sent.value.id;
}

both('report days in the list of everything owed', (scratch) => {
  it('are owed by each executor, answered by its report, early or late, and end with a complete measure', async () => {
    const on = await stage(scratch);
    const trial = await trialOf(on);
    const [road, water] = [trial.body('road'), trial.body('water')];
    expect(of(await owed(on, 'plans.report'), road)).toEqual(REPORT_DATES.map((date) => [date, null, null]));
    at(on, '2026-06-20');
    expect((await report(on, trial, 'road', '2026-06-19', 'under_way')).ok).toBe(true);
    expect(of(await owed(on, 'plans.report'), road)[0]).toEqual(['2026-06-30', 'done', '2026-06-19']);
    at(on, '2026-07-20');
    expect((await report(on, trial, 'water', '2026-07-15', 'complete')).ok).toBe(true);
    // The late report answers both days after the one before it; nothing more is owed of a complete measure.
    expect(of(await owed(on, 'plans.report'), water)).toEqual([
      ['2026-06-30', 'done', '2026-07-15'],
      ['2026-12-31', 'done', '2026-07-15'],
    ]);
    const dates = REPORT_DATES.slice(0, 1).map((dueOn) => ({ dueOn: day(dueOn), basis: 'maddə 5' }));
    expect((await asSystem(on)(writeReportDates, { plan: trial.plan, dates })).ok).toBe(true);
    expect(of(await owed(on, 'plans.report'), road)[1]?.slice(0, 2)).toEqual(['2026-12-31', 'waived']);
  });

  it('end with a withdrawal, and keeping them twice changes nothing', async () => {
    const on = await stage(scratch);
    const trial = await trialOf(on);
    const withdrawn = await asSystem(on)(withdrawMeasure, {
      ...{ measure: trial.measure, onDay: day('2026-09-01'), reason: null, decision: 'qərar 3', decisionUrl: null },
    });
    expect(withdrawn.ok).toBe(true);
    const lines = await owed(on, 'plans.report');
    expect(of(lines, trial.body('road'))).toEqual([
      ['2026-06-30', null, null],
      ['2026-12-31', 'waived', '2026-03-16'],
    ]);
    expect(await asSystem(on)(keepClocks, { plan: trial.plan })).toEqual({ ok: true, value: { n: 0 } });
    expect(await owed(on, 'plans.report')).toEqual(lines);
  });
});

both('a reply window in the list of everything owed', (scratch) => {
  it('has the due day of the window, moves with its extension and stops with the reply', async () => {
    const on = await stage(scratch);
    const trial = await trialOf(on);
    const evaluation = await judged(on, trial);
    const until = async () =>
      (await sql<{ d: string }>`select reply_until as d from plans_evaluations`.execute(scratch.db)).rows[0]?.d;
    expect((await owed(on, 'plans.reply'))[0]?.due).toBe(await until());
    const executor = on.as(holder(on, 'executor', trial.body('road')));
    expect((await executor(extendReply, { evaluation, reason: 'Bayram' })).ok).toBe(true);
    expect((await owed(on, 'plans.reply'))[0]?.due).toBe(await until());
    at(on, '2026-03-31');
    expect((await executor(reply, { evaluation, text: { az: 'Qəbul' }, paper: null })).ok).toBe(true);
    expect(of(await owed(on, 'plans.reply'), trial.body('road'))[0]?.slice(1)).toEqual(['done', '2026-03-31']);
  });

  it('follows a moved day as long as the evaluation is not public', async () => {
    const on = await stage(scratch);
    const trial = await trialOf(on);
    const evaluation = await judged(on, trial);
    const moved = [{ id: 'x' as never, kind: 'plans.reply', subject: evaluation, due: day('2026-05-05') }];
    const follow = () =>
      scratch.database.transaction((db) =>
        followDue(
          { ...on, db, forum: on.forum, today: on.today, now: on.now, actor: SYSTEM, lang: 'az', requestId: 't' },
          moved,
        ),
      );
    const window = async () =>
      (await sql`select reply_until, publishes_on from plans_evaluations`.execute(scratch.db)).rows[0];
    await follow();
    expect(await window()).toEqual({ reply_until: '2026-05-05', publishes_on: '2026-05-06' });
    at(on, '2026-05-06');
    moved[0]!.due = day('2026-06-01');
    await follow();
    expect(await window()).toEqual({ reply_until: '2026-05-05', publishes_on: '2026-05-06' });
  });

  it('that is older than the list is brought in by the nightly look, with its reply', async () => {
    const on = await stage(scratch);
    const trial = await trialOf(on);
    const evaluation = await judged(on, trial);
    await on.as(holder(on, 'executor', trial.body('road')))(reply, { evaluation, text: { az: 'x' }, paper: null });
    const before = await owed(on, 'plans.reply');
    for (const table of ['obligations_fulfilments', 'obligations_cases'])
      await sql`delete from ${sql.table(table)}`.execute(scratch.db);
    const kept = await asSystem(on)(keepClocks, { plan: trial.plan });
    expect(kept).toEqual({ ok: true, value: { n: 5 } });
    expect(await owed(on, 'plans.reply')).toEqual(before);
    expect((await on.as(person(on.forum.id, 'member'))(keepClocks, { plan: trial.plan })).ok).toBe(false);
  });
});
