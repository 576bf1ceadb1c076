import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { day } from '#core/time/plain-date.ts';
import { createMeasure } from '../measures/authoring/commands.ts';
import type { NewMeasure } from '../measures/forms.ts';
import { createPlan, describePlan, editPlan } from './commands.ts';
import type { PlanAbout, PlanInput } from './forms.ts';
import { writePoints } from './points/commands.ts';
import { ownPlan, pointsOf, reportDatesOf } from './queries.ts';
import { writeReportDates } from './report-dates/commands.ts';
import { stageOn } from './rules.ts';
import type { PlanId, Stage as PlanStage } from './schema.ts';
import { enterStage } from './stages/commands.ts';

const ABOUT: Omit<PlanAbout, 'plan'> = {
  summary: null,
  executorVoice: 'asked',
  reportedMeasures: null,
  reportedPoints: null,
  reportedLocal: null,
  reportedSource: null,
  sourceUrl: null,
};
const PLAN: PlanInput = {
  ...ABOUT,
  language: 'az',
  title: { az: 'Yerli Fəaliyyət Planı' },
  rendering: false,
  startsOn: day('2026-04-01'),
  endsOn: day('2027-11-30'),
  replyDays: 10,
  extensionDays: 5,
  slug: null,
};
const MEASURE: Omit<NewMeasure, 'plan'> = {
  point: null,
  number: '1.1',
  title: { az: 'Terminallar' },
  text: { az: 'Səkkiz icmada terminal quraşdırılır.' },
  problem: null,
  startsOn: null,
  dueOn: null,
  dueText: null,
  budgetMinor: null,
  currency: null,
  executorsText: null,
  executors: [],
  milestones: [],
  legalBasis: null,
  sourceUrl: null,
  sourceNote: null,
  localExecutor: 'unknown',
  budgetPublic: false,
  localises: null,
  ogpValues: [],
  tags: [],
  places: [],
  added: null,
};

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** What was wrong, as "field: last words of the key". */
function wrong(result: Result<unknown>): readonly string[] {
  if (result.ok) return [];
  const short = (key: string) => key.split('.').at(-1) ?? '';
  return (
    result.refusal.fields?.map((f) => `${f.field}: ${short(f.message.key)}`) ?? [
      `${result.refusal.kind}: ${short(result.refusal.message.key)}`,
    ]
  );
}

const author = (on: Stage) => on.as(person(on.forum.id, 'coordinator'));
const draft = async (on: Stage, more: Partial<PlanInput> = {}) =>
  value(await author(on)(createPlan, { ...PLAN, ...more }));
const enter = (on: Stage, plan: PlanId, to: PlanStage, from: string) =>
  author(on)(enterStage, { plan, stage: to, fromDay: day(from), source: 'qərar 7/2026', sourceUrl: null });
const head = async (on: Stage, slug: string) => {
  const found = await ownPlan(on.house.database.db, on.forum.id, slug);
  if (!found) throw new Error('no plan');
  return found;
};

