import type { Db } from '#core/db/database.ts';
import type { CoreTables } from '#core/db/tables.ts';

/** Thrown inside a transaction whose form did its deed before: the answer of that time is the answer. */
export class SentBefore extends Error {}

/** So long a form that was sent is known again: a browser left open over some days. */
export const KNOWN_DAYS = 7;

const forms = (db: Db) => db.withTables<CoreTables>();

/** Takes a sent form in the transaction of its deed; false when it was taken before. Of two at once one waits for the other. */
export async function claimForm(db: Db, id: string, now: Date): Promise<boolean> {
  const row = await forms(db)
    .insertInto('core_sent_forms')
    .values({ id, at: now, answer: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** What is known of a sent form: where it led (null: not yet said), or undefined when it did nothing so far. */
export async function sentForm(db: Db, id: string): Promise<string | null | undefined> {
  const row = await forms(db).selectFrom('core_sent_forms').select('answer').where('id', '=', id).executeTakeFirst();
  return row?.answer;
}

/** Keeps where a form led. One that led nowhere (its answer was a page, perhaps with a secret) may do its deed again. */
export async function keepAnswer(db: Db, id: string, answer: string | null): Promise<void> {
  const table = forms(db);
  if (answer === null) await table.deleteFrom('core_sent_forms').where('id', '=', id).execute();
  else await table.updateTable('core_sent_forms').set({ answer }).where('id', '=', id).execute();
}

/** Forgets forms sent before this moment. */
export async function forgetSent(db: Db, before: Date): Promise<void> {
  await forms(db).deleteFrom('core_sent_forms').where('at', '<', before).execute();
}
