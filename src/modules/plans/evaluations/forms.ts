import type { FieldError } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { IndicatorId } from '../measures/schema.ts';
import {
  type ActualGiven,
  actualsGiven,
  type EvidenceGiven,
  evidenceGiven,
  TEXT_MOST,
  tooLong,
} from '../reports/forms.ts';
import { COMPLETIONS, type Completion, SCALES, type ScaleValues, TIES, type Tie } from './schema.ts';

export interface EvaluationGiven {
  readonly organisation: string;
  readonly completion: Completion;
  readonly scales: ScaleValues;
  readonly finding: string;
  readonly method: string;
  readonly ties: Readonly<Record<Tie, string>>;
  readonly evidence: readonly EvidenceGiven[];
  readonly actuals: readonly ActualGiven[];
}

interface Asked {
  readonly organisations: readonly string[];
  readonly indicators: readonly { readonly id: IndicatorId }[];
  readonly today: PlainDate;
  readonly files: number;
}

const TIE_MOST = 500;
const METHOD_MOST = 3_000;

/** A posted evaluation as typed values, or what is wrong with which field. */
export function evaluationGiven(
  posted: Posted,
  asked: Asked,
): { given: EvaluationGiven } | { errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const organisation =
    asked.organisations.find((body) => body === posted.text('organisation')) ??
    (asked.organisations.length === 1 ? asked.organisations[0] : undefined);
  if (!organisation) errors.push({ field: 'organisation', message: message('plans.evaluations.organisation_missing') });
  const completion = COMPLETIONS.find((known) => known === posted.text('completion'));
  if (!completion) errors.push({ field: 'completion', message: message('plans.evaluations.completion_missing') });
  const finding = needed(posted, 'finding', TEXT_MOST, errors);
  const method = needed(posted, 'method', METHOD_MOST, errors);
  const ties = Object.fromEntries(TIES.map((tie) => [tie, needed(posted, `tie_${tie}`, TIE_MOST, errors)])) as Record<
    Tie,
    string
  >;
  const scales = Object.fromEntries(
    Object.entries(SCALES).map(([scale, values]) => [
      scale,
      (values as readonly string[]).find((value) => value === posted.text(scale)) ?? null,
    ]),
  ) as unknown as ScaleValues;
  const evidence = evidenceGiven(posted, errors);
  const claims = completion === 'limited' || completion === 'substantial' || completion === 'complete';
  if (claims && evidence.length + asked.files === 0 && errors.length === 0) {
    errors.push({ field: 'files', message: message('plans.evaluations.evidence_missing') });
  }
  const actuals = actualsGiven(posted, asked, errors);
  if (errors.length > 0 || !organisation || !completion) return { errors };
  return { given: { organisation, completion, scales, finding, method, ties, evidence, actuals } };
}

/** A text that must be there and must fit. */
export function needed(posted: Posted, field: string, most: number, errors: FieldError[]): string {
  const text = posted.text(field);
  if (!text) errors.push({ field, message: message('plans.evaluations.answer_missing') });
  tooLong(text, field, most, errors);
  return text;
}

/** A posted reply. */
export function replyGiven(
  posted: Posted,
  paper: boolean,
): { given: { text: string; paperRef: string | null } } | { errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const text = needed(posted, 'text', TEXT_MOST, errors);
  const paperRef = paper ? needed(posted, 'paper_ref', 200, errors) : null;
  return errors.length > 0 ? { errors } : { given: { text, paperRef } };
}
