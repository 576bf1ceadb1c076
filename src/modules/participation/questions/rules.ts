import type { Datum } from '#core/caution/level.ts';
import { message } from '#core/i18n/message.ts';
import { day } from '#core/time/plain-date.ts';
import type { Withheld, WithheldThings } from '#core/withholding/withheld.ts';
import type { Rule } from '#modules/obligations/contract.ts';
import type { Question, QuestionState } from './schema.ts';

export const TEXT_MOST = 4_000;
export const ANSWER_MOST = 10_000;

/** Names under which the words of both sides are withheld. */
export const WITHHELD = { question: 'participation.question', answer: 'participation.answer' } as const;

/** What of a question and its answer is withheld now. */
export const withheldOf = (
  things: WithheldThings,
  { id, answer }: Pick<Question, 'id' | 'answer'>,
): { readonly question: Withheld | null; readonly answer: Withheld | null } => ({
  question: things.of(WITHHELD.question, id),
  answer: answer && things.of(WITHHELD.answer, answer.id),
});

export const ANSWER_DEED = 'participation.answer';
export const ANSWER_KIND = 'participation.answer';

/**
 * Whoever a question was put to answers it within seven working days, counted from the working day after it was
 * published and so registered with the body. The platform's own rule; its term is the one of the Law of Azerbaijan on
 * access to information, articles 24.1 and 24.5 (a question without a name is no information request in the law's sense).
 */
export const ANSWER_RULE: Rule = {
  key: ANSWER_KIND,
  version: 1,
  title: message('participation.clock.title'),
  basis: message('participation.clock.basis'),
  basisUrl: null,
  owedTo: message('participation.clock.to'),
  span: { unit: 'working_days', n: 7 },
  extension: null,
  soonDays: 2,
  neverDays: 180,
  escalation: { days: 5, role: 'coordinator' },
  from: day('2016-01-01'),
  to: null,
};

const datum = (id: string, at: Datum['at']): Datum => ({
  id,
  name: `participation.shown.${id}`,
  note: `participation.shown.${id}_note`,
  at,
});
const NEVER: Datum['at'] = { open: 'private', careful: 'private', closed: 'private' };

/** At the open level the words are public at once, at the careful one after a moderator, at the closed one in the circle. */
export const TEXT_DATUM = datum('text', { open: 'shown', careful: 'moderated', closed: 'private' });

/** What of questions could lead to a person. Who asked, and at which hour, is kept nowhere. */
export const QUESTION_DATA: readonly Datum[] = [
  TEXT_DATUM,
  datum('asker', NEVER),
  datum('hour', NEVER),
  datum('scan', NEVER),
];

/** The state follows from what was recorded; no day changes it. */
export function stateOf(question: Pick<Question, 'withdrawnOn' | 'refusal' | 'publication' | 'answer'>): QuestionState {
  if (question.withdrawnOn) return 'withdrawn';
  if (question.refusal) return 'refused';
  if (!question.publication) return 'waiting';
  return question.answer ? 'answered' : 'open';
}

/** Address of a question below the forum. */
export const pathOf = ({ number }: Pick<Question, 'number'>): string => `/questions/${number}`;
