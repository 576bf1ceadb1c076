import type { Texts } from '#core/i18n/texts.ts';
import { daysBetween, type PlainDate } from '#core/time/plain-date.ts';
import type { CellRow, ExecutorState, UpdateId } from '../measures/schema.ts';
import type { ExecutorVoiceAsked, ReportDateRow } from '../plan/schema.ts';
import type { UpdateRow } from './schema.ts';

/** What the executor's voice of a cell comes to on a day. */
export type ExecutorWord = ExecutorState | 'no_report' | 'not_asked';

export interface ExecutorVoice {
  readonly word: ExecutorWord;
  /** False: "under way" or "complete" was said without any evidence. True for everything else. */
  readonly proven: boolean;
  /** The day the report speaks of. */
  readonly on: PlainDate | null;
  readonly update: UpdateId | null;
}

export interface UpdateFacts extends Pick<UpdateRow, 'id' | 'on_day' | 'state'> {
  /** How many pieces of evidence came with it. */
  readonly evidence: number;
}

/** What is said without evidence cannot count for more than "not started". */
export const isProven = (state: ExecutorState, evidence: number): boolean => state === 'not_started' || evidence > 0;

/** The update that speaks on a day: the latest by its day; of one day the one entered last (ids grow with time). */
function latestUpdate<U extends Pick<UpdateRow, 'id' | 'on_day'>>(updates: readonly U[], day: PlainDate): U | null {
  let latest: U | null = null;
  for (const update of updates) {
    if (update.on_day > day) continue;
    if (!latest || update.on_day > latest.on_day || (update.on_day === latest.on_day && update.id > latest.id))
      latest = update;
  }
  return latest;
}

const silent = (word: 'no_report' | 'not_asked'): ExecutorVoice => ({ word, proven: true, on: null, update: null });

/** The executor's voice of one cell on a day, from all its updates. */
export function executorVoice(
  updates: readonly UpdateFacts[],
  asked: ExecutorVoiceAsked,
  day: PlainDate,
): ExecutorVoice {
  if (asked === 'not_asked') return silent('not_asked');
  const latest = latestUpdate(updates, day);
  if (!latest) return silent('no_report');
  return {
    word: latest.state,
    proven: isProven(latest.state, latest.evidence),
    on: latest.on_day,
    update: latest.id,
  };
}

/** The same voice today, from what the cell keeps of its latest update. */
export function keptVoice(
  cell: Pick<CellRow, 'update_id' | 'executor_state' | 'executor_proven' | 'reported_on'>,
  asked: ExecutorVoiceAsked,
): ExecutorVoice {
  if (asked === 'not_asked') return silent('not_asked');
  if (cell.executor_state === null) return silent('no_report');
  return {
    word: cell.executor_state,
    proven: cell.executor_state === 'not_started' || cell.executor_proven === true,
    on: cell.reported_on,
    update: cell.update_id,
  };
}

/** Has the executor spoken at all? Silence is unknown, never "not started". */
export const hasSpoken = (voice: ExecutorVoice): boolean => voice.word !== 'no_report' && voice.word !== 'not_asked';

export const saysComplete = (voice: ExecutorVoice): boolean => voice.word === 'complete' && voice.proven;

/** Spoke of more than "not started" and showed nothing. */
export const isUnproven = (voice: ExecutorVoice): boolean => hasSpoken(voice) && !voice.proven;

export interface Overdue {
  /** The first report date that was missed. */
  readonly since: PlainDate;
  readonly days: number;
  /** How many report dates have passed unanswered. */
  readonly missed: number;
}

export interface OverdueFacts {
  readonly reportDates: readonly Pick<ReportDateRow, 'due_on'>[];
  readonly voice: ExecutorVoice;
  readonly cell: Pick<CellRow, 'from_day' | 'to_day'>;
  readonly withdrawnOn: PlainDate | null;
}

/**
 * Reports owed and not given by the end of yesterday, or null. A report date is answered by any report that speaks of
 * a day after the report date before it. Nothing is owed by a cell that was complete with evidence, for dates before
 * it became executor or after it left, nor anything once the measure was withdrawn.
 */
export function reportOverdue(facts: OverdueFacts, day: PlainDate): Overdue | null {
  if (facts.withdrawnOn !== null && facts.withdrawnOn <= day) return null;
  const missed = owedDates(facts).filter((date) => date < day);
  const since = missed[0];
  return since ? { since, days: daysBetween(since, day), missed: missed.length } : null;
}

/** The next report date, today or later, that no report answers yet; null when nothing more is owed. */
export const reportNext = (facts: OverdueFacts, day: PlainDate): PlainDate | null =>
  owedDates(facts).find((date) => date >= day) ?? null;

/** Report dates that no report answers, in their order. */
function owedDates({ voice, cell, withdrawnOn, reportDates }: OverdueFacts): readonly PlainDate[] {
  if (voice.word === 'not_asked' || saysComplete(voice)) return [];
  const due = reportDates.map((date) => date.due_on).sort();
  return due.filter(
    (date, i) =>
      (cell.from_day === null || cell.from_day <= date) &&
      (cell.to_day === null || date <= cell.to_day) &&
      (withdrawnOn === null || date < withdrawnOn) &&
      !answered(voice.on, due[i - 1]),
  );
}

const answered = (reported: PlainDate | null, previous: PlainDate | undefined): boolean =>
  reported !== null && (previous === undefined || reported > previous);

/** Is the indicator counted in percent? Then a share "3 of 8" is worth 37.5, else 3. */
export const isShareInPercent = (unit: Texts | null): boolean =>
  unit !== null && Object.values(unit).some((word) => /%|\bfaiz|\bpercent|процент/iu.test(word));

/** A share in percent, to the second digit; its base stays beside it. */
export const percentOf = (numerator: number, base: number): number => Math.round((numerator / base) * 10_000) / 100;
