import type { Actor } from '#core/actor.ts';
import type { Stage } from '#core/db/testing/stage.ts';
import type { Forum } from '#core/forum.ts';
import { day, type PlainDate } from '#core/time/plain-date.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { createMeasure } from '../measures/authoring/commands.ts';
import { writeIndicators } from '../measures/indicators/commands.ts';
import { indicatorsOf } from '../measures/indicators/queries.ts';
import { cellsOf } from '../measures/queries.ts';
import type { CellId, IndicatorId, MeasureId } from '../measures/schema.ts';
import { createPlan } from '../plan/commands.ts';
import { writeReportDates } from '../plan/report-dates/commands.ts';
import type { ExecutorVoiceAsked, PlanId } from '../plan/schema.ts';
import { enterStage } from '../plan/stages/commands.ts';

/** How the small world differs from the usual one. */
export interface TrialAsked {
  readonly slug?: string;
  readonly title?: string;
  readonly measureTitle?: string;
  /** Keys of the executors of measure 1.1; the first leads. */
  readonly executors?: readonly string[];
  readonly voice?: ExecutorVoiceAsked;
  /** Null: the plan stays a draft. */
  readonly adopted?: PlainDate | null;
  readonly due?: PlainDate | null;
  readonly reportDates?: readonly string[];
  readonly extensionDays?: number;
  readonly places?: readonly string[];
  readonly localises?: { readonly forum: string; readonly id: MeasureId };
  readonly forum?: Forum;
}

/** A plan with the one measure 1.1, on which the two voices are tried. */
export interface Trial {
  readonly plan: PlanId;
  readonly slug: string;
  readonly measure: MeasureId;
  readonly indicator: IndicatorId;
  /** Address of the measure below the forum. */
  readonly path: string;
  /** Bodies and cells by the keys of the executors; `ngo` is a body that is none. */
  readonly body: (key: string) => string;
  readonly cell: (key: string) => CellId;
}

const nobodyElse = { national: undefined } as const;

/** Writes the small world by the program itself: executors `road` and `water`, a deadline, an indicator, adopted. */
export async function loadTrial(on: Stage, asked: TrialAsked = {}): Promise<Trial> {
  const { slug = 'plan', executors = ['road', 'water'], adopted = day('2026-03-14') } = asked;
  const forum = asked.forum ?? on.forum;
  const perform = on.as({ kind: 'system' }, forum);
  const bodies = new Map<string, string>();
  for (const key of [...executors, 'ngo'])
    bodies.set(
      key,
      await loadNamedBody(perform, { key: `${slug}-${key}`, kind: 'ngo', name: { az: `${slug} ${key}` }, source: 'm' }),
    );
  const made = must(await perform(createPlan, { ...PLAN, ...nobodyElse, ...planOf(asked), slug }));
  const plan = made.id;
  if (asked.reportDates) {
    const dates = asked.reportDates.map((due) => ({ dueOn: day(due), basis: 'qayda 4' }));
    must(await perform(writeReportDates, { plan, dates }));
  }
  const written = must(
    await perform(createMeasure, {
      ...MEASURE,
      plan,
      title: { az: asked.measureTitle ?? 'Terminallar' },
      dueOn: asked.due === undefined ? day('2026-09-30') : asked.due,
      executors: executors.map((key, i) => ({
        body: bodies.get(key)!,
        role: i === 0 ? ('lead' as const) : ('co' as const),
      })),
      places: [...(asked.places ?? [])],
      localises: asked.localises ?? null,
    }),
  );
  const measure = written.id;
  must(await perform(writeIndicators, { measure, indicators: [INDICATOR] }));
  if (adopted) await adopt(on, plan, adopted, forum);
  const cells = await cellsOf(on.house.database.db, { forum_id: forum.id, id: measure });
  const { indicators } = await indicatorsOf(on.house.database.db, { forum_id: forum.id, id: measure });
  const body = (key: string): string => bodies.get(key)!;
  return {
    plan,
    slug,
    measure,
    indicator: indicators[0]!.id,
    path: `/plans/${slug}/measures/1.1`,
    body,
    cell: (key) => cells.find((cell) => cell.body_id === body(key))!.id,
  };
}

/** Makes a draft an adopted plan in force. */
export async function adopt(on: Stage, plan: PlanId, fromDay: PlainDate, forum: Forum = on.forum): Promise<void> {
  for (const stage of ['adopted', 'in_force'] as const)
    must(
      await on.as({ kind: 'system' }, forum)(enterStage, { plan, stage, fromDay, source: 'qərar 7', sourceUrl: null }),
    );
}

/** Somebody who holds one role for a body of the forum. */
export const holder = (on: Stage, role: string, body: string | null = null): Actor => ({
  kind: 'person',
  id: '01900000-0000-7000-8000-00000000cafe',
  name: 'Somebody',
  roles: [{ role, forum: on.forum.id, body }],
});

function must<T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!result.ok) throw new Error(`the trial was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

const planOf = (asked: TrialAsked) => ({
  title: { az: asked.title ?? 'Plan' },
  executorVoice: asked.voice ?? 'asked',
  extensionDays: asked.extensionDays ?? 5,
});

const PLAN = {
  language: 'az' as const,
  rendering: false,
  startsOn: day('2026-01-01'),
  endsOn: day('2027-11-30'),
  replyDays: 10,
  summary: null,
  reportedMeasures: null,
  reportedPoints: null,
  reportedLocal: null,
  reportedSource: null,
  sourceUrl: null,
};

const MEASURE = {
  number: '1.1',
  text: { az: 'Səkkiz icmada terminal quraşdırılır.' },
  problem: null,
  point: null,
  startsOn: day('2026-01-01'),
  dueText: null,
  budgetMinor: null,
  currency: null,
  executorsText: null,
  milestones: [],
  added: null,
  legalBasis: null,
  sourceUrl: null,
  sourceNote: null,
  localExecutor: 'yes' as const,
  budgetPublic: false,
  ogpValues: [],
  tags: [],
};

const INDICATOR = {
  id: null,
  text: { az: 'Terminalı olan icmalar' },
  unit: { az: 'icma' },
  direction: 'up' as const,
  baseline: null,
  targets: [{ id: null, dueOn: day('2026-09-30'), value: 8 }],
};

/** An amendment that changes nothing yet: tests say what it changes. */
export const NO_CHANGE = {
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
