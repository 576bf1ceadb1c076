import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape } from '#core/shapes.ts';
import { MOST, Reading, wordsShape } from '../forms.ts';
import type { ItemId, MeetingId } from '../schema.ts';
import { APPROVED_BY } from './schema.ts';

const meeting = idShape<MeetingId>();
const item = v.nullable(idShape<ItemId>());
const said = v.pipe(v.string(), v.minLength(1), v.maxLength(MOST.reason));

export const circulationShape = v.object({ meeting, until: dayShape });
export const remarkShape = v.object({ meeting, item, body: idShape(), words: said });
export const remarkAnswerShape = v.object({ meeting, remark: idShape(), accepted: v.boolean(), words: said });
export const approvalShape = v.object({ meeting, how: v.picklist(APPROVED_BY), byMeeting: v.nullable(meeting) });
export const publicationShape = v.object({ meeting });
export const correctionShape = v.object({ meeting, item, words: wordsShape, decision: lineShape() });

export function readCirculation(posted: Posted, of: MeetingId): Result<v.InferOutput<typeof circulationShape>> {
  const read = new Reading(posted);
  return read.end({ meeting: of, until: read.neededDay('until') });
}

/** What a member remarks; `bodies`: for whom whoever asks speaks. */
export function readRemark(posted: Posted, of: MeetingId): Result<v.InferOutput<typeof remarkShape>> {
  const read = new Reading(posted);
  const words = read.area('words', MOST.reason);
  if (words === '') read.wrong('words', message('meetings.wrong.no_words'));
  return read.end({
    ...{ meeting: of, item: read.idOrNone('item', message('meetings.wrong.no_item')) as ItemId | null },
    ...{ body: read.id('body', message('meetings.wrong.no_body')), words },
  });
}

export function readRemarkAnswer(posted: Posted, of: MeetingId): Result<v.InferOutput<typeof remarkAnswerShape>> {
  const read = new Reading(posted);
  const words = read.area('words', MOST.reason);
  const how = posted.text('accepted');
  if (how !== 'yes' && how !== 'no') read.wrong('accepted', message('meetings.wrong.no_verdict'));
  if (words === '') read.wrong('words', message('meetings.wrong.no_words'));
  const remark = read.id('remark', message('meetings.refused.no_remark'));
  return read.end({ meeting: of, remark, accepted: how === 'yes', words });
}

export function readApproval(posted: Posted, of: MeetingId): Result<v.InferOutput<typeof approvalShape>> {
  const read = new Reading(posted);
  const how = APPROVED_BY.find((one) => one === posted.text('how'));
  if (!how) read.wrong('how', message('meetings.wrong.no_how'));
  const by = read.idOrNone('by_meeting', message('meetings.refused.no_meeting'));
  if (how === 'meeting' && !by) read.wrong('by_meeting', message('meetings.wrong.no_by_meeting'));
  return read.end({
    meeting: of,
    how: how ?? 'meeting',
    byMeeting: how === 'meeting' ? (by as MeetingId | null) : null,
  });
}

export function readCorrection(
  posted: Posted,
  forum: Pick<Forum, 'languages'>,
  of: MeetingId,
): Result<v.InferOutput<typeof correctionShape>> {
  const read = new Reading(posted);
  return read.end({
    ...{ meeting: of, item: read.idOrNone('item', message('meetings.wrong.no_item')) as ItemId | null },
    words: read.neededTexts('words', MOST.words, forum.languages[0] ?? 'az', message('meetings.wrong.no_words')),
    decision: read.needed('decision', 500, message('meetings.wrong.no_by_decision')),
  });
}
