import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape } from '#core/shapes.ts';
import { MOST, Reading, textsShape, urlShape } from '../forms.ts';
import type { ConstituencyId, SeatId } from '../seats/schema.ts';

/** So many seats can one decision add to one group. */
const MOST_SEATS = 500;
/** Rows for new groups in the form. */
export const NEW_GROUPS = 4;

const seats = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_SEATS));

export const decisionShape = v.object({
  ...{ number: lineShape(MOST.number), decidedOn: dayShape, from: dayShape },
  ...{ reason: v.nullable(lineShape(MOST.reason)), url: urlShape },
  more: v.array(v.object({ constituency: idShape<ConstituencyId>(), seats })),
  fresh: v.array(v.object({ name: textsShape, seats })),
  places: v.array(idShape()),
});
export type DecisionInput = v.InferOutput<typeof decisionShape>;

export const seatEndShape = v.object({
  ...{ seat: idShape<SeatId>(), last: dayShape, decision: lineShape(MOST.number), reason: lineShape(MOST.reason) },
});

/** A decision on the composition: its number and days, seats for groups that there are, new groups, places. */
export function readDecision(posted: Posted, known: readonly ConstituencyId[]): Result<DecisionInput> {
  const read = new Reading(posted);
  const more = known.flatMap((constituency) => {
    const n = read.count(`more_${constituency}`, MOST_SEATS);
    return n > 0 ? [{ constituency, seats: n }] : [];
  });
  const fresh = Array.from({ length: NEW_GROUPS }, (_, i) => i).flatMap((i) => {
    const name = read.texts(`group_${i}`);
    const n = read.count(`group_${i}_seats`, MOST_SEATS);
    const named = Object.keys(name).length > 0;
    if (named && n === 0) read.wrong(`group_${i}_seats`, message('forum.wrong.no_seats'));
    if (!named && n > 0) read.wrong(`group_${i}_az`, message('forum.wrong.no_group_name'));
    return named && n > 0 ? [{ name, seats: n }] : [];
  });
  const places = [...posted.all('places')];
  if (read.errors.length === 0 && more.length + fresh.length + places.length === 0)
    read.wrong('group_0_az', message('forum.wrong.nothing_decided'));
  return read.end({
    ...{ number: read.needed('number', MOST.number, message('forum.wrong.no_number')), more, fresh, places },
    ...{ decidedOn: read.neededDay('decided_on'), from: read.neededDay('from') },
    ...{ reason: read.line('reason', MOST.reason) || null, url: read.url('url') },
  });
}

/** A seat is given up by a decision. */
export function readSeatEnd(posted: Posted, seat: SeatId): Result<v.InferOutput<typeof seatEndShape>> {
  const read = new Reading(posted);
  return read.end({
    ...{ seat, last: read.neededDay('last') },
    decision: read.needed('decision', MOST.number, message('forum.wrong.no_number')),
    reason: read.needed('reason', MOST.reason, message('forum.wrong.no_reason')),
  });
}
