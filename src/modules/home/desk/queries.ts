import { type Actor, bodiesOf } from '#core/actor.ts';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { deedLinkPage } from '#modules/identity/contract.ts';
import { bodyNames } from '#modules/places/contract.ts';
import {
  bodiesSpokenFor,
  cellLines,
  evaluationsSince,
  REPLY_DEED,
  REPORT_DEED,
  repliesAwaited,
} from '#modules/plans/contract.ts';
import { BACK_DAYS, byDay, judgeTasks, owedTasks, replyTask, reportTask, sentLine } from './rules.ts';
import type { Chased, Desk, Task } from './schema.ts';

/** The desk of a person in a forum on a day. `keeps`: the work of the whole forum lies on it too. */
export async function deskOf(db: Db, forum: Forum, actor: Actor, keeps: boolean, day: PlainDate): Promise<Desk> {
  const mine = bodiesSpokenFor(actor, forum.id);
  const judging = bodiesOf(actor, 'evaluator', forum.id);
  const own = keeps || judging.length > 0 ? await cellLines(db, forum, 'own', day) : [];
  const lines = mine.length === 0 ? [] : await cellLines(db, forum, { bodies: mine }, day);
  // A national plan is reported on in its own pages.
  const cells = lines.filter((cell) => cell.forumId === forum.id);
  const replies = mine.length === 0 ? [] : await repliesAwaited(db, forum, { of: mine }, day);
  const sent = judging.length === 0 ? [] : await evaluationsSince(db, forum, { by: judging }, addDays(day, -BACK_DAYS));
  const open = new Set(sent.filter((line) => line.publishesOn > day).map((line) => line.cell));
  const desk = {
    owed: owedTasks(cells, replies, day),
    toJudge: judging.length === 0 ? [] : judgeTasks(own, judging, open),
    sent: sent.map((line) => sentLine(line, day)),
    forum: keeps ? await chased(db, forum, own, day) : null,
  };
  return { ...desk, names: await namesOn(db, forum, desk) };
}

/** Reports that are overdue and replies whose window is open, in the whole forum. */
async function chased(db: Db, forum: Forum, own: Awaited<ReturnType<typeof cellLines>>, day: PlainDate) {
  const reports = own.flatMap((cell) => {
    const task = cell.overdue && reportTask(cell, day);
    return task ? [withWays(task, REPORT_DEED, cell.id)] : [];
  });
  const replies = (await repliesAwaited(db, forum, 'all', day)).map((line) =>
    withWays(replyTask(line), REPLY_DEED, line.id),
  );
  return { reports: byDay(reports), replies: byDay(replies) };
}

const withWays = (task: Task, command: string, object: string): Chased => ({
  ...task,
  linkPage: deedLinkPage(command, object),
  paperForm: `${task.form}${task.form.includes('?') ? '&' : '?'}way=paper`,
});

async function namesOn(db: Db, forum: Forum, desk: Omit<Desk, 'names'>): Promise<Desk['names']> {
  const tasks = [...desk.owed, ...desk.sent, ...(desk.forum?.reports ?? []), ...(desk.forum?.replies ?? [])];
  const judged = desk.toJudge.flatMap((measure) => measure.cells.map((cell) => cell.body));
  return bodyNames(db, forum.id, [...new Set([...tasks.map((task) => task.about.body), ...judged])]);
}
