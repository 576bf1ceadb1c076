import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { seatingOf, sittingsOn } from '#modules/forum/contract.ts';
import type { DeedDescribed } from '#modules/identity/contract.ts';
import { meetingOf } from '../calls/queries.ts';
import { meetingPath } from '../calls/rules.ts';
import type { MeetingId } from '../schema.ts';
import { remarkObject } from './rules.ts';
import type { Correction, MinutesTables, Remark, Stages } from './schema.ts';

const tables = (db: Db) => db.withTables<MinutesTables>();

/** The day on which the minutes of a meeting were approved; null: not yet. */
export const approvedOn = async (db: Db, forum: string, meeting: MeetingId): Promise<PlainDate | null> =>
  (await stagesOf(db, forum, meeting)).approved?.on ?? null;

/** How far the minutes of a meeting have come. */
export async function stagesOf(db: Db, forum: string, meeting: MeetingId): Promise<Stages> {
  const rows = await tables(db)
    .selectFrom('meetings_stages')
    .selectAll()
    .where('forum_id', '=', forum)
    .where('meeting_id', '=', meeting)
    .execute();
  const of = (stage: string) => rows.find((row) => row.stage === stage);
  const [circulated, approved] = [of('circulated'), of('approved')];
  return {
    circulated: circulated?.until_day ? { on: circulated.on_day, until: circulated.until_day } : null,
    approved:
      approved?.content && approved.how
        ? { on: approved.on_day, how: approved.how, byMeeting: approved.by_meeting, content: approved.content }
        : null,
    published: of('published')?.on_day ?? null,
  };
}

/** Meetings of a forum whose minutes are public. */
export async function publishedMinutes(db: Db, forum: string): Promise<ReadonlyMap<string, PlainDate>> {
  const rows = await tables(db)
    .selectFrom('meetings_stages')
    .select(['meeting_id', 'on_day'])
    .where('forum_id', '=', forum)
    .where('stage', '=', 'published')
    .execute();
  return new Map(rows.map((row) => [row.meeting_id, row.on_day]));
}

/** What members remarked on minutes sent round, oldest first. */
export async function remarksOf(db: Db, forum: string, meeting: MeetingId): Promise<readonly Remark[]> {
  const rows = await tables(db)
    .selectFrom('meetings_remarks as r')
    .leftJoin('meetings_remark_answers as a', (on) =>
      on.onRef('a.forum_id', '=', 'r.forum_id').onRef('a.remark_id', '=', 'r.id'),
    )
    .select(['r.id', 'r.item_id', 'r.body_id', 'r.words', 'r.on_day'])
    .select(['a.accepted', 'a.words as answer', 'a.on_day as answered_on'])
    .where('r.forum_id', '=', forum)
    .where('r.meeting_id', '=', meeting)
    .orderBy('r.id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, item: row.item_id, body: row.body_id, words: row.words, on: row.on_day },
    answer: row.answered_on ? { accepted: row.accepted ?? false, words: row.answer ?? '', on: row.answered_on } : null,
  }));
}

/** Corrections after approval, oldest first. */
export async function correctionsOf(db: Db, forum: string, meeting: MeetingId): Promise<readonly Correction[]> {
  const rows = await tables(db)
    .selectFrom('meetings_corrections')
    .selectAll()
    .where('forum_id', '=', forum)
    .where('meeting_id', '=', meeting)
    .orderBy('id')
    .execute();
  return rows.map(({ id, item_id: item, words, decision, on_day: on }) => ({ id, item, words, decision, on }));
}

/** The organisations that hold a seat on a day, each once. */
export async function bodiesOnSeats(db: Db, forum: string, on: PlainDate): Promise<readonly string[]> {
  const seating = await seatingOf(db, forum);
  return [...new Set(sittingsOn(seating, on).flatMap(({ holding }) => holding?.body ?? []))];
}

/** What a link or printed code is for: the remark of one organisation; null: no minutes take one now. */
export async function describeRemark(db: Db, forum: Forum, object: string): Promise<DeedDescribed | null> {
  const open = await tables(db)
    .selectFrom('meetings_stages as s')
    .select(['s.meeting_id', 's.on_day'])
    .where('s.forum_id', '=', forum.id)
    .where('s.stage', '=', 'circulated')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('meetings_stages as a')
            .select('a.stage')
            .whereRef('a.forum_id', '=', 's.forum_id')
            .whereRef('a.meeting_id', '=', 's.meeting_id')
            .where('a.stage', '=', 'approved'),
        ),
      ),
    )
    .execute();
  for (const { meeting_id: id, on_day: on } of open) {
    const body = (await bodiesOnSeats(db, forum.id, on)).find((one) => remarkObject(id, one) === object);
    const meeting = body && (await meetingOf(db, forum.id, { id }));
    if (!meeting) continue;
    const purpose = message('meetings.remark.purpose', { number: meeting.number });
    return { body, formPath: `${meetingPath(meeting)}/minutes/remarks`, purpose };
  }
  return null;
}
