import { sql } from 'kysely';
import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { ok, type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import {
  dueOf,
  extendCase,
  fulfilCase,
  lockSubject,
  type MovedDue,
  openCase,
  type Span,
  settleCases,
} from '#modules/obligations/contract.ts';
import { mayAuthor } from '../access.ts';
import { type EvaluationAt, evaluationAt } from '../evaluations/queries.ts';
import { planName, planObject } from '../plan/commands.ts';
import { lockPlan, type PlanHead, reportDatesOf } from '../plan/queries.ts';
import { isAdopted, stageBegan, stageOn } from '../plan/rules.ts';
import type { PlanId } from '../plan/schema.ts';
import type { MeasureNamed } from '../reports/queries.ts';
import { cellFacts, evaluationIds } from './queries.ts';
import { measureWords, REPLY_KIND, REPLY_RULE, REPORT_KIND, REPORT_RULE, reportsOwed } from './rules.ts';

/**
 * Keeps what executors owe by report days in the list of everything owed: of a whole plan, or of one cell after its
 * report. Returns how many lines changed. A plan that is not adopted, or whose executors are not asked, owes nothing.
 */
export async function keepReports(ctx: Ctx, id: PlanId, cell: string | null = null): Promise<number> {
  const head = await lockPlan(ctx.db, ctx.forum.id, id);
  if (!head || !isAdopted(stageOn(head.stages, ctx.today))) return 0;
  const dates = head.plan.executor_voice === 'asked' ? await reportDatesOf(ctx.db, head.plan) : [];
  const cells = await cellFacts(ctx.db, ctx.forum.id, id, cell, ctx.today);
  const start = stageBegan(head.stages, 'adopted') ?? ctx.today;
  return settleCases(ctx, {
    ...{ rule: REPORT_RULE, kind: REPORT_KIND, groups: cells.map((one) => one.id) },
    wanted: cells.flatMap((one) => reportsOwed(one, dates, start)),
    ...{ source: message('plans.clocks.reported'), gone: message('plans.clocks.day_gone') },
  });
}

interface Window {
  readonly evaluation: string;
  readonly body: string;
  readonly measure: MeasureNamed;
  readonly planSlug: string;
  readonly days: number;
  readonly extensionDays: number;
  readonly from: PlainDate;
}

/** Opens the clock of a reply window; its last day is what the evaluation keeps. */
export async function openWindow(ctx: Ctx, window: Window, until?: PlainDate): Promise<Result<PlainDate>> {
  const span: Span = until ? { unit: 'on_day', on: until } : { unit: 'working_days', n: window.days };
  const opened = await openCase(ctx, {
    ...{ rule: REPLY_RULE, span, body: window.body, title: measureWords(window.measure), reference: null },
    extension: window.extensionDays > 0 ? { span: { unit: 'working_days', n: window.extensionDays }, most: 1 } : null,
    trigger: { on: window.from, at: null },
    subject: { kind: REPLY_KIND, group: window.evaluation, id: window.evaluation },
    path: `/plans/${window.planSlug}/measures/${window.measure.slug}`,
  });
  if (!opened.ok && opened.refusal.message.key === 'obligations.refused.no_calendar')
    return refuse('conflict', message('plans.evaluations.no_calendar', { country: ctx.forum.country }));
  return opened.ok ? ok(opened.value.due) : opened;
}

/** The clock of an evaluation made before there was one: opened from what the evaluation itself says. */
async function clockOf(ctx: Ctx, at: EvaluationAt) {
  const { evaluation, replyDays } = at;
  const there = await lockSubject(ctx.db, ctx.forum.id, REPLY_KIND, evaluation.id);
  if (there) return there;
  const from = { on: evaluation.sent_on, at: null };
  const counted = await dueOf(ctx.db, ctx.forum, from, { unit: 'working_days', n: replyDays });
  const fits = counted.ok && counted.value.due === evaluation.reply_until;
  const window = {
    ...{ evaluation: evaluation.id, body: at.cell.body_id, measure: at.measure, planSlug: at.planSlug },
    ...{ days: replyDays, extensionDays: at.extension ? 0 : at.extensionDays, from: evaluation.sent_on },
  };
  const opened = await openWindow(ctx, window, fits ? undefined : evaluation.reply_until);
  return opened.ok ? lockSubject(ctx.db, ctx.forum.id, REPLY_KIND, evaluation.id) : null;
}

/** The reply came: the clock stops on that day. */
export async function stopWindow(ctx: Ctx, at: EvaluationAt, on: PlainDate): Promise<boolean> {
  const clock = await clockOf(ctx, at);
  if (!clock || clock.closed) return false;
  const stopped = await fulfilCase(ctx, clock, { on, source: message('plans.clocks.replied') });
  return stopped.ok;
}

/** The one extension of a reply window; returns its new last day. */
export async function extendWindow(ctx: Ctx, at: EvaluationAt, reason: string): Promise<Result<PlainDate>> {
  const clock = await clockOf(ctx, at);
  if (!clock) return refuse('conflict', message('plans.evaluations.no_extension'));
  const longer = await extendCase(ctx, clock, { texts: { [ctx.lang]: reason } });
  return longer.ok ? ok(longer.value.due) : longer;
}

/**
 * A day of the calendar changed and with it reply windows: evaluations that are not public yet follow. What is public
 * stays public. Called by obligations in the transaction of the recount.
 */
export async function followDue(ctx: Ctx, moved: readonly MovedDue[]): Promise<void> {
  const mine = moved.filter((one) => one.kind === REPLY_KIND && one.subject !== null);
  if (mine.length === 0) return;
  const [ids, untils] = [mine.map((one) => one.subject), mine.map((one) => one.due)];
  const publishes = mine.map((one) => addDays(one.due, 1));
  await sql`
    update plans_evaluations e set reply_until = v.until, publishes_on = v.publishes
    from unnest(${ids}::uuid[], ${untils}::date[], ${publishes}::date[]) as v (id, until, publishes)
    where e.forum_id = ${ctx.forum.id} and e.id = v.id and e.publishes_on > ${ctx.today}`.execute(ctx.db);
}

/** Windows of evaluations that have no clock yet, of a plan. */
async function keepWindows(ctx: Ctx, { plan }: PlanHead): Promise<number> {
  let opened = 0;
  for (const id of await evaluationIds(ctx.db, ctx.forum.id, plan.id)) {
    if (await lockSubject(ctx.db, ctx.forum.id, REPLY_KIND, id)) continue;
    const at = await evaluationAt(ctx.db, ctx.forum.id, id, ctx.today);
    const clock = at && (await clockOf(ctx, at));
    if (clock && at?.reply) await stopWindow(ctx, at, at.reply.on_day);
    if (clock) opened += 1;
  }
  return opened;
}

/** The nightly look at a plan: what came into force by its date, and what is older than this list. */
export const keepClocks = command({
  name: 'plans.keep_clocks',
  input: v.object({ plan: idShape<PlanId>() }),
  access: (ctx: Ctx) => mayAuthor(ctx.actor, ctx.forum.id),
  run: async (ctx, input: { plan: PlanId }) => {
    const head = await lockPlan(ctx.db, ctx.forum.id, input.plan);
    if (!head) return refuse('not_found', message('plans.plan.refused.unknown'));
    const n = (await keepReports(ctx, head.plan.id)) + (await keepWindows(ctx, head));
    if (n === 0) return done({ n }, null);
    return done(
      { n },
      { kind: 'plans.clocks_kept', object: planObject(head.plan), params: { plan: planName(head.plan), n } },
    );
  },
});
