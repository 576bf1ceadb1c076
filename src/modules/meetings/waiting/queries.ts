import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { rulesOn, seatingOf, sittingOn, workingGroupsOf, workingOn } from '#modules/forum/contract.ts';
import { meetingsOf } from '../calls/queries.ts';
import { meetingPath, stateOf } from '../calls/rules.ts';
import type { Meeting } from '../calls/schema.ts';
import { tasksOf } from '../decisions/queries.ts';
import { attendanceOfSeats } from '../figures/queries.ts';
import { remarksOf, stagesOf } from '../minutes/queries.ts';
import type { DeskLine } from './schema.ts';

interface DeskAsked {
  readonly lang: Lang;
  readonly today: PlainDate;
  /** The work of the whole forum lies on this desk. */
  readonly keeps: boolean;
  /** For which organisations this person speaks. */
  readonly bodies: readonly string[];
}

/** What of meetings lies on somebody's desk on a day. */
export async function meetingLines(db: Db, forum: Pick<Forum, 'id'>, asked: DeskAsked): Promise<readonly DeskLine[]> {
  const { lang, today, keeps, bodies } = asked;
  const all = await meetingsOf(db, forum.id);
  const lineOf = (meeting: Meeting, what: DeskLine['what'], n = 0): DeskLine => ({
    ...{ what, n, name: lang.pick(meeting.call.title), path: meetingPath(meeting), on: meeting.call.on },
  });
  const called = await calledTo(db, forum.id, bodies);
  const coming = all.filter((one) => one.call.kind !== 'village' && (keeps || called(one))).toReversed();
  const lines = coming.flatMap((one): readonly DeskLine[] => {
    const state = stateOf(one);
    if (state === 'called' || state === 'running') return [lineOf(one, 'next')];
    return state === 'draft' && keeps ? [lineOf(one, 'draft')] : [];
  });
  if (keeps)
    lines.push(...(await minutesLines(db, forum.id, coming, lineOf)), ...(await absentLines(db, forum.id, asked)));
  for (const task of await tasksOf(db, forum.id, bodies))
    lines.push({
      what: 'task',
      n: task.number,
      name: lang.pick(task.words),
      path: `/decisions/tasks/${task.number}/closure`,
      on: task.due,
    });
  return lines.filter(({ on, what }) => what !== 'next' || on === null || on >= today || keeps);
}

/** Is somebody who speaks for these organisations called to a meeting? Of a working group only who works in it on that day. */
async function calledTo(db: Db, forum: string, bodies: readonly string[]): Promise<(meeting: Meeting) => boolean> {
  const [groups, seating] = [await workingGroupsOf(db, forum), await seatingOf(db, forum)];
  return ({ call }) => {
    const group = groups.find(({ id }) => id === call.group);
    if (!group) return true;
    return workingOn(group, call.on).some(({ seat, body }) => {
      const holder = seat ? sittingOn(seating, { id: seat }, call.on)?.holding?.body : body;
      return holder !== undefined && holder !== null && bodies.includes(holder);
    });
  };
}

async function minutesLines(
  db: Db,
  forum: string,
  meetings: readonly Meeting[],
  lineOf: (meeting: Meeting, what: DeskLine['what'], n?: number) => DeskLine,
): Promise<readonly DeskLine[]> {
  const lines: DeskLine[] = [];
  for (const meeting of meetings.filter((one) => stateOf(one) === 'ended')) {
    const path = `${meetingPath(meeting)}/minutes`;
    const { circulated, approved } = await stagesOf(db, forum, meeting.id);
    if (!circulated) lines.push({ ...lineOf(meeting, 'minutes'), path });
    if (!circulated || approved) continue;
    const open = (await remarksOf(db, forum, meeting.id)).filter((one) => !one.answer).length;
    if (open > 0) lines.push({ ...lineOf(meeting, 'remarks', open), path });
  }
  return lines;
}

/** Organisations that missed so many meetings in a row that the rules ask for somebody else. */
async function absentLines(db: Db, forum: string, { lang, today }: DeskAsked): Promise<readonly DeskLine[]> {
  const rule = (await rulesOn(db, forum, today)).book.rules.absence;
  if (!rule) return [];
  return (await attendanceOfSeats(db, forum, today))
    .filter(({ missed }) => missed >= rule.value.meetings)
    .map((one) => ({
      ...{
        what: 'absence',
        name: lang.pick(one.organisation),
        n: one.missed,
        path: `/members/${one.number}`,
        on: null,
      },
    }));
}
