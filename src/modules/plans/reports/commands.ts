import * as v from 'valibot';
import { type Ctx, command, done, no, type Verdict } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { insertFile } from '#core/files/commands.ts';
import { type FileFacts, FileFactsShape } from '#core/files/facts.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, textsShape } from '#core/shapes.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { paperShape, personOf, wayOf } from '#core/way.ts';
import { mayEnterPaper, mayReport } from '../access.ts';
import { keepReports } from '../clocks/commands.ts';
import { MOST } from '../forms.ts';
import { activeOn } from '../measures/rules.ts';
import { type CellId, EXECUTOR_STATES, type MeasureId, type UpdateId } from '../measures/schema.ts';
import { isAdopted, stageOn } from '../plan/rules.ts';
import type { PlansTables } from '../schema.ts';
import { type ActualGiven, actualShape, type EvidenceGiven, evidenceShape } from './forms.ts';
import { type CellAt, cellAt, indicatorsAsked, lockCell, speakingUpdate } from './queries.ts';
import { isProven } from './rules.ts';
import {
  type ActualId,
  EVIDENCE_MOST,
  type EvaluationId,
  type EvidenceId,
  type ReplyId,
  type Voice,
  type WordWay,
} from './schema.ts';

const input = v.object({
  cell: idShape<CellId>(),
  state: v.picklist(EXECUTOR_STATES),
  text: textsShape(MOST.text),
  onDay: dayShape,
  evidence: v.pipe(v.array(evidenceShape), v.maxLength(EVIDENCE_MOST)),
  files: v.pipe(v.array(FileFactsShape), v.maxLength(EVIDENCE_MOST)),
  actuals: v.array(actualShape),
  /** Given: staff enters what came on paper. */
  paper: v.nullable(paperShape),
});

/** Who reports on a cell; for a cell that is not there the answer is the same "no" as for one that is another's. */
async function access(ctx: Ctx, { cell: id, paper }: v.InferOutput<typeof input>): Promise<Verdict> {
  if (paper) return mayEnterPaper(ctx.actor, ctx.forum.id);
  const at = await cellAt(ctx.db, ctx.forum.id, id, ctx.today);
  return at ? mayReport(ctx.actor, at.cell) : no(message('plans.plan.may_not_report'));
}

/**
 * The executor's voice on its cell: a dated word with evidence. Nothing said before is overwritten; the newest day
 * speaks. Evidence is needed for more than "not started" (an item without evidence cannot exceed it).
 */
export const reportUpdate = command({
  name: 'plans.report_update',
  assisted: 'plans.log.update_published',
  input,
  access,
  run: async (ctx, given) => {
    const at = await cellAt(ctx.db, ctx.forum.id, given.cell, ctx.today);
    if (!at) return refuse('not_found', message('plans.reports.no_such_cell'));
    await lockCell(ctx.db, ctx.forum.id, at.cell.id);
    const fault = faultOf(at, given.onDay, ctx.today);
    if (fault) return refuse('conflict', fault);
    if (!isProven(given.state, given.evidence.length + given.files.length)) {
      return refuse('bad_input', message('plans.reports.evidence_missing'), [
        { field: 'files', message: message('plans.reports.evidence_missing') },
      ]);
    }
    if (!(await areOf(ctx, at.measure.id, given.actuals)))
      return refuse('conflict', message('plans.reports.no_such_indicator'));
    const id = uuidv7(ctx.now) as UpdateId;
    const scan = given.paper?.scan ? await insertFile(ctx, given.paper.scan, false) : null;
    await ctx.db
      .withTables<PlansTables>()
      .insertInto('plans_updates')
      .values({
        forum_id: ctx.forum.id,
        id,
        cell_id: at.cell.id,
        measure_id: at.measure.id,
        on_day: given.onDay,
        state: given.state,
        text: json(given.text),
        way: given.paper ? 'paper' : spokenWay(ctx),
        paper_ref: given.paper?.ref ?? null,
        paper_day: given.paper?.day ?? null,
        paper_file: scan,
        entered_at: ctx.now,
        entered_by: personOf(ctx.actor),
      })
      .execute();
    await insertEvidence(ctx, at.measure.id, { update: id }, given.evidence, given.files);
    await insertActuals(ctx, 'executor', at.cell.body_id, given.onDay, given.actuals);
    await keepSpeaking(ctx, at.cell.id);
    await keepReports(ctx, at.planId, at.cell.id);
    const path = `/plans/${at.planSlug}/measures/${at.measure.slug}`;
    return done(
      { id, path },
      {
        kind: 'plans.update_published',
        object: { type: 'measure', id: at.measure.id, path },
        touched: [{ type: 'update', id, path }],
        bodies: [at.cell.body_id],
        params: { number: at.measure.number ?? '–', state: given.state },
        ...(given.paper ? { way: 'paper' as const } : {}),
      },
    );
  },
});

