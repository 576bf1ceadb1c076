import type { Db } from '#core/db/database.ts';
import type { IdentityTables } from '../../schema.ts';
import { hashOf } from '../../sessions/queries.ts';
import { codeOf } from '../../sessions/rules.ts';
import type { DeedDone, OpenObjection } from '../schema.ts';

const tables = (db: Db) => db.withTables<IdentityTables>();

/** What was entered in a session, in order, with objections and answers. */
export async function receiptDeeds(db: Db, forum: string, session: string): Promise<readonly DeedDone[]> {
  const deeds = await tables(db)
    .selectFrom('identity_assisted_deeds')
    .where('forum_id', '=', forum)
    .where('session_id', '=', session)
    .select(['id', 'sentence', 'path', 'entry_id as entry', 'done_at as doneAt'])
    .orderBy('done_at')
    .orderBy('id')
    .execute();
  if (deeds.length === 0) return [];
  const objections = await objectionRows(db, forum)
    .where(
      'o.deed_id',
      'in',
      deeds.map(({ id }) => id),
    )
    .execute();
  return deeds.map((deed) => ({
    ...deed,
    objections: objections
      .filter((row) => row.deed_id === deed.id)
      .map((row) => ({
        ...{ id: row.id, text: row.text, madeAt: row.made_at },
        answer: row.answer !== null && row.answered_at ? { text: row.answer, at: row.answered_at } : null,
      })),
  }));
}

const objectionRows = (db: Db, forum: string) =>
  tables(db)
    .selectFrom('identity_objections as o')
    .leftJoin('identity_objection_answers as w', (on) =>
      on.onRef('w.forum_id', '=', 'o.forum_id').onRef('w.objection_id', '=', 'o.id'),
    )
    .where('o.forum_id', '=', forum)
    .select(['o.id', 'o.deed_id', 'o.text', 'o.made_at', 'w.text as answer', 'w.answered_at'])
    .orderBy('o.made_at')
    .orderBy('o.id');

/** A receipt by the code that stands on it, as typed by hand; null: no receipt of this forum. */
export async function findReceipt(db: Db, forum: string, typed: string) {
  const code = codeOf(typed);
  if (!code) return null;
  const row = await tables(db)
    .selectFrom('identity_assisted_ends as e')
    .innerJoin('identity_assisted as a', (on) =>
      on.onRef('a.forum_id', '=', 'e.forum_id').onRef('a.id', '=', 'e.session_id'),
    )
    .where('e.forum_id', '=', forum)
    .where('e.code_hash', '=', hashOf(code))
    .select(['a.id', 'a.started_at as startedAt'])
    .executeTakeFirst();
  return row ? { ...row, deeds: await receiptDeeds(db, forum, row.id) } : null;
}

/** Objections of this forum that nobody answered yet, the oldest first. */
export async function openObjections(db: Db, forum: string): Promise<readonly OpenObjection[]> {
  return tables(db)
    .selectFrom('identity_objections as o')
    .innerJoin('identity_assisted_deeds as d', (on) =>
      on.onRef('d.forum_id', '=', 'o.forum_id').onRef('d.id', '=', 'o.deed_id'),
    )
    .innerJoin('identity_assisted as a', (on) =>
      on.onRef('a.forum_id', '=', 'd.forum_id').onRef('a.id', '=', 'd.session_id'),
    )
    .leftJoin('identity_objection_answers as w', (on) =>
      on.onRef('w.forum_id', '=', 'o.forum_id').onRef('w.objection_id', '=', 'o.id'),
    )
    .where('o.forum_id', '=', forum)
    .where('w.objection_id', 'is', null)
    .select(['o.id', 'o.text', 'o.made_at as madeAt', 'd.sentence', 'd.path', 'a.helper_id as helper'])
    .orderBy('o.made_at')
    .orderBy('o.id')
    .execute();
}
