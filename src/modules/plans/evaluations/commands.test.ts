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
import { holder, loadTrial, NO_CHANGE, type Trial } from '../trial/samples.ts';
import { evaluate, extendReply, reply } from './commands.ts';

type Input = Parameters<typeof evaluate.run>[1];

const SCALES = { verifiable: null, open_lens: null, potential: null, early_results: null, did_open: null };
const SEEN = { kind: 'observation' as const, title: 'Yerində baxış', url: null, onDay: day('2026-03-10') };

const judged = (trial: Trial, given: Partial<Input> = {}): Input => ({
  cell: trial.cell('road'),
  organisation: trial.body('ngo'),
  completion: 'limited',
  scales: SCALES,
  finding: { az: 'İki terminal işləyir.' },
  method: { az: 'Hər icmaya iki dəfə gedilib.' },
  ties: { az: 'Platforma ilə: yoxdur' },
  evidence: [SEEN],
  files: [],
  actuals: [],
  ...given,
});

function said(result: Result<unknown>): string {
  if (result.ok) return 'ok';
  return `${result.refusal.kind}: ${result.refusal.message.key.split('.').at(-1)}`;
}

/** The eve of Novruz 2026, when eight days in a row are free. */
async function eve(on: Stage, asked: Parameters<typeof loadTrial>[1] = {}): Promise<Trial> {
  on.now = new Date('2026-03-16T08:00:00Z');
  return loadTrial(on, asked);
}
const at = (on: Stage, date: string) => {
  on.now = new Date(`${date}T08:00:00Z`);
};

const asJudge = (on: Stage, trial: Trial) => on.as(holder(on, 'evaluator', trial.body('ngo')));
const asExecutor = (on: Stage, trial: Trial) => on.as(holder(on, 'executor', trial.body('road')));
const answer = (evaluation: string) => ({ evaluation, text: { az: 'Qəbul edirik.' }, paper: null });

async function sent(on: Stage, trial: Trial, given: Partial<Input> = {}): Promise<string> {
  const result = await asJudge(on, trial)(evaluate, judged(trial, given));
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.id;
}

async function windowOf(on: Stage, evaluation: string) {
  const { rows } =
    await sql`select sent_on, reply_until, publishes_on from plans_evaluations where id = ${evaluation}`.execute(
      on.house.database.db,
    );
  return rows[0];
}

async function rowsOf(on: Stage, statement: ReturnType<typeof sql>): Promise<readonly unknown[]> {
  return (await statement.execute(on.house.database.db)).rows;
}