/** Why nothing can be reported on this cell, or null. */
function faultOf(at: CellAt, onDay: PlainDate, today: PlainDate) {
  if (at.asked === 'not_asked') return message('plans.reports.not_asked');
  if (!isAdopted(stageOn(at.stages, today))) return message('plans.reports.not_adopted');
  if (onDay > today) return message('plans.reports.day_future');
  if (at.withdrawnOn && at.withdrawnOn <= onDay) return message('plans.reports.withdrawn');
  return activeOn(at.cell, onDay) ? null : message('plans.reports.not_executor_then');
}

/** Do all these values belong to indicators of this measure? */
export async function areOf(ctx: Ctx, measure: MeasureId, given: readonly ActualGiven[]): Promise<boolean> {
  if (given.length === 0) return true;
  const known = await indicatorsAsked(ctx.db, ctx.forum.id, measure);
  return given.every((actual) => known.some((indicator) => indicator.id === actual.indicator));
}

/** How a word came that did not come on paper. */
function spokenWay({ actor }: Ctx): WordWay {
  const way = wayOf(actor);
  return way === 'system' ? 'import' : way;
}

/** What evidence hangs on: exactly one of the three. */
type Owner = { readonly update: UpdateId } | { readonly evaluation: EvaluationId } | { readonly reply: ReplyId };

/** Writes pieces of evidence, files first, in the order given. */
export async function insertEvidence(
  ctx: Ctx,
  measure: MeasureId,
  owner: Owner,
  given: readonly EvidenceGiven[],
  files: readonly FileFacts[],
): Promise<void> {
  const rows = [];
  for (const file of files) {
    rows.push({
      kind: 'file' as const,
      title: file.name,
      url: null,
      onDay: null,
      // An evaluation's evidence is read by the law of the evaluation: first by those concerned, later by everybody.
      fileId: await insertFile(ctx, file, !('evaluation' in owner)),
    });
  }
  rows.push(...given.map((piece) => ({ ...piece, fileId: null })));
  if (rows.length === 0) return;
  await ctx.db
    .withTables<PlansTables>()
    .insertInto('plans_evidence')
    .values(
      rows.map((piece, position) => ({
        forum_id: ctx.forum.id,
        id: uuidv7(ctx.now) as EvidenceId,
        measure_id: measure,
        update_id: 'update' in owner ? owner.update : null,
        evaluation_id: 'evaluation' in owner ? owner.evaluation : null,
        reply_id: 'reply' in owner ? owner.reply : null,
        kind: piece.kind,
        title: piece.title,
        url: piece.url,
        file_id: piece.fileId,
        on_day: piece.onDay,
        position,
      })),
    )
    .execute();
}

/** Writes what one voice measured. */
export async function insertActuals(
  ctx: Ctx,
  voice: Voice,
  body: string,
  onDay: PlainDate,
  given: readonly ActualGiven[],
): Promise<void> {
  if (given.length === 0) return;
  await ctx.db
    .withTables<PlansTables>()
    .insertInto('plans_actuals')
    .values(
      given.map((actual) => ({
        forum_id: ctx.forum.id,
        id: uuidv7(ctx.now) as ActualId,
        indicator_id: actual.indicator,
        on_day: onDay,
        value: actual.value,
        numerator: actual.numerator,
        base: actual.base,
        voice,
        body_id: body,
        source: actual.source,
        source_url: null,
        entered_at: ctx.now,
        entered_by: personOf(ctx.actor),
      })),
    )
    .execute();
}

/** Keeps the newest word beside the cell, so that an overview counts without walking the history. */
async function keepSpeaking(ctx: Ctx, cell: CellId): Promise<void> {
  const speaking = await speakingUpdate(ctx.db, ctx.forum.id, cell);
  if (!speaking) return;
  await ctx.db
    .withTables<PlansTables>()
    .updateTable('plans_cells')
    .set({
      update_id: speaking.id,
      executor_state: speaking.state,
      executor_proven: isProven(speaking.state, Number(speaking.evidence)),
      reported_on: speaking.on_day,
    })
    .where('forum_id', '=', ctx.forum.id)
    .where('id', '=', cell)
    .execute();
}
