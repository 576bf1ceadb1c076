import * as v from 'valibot';
import { ok, type Result, refuseFields } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape, urlShape } from '#core/shapes.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Paper } from '#core/way.ts';
import { MOST, numberShape, orNull, Reading, shown } from '../forms.ts';
import { EXECUTOR_STATES, type ExecutorState, type IndicatorId } from '../measures/schema.ts';
import { isShareInPercent, percentOf } from './rules.ts';
import { EVIDENCE_KINDS, EVIDENCE_ROWS } from './schema.ts';

/** Where a number is from. */
const SOURCE_MOST = 300;

/** A piece of evidence that is not an uploaded file. */
export const evidenceShape = v.pipe(
  v.object({
    kind: v.picklist(EVIDENCE_KINDS.filter((kind) => kind !== 'file')),
    title: lineShape(MOST.title),
    url: orNull(urlShape),
    onDay: orNull(dayShape),
  }),
  v.check((piece) => piece.kind !== 'link' || piece.url !== null, 'link'),
);
export type EvidenceGiven = v.InferOutput<typeof evidenceShape>;

/** A value of an indicator; a share comes with what was counted and of how many. */
export const actualShape = v.pipe(
  v.object({
    indicator: idShape<IndicatorId>(),
    value: numberShape,
    numerator: orNull(numberShape),
    base: orNull(v.pipe(numberShape, v.gtValue(0))),
    source: lineShape(),
  }),
  v.check((actual) => (actual.numerator === null) === (actual.base === null), 'share'),
);
export type ActualGiven = v.InferOutput<typeof actualShape>;

export interface ReportGiven {
  readonly state: ExecutorState;
  readonly text: Texts;
  readonly onDay: PlainDate;
  readonly evidence: readonly EvidenceGiven[];
  readonly actuals: readonly ActualGiven[];
  readonly paper: Pick<Paper, 'ref' | 'day'> | null;
}

/** An indicator that is asked for; of one that is counted in percent a share is turned into percent. */
interface Counted {
  readonly id: IndicatorId;
  readonly unit: Texts | null;
}

interface Asked {
  readonly language: LanguageCode;
  readonly today: PlainDate;
  readonly indicators: readonly Counted[];
  readonly paper: boolean;
  /** How many files came along: they are evidence too. */
  readonly files: number;
}

/** A posted report as typed values, or everything that is wrong with it. */
export function reportGiven(posted: Posted, asked: Asked): Result<ReportGiven> {
  const read = new Reading(posted);
  const paper = asked.paper ? read.letter(asked.today) : null;
  const state = EXECUTOR_STATES.find((known) => known === posted.text('state'));
  if (!state) read.wrong('state', message('plans.reports.state_missing'));
  const text = read.prose('text') ?? read.wrong('text', message('plans.reports.text_missing')) ?? '';
  const onDay = readPastDay(read, 'on_day', asked.today) ?? asked.today;
  const evidence = readEvidence(read, posted, asked.today);
  if (state !== undefined && state !== 'not_started' && evidence.length + asked.files === 0)
    read.wrong('files', message('plans.reports.evidence_missing'));
  const actuals = readActuals(read, posted, asked.indicators);
  if (read.errors.length > 0 || !state) return refuseFields(read.errors);
  return ok({ state, text: { [asked.language]: text }, onDay, evidence, actuals, paper });
}

/** A day that is not in the future; null when none was given. */
export function readPastDay(read: Reading, field: string, today: PlainDate): PlainDate | null {
  const day = read.day(field);
  if (day !== null && day > today) read.wrong(field, message('plans.reports.day_future'));
  return day;
}

/** Rows of evidence without a file; an empty row is no row. */
export function readEvidence(read: Reading, posted: Posted, today: PlainDate): readonly EvidenceGiven[] {
  const rows: EvidenceGiven[] = [];
  for (let i = 1; i <= EVIDENCE_ROWS; i += 1) {
    const given = ['title', 'url', 'day'].some((part) => posted.text(`evidence_${part}_${i}`) !== '');
    if (!given) continue;
    const kinds = evidenceShape.pipe[0].entries.kind.options;
    const kind = kinds.find((known) => known === posted.text(`evidence_kind_${i}`)) ?? 'link';
    const url = read.url(`evidence_url_${i}`);
    if (kind === 'link' && !url) read.wrong(`evidence_url_${i}`, message('plans.reports.url_missing'));
    const title = read.needed(`evidence_title_${i}`, message('plans.reports.title_missing'), MOST.title);
    rows.push({ kind, title, url, onDay: readPastDay(read, `evidence_day_${i}`, today) });
  }
  return rows;
}

/** Values of the measure's indicators; an empty field is no value, and a value comes with its source. */
export function readActuals(read: Reading, posted: Posted, indicators: readonly Counted[]): readonly ActualGiven[] {
  return indicators.flatMap(({ id, unit }): ActualGiven[] => {
    const field = `actual_${id}`;
    const text = posted.text(field);
    if (!text && !posted.text(`${field}_source`)) return [];
    if (!text) {
      read.wrong(field, message('plans.reports.number_missing'));
      return [];
    }
    const source = read.needed(`${field}_source`, message('plans.reports.source_missing'), SOURCE_MOST);
    const inPercent = isShareInPercent(unit);
    const share = sharePartsOf(text);
    const numerator = share && decimalOf(share.numerator);
    const base = share && decimalOf(share.base);
    const value = share ? numerator : decimalOf(inPercent ? text.replace(/%$/, '').trimEnd() : text);
    const bad = [share?.numerator, share?.base, text].find((part) => part && decimalOf(part) === 'two_numbers');
    if (bad) read.wrong(field, message('plans.plan.wrong.two_numbers', { found: shown(bad) }));
    else if (typeof value !== 'number' || (share && (typeof base !== 'number' || base <= 0 || value < 0)))
      read.wrong(field, message('plans.reports.number_unknown', { found: shown(text) }));
    if (read.isWrong(field) || typeof value !== 'number') return [];
    if (typeof base !== 'number') return [{ indicator: id, value, numerator: null, base: null, source }];
    return [{ indicator: id, value: inPercent ? percentOf(value, base) : value, numerator: value, base, source }];
  });
}

/** "3 / 5", "3 of 5", "3 из 5"; "5-dən 3", "10-dan 7-si": in Azerbaijani the whole comes first. */
function sharePartsOf(written: string): { readonly numerator: string; readonly base: string } | null {
  const text = written.replace(/\s+/g, ' ');
  // Two numbers are short; what is long is told as no number, before any pattern looks for their border.
  if (text.length > 100) return null;
  const plain = /^(\S.*?)\s*(?:\/|\bof\b|из)\s*(\S.*)$/iu.exec(text);
  if (plain) return { numerator: plain[1]!, base: plain[2]! };
  const whole = /^(\S.*?)\s*-?\s*d[aəe]n\s+(\S.*?)(?:\s*-?\s*[a-zəıöüçşğ]{1,3})?$/iu.exec(text);
  return whole ? { numerator: whole[2]!, base: whole[1]! } : null;
}

/** One number as people type it; `two_numbers`: "1,500" and "1.500" mean two things, and are asked back. */
function decimalOf(text: string): number | 'two_numbers' | null {
  const read = new Reading({ text: () => text });
  const value = read.decimal('number');
  if (value !== null) return value;
  return read.errors[0]?.message.key === 'plans.plan.wrong.two_numbers' ? 'two_numbers' : null;
}