both('who may evaluate', (scratch) => {
  it('is the evaluator of an organisation that never was executor of the measure', async () => {
    const on = await stage(scratch);
    at(on, '2026-08-03');
    const trial = await loadTrial(on, { executors: ['road', 'water', 'former'] });
    const change = { ...NO_CHANGE, measure: trial.measure, effectiveOn: day('2026-08-02') };
    const staff = on.as(person(on.forum.id, 'coordinator'));
    expect(said(await staff(amendMeasure, { ...change, executorsOut: [trial.cell('former')] }))).toBe('ok');
    const by = (key: string, role = 'evaluator') => holder(on, role, trial.body(key));
    const tries: readonly (readonly [Actor, string, string])[] = [
      [by('ngo'), 'ngo', 'ok'],
      [by('ngo'), 'water', 'forbidden: may_not_evaluate'],
      [by('road'), 'road', 'forbidden: may_not_judge_own'],
      [by('water'), 'water', 'forbidden: may_not_judge_own'],
      [by('former'), 'former', 'forbidden: may_not_judge_own'],
      [by('ngo', 'member'), 'ngo', 'forbidden: may_not_evaluate'],
      [person(on.forum.id, 'coordinator'), 'ngo', 'forbidden: may_not_evaluate'],
      [{ kind: 'nobody' }, 'ngo', 'sign_in: may_not_evaluate'],
      [SYSTEM, 'water', 'forbidden: may_not_judge_own'],
    ];
    for (const [actor, key, verdict] of tries)
      expect(said(await on.as(actor)(evaluate, judged(trial, { organisation: trial.body(key) })))).toBe(verdict);
    const nowhere = { cell: '01900000-0000-7000-8000-000000000000' as CellId };
    expect(said(await asJudge(on, trial)(evaluate, judged(trial, nowhere)))).toBe('forbidden: may_not_evaluate');
    const former = await asJudge(on, trial)(evaluate, judged(trial, { cell: trial.cell('former') }));
    expect(said(former)).toBe('conflict: not_executor');
  });

  it('judges adopted plans and measures that stand, ended plans too', async () => {
    const on = await stage(scratch);
    const draft = await loadTrial(on, { slug: 'draft', adopted: null });
    const ended = await loadTrial(on, { slug: 'ended', voice: 'not_asked' });
    const gone = await loadTrial(on, { slug: 'gone' });
    const decided = { measure: gone.measure, decision: 'qərar 12', decisionUrl: null, reason: null };
    const staff = on.as(person(on.forum.id, 'coordinator'));
    expect(said(await staff(withdrawMeasure, { ...decided, onDay: day('2026-11-23') }))).toBe('ok');
    expect(said(await asJudge(on, draft)(evaluate, judged(draft)))).toBe('conflict: not_adopted');
    expect(said(await asJudge(on, ended)(evaluate, judged(ended)))).toBe('ok');
    expect(said(await asJudge(on, gone)(evaluate, judged(gone)))).toBe('conflict: withdrawn');
  });

  it('says finding, method and ties, and shows what it saw', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const other = await loadTrial(on, { slug: 'other' });
    const nothing = { evidence: [] };
    const actual = { indicator: other.indicator, value: 1, numerator: null, base: null, source: 's' };
    const tries: readonly (readonly [Partial<Input>, string])[] = [
      [{ ties: {} }, 'bad_input: shape'],
      [{ ties: { az: '' } }, 'bad_input: shape'],
      [{ finding: { az: 'a'.repeat(10_001) } }, 'bad_input: shape'],
      [{ method: {} }, 'bad_input: shape'],
      [{ completion: 'withdrawn' as never }, 'bad_input: shape'],
      [{ scales: { ...SCALES, verifiable: 'NR' as never } }, 'bad_input: shape'],
      [{ ...nothing, completion: 'limited' }, 'bad_input: evidence_missing'],
      [{ ...nothing, completion: 'complete' }, 'bad_input: evidence_missing'],
      [{ actuals: [actual] }, 'conflict: no_such_indicator'],
      [{ ...nothing, completion: 'no_evidence' }, 'ok'],
      [{ ...nothing, completion: 'not_started', finding: { az: '<script>'.padEnd(10_000, 'ğ') } }, 'ok'],
      [{ scales: { ...SCALES, verifiable: 'ND', did_open: 'outstanding' } }, 'ok'],
    ];
    const found = [];
    for (const [given] of tries) found.push([given, said(await asJudge(on, trial)(evaluate, judged(trial, given)))]);
    expect(found).toEqual(tries);
  });
});

