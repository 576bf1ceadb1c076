import * as v from 'valibot';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape } from '#core/shapes.ts';
import { type Answers, DECLINED, type DeclinedAnswers } from '../questionnaires/schema.ts';
import { groupKey } from '../rounds/forms.ts';
import { type InterviewId, MODES, type RoundId } from '../schema.ts';

/** An interview has at most so many answers, each of so many characters, in repeats within repeats so deep. */
const MOST = { answers: 5_000, characters: 20_000, deep: 8, name: 200, pictures: 50 };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Counts the answers below; not a number where something has not the shape of answers. */
function countOf(value: unknown, deep: number): number {
  if (typeof value === 'string') return value.length <= MOST.characters ? 1 : Number.NaN;
  if (deep > MOST.deep) return Number.NaN;
  if (Array.isArray(value))
    return value.reduce<number>((n, one) => n + (isObject(one) ? countOf(one, deep + 1) : Number.NaN), 0);
  if (!isObject(value)) return Number.NaN;
  return Object.entries(value).reduce(
    (n, [name, one]) =>
      n + (name === '' || name.length > MOST.name || name === '__proto__' ? Number.NaN : countOf(one, deep + 1)),
    0,
  );
}

export const answersShape = v.custom<Answers>((value) => isObject(value) && countOf(value, 0) <= MOST.answers);
export const declinedShape = v.custom<DeclinedAnswers>(
  (value) =>
    isObject(value) &&
    Object.keys(value).length <= MOST.answers &&
    Object.entries(value).every(([path, why]) => path.length <= 500 && DECLINED.some((one) => one === why)),
);

export const interviewShape = v.object({
  id: idShape<InterviewId>(),
  round: idShape<RoundId>(),
  edition: v.pipe(v.number(), v.integer(), v.minValue(1)),
  mode: v.picklist([...MODES, 'import']),
  place: v.nullable(idShape()),
  group: v.nullable(groupKey),
  language: lineShape(40),
  startedAt: v.nullable(v.date()),
  finishedAt: v.nullable(v.date()),
  onDay: dayShape,
  answers: answersShape,
  declined: declinedShape,
  code: v.nullable(lineShape(100)),
  pictures: v.pipe(
    v.array(v.object({ path: lineShape(500), file: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })),
    v.maxLength(MOST.pictures),
    v.readonly(),
  ),
});
