import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape } from '#core/shapes.ts';
import { MOST, Reading } from '../forms.ts';
import type { ConstituencyId } from '../seats/schema.ts';

const MOST_PEOPLE = 10_000;
const people = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_PEOPLE));

export const countShape = v.object({
  ...{ constituency: idShape<ConstituencyId>(), on: dayShape, women: people, men: people },
  source: lineShape(MOST.source),
});

/** How many women and men speak for a group; an empty field is no zero, so both are asked. */
export function readCount(posted: Posted): Result<v.InferOutput<typeof countShape>> {
  const read = new Reading(posted);
  const number = (field: 'women' | 'men'): number => {
    if (read.line(field, 12) === '') read.wrong(field, message('forum.counts.wrong_empty'));
    return read.count(field, MOST_PEOPLE);
  };
  return read.end({
    constituency: read.id('constituency', message('forum.refused.no_group')) as ConstituencyId,
    ...{ on: read.neededDay('on'), women: number('women'), men: number('men') },
    source: read.needed('source', MOST.source, message('forum.wrong.no_source')),
  });
}
