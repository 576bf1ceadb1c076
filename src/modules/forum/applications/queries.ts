import type { Db } from '#core/db/database.ts';
import { withheldIn } from '#core/db/withholding-rows.ts';
import type { Forum } from '#core/forum.ts';
import type { Application, ApplicationTables, Criteria } from './schema.ts';

/** What is withheld in the forum, for the pages of applications. */
export const withheldHere = withheldIn;

const tables = (db: Db) => db.withTables<ApplicationTables>();

/** All versions of what the forum asks of members, the oldest first. */
export async function criteriaOf(db: Db, forum: string): Promise<readonly Criteria[]> {
  const rows = await tables(db)
    .selectFrom('forum_criteria')
    .selectAll()
    .where('forum_id', '=', forum)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, version: row.version, from: row.from_day, items: row.items, answerDays: row.answer_days },
    ...{ body: row.body_id, source: row.source },
  }));
}

/** Every application, the latest first. */
export async function applicationsOf(db: Db, forum: string): Promise<readonly Application[]> {
  const rows = await tables(db)
    .selectFrom('forum_applications as a')
    .leftJoin('forum_application_answers as w', (on) =>
      on.onRef('w.forum_id', '=', 'a.forum_id').onRef('w.application_id', '=', 'a.id'),
    )
    .selectAll('a')
    .select(['w.outcome', 'w.decided_on', 'w.decision', 'w.reason'])
    .where('a.forum_id', '=', forum)
    .orderBy('a.number', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, constituency: row.constituency_id, criteria: row.criteria_id },
    ...{ organisation: row.organisation, words: row.words, contact: row.contact, receivedOn: row.received_on },
    ...{ dueOn: row.due_on, way: row.way },
    paper: row.paper_ref && row.paper_day ? { ref: row.paper_ref, day: row.paper_day } : null,
    answer:
      row.outcome && row.decided_on
        ? { outcome: row.outcome, decidedOn: row.decided_on, decision: row.decision, reason: row.reason ?? '' }
        : null,
  }));
}

/** An application that can be withheld, by its id: where it stands, and of whom it is. */
export async function findApplication(db: Db, forum: Pick<Forum, 'id'>, id: string) {
  const found = (await applicationsOf(db, forum.id)).find((one) => one.id === id);
  return found ? { path: `/members/applications/${found.number}`, title: { az: found.organisation } } : null;
}
