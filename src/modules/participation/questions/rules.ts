import type { Datum } from '#core/caution/level.ts';
import { message } from '#core/i18n/message.ts';
import { day, type PlainDate } from '#core/time/plain-date.ts';
import type { Withheld, WithheldThings } from '#core/withholding/withheld.ts';
import type { Rule } from '#modules/obligations/contract.ts';
import type { Question, QuestionState } from './schema.ts';

/** Letters of a receipt's code: 100 random bits. */
export const CODE_LETTERS = 20;

export const TEXT_MOST = 4_000;
export const SENTENCE_MOST = 500;
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

/** The sign that stands where a moderator took out what could lead to a person. */
export const TAKEN_OUT = '[..]';

/** One line break for each, none doubled more than once, no blanks at the ends of lines: as two forms may differ. */
const plain = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

/**
 * Is the published text the asked one with parts replaced by "[..]", and nothing else? A moderator takes out, and
 * neither adds nor changes a word. Something must be left.
 */
export function isRedaction(asked: string, published: string): boolean {
  const whole = plain(asked);
  const pieces = plain(published).split(TAKEN_OUT);
  if (pieces.every((piece) => piece.trim() === '')) return false;
  const first = pieces.shift()!;
  const last = pieces.pop();
  if (last === undefined) return first === whole;
  if (!whole.startsWith(first) || !whole.endsWith(last)) return false;
  const end = whole.length - last.length;
  let at = first.length;
  for (const piece of pieces) {
    const found = whole.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= end;
}

/** What in a text looks like a way to a person: said to whoever writes it, and to the moderator. */
export function personalSigns(text: string): readonly ('phone' | 'email')[] {
  const signs: ('phone' | 'email')[] = [];
  if (/(?<![\p{L}\d])\+?\d(?:[\s().–-]{0,2}\d){6,14}(?!\d)/u.test(text)) signs.push('phone');
  if (/[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,}/u.test(text)) signs.push('email');
  return signs;
}

/** A resident's deed has a day and no hour: noon stands for it. */
export const noonOf = (date: PlainDate): Date => new Date(`${date}T12:00:00Z`);

/** Address of a question below the forum. */
export const pathOf = ({ number }: Pick<Question, 'number'>): string => `/questions/${number}`;
