import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import { day } from '#core/time/plain-date.ts';
import { addBody } from '#modules/places/bodies/commands.ts';
import { createPlan } from '../../plan/commands.ts';
import type { PlanId } from '../../plan/schema.ts';
import { enterStage } from '../../plan/stages/commands.ts';
import type { NewMeasure } from '../forms.ts';
import { setBaseline, writeIndicators } from '../indicators/commands.ts';
import { indicatorsOf } from '../indicators/queries.ts';
import { markMeasure } from '../marks/commands.ts';
import { closeMilestone } from '../milestones/commands.ts';
import { openMilestones } from '../milestones/queries.ts';
import { cellsOf, localisables, measureByAddress, measureById, milestonesOf } from '../queries.ts';
import type { MeasureId } from '../schema.ts';
import { createMeasure, editMeasure, removeMeasure } from './commands.ts';

const NOTHING = { point: null, problem: null, dueText: null, budgetMinor: null, currency: null, executorsText: null };
const MARKS = {
  legalBasis: null,
  sourceUrl: null,
  sourceNote: null,
  localExecutor: 'unknown' as const,
  budgetPublic: false,
  localises: null,
  ogpValues: [],
  tags: [],
  places: [],
};
const WORDS: Omit<NewMeasure, 'plan' | 'added' | keyof typeof MARKS> = {
  ...NOTHING,
  number: '1.1',
  title: { az: 'Terminallar' },
  text: { az: 'Səkkiz icmada terminal quraşdırılır.' },
  startsOn: day('2026-04-01'),
  dueOn: day('2026-09-30'),
  executors: [],
  milestones: [],
};
const MEASURE = { ...WORDS, ...MARKS, added: null };
const PLAN = {
  language: 'az' as const,
  title: { az: 'Plan' },
  rendering: false,
  startsOn: day('2026-04-01'),
  endsOn: day('2027-11-30'),
  replyDays: 10,
  extensionDays: 5,
  slug: null,
  summary: null,
  executorVoice: 'asked' as const,
  reportedMeasures: null,
  reportedPoints: null,
  reportedLocal: null,
  reportedSource: null,
  sourceUrl: null,
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

const author = (on: Stage, forum: Forum = on.forum) =>
  on.as(forum.id === REFERENCE ? person(null, 'operator') : person(forum.id, 'secretary'), forum);
const plan = async (on: Stage, forum?: Forum): Promise<PlanId> => value(await author(on, forum)(createPlan, PLAN)).id;
const body = async (on: Stage, name: string): Promise<string> =>
  value(await author(on)(addBody, { ...BODY, kind: 'ngo', name: { az: name }, slug: null, partOf: null, classes: [] }))
    .id;
const enter = (on: Stage, of: PlanId, to: 'consultation' | 'adopted', from: string, forum?: Forum) =>
  author(on, forum)(enterStage, { plan: of, stage: to, fromDay: day(from), source: 'qərar 7', sourceUrl: null });

both('writing a measure', (scratch) => {
  const at = (on: Stage, id: PlanId, slug: string) => measureByAddress(scratch.db, { forum_id: on.forum.id, id }, slug);

  it('takes its address from its number, and corrects everything while the plan is a draft', async () => {
    const on = await stage(scratch);
    const id = await plan(on);
    const [a, b] = [await body(on, 'Birinci'), await body(on, 'İkinci')];
    const executors = [
      { body: a, role: 'lead' as const },
      { body: b, role: 'co' as const },
    ];
    const milestones = [{ id: null, title: { az: 'Alınır' }, dueOn: day('2026-06-30') }];
    const made = value(await author(on)(createMeasure, { ...MEASURE, plan: id, executors, milestones }));
    expect(made.slug).toBe('1.1');
    const [lead] = await cellsOf(scratch.db, { forum_id: on.forum.id, id: made.id });
    const [step] = await milestonesOf(scratch.db, { forum_id: on.forum.id, id: made.id });
    const edited = {
      ...MEASURE,
      measure: made.id,
      number: '1.2',
      budgetMinor: 1_250_050,
      currency: 'AZN',
      executors: [{ body: a, role: 'co' as const }],
      milestones: [
        { id: null, title: { az: 'Elan olunur' }, dueOn: null },
        { id: step!.id, title: { az: 'Alındı' }, dueOn: day('2026-07-31') },
      ],
    };
    value(await author(on)(editMeasure, edited));
    const row = await at(on, id, '1.2');
    expect(row).toMatchObject({ slug: '1.2', budget_minor: 1_250_050, currency: 'AZN' });
    expect(await at(on, id, '1.1')).toBeUndefined();
    const cells = await cellsOf(scratch.db, row!);
    expect(cells.map((cell) => [cell.id, cell.role])).toEqual([[lead!.id, 'co']]);
    expect((await milestonesOf(scratch.db, row!)).map((one) => one.title.az)).toEqual(['Elan olunur', 'Alındı']);
    expect((await on.entries()).filter((entry) => entry.kind.startsWith('plans.'))).toEqual([]);
  });

  it('gives a measure without number an address made of its title', async () => {
    const on = await stage(scratch);
    const id = await plan(on);
    const unnumbered = { ...MEASURE, plan: id, number: null, title: { az: 'Şəffaf büdcə' } };
    expect(value(await author(on)(createMeasure, unnumbered)).slug).toBe('seffaf-budce');
    expect(value(await author(on)(createMeasure, unnumbered)).slug).toBe('seffaf-budce-2');
    expect(value(await author(on)(createMeasure, { ...unnumbered, title: { az: 'New' } })).slug).toBe('new-2');
  });

  it('says everything that is wrong at once, and writes nothing', async () => {
    const on = await stage(scratch);
    const id = await plan(on);
    value(await author(on)(createMeasure, { ...MEASURE, plan: id }));
    const nobody = '01900000-0000-7000-8000-000000000009';
    const bad = {
      ...MEASURE,
      plan: id,
      title: { en: 'Terminals' },
      startsOn: day('2026-10-01'),
      executors: [{ body: nobody, role: 'lead' as const }],
      milestones: [{ id: null, title: { az: 'Tez' }, dueOn: day('2026-05-01') }],
      places: [nobody],
      localises: { forum: REFERENCE, id: nobody as MeasureId },
    };
    expect(wrong(await author(on)(createMeasure, bad))).toEqual([
      'title_az: no_title',
      'due_on: due_before_start',
      'milestone_0_due_on: milestone_early',
      'number: number_taken',
      'executor_0_body: executor_unknown',
      'places: place_unknown',
      'localises: localises_unknown',
    ]);
    const twice = await body(on, 'İki dəfə');
    const rows = [
      { body: twice, role: 'lead' as const },
      { body: twice, role: 'co' as const },
    ];
    const doubled = { ...MEASURE, plan: id, number: '1.9', executors: rows };
    expect(wrong(await author(on)(createMeasure, doubled))).toEqual(['executor_1_body: executor_twice']);
    const late = { ...MEASURE, plan: id, number: '1.9', startsOn: day('2028-01-01'), dueOn: null };
    expect(wrong(await author(on)(createMeasure, late))).toEqual(['starts_on: starts_after_plan']);
    const early = { ...MEASURE, plan: id, number: '1.9', startsOn: null, dueOn: day('2025-01-01') };
    expect(wrong(await author(on)(createMeasure, early))).toEqual(['due_on: due_before_plan']);
    expect(await at(on, id, '1.9')).toBeUndefined();
  });

  it('keeps the address of a plan that people read in consultation', async () => {
    const on = await stage(scratch);
    const id = await plan(on);
    const made = value(await author(on)(createMeasure, { ...MEASURE, plan: id }));
    value(await enter(on, id, 'consultation', '2026-10-01'));
    value(await author(on)(editMeasure, { ...MEASURE, measure: made.id, number: '2.1' }));
    expect((await at(on, id, '1.1'))?.slug).toBe('2.1');
    const kinds = (await on.entries()).map((entry) => entry.kind);
    expect(kinds).toEqual(['plans.stage_entered', 'plans.measure_edited']);
  });

  it('is over with the adoption: the refusal names the way', async () => {
    const on = await stage(scratch);
    const id = await plan(on);
    const made = value(await author(on)(createMeasure, { ...MEASURE, plan: id }));
    value(await enter(on, id, 'adopted', '2026-03-14'));
    expect(wrong(await author(on)(editMeasure, { ...MEASURE, measure: made.id }))).toEqual(['conflict: adopted']);
    expect(wrong(await author(on)(removeMeasure, { measure: made.id }))).toEqual(['conflict: adopted']);
    expect(wrong(await author(on)(writeIndicators, { measure: made.id, indicators: [] }))).toEqual([
      'conflict: adopted',
    ]);
    value(
      await author(on)(markMeasure, { ...MARKS, measure: made.id, tags: ['Open Data'], ogpValues: ['technology'] }),
    );
    expect(await at(on, id, '1.1')).toMatchObject({ tags: ['Open Data'], ogp_values: ['technology'] });
  });

  it('lets a decision bring a measure into an adopted plan, from its day on', async () => {
    const on = await stage(scratch);
    const id = await plan(on);
    value(await author(on)(createMeasure, { ...MEASURE, plan: id }));
    value(await enter(on, id, 'adopted', '2026-03-14'));
    const later = { ...MEASURE, plan: id, number: '1.5' };
    expect(wrong(await author(on)(createMeasure, later))).toEqual(['added_decision: no_added_decision']);
    const added = { on: day('2026-03-01'), decision: 'qərar 9', decisionUrl: null };
    expect(wrong(await author(on)(createMeasure, { ...later, added }))).toEqual(['added_on: added_before']);
    const executors = [{ body: await body(on, 'Yeni'), role: 'lead' as const }];
    const made = value(
      await author(on)(createMeasure, { ...later, executors, added: { ...added, on: day('2026-10-01') } }),
    );
    const row = await at(on, id, made.slug);
    expect(row).toMatchObject({ added_on: '2026-10-01', added_decision: 'qərar 9' });
    expect((await cellsOf(scratch.db, row!))[0]?.from_day).toBe('2026-10-01');
  });

  it('takes a measure out of a draft with everything under it', async () => {
    const on = await stage(scratch);
    const id = await plan(on);
    const executors = [{ body: await body(on, 'Qurum'), role: 'lead' as const }];
    const made = value(await author(on)(createMeasure, { ...MEASURE, plan: id, executors }));
    const indicator = { id: null, text: { az: 'Say' }, unit: null, direction: 'up' as const, baseline: null };
    const targets = [{ id: null, dueOn: day('2026-09-30'), value: 8 }];
    value(await author(on)(writeIndicators, { measure: made.id, indicators: [{ ...indicator, targets }] }));
    value(await author(on)(removeMeasure, { measure: made.id }));
    expect(await measureById(scratch.db, on.forum.id, made.id)).toBeUndefined();
    value(await author(on)(createMeasure, { ...MEASURE, plan: id }));
  });
});

both('what a measure carries out', (scratch) => {
  it('is another measure of another plan, never itself and never in a circle', async () => {
    const on = await stage(scratch);
    const national = await plan(on, on.reference);
    const far = value(await author(on, on.reference)(createMeasure, { ...MEASURE, plan: national }));
    expect(await localisables(scratch.db, on.today)).toEqual([]);
    value(await enter(on, national, 'adopted', '2026-01-01', on.reference));
    expect((await localisables(scratch.db, on.today)).map((one) => one.id)).toEqual([far.id]);
    const id = await plan(on);
    const localises = { forum: REFERENCE, id: far.id };
    const near = value(await author(on)(createMeasure, { ...MEASURE, plan: id, localises }));
    const other = await plan(on);
    const mark = (measure: MeasureId, goal: MeasureId) =>
      author(on)(markMeasure, { ...MARKS, measure, localises: { forum: on.forum.id, id: goal } });
    const third = value(await author(on)(createMeasure, { ...MEASURE, plan: other }));
    value(await mark(third.id, near.id));
    expect(wrong(await mark(near.id, near.id))).toEqual(['localises: localises_self']);
    expect(wrong(await mark(near.id, third.id))).toEqual(['localises: localises_circle']);
    const sibling = value(await author(on)(createMeasure, { ...MEASURE, plan: id, number: '1.2' }));
    expect(wrong(await mark(near.id, sibling.id))).toEqual(['localises: localises_same_plan']);
  });
});

both('indicators and milestones', (scratch) => {
  const baseline = { value: 2, on: day('2026-05-01'), source: 'rəy sorğusu', url: null };
  const one = { id: null, text: { az: 'Terminallı icmalar' }, unit: { az: 'icma' }, direction: 'up' as const };
  const target = (dueOn: string, v: number) => ({ id: null, dueOn: day(dueOn), value: v });

  it('keep their ids, refuse targets that cannot be, and take a missing baseline once', async () => {
    const on = await stage(scratch);
    const id = await plan(on);
    const made = value(await author(on)(createMeasure, { ...MEASURE, plan: id }));
    const key = { forum_id: on.forum.id, id: made.id };
    const write = (...indicators: Parameters<typeof writeIndicators.run>[1]['indicators']) =>
      author(on)(writeIndicators, { measure: made.id, indicators });
    value(await write({ ...one, baseline: null, targets: [target('2026-09-30', 8), target('2026-06-30', 2.5)] }));
    const before = await indicatorsOf(scratch.db, key);
    expect(before.targets.map((row) => row.value)).toEqual([2.5, 8]);
    const same = { ...one, id: before.indicators[0]!.id };
    value(await write({ ...same, baseline: null, targets: [target('2026-09-30', 9)] }));
    const after = await indicatorsOf(scratch.db, key);
    expect(after.indicators[0]?.id).toBe(before.indicators[0]?.id);
    expect(
      wrong(
        await write({
          ...same,
          baseline,
          targets: [target('2026-03-01', 1), target('2026-04-15', 1), target('2026-06-01', 1), target('2026-06-01', 2)],
        }),
      ),
    ).toEqual([
      'indicator_0_target_0_due_on: target_early',
      'indicator_0_target_1_due_on: target_before_baseline',
      'indicator_0_target_3_due_on: target_twice',
    ]);
    value(await enter(on, id, 'adopted', '2026-03-14'));
    const set = { measure: made.id, indicator: after.indicators[0]!.id, baseline };
    value(await author(on)(setBaseline, set));
    expect(wrong(await author(on)(setBaseline, set))).toEqual(['conflict: has_baseline']);
    expect((await indicatorsOf(scratch.db, key)).indicators[0]).toMatchObject({
      baseline_value: 2,
      baseline_on: '2026-05-01',
    });
  });

  it('close once, with a source, not before they are done', async () => {
    const on = await stage(scratch);
    const id = await plan(on);
    const milestones = [{ id: null, title: { az: 'Alınır' }, dueOn: null }];
    const made = value(await author(on)(createMeasure, { ...MEASURE, plan: id, milestones }));
    const key = { forum_id: on.forum.id, id: made.id };
    const [open] = await openMilestones(scratch.db, key);
    const close = (doneOn: string) =>
      author(on)(closeMilestone, {
        measure: made.id,
        milestone: open!.id,
        doneOn: day(doneOn),
        source: 'akt 14',
        sourceUrl: null,
      });
    expect(wrong(await close('2026-09-30'))).toEqual(['conflict: not_adopted']);
    value(await enter(on, id, 'adopted', '2026-03-14'));
    expect(wrong(await close('2027-01-01'))).toEqual(['done_on: in_future']);
    value(await close('2026-09-30'));
    expect(wrong(await close('2026-09-30'))).toEqual(['conflict: closed']);
    expect(await openMilestones(scratch.db, key)).toEqual([]);
  });
});