both('plans', (scratch) => {
  it('begin as a draft that leaves no trace in the public record', async () => {
    const on = await stage(scratch);
    const made = await draft(on);
    expect(made.slug).toBe('yerli-fealiyyet-plani');
    const { plan, stages } = await head(on, made.slug);
    expect(plan).toMatchObject({ kind: 'local', starts_on: '2026-04-01', reply_days: 10, title: PLAN.title });
    expect(stageOn(stages, on.today)).toBe('draft');
    expect(await on.entries()).toEqual([]);
    expect((await draft(on)).slug).toBe('yerli-fealiyyet-plani-2');
  });

  it('are national in the register, and only its operator writes them there', async () => {
    const on = await stage(scratch);
    const coordinator = await on.as(person(on.forum.id, 'coordinator'), on.reference)(createPlan, PLAN);
    expect(wrong(coordinator)).toEqual(['forbidden: may_not_author_national']);
    const made = value(await on.as(person(null, 'operator'), on.reference)(createPlan, { ...PLAN, slug: 'nap' }));
    const national = await ownPlan(scratch.db, on.reference.id, made.slug);
    expect(national?.plan.kind).toBe('national');
    expect(wrong(await author(on)(createPlan, { ...PLAN, slug: 'nap' }))).toEqual(['slug: slug_taken']);
  });

  it('ask who writes before they say what exists', async () => {
    const on = await stage(scratch);
    const nowhere = '01900000-0000-7000-8000-000000000001' as PlanId;
    const input = { ...ABOUT, plan: nowhere };
    expect(wrong(await on.as(person(on.forum.id, 'member'))(describePlan, input))).toEqual([
      'forbidden: may_not_author',
    ]);
    expect(wrong(await on.as({ kind: 'nobody' })(describePlan, input))).toEqual(['sign_in: may_not_author']);
    expect(wrong(await author(on)(describePlan, input))).toEqual(['not_found: unknown']);
  });

  it('are not written in a record of the past, but by the operator', async () => {
    const on = await stage(scratch, { kind: 'record' });
    expect(wrong(await author(on)(createPlan, PLAN))).toEqual(['forbidden: may_not_author_record']);
    value(await on.as(person(null, 'operator'))(createPlan, PLAN));
  });

  it('refuse a period that ends before it begins, and a title in no language of theirs', async () => {
    const on = await stage(scratch);
    const bad = { ...PLAN, title: { ru: 'План' }, endsOn: day('2026-03-31') };
    expect(wrong(await author(on)(createPlan, bad))).toEqual(['title_az: no_title', 'ends_on: ends_before_start']);
  });

  it('go from stage to stage in order, and are corrected without losing the older row', async () => {
    const on = await stage(scratch);
    const { id, slug } = await draft(on);
    expect(wrong(await enter(on, id, 'in_force', '2026-04-01'))).toEqual(['stage: stage_skips']);
    expect(wrong(await enter(on, id, 'adopted', '2026-03-14'))).toEqual(['stage: nothing_to_adopt']);
    value(await author(on)(createMeasure, { ...MEASURE, plan: id }));
    value(await enter(on, id, 'consultation', '2026-02-01'));
    value(await enter(on, id, 'adopted', '2026-03-12'));
    expect(wrong(await enter(on, id, 'adopted', '2026-03-12'))).toEqual(['from_day: stage_same']);
    expect(wrong(await enter(on, id, 'in_force', '2026-03-01'))).toEqual(['from_day: stage_before']);
    value(await enter(on, id, 'in_force', '2026-04-01'));
    expect(wrong(await enter(on, id, 'adopted', '2026-05-01'))).toEqual(['from_day: stage_after']);
    on.now = new Date(on.now.getTime() + 1000);
    value(await enter(on, id, 'adopted', '2026-03-14'));
    const { stages } = await head(on, slug);
    expect(stages).toHaveLength(4);
    expect(stageOn(stages, day('2026-03-13'))).toBe('consultation');
    const kinds = (await on.entries()).map((entry) => entry.kind);
    expect(kinds).toEqual(Array<string>(4).fill('plans.stage_entered'));
  });

  it('are not taken back into a draft', async () => {
    const on = await stage(scratch);
    const { id } = await draft(on);
    value(await author(on)(createMeasure, { ...MEASURE, plan: id }));
    value(await enter(on, id, 'adopted', '2026-03-14'));
    expect(wrong(await enter(on, id, 'adopted', '2027-03-14'))).toEqual(['from_day: adopted_already']);
  });

  it('change freely until adopted, then only in what is said about them', async () => {
    const on = await stage(scratch);
    const { id, slug } = await draft(on);
    const { slug: _fixed, ...said } = PLAN;
    value(await author(on)(editPlan, { ...said, plan: id, title: { az: 'Başqa ad' } }));
    expect((await head(on, slug)).plan.title).toEqual({ az: 'Başqa ad' });
    value(await author(on)(createMeasure, { ...MEASURE, plan: id }));
    const russian = { ...said, plan: id, language: 'ru' as const, title: { ru: 'План' } };
    expect(wrong(await author(on)(editPlan, russian))).toEqual(['language: language_fixed']);
    value(await enter(on, id, 'adopted', '2026-03-14'));
    expect(wrong(await author(on)(editPlan, { ...said, plan: id }))).toEqual(['conflict: adopted']);
    value(await author(on)(describePlan, { ...ABOUT, plan: id, summary: { az: 'Qısaca' } }));
    expect((await head(on, slug)).plan).toMatchObject({ title: { az: 'Başqa ad' }, summary: { az: 'Qısaca' } });
  });

  it('keep text as text, however it looks', async () => {
    const on = await stage(scratch);
    const title = '<script>alert("1")</script>';
    const { slug } = await draft(on, { title: { az: title } });
    expect((await head(on, slug)).plan.title.az).toBe(title);
  });

  it('refuse shapes that no form sends', async () => {
    const on = await stage(scratch);
    const long = { ...PLAN, title: { az: 'x'.repeat(301) } };
    expect(wrong(await author(on)(createPlan, long))).toEqual(['bad_input: shape']);
    const script = { ...PLAN, sourceUrl: 'javascript:alert(1)' };
    expect(wrong(await author(on)(createPlan, script))).toEqual(['bad_input: shape']);
  });
});

