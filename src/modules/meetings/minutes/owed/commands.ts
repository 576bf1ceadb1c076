import type { Ctx } from '#core/command.ts';
import { ok, type Result } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { rulesOn } from '#modules/forum/contract.ts';
import { fulfilCase, lockSubject, openCase } from '#modules/obligations/contract.ts';
import { meetingPath } from '../../calls/rules.ts';
import type { Meeting } from '../../calls/schema.ts';
import { MINUTES_RULE } from './rules.ts';

const lastDayOf = ({ call }: Meeting): PlainDate => call.until ?? call.on;

/** From the end of a meeting on its minutes are owed, as the rules of that day say; null: they say nothing. */
export async function oweMinutes(ctx: Ctx, meeting: Meeting): Promise<Result<PlainDate | null>> {
  const rule = (await rulesOn(ctx.db, ctx.forum.id, meeting.call.on)).book.rules.minutes;
  if (!rule) return ok(null);
  const opened = await openCase(ctx, {
    ...{ rule: MINUTES_RULE, span: { unit: rule.value.unit, n: rule.value.days }, body: meeting.call.body },
    title: message('meetings.minutes.case', { number: meeting.number }),
    ...{ trigger: { on: lastDayOf(meeting), at: null }, reference: null, path: `${meetingPath(meeting)}/minutes` },
    subject: { kind: MINUTES_RULE.key, group: meeting.id, id: meeting.id },
  });
  return opened.ok ? ok(opened.value.due) : opened;
}

/** The minutes went round to the members: what was owed is done. Gives the day on which they were due; null: none was. */
export async function minutesDone(ctx: Ctx, meeting: Meeting): Promise<Result<PlainDate | null>> {
  const owed = await lockSubject(ctx.db, ctx.forum.id, MINUTES_RULE.key, meeting.id);
  if (!owed) return ok(null);
  const fulfilled = await fulfilCase(ctx, owed, { on: ctx.today, source: message('meetings.minutes.source') });
  return fulfilled.ok ? ok(owed.due_on) : fulfilled;
}
