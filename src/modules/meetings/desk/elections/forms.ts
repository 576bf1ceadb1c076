import * as v from 'valibot';
import { idShape } from '#core/ids.ts';

const key = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const options = v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(100));
const ranks = v.pipe(v.array(count), v.maxLength(100));
const election = idShape();

/** The steps of an election as a desk sends them; `step`: what every step has. */
export const electionShapes = <T extends v.ObjectEntries>(step: T) =>
  [
    v.object({
      ...step,
      kind: v.literal('election'),
      election,
      item: idShape(),
      ballot: idShape(),
      again: v.boolean(),
      options,
    }),
    v.object({
      ...{ ...step, kind: v.literal('choice'), election, seat: key },
      slip: v.union([v.literal('blank'), ranks]),
    }),
    v.object({
      ...{ ...step, kind: v.literal('piles'), election, counter: v.picklist([1, 2]) },
      piles: v.pipe(
        v.array(v.object({ box: v.nullable(key), slip: v.union([v.picklist(['blank', 'invalid']), ranks]), count })),
        v.maxLength(20_000),
      ),
    }),
    v.object({
      ...{ ...step, kind: v.literal('election_ended'), election },
      settled: v.pipe(
        v.array(
          v.object({
            ...{ how: v.picklist(['chair', 'lot']), between: options, option: v.pipe(v.string(), v.maxLength(40)) },
            ...{ by: line, before: line },
          }),
        ),
        v.maxLength(50),
      ),
    }),
  ] as const;
