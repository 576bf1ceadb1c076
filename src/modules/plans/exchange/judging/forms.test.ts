import { expect, it } from 'vitest';
import type { LanguageCode } from '#core/i18n/texts.ts';
import type { Table } from '#core/sheets/table.ts';
import { day } from '#core/time/plain-date.ts';
import type { Body } from '#modules/places/contract.ts';
import type { MeasureId } from '../../measures/schema.ts';
import type { PlanId, PlanRow, PointId } from '../../plan/schema.ts';
import { readMeasureCells } from '../cells/forms.ts';
import type { Choice, MeasureDraft, PlanDraft } from '../schema.ts';
import { judgeFile } from './forms.ts';
import type { Dry, MeasureHere, PlanHere, World } from './schema.ts';

const FORUM = '01900000-0000-7000-8000-00000000f001';
const PLAN = '01900000-0000-7000-8000-00000000a001' as PlanId;
const id = (n: number) => `01900000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}` as MeasureId;

const PLAN_DRAFT = {
  ...{ slug: 'yerli', kind: 'local', language: 'az', title: { az: 'Yerli' }, summary: null, rendering: false },
  ...{ startsOn: day('2026-01-01'), endsOn: day('2027-12-31'), executorVoice: 'asked', reportedMeasures: null },
  ...{ reportedPoints: null, reportedLocal: null, reportedSource: null, sourceUrl: null },
  ...{ replyDays: 10, extensionDays: 5, stages: [], reportDates: [] },
} as unknown as PlanDraft;

function here(n: number, cells: Record<string, string>, more: Partial<MeasureHere> = {}): MeasureHere {
  const { draft } = readMeasureCells(cells);
  const whole: MeasureDraft = { ...draft, point: null, executors: [], places: [], localises: null };
  return { id: id(n), slug: String(n), position: n, draft: whole, spoken: false, amended: false, ...more };
}

const planHere = (measures: readonly MeasureHere[], more: Partial<PlanHere> = {}): PlanHere => ({
  plan: { id: PLAN, slug: 'yerli', language: 'az', forum_id: FORUM } as PlanRow,
  ...{ draft: PLAN_DRAFT, fixed: false, isPublic: false, measures },
  points: [
    {
      ...{ forum_id: FORUM, id: '01900000-0000-7000-8000-00000000b001' as PointId, plan_id: PLAN, number: '1' },
      ...{ title: { az: 'Xidmətlər' }, note: null, position: 0 },
    },
  ],
  numbers: measures.flatMap(({ id: measure, draft }) =>
    draft.number === null ? [] : [{ measure, number: draft.number, since: null }],
  ),
  ...more,
});

const world = (more: Partial<World> = {}): World => ({
  forum: { id: FORUM, national: false, demonstration: false },
  languages: ['az', 'en', 'ru'] as readonly LanguageCode[],
  today: day('2026-06-01'),
  plans: new Map(),
  taken: new Set(),
  bodies: new Map(),
  bodyKinds: ['state_body', 'class'],
  near: () => [],
  places: new Map([
    ['kend', [{ id: 'p1', slug: 'kend' }]],
    [
      'iki',
      [
        { id: 'p2', slug: 'iki-1' },
        { id: 'p3', slug: 'iki-2' },
      ],
    ],
  ]),
  goal: () => null,
  localises: new Map(),
  ...more,
});

const CHOICE: Choice = { target: PLAN, words: 'az', title: null, kind: null, slug: null, unknown: 'add' };

const table = (rows: readonly (readonly string[])[]): Table => ({
  ...{ kind: 'sheet', sheet: 'Plan', number: 1, warnings: [] },
  rows: rows.map((cells, i) => ({ line: i + 1, cells })),
});

function judge(rows: readonly (readonly string[])[], on: World, choice: Partial<Choice> = {}): Dry {
  const judged = judgeFile({ tables: [table(rows)], fileName: 'plan.csv', choice: { ...CHOICE, ...choice } }, on);
  if (!judged.ok) throw new Error(JSON.stringify(judged.refusal));
  return judged.value;
}

const said = (dry: Dry): readonly string[] =>
  dry.parts
    .flatMap((part) => part.rows)
    .filter((row) => row.what === 'measure')
    .map((row) => [row.verdict, ...row.errors.map((error) => error.message.key.split('.').at(-1))].join(' '));

const withPlan = (measures: readonly MeasureHere[], more: Partial<PlanHere> = {}, on: Partial<World> = {}): World =>
  world({ plans: new Map([['yerli', planHere(measures, more)]]), taken: new Set(['yerli']), ...on });

