import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import { type List, SEEN } from '#core/errors/seen.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import { idShape, isId } from '#core/ids.ts';
import { lineShape, textsShape } from '#core/shapes.ts';
import { MOST, orNull, Reading, rowsOf, seenShape } from '../../forms.ts';
import type { PlanId, PointId } from '../schema.ts';

export const pointsShape = v.object({
  plan: idShape<PlanId>(),
  points: v.pipe(
    v.array(
      v.object({
        id: orNull(idShape<PointId>()),
        number: orNull(lineShape(20)),
        title: textsShape(MOST.title),
        note: orNull(lineShape()),
      }),
    ),
    v.maxLength(200),
  ),
  seen: seenShape,
});
export type PointsInput = v.InferOutput<typeof pointsShape>;

/** Rows `point_0_title_az`, ...: a row without any title is left out, which takes an old point away. */
export function readPoints(posted: Posted, plan: PlanId): Result<PointsInput> {
  const read = new Reading(posted);
  const points: PointsInput['points'] = [];
  const numbers = new Map<string, string>();
  for (const row of rowsOf(posted, 'point')) {
    const title = read.texts(`${row}_title`, 'line', MOST.title);
    const number = read.line(`${row}_number`, 20);
    const note = read.line(`${row}_note`);
    const id = posted.text(`${row}_id`);
    if (!title) {
      if (number && !id) read.wrong(`${row}_title_az`, message('plans.plan.wrong.no_point_title', { number }));
      continue;
    }
    if (number && numbers.has(number)) read.wrong(`${row}_number`, message('plans.plan.wrong.point_twice', { number }));
    if (number) numbers.set(number, row);
    points.push({ id: isId(id) ? (id as PointId) : null, number, title, note });
  }
  return read.end({ plan, points, seen: posted.text(SEEN) });
}

/** How the rows of the form are told apart. */
export const POINT_ROWS: readonly List[] = [{ prefix: 'point', key: 'id' }];

/** What stands in the rows of points: those that are written, or those of a refused try. */
export function pointValues(
  points: readonly { id: PointId | null; number: string | null; title: Texts; note: string | null }[],
): Record<string, string> {
  const rows = points.flatMap((point, i) => [
    [`point_${i}_id`, point.id ?? ''],
    [`point_${i}_number`, point.number ?? ''],
    [`point_${i}_note`, point.note ?? ''],
    ...LANGUAGES.map((language) => [`point_${i}_title_${language}`, point.title[language] ?? '']),
  ]);
  return Object.fromEntries(rows);
}
