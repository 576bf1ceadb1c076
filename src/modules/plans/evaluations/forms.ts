import { ok, type Result, refuseFields } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { MOST, Reading } from '../forms.ts';
import type { IndicatorRow } from '../measures/schema.ts';
import { type ActualGiven, type EvidenceGiven, readActuals, readEvidence } from '../reports/forms.ts';
import { claimsWork } from './rules.ts';
import {
  COMPLETIONS,
  type Completion,
  METHOD_MOST,
  REASON_MOST,
  SCALES,
  type ScaleValues,
  TIE_MOST,
  TIES,
  type Tie,
} from './schema.ts';

export interface EvaluationGiven {
  readonly organisation: string;
  readonly completion: Completion;
  readonly scales: ScaleValues;
  readonly finding: string;
  readonly method: string;
  readonly ties: Readonly<Record<Tie, string>>;
  /** The tie to the funder was ticked as public. */
  readonly funderPublic: boolean;
  readonly evidence: readonly EvidenceGiven[];
  readonly actuals: readonly ActualGiven[];
}

interface Asked {
  /** For which the person may judge this cell. */
  readonly organisations: readonly string[];
  readonly indicators: readonly Pick<IndicatorRow, 'id' | 'unit'>[];
  readonly today: PlainDate;
  readonly files: number;
}

/** A posted evaluation as typed values, or everything that is wrong with it. */
export function evaluationGiven(posted: Posted, asked: Asked): Result<EvaluationGiven> {
  const read = new Reading(posted);
  const organisation =
    asked.organisations.length === 1
      ? asked.organisations[0]
      : asked.organisations.find((body) => body === posted.text('organisation'));
  if (!organisation) read.wrong('organisation', message('plans.evaluations.organisation_missing'));
  const completion = COMPLETIONS.find((known) => known === posted.text('completion'));
  if (!completion) read.wrong('completion', message('plans.evaluations.completion_missing'));
  const finding = answered(read, 'finding');
  const method = answered(read, 'method', METHOD_MOST);
  const ties = Object.fromEntries(TIES.map((tie) => [tie, answered(read, `tie_${tie}`, TIE_MOST)])) as Record<
    Tie,
    string
  >;
  const funderPublic = posted.text('funder_public') === 'yes';
  const evidence = readEvidence(read, posted, asked.today);
  if (completion && claimsWork(completion) && evidence.length + asked.files === 0)
    read.wrong('files', message('plans.evaluations.evidence_missing'));
  const actuals = readActuals(read, posted, asked.indicators);
  if (read.errors.length > 0 || !organisation || !completion) return refuseFields(read.errors);
  return ok({
    organisation,
    completion,
    scales: scalesGiven(posted),
    finding,
    method,
    ties,
    funderPublic,
    evidence,
    actuals,
  });
}

/** An empty answer, or one that the standard does not know, is "not reviewed". */
const scalesGiven = (posted: Posted): ScaleValues =>
  Object.fromEntries(
    Object.entries(SCALES).map(([scale, values]) => [
      scale,
      (values as readonly string[]).find((value) => value === posted.text(scale)) ?? null,
    ]),
  ) as unknown as ScaleValues;

/** A text that must be there and must fit. */
const answered = (read: Reading, field: string, most: number = MOST.text): string =>
  read.prose(field, most) ?? read.wrong(field, message('plans.evaluations.answer_missing')) ?? '';

/** A posted reply. */
export function replyGiven(posted: Posted, asked: { readonly paper: boolean; readonly today: PlainDate }) {
  const read = new Reading(posted);
  const paper = asked.paper ? read.letter(asked.today) : null;
  return read.end({ text: answered(read, 'text'), paper });
}

/** The posted reason of an extension. */
export function reasonGiven(posted: Posted): Result<string> {
  const read = new Reading(posted);
  return read.end(answered(read, 'reason', REASON_MOST));
}