it('refuses a measure that would come round to carry out itself', () => {
  const goal = (address: string) =>
    address === 'milli/1' ? { forum: FORUM, id: id(9), planSlug: 'milli', slug: '1' } : null;
  const rows = [
    ['measure_no', 'title_az', 'localises'],
    ['1', 'A', 'milli/1'],
    ['2', 'B', 'milli/77'],
    ['3', 'C', 'milli/1'],
  ];
  const measures = [here(1, { measure_no: '1', title_az: 'A' })];
  const round = withPlan(measures, {}, { goal, localises: new Map([[id(9), id(1)]]) });
  expect(said(judge(rows, round))).toEqual(['refused localises_circle', 'refused no_goal', 'create']);
  expect(said(judge(rows, withPlan(measures, {}, { goal })))).toEqual(['change', 'refused no_goal', 'create']);
  const own = (): ReturnType<World['goal']> => ({ forum: FORUM, id: id(1), planSlug: 'yerli', slug: '1' });
  expect(said(judge([rows[0]!, ['5', 'E', 'yerli/1']], withPlan(measures, {}, { goal: own })))).toEqual([
    'refused localises_same_plan',
  ]);
});

it('keeps what was reported on, what was amended, and what has a deed of its own', () => {
  const rows = [
    ['measure_no', 'title_az', 'indicators_az', 'withdrawn_on', 'withdrawal_decision'],
    ['1', 'A', 'Yeni göstərici', '', ''],
    ['2', 'B yeni', '', '', ''],
    ['3', 'C', '', '2026-05-01', 'Qərar'],
    ['4', 'D yeni', '', '', ''],
  ];
  const measures = [
    here(1, { measure_no: '1', title_az: 'A' }, { spoken: true }),
    here(2, { measure_no: '2', title_az: 'B' }, { amended: true }),
    here(3, { measure_no: '3', title_az: 'C' }),
    here(4, { measure_no: '4', title_az: 'D' }, { spoken: true }),
  ];
  expect(said(judge(rows, withPlan(measures)))).toEqual([
    'refused spoken',
    'refused amended',
    'refused own_deed',
    'change',
  ]);
});

it('never gives a number that another measure ever bore', () => {
  const measures = [here(1, { measure_no: '1', title_az: 'A' }), here(2, { title_az: 'Nömrəsiz' })];
  const numbers = [
    { measure: id(1), number: '7', since: null },
    { measure: id(1), number: '1', since: day('2026-02-01') },
  ];
  const rows = [
    ['No', 'Tədbir'],
    ['7', 'Yeni'],
    ['8', 'nömrəsiz'],
    ['', 'Başqa nömrəsiz'],
    ['', 'Başqa nömrəsiz'],
  ];
  // The second takes the number that the file gives it; two of one title without number are two.
  expect(said(judge(rows, withPlan(measures, { numbers })))).toEqual([
    'refused number_taken',
    'change',
    'create',
    'create',
  ]);
});

it('says what is wrong with lists, money, days, places, words and lengths', () => {
  const head = [
    'measure_no',
    'title_az',
    'milestones_az',
    'milestone_days',
    'budget',
    'places',
    'ogp_values',
    'due_on',
  ];
  const rows = [
    head,
    ['1', 'A', 'Bir\nİki', '2026-05-01', '', '', '', ''],
    ['2', 'B', '', '', '1.500', '', '', ''],
    ['3', 'C', '', '', '12 500,50 manat', 'kend; IKI', '', ''],
    ['4', 'D', '', '', '', 'yox', 'shoe', ''],
    ['5', 'E', '', '', '', '', '', '2026-02-30'],
    ['6', 'F'.repeat(301), '', '', '', '', '', '2025-06-01'],
    ['1 2 3 4 5 6 7 8 9 0 1 2', 'G', '', '', '', '', '', ''],
    ['8', '', '', '', '', '', 'information', ''],
  ];
  expect(said(judge(rows, withPlan([])))).toEqual([
    'refused lists',
    'refused two_numbers',
    'refused several_places',
    'refused no_such_word unknown_place',
    'refused not_day',
    'refused too_long due_before_plan',
    'refused too_long',
    'refused no_title',
  ]);
});

