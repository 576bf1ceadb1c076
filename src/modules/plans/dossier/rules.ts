import type { PlainDate } from '#core/time/plain-date.ts';
import { type CivilVoice, civilVoice, isPublished, silentAt } from '../evaluations/rules.ts';
import type { EvaluationRow, ReplyExtensionRow, ReplyRow } from '../evaluations/schema.ts';
import { activeOn, type Change, changesBy, measureOn, movedBy, withdrawnOn } from '../measures/rules.ts';
import type { AmendmentRow, CellRow, MeasureRow, TargetRow } from '../measures/schema.ts';
import { askedSum, cellLate, type MeasureSum, measureSum } from '../overview/rules.ts';
import { stageOn } from '../plan/rules.ts';
import type { Stage } from '../plan/schema.ts';
import { type ExecutorVoice, executorVoice, type Overdue, reportOverdue } from '../reports/rules.ts';
import type { ActualRow, EvidenceRow, UpdateRow } from '../reports/schema.ts';
import type { Deeds, Dossier } from './schema.ts';

export interface UpdateSeen {
  readonly row: UpdateRow;
  readonly evidence: readonly EvidenceRow[];
}

export interface EvaluationSeen {
  readonly row: EvaluationRow;
  readonly evidence: readonly EvidenceRow[];
  readonly reply: ReplyRow | null;
  readonly extension: ReplyExtensionRow | null;
  /** False: in its reply window, shown only to those concerned. */
  readonly published: boolean;
  /** The window passed and nobody answered. */
  readonly silent: boolean;
}

/** One executor's cell with all that was said of it, newest first. */
export interface CellSeen {
  readonly row: CellRow;
  readonly active: boolean;
  readonly executor: ExecutorVoice;
  readonly civil: CivilVoice;
  readonly late: boolean;
  readonly overdue: Overdue | null;
  readonly updates: readonly UpdateSeen[];
  readonly evaluations: readonly EvaluationSeen[];
}

export interface AmendmentSeen {
  readonly row: AmendmentRow;
  readonly changes: readonly Change[];
  readonly came: readonly CellRow[];
  readonly left: readonly CellRow[];
  readonly newTargets: readonly TargetRow[];
  readonly oldTargets: readonly TargetRow[];
}

/** A measure as it stands on a day. */
export interface Story {
  readonly stage: Stage;
  /** With every amendment that took effect by the day. */
  readonly now: MeasureRow;
  readonly withdrawn: boolean;
  readonly sum: MeasureSum;
  readonly cells: readonly CellSeen[];
  /** Newest first, those to come included. */
  readonly amendments: readonly AmendmentSeen[];
}

/**
 * The dossier without these evaluations and everything that came with them: evidence, replies, extensions, and what
 * was measured for them (values of the same author, entered in the same moment).
 */
export function without(dossier: Dossier, hidden: readonly EvaluationRow[]): Dossier {
  if (hidden.length === 0) return dossier;
  const ids = new Set<string | null>(hidden.map((evaluation) => evaluation.id));
  const cameWith = (actual: ActualRow): boolean =>
    hidden.some(
      (evaluation) =>
        actual.voice === 'civil' &&
        actual.body_id === evaluation.author_body_id &&
        momentOf(actual) === momentOf(evaluation),
    );
  return {
    ...dossier,
    evaluations: dossier.evaluations.filter((row) => !ids.has(row.id)),
    evidence: dossier.evidence.filter((row) => !ids.has(row.evaluation_id)),
    replies: dossier.replies.filter((row) => !ids.has(row.evaluation_id)),
    extensions: dossier.extensions.filter((row) => !ids.has(row.evaluation_id)),
    actuals: dossier.actuals.filter((row) => !cameWith(row)),
  };
}

/** Moments come as ISO texts in the dossier of one measure, as Dates elsewhere. */
const momentOf = (row: { readonly entered_at: Date | string }): number => new Date(row.entered_at).getTime();

/** Applies the law to the rows of a dossier. */
export function storyOf(dossier: Dossier, day: PlainDate): Story {
  const now = measureOn(dossier.measure, dossier.amendments, day);
  const withdrawn = withdrawnOn(dossier.withdrawal, day);
  const cells = dossier.cells.map((cell) => cellSeen(dossier, cell, { due: now.due_on, withdrawn }, day));
  const active = cells.filter((cell) => cell.active);
  return {
    stage: stageOn(dossier.stages, day),
    now,
    withdrawn,
    sum: askedSum(dossier.plan.executor_voice, measureSum(active, { due: now.due_on, withdrawn }, day)),
    cells,
    amendments: dossier.amendments.map((row) => amendmentSeen(dossier, row)).reverse(),
  };
}

function cellSeen(
  dossier: Dossier,
  row: CellRow,
  measure: { readonly due: PlainDate | null; readonly withdrawn: boolean },
  day: PlainDate,
): CellSeen {
  const updates = dossier.updates
    .filter((update) => update.cell_id === row.id)
    .map((update) => ({ row: update, evidence: dossier.evidence.filter((piece) => piece.update_id === update.id) }));
  const evaluations = dossier.evaluations
    .filter((evaluation) => evaluation.cell_id === row.id)
    .map((evaluation) => evaluationSeen(dossier, evaluation, day));
  const facts = updates.map((update) => ({ ...update.row, evidence: update.evidence.length }));
  const executor = executorVoice(facts, dossier.plan.executor_voice, day);
  const civil = civilVoice(
    evaluations.map((evaluation) => evaluation.row),
    day,
  );
  const active = activeOn(row, day);
  const withdrawn = dossier.withdrawal?.on_day ?? null;
  return {
    row,
    active,
    executor,
    civil,
    late: active && cellLate({ executor, civil }, measure, day),
    overdue: active
      ? reportOverdue({ reportDates: dossier.reportDates, voice: executor, cell: row, withdrawnOn: withdrawn }, day)
      : null,
    updates,
    evaluations,
  };
}

function evaluationSeen(dossier: Dossier, row: EvaluationRow, day: PlainDate): EvaluationSeen {
  const reply = dossier.replies.find((candidate) => candidate.evaluation_id === row.id) ?? null;
  return {
    row,
    evidence: dossier.evidence.filter((piece) => piece.evaluation_id === row.id),
    reply,
    extension: dossier.extensions.find((candidate) => candidate.evaluation_id === row.id) ?? null,
    published: isPublished(row, day),
    silent: silentAt(row, reply?.on_day ?? null, day),
  };
}

function amendmentSeen(dossier: Dossier, row: AmendmentRow): AmendmentSeen {
  const cells = movedBy(dossier.cells, row.id);
  const targets = movedBy(dossier.targets, row.id);
  return {
    row,
    changes: changesBy(dossier.measure, dossier.amendments, row),
    came: cells.came,
    left: cells.left,
    newTargets: targets.came,
    oldTargets: targets.left,
  };
}

/** For a visitor without an account or a link there is nothing to do on a measure but to read it. */
export const NO_DEEDS: Deeds = {
  ...{ edit: null, amend: null, withdraw: null, takeDown: null, milestones: null },
  ...{ report: new Map(), paper: new Map(), reportLink: new Map(), evaluate: new Map() },
  ...{ reply: new Map(), replyPaper: new Map(), replyLink: new Map(), extend: new Map() },
};
