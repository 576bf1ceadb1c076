import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { lineShape } from '#core/shapes.ts';
import { MOST, Reading, wordsShape } from '../forms.ts';
import { GUEST_KINDS, type ItemId, type MeetingId, WAYS } from '../schema.ts';
import { fieldOf } from './rules.ts';

const key = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const hour = v.nullable(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)));
const meeting = idShape<MeetingId>();
const item = v.nullable(idShape<ItemId>());

/** Rows of seats from an item on; those that nothing was said of stay as they are. */
export const attendanceShape = v.object({
  ...{ meeting, from: item },
  rows: v.pipe(
    v.array(v.object({ key, way: v.picklist(WAYS), carriedBy: v.nullable(key) })),
    v.minLength(1),
    v.maxLength(2_000),
  ),
});
export type AttendanceInput = v.InferOutput<typeof attendanceShape>;

/** `item` null: the meeting itself. */
export const momentShape = v.object({ meeting, item, hour });
export const asideShape = v.object({ meeting, item: idShape<ItemId>(), key, aside: v.boolean() });
/** `guest` null: a new row; `n` 0: nobody of it is there. */
export const guestShape = v.object({
  ...{ meeting, guest: v.nullable(idShape()), kind: v.picklist(GUEST_KINDS), words: lineShape(MOST.line) },
  ...{ people: v.nullable(lineShape(500)), n: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)) },
});
export const noteShape = v.object({ meeting, item, kind: v.picklist(['text', 'said']), words: wordsShape });

/** How each of these seats is there, and who carries a proxy. */
export function readAttendance(posted: Posted, of: MeetingId, keys: readonly string[]): Result<AttendanceInput> {
  const read = new Reading(posted);
  const rows = keys.flatMap((one) => {
    const way = WAYS.find((known) => known === posted.text(fieldOf(one)));
    const carriedBy = read.line(`carried_${one}`, 40);
    return way ? [{ key: one, way, carriedBy: way === 'proxy' ? carriedBy || null : null }] : [];
  });
  const from = read.idOrNone('from', message('meetings.wrong.no_item'));
  return read.end({ meeting: of, from: from as ItemId | null, rows });
}

export function readMoment(posted: Posted, of: MeetingId): Result<v.InferOutput<typeof momentShape>> {
  const read = new Reading(posted);
  const asked = read.idOrNone('item', message('meetings.wrong.no_item'));
  return read.end({ meeting: of, item: asked as ItemId | null, hour: read.hour('hour') });
}

/** Who is there without a vote: an organisation or office, how many, and their names for staff. */
export function readGuest(posted: Posted, of: MeetingId): Result<v.InferOutput<typeof guestShape>> {
  const read = new Reading(posted);
  const kind = GUEST_KINDS.find((one) => one === posted.text('kind'));
  if (!kind) read.wrong('kind', message('meetings.wrong.no_guest_kind'));
  const n = read.count('n', 1_000);
  if (n === null) read.wrong('n', message('meetings.wrong.no_n'));
  return read.end({
    ...{
      meeting: of,
      guest: read.idOrNone('guest', message('meetings.refused.no_guest')),
      kind: kind ?? 'guest',
      n: n ?? 0,
    },
    words: read.needed('words', MOST.line, message('meetings.wrong.no_guest')),
    people: read.line('people', 500) || null,
  });
}
