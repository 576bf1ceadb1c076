import * as v from 'valibot';
import { type Result, refuse, refuseFields } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape } from '#core/shapes.ts';
import { GUEST_KINDS, type MeetingId, WAYS } from '../../schema.ts';
import { electionShapes } from '../elections/forms.ts';
import { COUNTINGS, type Delivery, MARKS, type Operation, VOTED } from '../schema.ts';
import type { BringingInput } from './schema.ts';

/** A day in a hall has some hundred steps. */
const MOST_STEPS = 20_000;

const key = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const counts = v.pipe(
  v.array(v.object({ constituency: key, for: count, against: count, abstain: count, spoilt: count })),
  v.maxLength(200),
);
const [item, motion, mark] = [idShape(), idShape(), v.picklist(MARKS)];
const decision = v.picklist(VOTED);
const step = {
  id: idShape(),
  at: v.pipe(v.string(), v.isoTimestamp(), v.maxLength(40)),
};

const operationShape = v.variant('kind', [
  v.object({ ...step, kind: v.literal('presence'), seat: key, way: v.picklist(WAYS), carriedBy: v.nullable(key) }),
  v.object({
    ...{ ...step, kind: v.literal('guest'), guest: idShape(), as: v.picklist(GUEST_KINDS) },
    ...{ words: lineShape(200), n: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)) },
  }),
  v.object({ ...step, kind: v.literal('meeting_begun') }),
  v.object({ ...step, kind: v.literal('item_begun'), item }),
  v.object({ ...step, kind: v.literal('recusal'), item, seat: key, aside: v.boolean() }),
  v.object({
    ...step,
    kind: v.literal('motion'),
    motion,
    item,
    words,
    decision,
    counting: v.picklist(COUNTINGS),
    reason: v.nullable(words),
  }),
  v.object({ ...step, kind: v.literal('mark'), motion, seat: key, mark }),
  v.object({ ...step, kind: v.literal('hands'), motion, counts }),
  v.object({ ...step, kind: v.literal('slips'), motion, counter: v.picklist([1, 2]), counts }),
  v.object({ ...step, kind: v.literal('motion_ended'), motion, chair: v.nullable(mark) }),
  ...electionShapes(step),
  v.object({ ...step, kind: v.literal('consensus'), item, words }),
  v.object({ ...step, kind: v.literal('task'), item, words, owner: key, due: dayShape }),
  v.object({ ...step, kind: v.literal('note'), item, words }),
  v.object({ ...step, kind: v.literal('item_ended'), item }),
  v.object({ ...step, kind: v.literal('meeting_ended') }),
  v.object({ ...step, kind: v.literal('undone'), of: idShape() }),
]);

/** What a desk brings back. `secretHash` null: a keeper of the meeting brings in the file by hand. */
export const bringingShape = v.object({
  ...{ meeting: idShape<MeetingId>(), desk: idShape(), delivery: idShape() },
  secretHash: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  operations: v.pipe(v.array(v.custom<Operation>((one) => v.is(operationShape, one))), v.maxLength(MOST_STEPS)),
}) satisfies v.GenericSchema<BringingInput>;

const deliveryShape = v.object({
  ...{ format: v.literal(1), id: idShape(), desk: idShape() },
  secret: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  operations: v.pipe(v.array(operationShape), v.maxLength(MOST_STEPS)),
});

/** The one file of the form, as a desk sends or saves it. */
export function readDelivery(posted: Posted): Result<Delivery> {
  const wrong = message('meetings.desk.wrong.file');
  const [file] = posted.files('delivery');
  if (!file) return refuseFields([{ field: 'delivery', message: wrong }]);
  const read = v.safeParse(deliveryShape, parsed(file.bytes));
  return read.success ? { ok: true, value: read.output as Delivery } : refuse('bad_input', wrong);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
