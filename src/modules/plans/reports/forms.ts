import type { FieldError } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import { addDays, type PlainDate, plainDate } from '#core/time/plain-date.ts';
import { EXECUTOR_STATES, type ExecutorState, type IndicatorId } from '../measures/schema.ts';
import { EVIDENCE_KINDS, EVIDENCE_ROWS, type EvidenceKind } from './schema.ts';

/** Longest report and longest title of a piece of evidence, in characters. */
export const TEXT_MOST = 10_000;
const TITLE_MOST = 300;

/** A piece of evidence that is not an uploaded file. */
export interface EvidenceGiven {
  readonly kind: Exclude<EvidenceKind, 'file'>;
  readonly title: string;
  readonly url: string | null;
  readonly onDay: PlainDate | null;
}

export interface ActualGiven {
  readonly indicator: IndicatorId;
  readonly value: number;
  readonly numerator: number | null;
  readonly base: number | null;
  readonly source: string;
}

export interface ReportGiven {
  readonly state: ExecutorState;
  readonly text: Texts;
  readonly onDay: PlainDate;
  readonly evidence: readonly EvidenceGiven[];
  readonly actuals: readonly ActualGiven[];
  readonly paperRef: string | null;
}

interface Asked {
  readonly language: LanguageCode;
  readonly today: PlainDate;
  readonly indicators: readonly { readonly id: IndicatorId }[];
  readonly paper: boolean;
  /** How many files came along: they are evidence too. */
  readonly files: number;
}

/** A posted report as typed values, or what is wrong with which field. */
export function reportGiven(posted: Posted, asked: Asked): { given: ReportGiven } | { errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const state = EXECUTOR_STATES.find((known) => known === posted.text('state'));
  if (!state) errors.push({ field: 'state', message: message('plans.reports.state_missing') });
  const text = posted.text('text');
  if (!text) errors.push({ field: 'text', message: message('plans.reports.text_missing') });
  tooLong(text, 'text', TEXT_MOST, errors);
  const onDay = dayGiven(posted, 'on_day', asked.today, errors) ?? asked.today;
  const evidence = evidenceGiven(posted, errors);
  if (state && state !== 'not_started' && evidence.length + asked.files === 0 && errors.length === 0) {
    errors.push({ field: 'files', message: message('plans.reports.evidence_missing') });
  }
  const actuals = actualsGiven(posted, asked, errors);
  const paperRef = posted.text('paper_ref') || null;
  if (asked.paper && !paperRef)
    errors.push({ field: 'paper_ref', message: message('plans.reports.paper_ref_missing') });
  if (errors.length > 0 || !state) return { errors };
  return {
    given: {
      state,
      text: { [asked.language]: text },
      onDay,
      evidence,
      actuals,
      paperRef: asked.paper ? paperRef : null,
    },
  };
}

/** A text that does not fit is refused with both numbers, never cut. */
export function tooLong(text: string, field: string, most: number, errors: FieldError[]): void {
  if (text.length > most)
    errors.push({ field, message: message('errors.field_too_long', { max: most, found: text.length }) });
}

/** The day a report or an observation speaks of: a day that exists, not in the future, not absurdly old. */
export function dayGiven(posted: Posted, field: string, today: PlainDate, errors: FieldError[]): PlainDate | null {
  const text = posted.text(field);
  if (!text) return null;
  const day = plainDate(text);
  if (!day) errors.push({ field, message: message('plans.reports.day_unknown', { found: text.slice(0, 40) }) });
  else if (day > today) errors.push({ field, message: message('plans.reports.day_future') });
  else if (day < addDays(today, -36_500))
    errors.push({ field, message: message('plans.reports.day_unknown', { found: text }) });
  return day;
}

/** Rows of evidence without a file; an empty row is no row. */
export function evidenceGiven(posted: Posted, errors: FieldError[]): readonly EvidenceGiven[] {
  const rows: EvidenceGiven[] = [];
  for (let i = 1; i <= EVIDENCE_ROWS; i += 1) {
    const title = posted.text(`evidence_title_${i}`);
    const url = posted.text(`evidence_url_${i}`);
    if (!title && !url) continue;
    const kind =
      EVIDENCE_KINDS.find((known) => known === posted.text(`evidence_kind_${i}`) && known !== 'file') ?? 'link';
    if (url && !/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url)) {
      errors.push({
        field: `evidence_url_${i}`,
        message: message('plans.reports.url_unknown', { found: url.slice(0, 80) }),
      });
    } else if (kind === 'link' && !url) {
      errors.push({ field: `evidence_url_${i}`, message: message('plans.reports.url_missing') });
    }
    if (!title) errors.push({ field: `evidence_title_${i}`, message: message('plans.reports.title_missing') });
    tooLong(title, `evidence_title_${i}`, TITLE_MOST, errors);
    const text = posted.text(`evidence_day_${i}`);
    const onDay = text ? plainDate(text) : null;
    if (text && !onDay)
      errors.push({
        field: `evidence_day_${i}`,
        message: message('plans.reports.day_unknown', { found: text.slice(0, 40) }),
      });
    rows.push({ kind: kind as EvidenceGiven['kind'], title, url: url || null, onDay });
  }
  return rows;
}

/** Values of the measure's indicators; an empty field is no value, a share needs both its parts. */
export function actualsGiven(
  posted: Posted,
  asked: Pick<Asked, 'indicators'>,
  errors: FieldError[],
): readonly ActualGiven[] {
  return asked.indicators.flatMap(({ id }) => {
    const field = `actual_${id}`;
    const text = posted.text(field);
    if (!text) return [];
    const share = /^(-?[\d\s.,]+)\s*(?:\/|из|of|dən|dan)\s*([\d\s.,]+)$/i.exec(text);
    const [numerator, base] = share ? [numberOf(share[1]!), numberOf(share[2]!)] : [null, null];
    const value = share ? numerator : numberOf(text);
    if (value === null || (share && (base === null || base <= 0 || numerator === null))) {
      errors.push({ field, message: message('plans.reports.number_unknown', { found: text.slice(0, 40) }) });
      return [];
    }
    const source = posted.text(`${field}_source`);
    if (!source) errors.push({ field: `${field}_source`, message: message('plans.reports.source_missing') });
    return [{ indicator: id, value, numerator, base, source }];
  });
}

/** "1 250,5", "1250.5" and "1,250.5" are numbers; "12 villages" is none. Null when it is no number. */
export function numberOf(text: string): number | null {
  const packed = text.replace(/[\s ]/g, '');
  const plain =
    /,\d{3}(?:\D|$)/.test(packed) && packed.includes('.') ? packed.replaceAll(',', '') : packed.replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(plain) && Math.abs(Number(plain)) < 1e12 ? Number(plain) : null;
}
