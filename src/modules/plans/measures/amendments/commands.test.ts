import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { day } from '#core/time/plain-date.ts';
import { addBody } from '#modules/places/bodies/commands.ts';
import { createPlan } from '../../plan/commands.ts';
import type { PlanId } from '../../plan/schema.ts';
import { enterStage } from '../../plan/stages/commands.ts';
import { createMeasure } from '../authoring/commands.ts';
import { writeIndicators } from '../indicators/commands.ts';
import { indicatorsOf } from '../indicators/queries.ts';
import { amendmentsOf, cellsOf, measureByAddress } from '../queries.ts';
import { activeOn, measureOn, targetsOn } from '../rules.ts';
import type { MeasureId } from '../schema.ts';
import { withdrawMeasure } from '../withdrawals/commands.ts';
import { amendMeasure } from './commands.ts';
import type { AmendmentInput } from './forms.ts';
import { newAmendmentId } from './queries.ts';

const PLAN = {
  language: 'az' as const,
  title: { az: 'Plan' },
  rendering: false,
  startsOn: day('2026-04-01'),
  endsOn: day('2027-11-30'),
  replyDays: 10,
  extensionDays: 5,
  slug: 'plan',
  summary: null,
  executorVoice: 'asked' as const,
  reportedMeasures: null,
  reportedPoints: null,
  reportedLocal: null,
  reportedSource: null,
  sourceUrl: null,
};
const NO_MARKS = { legalBasis: null, sourceNote: null, localises: null, ogpValues: [], tags: [], places: [] };
const MEASURE = {
  ...NO_MARKS,
  sourceUrl: null,
  localExecutor: 'unknown' as const,
  budgetPublic: false,
  point: null,
  title: { az: 'Terminallar' },
  text: { az: 'Səkkiz icmada terminal quraşdırılır.' },
  problem: null,
  startsOn: day('2026-04-01'),
  dueOn: day('2026-09-30'),
  dueText: null,
  budgetMinor: null,
  currency: null,
  executorsText: null,
  milestones: [],
  added: null,
};
const BODY = {
  short: null,
  place: null,
  site: null,
  email: null,
  phone: null,
  address: null,
  from: null,
  source: null,
};
const NOTHING: Omit<AmendmentInput, 'measure' | 'effectiveOn'> = {
  id: null,
  decision: 'qərar 9',
  decisionUrl: null,
  reason: null,
  number: null,
  title: null,
  text: null,
  startsOn: null,
  dueOn: null,
  budgetMinor: null,
  currency: null,
  executorsIn: [],
  executorsOut: [],
  targetsIn: [],
  targetsOut: [],
};

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

function wrong(result: Result<unknown>): readonly string[] {
  if (result.ok) return [];
  const short = (key: string) => key.split('.').at(-1) ?? '';
  const { kind, fields, message } = result.refusal;
  return fields?.map((f) => `${f.field}: ${short(f.message.key)}`) ?? [`${kind}: ${short(message.key)}`];
}

const author = (on: Stage) => on.as(person(on.forum.id, 'coordinator'));
const body = async (on: Stage, name: string): Promise<string> =>
  value(await author(on)(addBody, { ...BODY, kind: 'ngo', name: { az: name }, slug: null, partOf: null, classes: [] }))
    .id;

interface World {
  readonly plan: PlanId;
  readonly first: MeasureId;
  readonly second: MeasureId;
  readonly bodies: readonly string[];
}

/** An adopted plan with measures 1.1 (two executors, a target) and 1.2. */
async function world(on: Stage): Promise<World> {
  const plan = value(await author(on)(createPlan, PLAN)).id;
  const bodies = [await body(on, 'Birinci'), await body(on, 'İkinci'), await body(on, 'Üçüncü')];
  const executors = bodies.slice(0, 2).map((b) => ({ body: b, role: 'lead' as const }));
  const first = value(await author(on)(createMeasure, { ...MEASURE, plan, number: '1.1', executors })).id;
  const second = value(await author(on)(createMeasure, { ...MEASURE, plan, number: '1.2', executors: [] })).id;
  const indicator = { id: null, text: { az: 'Say' }, unit: null, direction: 'up' as const, baseline: null };
  const targets = [{ id: null, dueOn: day('2026-09-30'), value: 8 }];
  value(await author(on)(writeIndicators, { measure: first, indicators: [{ ...indicator, targets }] }));
  const adopted = { plan, stage: 'adopted' as const, fromDay: day('2026-03-14'), source: 'qərar 7', sourceUrl: null };
  value(await author(on)(enterStage, adopted));
  return { plan, first, second, bodies };
}