both('the reply window', (scratch) => {
  it('is ten working days by the calendar of the country, over Novruz 2026 too', async () => {
    const on = await stage(scratch);
    const trial = await eve(on);
    expect(await windowOf(on, await sent(on, trial))).toEqual({
      sent_on: '2026-03-16',
      reply_until: '2026-04-08',
      publishes_on: '2026-04-09',
    });
    const entry = (await on.entries()).at(-1);
    expect(entry).toEqual({ kind: 'plans.evaluation_sent', params: { number: '1.1' } });
  });

  it('cannot be counted without a calendar, and says so', async () => {
    const on = await stage(scratch, { country: 'GE' });
    const trial = await loadTrial(on);
    expect(said(await asJudge(on, trial)(evaluate, judged(trial)))).toBe('conflict: no_calendar');
  });

  it('ends with the reply, which publishes both on its day', async () => {
    const on = await stage(scratch);
    const trial = await eve(on);
    const evaluation = await sent(on, trial);
    at(on, '2026-03-25');
    expect(said(await asExecutor(on, trial)(reply, answer(evaluation)))).toBe('ok');
    expect(await windowOf(on, evaluation)).toMatchObject({ reply_until: '2026-04-08', publishes_on: '2026-03-25' });
    expect(said(await asExecutor(on, trial)(reply, answer(evaluation)))).toBe('conflict: replied_already');
    expect(await rowsOf(on, sql`select on_day, way from plans_replies`)).toEqual([
      { on_day: '2026-03-25', way: 'account' },
    ]);
    expect((await on.entries()).filter((entry) => entry.kind === 'plans.replied')).toHaveLength(1);
  });

  it('is kept until its last day; a reply after it stands as late and holds nothing back', async () => {
    const on = await stage(scratch);
    const trial = await eve(on);
    const [inTime, late] = [await sent(on, trial), await sent(on, trial)];
    at(on, '2026-04-08');
    expect(said(await asExecutor(on, trial)(reply, answer(inTime)))).toBe('ok');
    expect(await windowOf(on, inTime)).toMatchObject({ publishes_on: '2026-04-08' });
    at(on, '2026-04-20');
    expect(said(await asExecutor(on, trial)(reply, answer(late)))).toBe('ok');
    expect(await windowOf(on, late)).toMatchObject({ reply_until: '2026-04-08', publishes_on: '2026-04-09' });
  });

  it('is longer once, in time, with a reason, and not after the reply', async () => {
    const on = await stage(scratch);
    const trial = await eve(on);
    const evaluation = await sent(on, trial);
    const extend = (reason = 'Rəis məzuniyyətdədir.') => ({ evaluation, reason });
    expect(said(await on.as({ kind: 'nobody' })(extendReply, extend()))).toBe('sign_in: may_not_reply');
    expect(said(await asJudge(on, trial)(extendReply, extend()))).toBe('forbidden: may_not_reply');
    expect(said(await asExecutor(on, trial)(extendReply, extend('')))).toBe('bad_input: shape');
    at(on, '2026-04-08');
    expect(said(await asExecutor(on, trial)(extendReply, extend()))).toBe('ok');
    expect(await windowOf(on, evaluation)).toMatchObject({ reply_until: '2026-04-15', publishes_on: '2026-04-16' });
    expect(said(await asExecutor(on, trial)(extendReply, extend()))).toBe('conflict: no_extension');
    expect((await on.entries()).at(-1)).toMatchObject({
      kind: 'plans.reply_extended',
      params: { until: '2026-04-15' },
    });
    at(on, '2026-04-14');
    expect(said(await asExecutor(on, trial)(reply, answer(evaluation)))).toBe('ok');
    expect(await windowOf(on, evaluation)).toMatchObject({ publishes_on: '2026-04-14' });
    const [tooLate, replied] = [await sent(on, trial), await sent(on, trial)];
    expect(said(await asExecutor(on, trial)(reply, answer(replied)))).toBe('ok');
    const staff = on.as(person(on.forum.id, 'secretary'));
    expect(said(await staff(extendReply, { evaluation: replied, reason: 'x' }))).toBe('conflict: no_extension');
    at(on, '2026-06-01');
    expect(said(await staff(extendReply, { evaluation: tooLate, reason: 'x' }))).toBe('conflict: no_extension');
  });

  it('cannot be longer where the plan has no extension', async () => {
    const on = await stage(scratch);
    const trial = await eve(on, { extensionDays: 0 });
    const evaluation = await sent(on, trial);
    const result = await asExecutor(on, trial)(extendReply, { evaluation, reason: 'x' });
    expect(said(result)).toBe('conflict: no_extension');
  });
});

