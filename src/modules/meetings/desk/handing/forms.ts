import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idShape, isId } from '#core/ids.ts';
import type { MeetingId } from '../../schema.ts';

const MOST_OF_REASON = 2_000;

/** `desk` and what it alone knows were made on the device; only the hash comes in here. */
export const takingShape = v.object({
  ...{ meeting: idShape<MeetingId>(), desk: idShape() },
  secretHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
export const recallShape = v.object({
  ...{ meeting: idShape<MeetingId>(), desk: idShape() },
  reason: v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_OF_REASON)),
});

/** What a desk sends that wants the meeting: its id, and 32 bytes in hex. */
export function readTaking(posted: Posted): Result<{ readonly desk: string; readonly secret: string }> {
  const [desk, secret] = [posted.text('desk'), posted.text('secret')];
  if (!isId(desk) || !/^[0-9a-f]{64}$/.test(secret)) return refuse('bad_input', message('meetings.desk.wrong.taking'));
  return { ok: true, value: { desk, secret } };
}

/** Why the meeting is called back. */
export function readRecall(posted: Posted): Result<{ readonly desk: string; readonly reason: string }> {
  const [desk, reason] = [posted.text('desk'), posted.text('reason')];
  if (reason === '' || reason.length > MOST_OF_REASON)
    return refuseFields([{ field: 'reason', message: message('meetings.desk.wrong.reason') }]);
  if (!isId(desk)) return refuse('not_found', message('meetings.desk.refused.no_desk'));
  return { ok: true, value: { desk, reason } };
}
