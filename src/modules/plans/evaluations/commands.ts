import * as v from 'valibot';
import { type Ctx, command, done, no } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { insertFile } from '#core/files/commands.ts';
import { FileFactsShape } from '#core/files/facts.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { lineShape, textsShape } from '#core/shapes.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { paperShape, personOf, wayOf } from '#core/way.ts';
import { mayEnterPaper, mayEvaluate, mayExtendReply, mayReply } from '../access.ts';
import { extendWindow, openWindow, stopWindow } from '../clocks/commands.ts';
import { MOST } from '../forms.ts';
import { activeOn } from '../measures/rules.ts';
import type { CellId } from '../measures/schema.ts';
import { isAdopted, stageOn } from '../plan/rules.ts';
import { areOf, insertActuals, insertEvidence } from '../reports/commands.ts';
import { actualShape, evidenceShape } from '../reports/forms.ts';
import { type CellAt, cellAt } from '../reports/queries.ts';
import { EVIDENCE_MOST, type EvaluationId, type ReplyId } from '../reports/schema.ts';
import type { PlansTables } from '../schema.ts';
import { evaluationAt, executorsOf, lockEvaluation } from './queries.ts';
import { claimsWork, mayExtend, publishesOn, windowOf } from './rules.ts';
import {
  COMPLETIONS,
  DID_OPEN,
  EARLY_RESULTS,
  type ExtensionId,
  METHOD_MOST,
  POTENTIALS,
  REASON_MOST,
  TIES_MOST,
  YES_NO,
} from './schema.ts';

/**
 * Civil society's voice on a cell: a word of the published scale with finding, method, evidence and the author's
 * ties. It goes to the executor first (right of reply) and becomes public with the reply or, by the date alone, on the
 * day after the window of the plan's rules.
 */
export const evaluate = command({
  name: 'plans.evaluate',
  input: v.object({
    cell: idShape<CellId>(),
    organisation: idShape<string>(),
    completion: v.picklist(COMPLETIONS),
    scales: v.object({
      verifiable: v.nullable(v.picklist(YES_NO)),
      open_lens: v.nullable(v.picklist(YES_NO)),
      potential: v.nullable(v.picklist(POTENTIALS)),
      early_results: v.nullable(v.picklist(EARLY_RESULTS)),
      did_open: v.nullable(v.picklist(DID_OPEN)),
    }),
    finding: textsShape(MOST.text),
    method: textsShape(METHOD_MOST),
    /** As everybody reads them. */
    ties: textsShape(TIES_MOST),
    /** The tie to the funder when it is not to be public; left out: it stands in `ties`. */
    funderTie: v.optional(textsShape(TIES_MOST)),
    evidence: v.pipe(v.array(evidenceShape), v.maxLength(EVIDENCE_MOST)),
    files: v.pipe(v.array(FileFactsShape), v.maxLength(EVIDENCE_MOST)),
    actuals: v.array(actualShape),
  }),
  access: async (ctx, input) => {
    const at = await cellAt(ctx.db, ctx.forum.id, input.cell, ctx.today);
    if (!at) return no(message('plans.plan.may_not_evaluate'));
    return mayEvaluate(ctx.actor, input.organisation, at.cell, await executorsOf(ctx.db, ctx.forum.id, at.measure.id));
  },
  run: async (ctx, input) => {
    const at = await cellAt(ctx.db, ctx.forum.id, input.cell, ctx.today);
    if (!at) return refuse('not_found', message('plans.reports.no_such_cell'));
    const fault = faultOf(at, ctx.today);
    if (fault) return refuse('conflict', fault);
    if (claimsWork(input.completion) && input.evidence.length + input.files.length === 0) {
      const missing = message('plans.evaluations.evidence_missing');
      return refuse('bad_input', missing, [{ field: 'files', message: missing }]);
    }
    if (!(await areOf(ctx, at.measure.id, input.actuals)))
      return refuse('conflict', message('plans.reports.no_such_indicator'));
    const id = uuidv7(ctx.now) as EvaluationId;
    const window = await openWindow(ctx, {
      ...{ evaluation: id, body: at.cell.body_id, measure: at.measure, planSlug: at.planSlug },
      ...{ days: at.replyDays, extensionDays: at.extensionDays, from: ctx.today },
    });
    if (!window.ok) return window;
    const until = window.value;
    await ctx.db
      .withTables<PlansTables>()
      .insertInto('plans_evaluations')
      .values({
        forum_id: ctx.forum.id,
        id,
        cell_id: at.cell.id,
        measure_id: at.measure.id,
        completion: input.completion,
        ...input.scales,
        finding: json(input.finding),
        method: json(input.method),
        ties: json(input.ties),
        funder_tie: input.funderTie ? json(input.funderTie) : null,
        author_body_id: input.organisation,
        sent_on: ctx.today,
        reply_until: until,
        publishes_on: publishesOn(until, null),
        entered_at: ctx.now,
        entered_by: personOf(ctx.actor),
      })
      .execute();
    await insertEvidence(ctx, at.measure.id, { evaluation: id }, input.evidence, input.files);
    await insertActuals(ctx, 'civil', input.organisation, ctx.today, input.actuals);
    const path = `/plans/${at.planSlug}/measures/${at.measure.slug}`;
    // The record says that an evaluation was sent; its word stays out until it is public.
    return done(
      { id, path },
      {
        kind: 'plans.evaluation_sent',
        object: { type: 'measure', id: at.measure.id, path },
        touched: [{ type: 'evaluation', id, path }],
        bodies: [at.cell.body_id, input.organisation],
        params: { number: at.measure.number ?? '–' },
      },
    );
  },
});