both('points of a plan', (scratch) => {
  const point = (number: string | null, title: string, id: PlanId | null = null) =>
    ({ id, number, title: { az: title }, note: null }) as never;

  it('are written as a list, change numbers, and stay while measures stand under them', async () => {
    const on = await stage(scratch);
    const { id, slug } = await draft(on);
    const write = (points: readonly never[]) => author(on)(writePoints, { plan: id, points: [...points] });
    value(await write([point('1', 'Xidmətlər'), point('2', 'Hesabat')]));
    const { plan } = await head(on, slug);
    const [first, second] = await pointsOf(scratch.db, plan);
    value(await write([point('2', 'Xidmətlər', first!.id as never), point('1', 'Hesabat', second!.id as never)]));
    expect((await pointsOf(scratch.db, plan)).map((row) => [row.number, row.title.az])).toEqual([
      ['2', 'Xidmətlər'],
      ['1', 'Hesabat'],
    ]);
    value(await author(on)(createMeasure, { ...MEASURE, plan: id, point: first!.id }));
    expect(wrong(await write([point('1', 'Hesabat', second!.id as never)]))).toEqual(['points: point_used']);
    expect(wrong(await write([point('1', 'A'), point('1', 'B'), point('2', 'X', first!.id as never)]))).toEqual([
      'point_1_number: point_twice',
    ]);
    value(await write([point('2', 'Xidmətlər', first!.id as never)]));
    value(await enter(on, id, 'adopted', '2026-03-14'));
    expect(wrong(await write([point('2', 'Başqa', first!.id as never)]))).toEqual(['conflict: points_adopted']);
    value(await write([point('2', 'Xidmətlər', first!.id as never), point('3', 'Yeni')]));
    expect(await pointsOf(scratch.db, plan)).toHaveLength(2);
  });
});

both('report dates of a plan', (scratch) => {
  it('come and go while it is a draft; what fell due under an adopted plan stays', async () => {
    const on = await stage(scratch);
    const { id, slug } = await draft(on);
    value(await author(on)(createMeasure, { ...MEASURE, plan: id }));
    const write = (...days: readonly string[]) =>
      author(on)(writeReportDates, { plan: id, dates: days.map((d) => ({ dueOn: day(d), basis: 'maddə 5' })) });
    value(await write('2026-06-30', '2026-09-30'));
    expect(wrong(await write('2026-06-30', '2026-06-30'))).toEqual(['date_1_due_on: day_twice']);
    value(await enter(on, id, 'adopted', '2026-03-14'));
    expect(wrong(await write('2026-06-30', '2026-12-31'))).toEqual(['dates: was_due']);
    expect(wrong(await write('2026-06-30', '2026-09-30', '2026-08-01'))).toEqual(['date_2_due_on: due_in_past']);
    value(await write('2026-06-30', '2026-09-30', '2026-12-31'));
    const { plan } = await head(on, slug);
    expect((await reportDatesOf(scratch.db, plan)).map((row) => row.due_on)).toEqual([
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
    ]);
  });
});