both('a reply', (scratch) => {
  it('is given by the executor it judges, by a link for exactly it, or entered by staff from paper', async () => {
    const on = await stage(scratch);
    const trial = await eve(on);
    const evaluations = [await sent(on, trial), await sent(on, trial), await sent(on, trial), await sent(on, trial)];
    const link = (object: string, command = 'plans.reply'): Actor => ({
      kind: 'link',
      person: null,
      deed: { id: 'd', command, object, forum: on.forum.id, body: trial.body('road') },
    });
    const [account, byLink, onPaper, other] = evaluations as [string, string, string, string];
    const paper = { ref: '3', day: day('2026-11-20'), scan: null };
    const by = (key: string, role: string) => holder(on, role, trial.body(key));
    const tries: readonly (readonly [Actor, Parameters<typeof reply.run>[1], string])[] = [
      [{ kind: 'nobody' }, answer(other), 'sign_in: may_not_reply'],
      [by('water', 'executor'), answer(other), 'forbidden: may_not_reply'],
      [by('ngo', 'evaluator'), answer(other), 'forbidden: may_not_reply'],
      [person(on.forum.id, 'coordinator'), answer(other), 'forbidden: may_not_reply'],
      [link(byLink), answer(other), 'forbidden: may_not_reply'],
      [link(other, 'plans.report_update'), answer(other), 'forbidden: may_not_reply'],
      [by('road', 'executor'), { ...answer(other), paper }, 'forbidden: may_not_author'],
      [by('road', 'executor'), answer('01900000-0000-7000-8000-000000000000'), 'forbidden: may_not_reply'],
      [by('road', 'executor'), answer('------------------------------------'), 'bad_input: shape'],
      [by('road', 'executor'), { ...answer(other), text: { az: 'a'.repeat(10_001) } }, 'bad_input: shape'],
      [by('road', 'member'), answer(account), 'ok'],
      [link(byLink), answer(byLink), 'ok'],
      [person(on.forum.id, 'secretary'), { ...answer(onPaper), paper }, 'ok'],
    ];
    for (const [actor, input, verdict] of tries) expect(said(await on.as(actor)(reply, input))).toBe(verdict);
    expect(await rowsOf(on, sql`select way, paper_ref from plans_replies order by id`)).toEqual([
      { way: 'account', paper_ref: null },
      { way: 'link', paper_ref: null },
      { way: 'paper', paper_ref: '3' },
    ]);
  });
});

onServer('at once', (scratch) => {
  async function twice(
    deeds: (evaluation: string) => readonly (readonly [typeof reply | typeof extendReply, object])[],
  ) {
    const on = await stage(scratch);
    const trial = await eve(on);
    const house = { ...on.house, database: await scratch.another() };
    const asked = {
      actor: holder(on, 'executor', trial.body('road')),
      forum: on.forum,
      lang: 'az' as const,
      requestId: 't',
    };
    const rounds = [];
    for (let round = 0; round < 10; round++) {
      const evaluation = await sent(on, trial);
      const both = await Promise.all(
        deeds(evaluation).map(([deed, input], i) =>
          perform(i === 0 ? on.house : house, asked, deed as typeof reply, input as Parameters<typeof reply.run>[1]),
        ),
      );
      rounds.push({ words: both.map(said), window: await windowOf(on, evaluation) });
    }
    return rounds;
  }

  it('two replies: one is given, the other hears that it was', async () => {
    for (const { words } of await twice((id) => [
      [reply, answer(id)],
      [reply, answer(id)],
    ]))
      expect([...words].sort()).toEqual(['conflict: replied_already', 'ok']);
  });

  it('a reply and an extension: what was answered is never held back', async () => {
    const rounds = await twice((id) => [
      [reply, answer(id)],
      [extendReply, { evaluation: id, reason: 'x' }],
    ]);
    for (const { words, window } of rounds) {
      expect(words[0]).toBe('ok');
      expect(['ok', 'conflict: no_extension']).toContain(words[1]);
      expect(window).toMatchObject({ publishes_on: '2026-03-16' });
    }
  });

  it('two extensions: the window is longer once', async () => {
    const rounds = await twice((evaluation) => [1, 2].map(() => [extendReply, { evaluation, reason: 'x' }] as const));
    for (const { words, window } of rounds) {
      expect([...words].sort()).toEqual(['conflict: no_extension', 'ok']);
      expect(window).toMatchObject({ reply_until: '2026-04-15' });
    }
  });
});
