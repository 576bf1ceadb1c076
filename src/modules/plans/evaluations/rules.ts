import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import type { CellRow } from '../measures/schema.ts';
import { type ExecutorVoice, hasSpoken, saysComplete } from '../reports/rules.ts';
import type { Completion, EvaluationRow } from './schema.ts';

/** What civil society's voice of a cell comes to on a day. */
export type CivilWord = Completion | 'not_assessed';

export interface CivilVoice {
  readonly word: CivilWord;
  readonly evaluation: EvaluationRow['id'] | null;
  /** The day it became public. */
  readonly on: PlainDate | null;
}

export type EvaluationFacts = Pick<EvaluationRow, 'id' | 'completion' | 'publishes_on'>;

/** What of an evaluation decides whether its window may be longer. */
export interface ReplyWindow {
  readonly replyUntil: PlainDate;
  readonly extended: boolean;
  readonly replied: boolean;
  readonly extensionDays: number;
}

export const windowOf = (at: {
  readonly evaluation: Pick<EvaluationRow, 'reply_until'>;
  readonly extension: unknown;
  readonly reply: unknown;
  readonly extensionDays: number;
}): ReplyWindow => ({
  replyUntil: at.evaluation.reply_until,
  extended: at.extension !== null,
  replied: at.reply !== null,
  extensionDays: at.extensionDays,
});

/** An extension is taken once, while the window is open, where the plan has one, and not after the reply. */
export const mayExtend = (facts: ReplyWindow, day: PlainDate): boolean =>
  !facts.extended && !facts.replied && facts.extensionDays > 0 && day <= facts.replyUntil;

/** Becomes public on the reply's day; without a reply on the day after the window. */
export const publishesOn = (replyUntilDay: PlainDate, repliedOn: PlainDate | null): PlainDate =>
  repliedOn !== null && repliedOn <= replyUntilDay ? repliedOn : addDays(replyUntilDay, 1);

export const isPublished = (evaluation: Pick<EvaluationRow, 'publishes_on'>, day: PlainDate): boolean =>
  evaluation.publishes_on <= day;

/** The window passed and nobody answered ("no reply by ..."). A later reply is shown as late, this stays true of the window. */
export const silentAt = (evaluation: Pick<EvaluationRow, 'reply_until'>, repliedOn: PlainDate | null, day: PlainDate) =>
  evaluation.reply_until < day && (repliedOn === null || repliedOn > evaluation.reply_until);

/** The latest published evaluation speaks; of one day the one made last. */
export function civilVoice(evaluations: readonly EvaluationFacts[], day: PlainDate): CivilVoice {
  let latest: EvaluationFacts | null = null;
  for (const evaluation of evaluations) {
    if (evaluation.publishes_on > day) continue;
    const later =
      !latest ||
      evaluation.publishes_on > latest.publishes_on ||
      (evaluation.publishes_on === latest.publishes_on && evaluation.id > latest.id);
    if (later) latest = evaluation;
  }
  return latest
    ? { word: latest.completion, evaluation: latest.id, on: latest.publishes_on }
    : { word: 'not_assessed', evaluation: null, on: null };
}

export const hasAssessed = (voice: CivilVoice): boolean => voice.word !== 'not_assessed';

/** Nobody judges own work: an organisation that is, or was, an executor of the measure cannot evaluate its cells. */
export const isJudgeInOwnCause = (organisation: string, cells: readonly Pick<CellRow, 'body_id'>[]): boolean =>
  cells.some((cell) => cell.body_id === organisation);

/** A word that says that work was done: it needs evidence as much as the executor's does. */
export const claimsWork = (completion: Completion): boolean =>
  completion !== 'no_evidence' && completion !== 'not_started';

export type Agreement = 'agree' | 'differ' | 'one_voice' | 'no_voice';

/**
 * Do the two voices of a cell say the same? Only asked when both have spoken. "Complete" without evidence is taken
 * as "under way"; "no evidence" means to the evaluator what "not started" means to the executor.
 */
export function agreement(executor: ExecutorVoice, civil: CivilVoice): Agreement {
  const [one, other] = [hasSpoken(executor), hasAssessed(civil)];
  if (!one && !other) return 'no_voice';
  if (!one || !other) return 'one_voice';
  return AGREES[effective(executor)].has(civil.word) ? 'agree' : 'differ';
}

const effective = (voice: ExecutorVoice): 'not_started' | 'under_way' | 'complete' => {
  if (saysComplete(voice)) return 'complete';
  return voice.word === 'not_started' ? 'not_started' : 'under_way';
};

const AGREES: Readonly<Record<'not_started' | 'under_way' | 'complete', ReadonlySet<CivilWord>>> = {
  not_started: new Set<CivilWord>(['not_started', 'no_evidence']),
  under_way: new Set<CivilWord>(['limited', 'substantial']),
  complete: new Set<CivilWord>(['complete']),
};