/** Why this cell cannot be judged now, or null. An ended plan can. */
function faultOf(at: CellAt, today: PlainDate) {
  if (!isAdopted(stageOn(at.stages, today))) return message('plans.evaluations.not_adopted');
  if (at.withdrawnOn && at.withdrawnOn <= today) return message('plans.evaluations.withdrawn');
  if (!activeOn(at.cell, today)) return message('plans.evaluations.not_executor');
  return null;
}

/** The executor's reply to an evaluation: given once; in time it publishes both, afterwards it stands as late. */
export const reply = command({
  name: 'plans.reply',
  assisted: 'plans.log.replied',
  input: v.object({
    evaluation: idShape<string>(),
    text: textsShape(MOST.text),
    paper: v.nullable(paperShape),
  }),
  access: async (ctx, input) => {
    if (input.paper) return mayEnterPaper(ctx.actor, ctx.forum.id);
    const at = await evaluationAt(ctx.db, ctx.forum.id, input.evaluation, ctx.today);
    return at ? mayReply(ctx.actor, at.evaluation, at.cell) : no(message('plans.plan.may_not_reply'));
  },
  run: async (ctx, input) => {
    await lockEvaluation(ctx.db, ctx.forum.id, input.evaluation);
    const at = await evaluationAt(ctx.db, ctx.forum.id, input.evaluation, ctx.today);
    if (!at) return refuse('not_found', message('plans.evaluations.no_such'));
    if (at.reply) return refuse('conflict', message('plans.evaluations.replied_already'));
    const db = ctx.db.withTables<PlansTables>();
    const id = uuidv7(ctx.now) as ReplyId;
    const scan = input.paper?.scan ? await insertFile(ctx, input.paper.scan, false) : null;
    const written = await db
      .insertInto('plans_replies')
      .values({
        forum_id: ctx.forum.id,
        id,
        evaluation_id: at.evaluation.id,
        on_day: ctx.today,
        text: json(input.text),
        way: input.paper ? 'paper' : replyWay(ctx),
        paper_ref: input.paper?.ref ?? null,
        paper_day: input.paper?.day ?? null,
        paper_file: scan,
        entered_at: ctx.now,
        entered_by: personOf(ctx.actor),
      })
      .onConflict((conflict) => conflict.columns(['forum_id', 'evaluation_id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    // Two at once: one of them is first, the other hears so.
    if (!written) return refuse('conflict', message('plans.evaluations.replied_already'));
    await db
      .updateTable('plans_evaluations')
      .set({ publishes_on: publishesOn(at.evaluation.reply_until, ctx.today) })
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', at.evaluation.id)
      .execute();
    await stopWindow(ctx, at, ctx.today);
    const path = `/plans/${at.planSlug}/measures/${at.measure.slug}`;
    return done(
      { id, path },
      {
        kind: 'plans.replied',
        object: { type: 'measure', id: at.measure.id, path },
        touched: [{ type: 'evaluation', id: at.evaluation.id, path }],
        bodies: [at.cell.body_id],
        params: { number: at.measure.number ?? '–' },
        ...(input.paper ? { way: 'paper' as const } : {}),
      },
    );
  },
});

/** The program replies only where it brings in what an executor said by its own account. */
function replyWay({ actor }: Ctx) {
  const way = wayOf(actor);
  return way === 'system' ? 'account' : way;
}

/** The one extension of the reply window, with its reason. */
export const extendReply = command({
  name: 'plans.extend_reply',
  input: v.object({ evaluation: idShape<string>(), reason: lineShape(REASON_MOST) }),
  access: async (ctx, input) => {
    const at = await evaluationAt(ctx.db, ctx.forum.id, input.evaluation, ctx.today);
    return at ? mayExtendReply(ctx.actor, at.cell) : no(message('plans.plan.may_not_reply'));
  },
  run: async (ctx, input) => {
    await lockEvaluation(ctx.db, ctx.forum.id, input.evaluation);
    const at = await evaluationAt(ctx.db, ctx.forum.id, input.evaluation, ctx.today);
    if (!at) return refuse('not_found', message('plans.evaluations.no_such'));
    const { evaluation } = at;
    if (!mayExtend(windowOf(at), ctx.today)) return refuse('conflict', message('plans.evaluations.no_extension'));
    const longer = await extendWindow(ctx, at, input.reason);
    if (!longer.ok) return longer;
    const until = longer.value;
    const db = ctx.db.withTables<PlansTables>();
    const id = uuidv7(ctx.now) as ExtensionId;
    const written = await db
      .insertInto('plans_reply_extensions')
      .values({
        forum_id: ctx.forum.id,
        id,
        evaluation_id: evaluation.id,
        until_day: until,
        reason: input.reason,
        entered_at: ctx.now,
        entered_by: personOf(ctx.actor),
      })
      .onConflict((conflict) => conflict.columns(['forum_id', 'evaluation_id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!written) return refuse('conflict', message('plans.evaluations.no_extension'));
    await db
      .updateTable('plans_evaluations')
      .set({ reply_until: until, publishes_on: publishesOn(until, null) })
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', evaluation.id)
      .execute();
    const path = `/plans/${at.planSlug}/measures/${at.measure.slug}`;
    return done(
      { until, path },
      {
        kind: 'plans.reply_extended',
        object: { type: 'measure', id: at.measure.id, path },
        touched: [{ type: 'evaluation', id: evaluation.id, path }],
        bodies: [at.cell.body_id],
        params: { number: at.measure.number ?? '–', until },
      },
    );
  },
});
