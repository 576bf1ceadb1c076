import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { withheldIn } from '#core/db/withholding-rows.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import type { DeedDescribed } from '#modules/identity/contract.ts';
import type { CaseId, Extension } from '../schema.ts';

/** What access and links need to know of a case. */
export interface CaseStanding {
  readonly id: CaseId;
  readonly number: number;
  readonly body_id: string;
  readonly subject_kind: string | null;
  readonly closed: 'done' | 'waived' | null;
  readonly extension: Extension | null;
  readonly extended: number;
}

/** A case by its id; null: none in this forum. */
export async function caseStanding(db: Db, forum: string, id: string): Promise<CaseStanding | null> {
  if (!isId(id)) return null;
  const { rows } = await sql<CaseStanding>`
    select c.id, c.number, c.body_id, c.subject_kind, c.closed, c.extension,
      (select count(*)::int from obligations_extensions e where e.forum_id = c.forum_id and e.case_id = c.id) as extended
    from obligations_cases c where c.forum_id = ${forum} and c.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** The case of a link, when the body can still do something on it; what belongs to another room is done there. */
async function openStanding(db: Db, forum: Forum, id: string): Promise<CaseStanding | null> {
  const found = await caseStanding(db, forum.id, id);
  return found && !found.closed && !found.subject_kind ? found : null;
}

/** What a one-deed link to report a case as done is for; null when nothing is to be done on it. */
export async function describeFulfilment(db: Db, forum: Forum, id: string): Promise<DeedDescribed | null> {
  const found = await openStanding(db, forum, id);
  if (!found) return null;
  const purpose = message('obligations.deed.fulfil', { number: found.number });
  return { body: found.body_id, formPath: `/obligations/${found.number}/fulfilment`, purpose };
}

/** The same for the extension; null also when the rule allows none (any more). */
export async function describeExtension(db: Db, forum: Forum, id: string): Promise<DeedDescribed | null> {
  const found = await openStanding(db, forum, id);
  if (!found?.extension || found.extended >= found.extension.most) return null;
  const purpose = message('obligations.deed.extend', { number: found.number });
  return { body: found.body_id, formPath: `/obligations/${found.number}/extension`, purpose };
}

/** Is the file one of an answer that any of these bodies gave? */
export async function isAnswerOf(db: Db, forum: string, file: string, bodies: readonly string[]): Promise<boolean> {
  if (bodies.length === 0) return false;
  const { rows } = await sql`
    select 1 from ${FILES} where a.forum_id = ${forum} and a.file_id = ${file}
      and c.body_id = any(${[...bodies]}::uuid[])`.execute(db);
  return rows.length > 0;
}

/** What is withheld in a forum now. */
export const withheldOf = (db: Db, forum: Pick<Forum, 'id' | 'zone'>): Promise<WithheldThings> => withheldIn(db, forum);

const FILES: RawBuilder<unknown> = sql`obligations_answer_files a
  join obligations_fulfilments d on d.forum_id = a.forum_id and d.id = a.fulfilment_id
  join obligations_cases c on c.forum_id = d.forum_id and c.id = d.case_id`;

/** A file that everybody sees, by the id of the kept file: on which page it stands. For withholding. */
export async function findAnswerFile(
  db: Db,
  forum: Pick<Forum, 'id'>,
  id: string,
): Promise<{ readonly path: string; readonly title: Texts } | null> {
  if (!isId(id)) return null;
  const { rows } = await sql<{ number: number; name: string }>`
    select c.number, a.name from ${FILES} where a.forum_id = ${forum.id} and a.file_id = ${id}`.execute(db);
  const [row] = rows;
  return row ? { path: `/obligations/${row.number}#end`, title: { az: row.name } } : null;
}