it('holds areas together by their numbers and titles', () => {
  const rows = [
    ['point_no', 'point', 'No', 'Tədbir'],
    ['1', 'XİDMƏTLƏR', '1.1', 'A'],
    ['2', 'İştirakçılıq', '2.1', 'B'],
    ['2', 'Başqa ad', '2.2', 'C'],
    ['', 'İştirakçılıq', '', 'D'],
    ['3', '', '3.1', 'E'],
  ];
  const dry = judge(rows, withPlan([]));
  expect(said(dry)).toEqual(['create', 'create', 'refused point_differs', 'create', 'create']);
  expect(dry.parts[0]?.points.map((point) => [point.number, point.title.az])).toEqual([
    // Written differently, so it would change; the file is asked to say so.
    ['1', 'XİDMƏTLƏR'],
    ['2', 'İştirakçılıq'],
    ['3', '3-cü istiqamət (adı tapılmayıb)'],
  ]);
  const fixed = judge(rows.slice(0, 3), withPlan([], { fixed: true }));
  expect(said(fixed)).toEqual(['refused points_adopted', 'refused points_adopted']);
});

it('takes a long text for a title and keeps all of it below; notes in brackets go to the source', () => {
  const long = `${'Uzun mətn '.repeat(40)}[redaktorun qeydi: nömrəsi tapılmayıb]`;
  const dry = judge(
    [
      ['No', 'Tədbir', 'Mənbə'],
      ['1', long, 'Nazirlər Kabinetinin qərarı'],
      ['2', 'Mətn [1] istinadla', 'https://example.az/a'],
    ],
    withPlan([]),
  );
  const [first, second] = dry.parts[0]!.measures.map(({ draft }) => draft);
  expect(first!.title.az!.length).toBeLessThanOrEqual(300);
  expect(first!.title.az).toMatch(/…$/);
  expect(first!.text.az).toBe('Uzun mətn '.repeat(40).trim());
  expect(first!.sourceNote).toBe('Nazirlər Kabinetinin qərarı; redaktorun qeydi: nömrəsi tapılmayıb');
  expect(second).toMatchObject({ text: { az: 'Mətn [1] istinadla' }, sourceUrl: 'https://example.az/a' });
});

it('finds bodies by any of their names, and asks back when several bear one', () => {
  const body = (slug: string, name: string): Body =>
    ({ id: slug, slug, kind: 'state_body', name: { az: name }, short: null }) as unknown as Body;
  const [one, two, three] = [body('post', 'Poçt'), body('a', 'İdarə'), body('b', 'İdarə')];
  const bodies = new Map([
    ['poct', [one]],
    ['post', [one]],
    ['idare', [two, three]],
    ['a', [two]],
  ]);
  const dry = judge(
    [
      ['No', 'Tədbir', 'Əsas icraçı', 'İştirakçılar'],
      ['1', 'A', 'POÇT', 'Yeni qurum'],
      ['2', 'B', 'İdarə', ''],
      ['3', 'C', '', 'Yeni Qurum; poçt'],
    ],
    withPlan([], {}, { bodies }),
  );
  expect(said(dry)).toEqual(['create', 'refused several_bodies', 'create']);
  expect(dry.parts[0]?.measures.map(({ draft }) => draft.executors.map((e) => `${e.role} ${e.body.slug}`))).toEqual([
    ['lead post', 'co yeni-qurum'],
    ['co yeni-qurum', 'co post'],
  ]);
  expect(dry.strangers.map(({ body: stranger, lines }) => [stranger.slug, lines])).toEqual([['yeni-qurum', [2, 4]]]);
});

it('reads a new plan from its own file, and refuses one that cannot be', () => {
  const head = [
    'plan',
    'plan_language',
    'plan_title_az',
    'plan_stages',
    'plan_stage_days',
    'plan_stage_sources',
    'title_az',
  ];
  const row = (stages: string, days: string) => ['p', 'az', 'Plan', stages, days, 'Q\nQ', 'A'];
  const whole = (stages: string, days: string): Dry => judge([head, row(stages, days)], world(), { target: 'new' });
  expect(whole('adopted\nclosed', '2026-01-01\n2027-01-01').parts[0]?.rows[0]).toMatchObject({
    what: 'plan',
    verdict: 'refused',
    errors: [{ message: { key: 'plans.exchange.wrong.stages' } }],
  });
  expect(said(whole('adopted\nclosed', '2026-01-01\n2027-01-01'))).toEqual(['refused plan_refused']);
  expect(said(whole('adopted\nin_force', '2026-01-01\n2026-02-01'))).toEqual(['create']);
  const taken = judgeFile(
    {
      ...{ tables: [table([head, row('', '')])], fileName: 'x.csv' },
      choice: { ...CHOICE, target: 'new' },
    },
    world({ taken: new Set(['p']) }),
  );
  expect(taken.ok ? '' : taken.refusal.fields?.[0]?.message.key).toBe('plans.plan.wrong.slug_taken');
});