both('amending a measure', (scratch) => {
  const amend = (on: Stage, measure: MeasureId, on_: string, changes: Partial<AmendmentInput>) =>
    author(on)(amendMeasure, { ...NOTHING, measure, effectiveOn: day(on_), ...changes });

  it('keeps the first text, and the old address leads to the new one for ever', async () => {
    const on = await stage(scratch);
    const { plan, first } = await world(on);
    const changes = { number: '1.3', dueOn: day('2026-12-31'), text: { az: 'Altı icmada quraşdırılır.' } };
    expect(value(await amend(on, first, '2026-08-01', changes)).measure).toBe('1.3');
    const key = { forum_id: on.forum.id, id: plan };
    const old = await measureByAddress(scratch.db, key, '1.1');
    expect(old).toMatchObject({ id: first, slug: '1.3', number: '1.1', text: MEASURE.text, due_on: '2026-09-30' });
    const amendments = await amendmentsOf(scratch.db, old!);
    expect(measureOn(old!, amendments, day('2026-07-31'))).toMatchObject({ number: '1.1', due_on: '2026-09-30' });
    expect(measureOn(old!, amendments, day('2026-08-01'))).toMatchObject({ number: '1.3', due_on: '2026-12-31' });
    value(await amend(on, first, '2026-09-01', { number: '1.1' }));
    expect((await measureByAddress(scratch.db, key, '1.3'))?.slug).toBe('1.1');
    const entries = await on.entries();
    expect(entries.at(-1)).toMatchObject({
      kind: 'plans.measure_amended',
      params: { measure: '1.3 Terminallar', day: '2026-09-01' },
    });
  });

  it('hands executors and targets over without a gap', async () => {
    const on = await stage(scratch);
    const { first, bodies } = await world(on);
    const key = { forum_id: on.forum.id, id: first };
    const [cell] = await cellsOf(scratch.db, key);
    const { indicators, targets } = await indicatorsOf(scratch.db, key);
    const changes = {
      executorsOut: [cell!.id],
      executorsIn: [{ body: bodies[2]!, role: 'lead' as const }],
      targetsOut: [targets[0]!.id],
      targetsIn: [{ indicator: indicators[0]!.id, dueOn: day('2027-03-31'), value: 6 }],
    };
    value(await amend(on, first, '2026-08-01', changes));
    const cells = await cellsOf(scratch.db, key);
    const active = (d: string) => cells.filter((c) => activeOn(c, day(d))).map((c) => c.body_id);
    expect(active('2026-07-31')).toEqual([bodies[0], bodies[1]]);
    expect(active('2026-08-01')).toEqual([bodies[1], bodies[2]]);
    const after = await indicatorsOf(scratch.db, key);
    expect(targetsOn(after.targets, day('2026-07-31')).map((t) => t.value)).toEqual([8]);
    expect(targetsOn(after.targets, day('2026-08-01')).map((t) => t.value)).toEqual([6]);
    expect(wrong(await amend(on, first, '2026-08-01', { targetsOut: [targets[0]!.id] }))).toEqual([
      'targets: not_target',
    ]);
    const came = cells.find((c) => c.body_id === bodies[2]);
    expect(wrong(await amend(on, first, '2026-08-01', { executorsOut: [came!.id] }))).toEqual([
      'executors_out: came_that_day',
    ]);
    value(await amend(on, first, '2026-09-01', { executorsOut: [came!.id] }));
    value(await amend(on, first, '2026-10-01', { executorsIn: [{ body: bodies[0]!, role: 'co' }] }));
  });

  it('refuses days out of order, numbers that are taken, executors that are none, and nothing at all', async () => {
    const on = await stage(scratch);
    const { first, second, bodies } = await world(on);
    const cells = await cellsOf(scratch.db, { forum_id: on.forum.id, id: first });
    const due = { dueOn: day('2026-12-31') };
    expect(wrong(await amend(on, first, '2026-03-01', due))).toEqual(['effective_on: before_began']);
    value(await amend(on, first, '2026-08-01', due));
    expect(wrong(await amend(on, first, '2026-07-01', { dueOn: day('2027-01-31') }))).toEqual([
      'effective_on: before_last',
    ]);
    expect(wrong(await amend(on, first, '2026-09-01', {}))).toEqual(['effective_on: nothing']);
    expect(wrong(await amend(on, first, '2026-09-01', { dueOn: day('2026-03-20') }))).toEqual([
      'due_on: due_before_start',
    ]);
    expect(wrong(await amend(on, first, '2026-09-01', { budgetMinor: 100 }))).toEqual(['currency: no_currency']);
    expect(wrong(await amend(on, second, '2026-09-01', { number: '1.1' }))).toEqual(['number: number_taken']);
    expect(wrong(await amend(on, second, '2026-09-01', { executorsOut: [cells[0]!.id] }))).toEqual([
      'executors_out: not_executor',
      'executors_out: none_left',
    ]);
    expect(wrong(await amend(on, first, '2026-09-01', { executorsOut: cells.map((cell) => cell.id) }))).toEqual([
      'executors_out: none_left',
    ]);
    const again = { executorsIn: [{ body: bodies[0]!, role: 'co' as const }] };
    expect(wrong(await amend(on, first, '2026-09-01', again))).toEqual(['executor_0_body: is_executor']);
  });

  it('lets a number pass on once its bearer has another, under an address of its own', async () => {
    const on = await stage(scratch);
    const { plan, first, second } = await world(on);
    value(await amend(on, first, '2026-08-01', { number: '3.1' }));
    expect(wrong(await amend(on, second, '2026-07-01', { number: '1.1' }))).toEqual(['number: number_taken']);
    expect(value(await amend(on, second, '2026-08-01', { number: '1.1' })).measure).toBe('1.1-2');
    const key = { forum_id: on.forum.id, id: plan };
    expect((await measureByAddress(scratch.db, key, '1.1'))?.id).toBe(first);
    const added = { on: day('2026-09-01'), decision: 'qərar 10', decisionUrl: null };
    const late = { ...MEASURE, plan, number: '1.2', executors: [], added };
    expect(wrong(await author(on)(createMeasure, late))).toEqual(['number: number_taken']);
  });

  it('is one amendment however often the checked form is sent', async () => {
    const on = await stage(scratch);
    const { first } = await world(on);
    const id = newAmendmentId(on.now);
    value(await amend(on, first, '2026-08-01', { id, dueOn: day('2026-12-31') }));
    value(await amend(on, first, '2026-08-01', { id, dueOn: day('2026-12-31') }));
    expect(await amendmentsOf(scratch.db, { forum_id: on.forum.id, id: first })).toHaveLength(1);
    expect((await on.entries()).filter((entry) => entry.kind === 'plans.measure_amended')).toHaveLength(1);
  });

  it('is for adopted plans only', async () => {
    const on = await stage(scratch);
    const plan = value(await author(on)(createPlan, PLAN)).id;
    const made = value(await author(on)(createMeasure, { ...MEASURE, plan, number: '1.1', executors: [] }));
    expect(wrong(await amend(on, made.id, '2026-08-01', { number: '1.2' }))).toEqual(['conflict: not_adopted']);
    const withdrawal = {
      measure: made.id,
      onDay: day('2026-08-01'),
      decision: 'qərar',
      decisionUrl: null,
      reason: null,
    };
    expect(wrong(await author(on)(withdrawMeasure, withdrawal))).toEqual(['conflict: not_adopted']);
  });

  it('ends with the withdrawal, which has its own order of days', async () => {
    const on = await stage(scratch);
    const { first } = await world(on);
    value(await amend(on, first, '2026-08-01', { dueOn: day('2026-12-31') }));
    const withdraw = (from: string) =>
      author(on)(withdrawMeasure, {
        measure: first,
        onDay: day(from),
        decision: 'qərar 11',
        decisionUrl: null,
        reason: { az: 'Vəsait yoxdur' },
      });
    expect(wrong(await withdraw('2026-03-01'))).toEqual(['on_day: before_began']);
    expect(wrong(await withdraw('2026-07-01'))).toEqual(['on_day: before_amendment']);
    value(await withdraw('2026-10-01'));
    expect(wrong(await withdraw('2026-10-01'))).toEqual(['conflict: twice']);
    expect(wrong(await amend(on, first, '2026-10-01', { number: '9' }))).toEqual(['effective_on: after_withdrawal']);
    expect((await on.entries()).at(-1)?.kind).toBe('plans.measure_withdrawn');
  });
});
