import { isTime, momentOf } from '../../expressions/moments/rules.ts';
import type { Zone } from '../../expressions/schema.ts';
import type { Answer, Choice, Question } from '../../questionnaires/schema.ts';
import type { ProblemReason } from '../schema.ts';

/** Characters of one answer, at most. */
const MOST_LETTERS = 10_000;

/** What is wrong with the form of an answer that is not empty; null when nothing is. */
export function shapeProblem(
  question: Question,
  value: Answer,
  choices: readonly Choice[] | null,
  zone: Zone,
): ProblemReason | null {
  if (value.length > MOST_LETTERS) return 'long';
  if (choices) return choiceProblem(question, value, choices);
  switch (question.type) {
    case 'integer':
      return /^-?\d{1,15}$/.test(value) ? null : 'integer';
    case 'decimal':
      return isDecimal(value) ? null : 'decimal';
    case 'range':
      return isInRange(question, value) ? null : 'range';
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) && momentOf(value, zone) !== null ? null : 'date';
    case 'time':
      return isTime(value) ? null : 'time';
    case 'dateTime':
      return value.includes('T') && momentOf(value, zone) !== null ? null : 'dateTime';
    case 'geopoint':
      return isPoint(value) ? null : 'geopoint';
    default:
      return null;
  }
}

function choiceProblem({ type }: Question, value: Answer, choices: readonly Choice[]): ProblemReason | null {
  const chosen = type === 'select_one' ? [value] : value.split(' ').filter(Boolean);
  const names = new Set(choices.map(({ name }) => name));
  if (!chosen.every((name) => names.has(name))) return 'choice';
  if (new Set(chosen).size !== chosen.length) return 'choices';
  return type === 'rank' && chosen.length !== names.size ? 'choices' : null;
}

const isDecimal = (value: string): boolean => /^-?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})$/.test(value);

/** XLSForm: from 1 to 10 by 1 unless said; it may also count down. */
function isInRange({ parameters }: Question, value: string): boolean {
  const [start, end, step] = [parameters.start ?? '1', parameters.end ?? '10', parameters.step ?? '1'].map(
    Number,
  ) as Three;
  const n = Number(value);
  if (!isDecimal(value) || n < Math.min(start, end) || n > Math.max(start, end)) return false;
  const steps = (n - start) / step;
  return step === 0 || Math.abs(steps - Math.round(steps)) < 1e-9;
}
type Three = [number, number, number];

/** "latitude longitude", and altitude and accuracy in metres where the device knows them. */
function isPoint(value: string): boolean {
  const parts = value.split(' ');
  const [latitude, longitude, , accuracy] = parts.map(Number);
  const areNumbers = parts.every((part) => /^-?\d+(\.\d+)?$/.test(part));
  if (!areNumbers || parts.length < 2 || parts.length > 4) return false;
  return Math.abs(latitude!) <= 90 && Math.abs(longitude!) <= 180 && (accuracy ?? 0) >= 0;
}
