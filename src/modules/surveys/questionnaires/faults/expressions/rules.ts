import { type Message, message } from '#core/i18n/message.ts';
import { distance } from '#core/i18n/names.ts';
import { parseExpression } from '../../../expressions/parsing/rules.ts';
import { callErrorsOf, referencesOf } from '../../../expressions/references/rules.ts';
import type { ExpressionError } from '../../../expressions/schema.ts';

/** What is wrong with an expression of a questionnaire that has items of these names; null: it can be evaluated. */
export function expressionFault(text: string, names: ReadonlySet<string>): Message | null {
  const parsed = parseExpression(text);
  if (parsed.is === 'error') return errorWords(text, parsed);
  const wrong = callErrorsOf(parsed)[0];
  if (wrong) return errorWords(text, wrong);
  const stray = referencesOf(parsed).find(({ name }) => !names.has(name));
  return stray ? strayWords(stray.name, names) : null;
}

/** A name that nobody bears, with the nearest that somebody does. */
export function strayWords(name: string, names: ReadonlySet<string>): Message {
  const near = nearest(name, names);
  return near
    ? message('surveys.questionnaires.faults.stray_near', { name, near })
    : message('surveys.questionnaires.faults.stray', { name });
}

function nearest(name: string, names: ReadonlySet<string>): string | null {
  const most = Math.max(1, Math.floor(name.length / 3));
  const scored = [...names].map((other) => ({ other, far: distance(name, other, most) }));
  return scored.filter(({ far }) => far <= most).sort((a, b) => a.far - b.far)[0]?.other ?? null;
}

function errorWords(text: string, { reason, found, expected, near, at }: ExpressionError): Message {
  const place = at + 1;
  if (reason === 'unknown_function')
    return near
      ? message('surveys.questionnaires.faults.function_near', { found, near })
      : message('surveys.questionnaires.faults.function', { found });
  if (reason === 'arguments')
    return message('surveys.questionnaires.faults.arguments', { found, expected: expected.join(', ') });
  if (reason === 'unclosed_text') return message('surveys.questionnaires.faults.unclosed', { place });
  if (reason === 'unfinished') return message('surveys.questionnaires.faults.unfinished', { text });
  return message('surveys.questionnaires.faults.unexpected', { found: found || text, place });
}
