import type { Db } from '#core/db/database.ts';
import type { Decision, DecisionTables, Task } from './schema.ts';

const tables = (db: Db) => db.withTables<DecisionTables>();

/** The register of decisions, the latest number first. */
export async function decisionsOf(db: Db, forum: string): Promise<readonly Decision[]> {
  const rows = await tables(db)
    .selectFrom('meetings_decisions')
    .selectAll()
    .where('forum_id', '=', forum)
    .orderBy('number', 'desc')
    .execute();
  const outcomes = await tables(db)
    .selectFrom('meetings_outcomes')
    .select(['decision_id', 'state', 'words', 'path', 'on_day'])
    .where('forum_id', '=', forum)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, on: row.on_day, words: row.words, kind: row.kind, meeting: row.meeting_id },
    ...{ item: row.item_id, document: row.document, article: row.article, corrects: row.corrects_id },
    ballot: row.ballot_id && row.ballot_number ? { id: row.ballot_id, number: row.ballot_number } : null,
    enteredOn: row.entered_on,
    outcomes: outcomes
      .filter((one) => one.decision_id === row.id)
      .map(({ state, words, path, on_day: on }) => ({ state, words, path, on })),
  }));
}

/** Everything that somebody was given to do, the next due first; what is done stands after it. */
export async function tasksIn(db: Db, forum: string): Promise<readonly Task[]> {
  const rows = await tables(db)
    .selectFrom('meetings_tasks as t')
    .leftJoin('meetings_task_ends as e', (on) =>
      on.onRef('e.forum_id', '=', 't.forum_id').onRef('e.task_id', '=', 't.id'),
    )
    .selectAll('t')
    .select(['e.on_day as ended_on', 'e.words as ended_words', 'e.path as ended_path'])
    .where('t.forum_id', '=', forum)
    .orderBy('t.due_on')
    .orderBy('t.number')
    .execute();
  const tasks = rows.map((row) => ({
    ...{ id: row.id, number: row.number, meeting: row.meeting_id, item: row.item_id, decision: row.decision_id },
    ...{ words: row.words, body: row.body_id, seat: row.seat_id, office: row.office, givenOn: row.given_on },
    due: row.due_on,
    ended: row.ended_on ? { on: row.ended_on, words: row.ended_words ?? {}, path: row.ended_path } : null,
  }));
  return [...tasks.filter((one) => !one.ended), ...tasks.filter((one) => one.ended)];
}

/** Open tasks that a body owes, for desks. */
export const tasksOf = async (db: Db, forum: string, bodies: readonly string[]): Promise<readonly Task[]> =>
  (await tasksIn(db, forum)).filter((task) => !task.ended && bodies.includes(task.body));
