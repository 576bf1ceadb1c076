import { skipOf } from '../building/skips/rules.ts';
import { type Line, linesOf } from '../rules.ts';
import type { Question, Questionnaire } from '../schema.ts';

/** Where an interviewer goes on after a choice: the number of a question; 0: this was the last one. */
export type Jump = number;

/** Whether a rule can hold when one question has this answer; what depends on other answers may always hold. */
function canHold(relevant: string | null, question: string, answer: string): boolean {
  const skip = relevant === null ? null : skipOf(relevant);
  if (!skip) return true;
  const verdicts = skip.conditions.map((one) => {
    if (one.question !== question) return true;
    if (one.is === 'is') return one.value === answer;
    if (one.is === 'is_not') return one.value !== answer;
    return one.is !== 'not_answered';
  });
  return skip.join === 'and' ? verdicts.every(Boolean) : verdicts.some(Boolean);
}

/**
 * For each choice of a question with one answer that leaves out what follows: the number of the question that is asked
 * next. Rules that say more than "only if this was chosen" leave out nothing here; they stand as words at their question.
 */
export function jumpsAfter(
  of: Questionnaire,
  question: Question,
  choices: readonly string[],
): ReadonlyMap<string, Jump> {
  const lines = linesOf(of);
  const at = lines.findIndex(({ item }) => item === question);
  const around = new Map(lines.map((line) => [line.path, line]));
  const holds = (line: Line, answer: string): boolean => {
    const above = line.within === null ? null : around.get(line.within);
    return canHold(line.item.relevant, question.name, answer) && (!above || holds(above, answer));
  };
  const after = lines.slice(at + 1).filter(({ number }) => number !== null);
  return new Map(
    choices.flatMap((answer) => {
      const next = after.find((line) => holds(line, answer));
      return next === after[0] ? [] : [[answer, next?.number ?? 0] as const];
    }),
  );
}
