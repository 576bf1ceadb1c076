import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { type Result, refuse } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import { calendarFor } from '../calendar/queries.ts';
import { type Explained, explain } from '../rules.ts';
import type { CaseRow, Span } from '../schema.ts';

type Kept = Pick<Forum, 'country' | 'zone'>;

/** A term counted by the country's calendar with all days that were added to it. Refused where there is no calendar. */
export async function dueOf(
  db: Db,
  { country, zone }: Kept,
  trigger: { readonly on: Explained['due']; readonly at: Date | null },
  span: Span,
  extensions: readonly Span[] = [],
): Promise<Result<Explained>> {
  const calendar = await calendarFor(db, country);
  if (!calendar) return refuse('conflict', message('obligations.refused.no_calendar', { country }));
  return explain(calendar, { ...trigger, zone }, span, extensions);
}

/** Every day of a case from its beginning to its due day, counted or skipped, as the calendar stands now. */
export async function explanationOf(
  db: Db,
  forum: Kept,
  row: Pick<Selectable<CaseRow>, 'forum_id' | 'id' | 'trigger_on' | 'trigger_at' | 'span'>,
): Promise<Result<Explained>> {
  const spans = await extensionSpans(db, row.forum_id, row.id);
  return dueOf(db, forum, { on: row.trigger_on, at: row.trigger_at }, row.span, spans);
}

/** By what a case was extended, in order. */
export async function extensionSpans(db: Db, forum: string, id: string): Promise<readonly Span[]> {
  const { rows } = await sql<{ span: Span }>`
    select span from obligations_extensions where forum_id = ${forum} and case_id = ${id} order by position`.execute(
    db,
  );
  return rows.map((row) => row.span);
}

/** The case of another room's thing; null when none was opened. Locked: two deeds on one case see each other. */
export async function lockSubject(
  db: Db,
  forum: string,
  kind: string,
  id: string,
): Promise<Selectable<CaseRow> | null> {
  const { rows } = await sql<Selectable<CaseRow>>`
    select * from obligations_cases
    where forum_id = ${forum} and subject_kind = ${kind} and subject_id = ${id} for update`.execute(db);
  return rows[0] ?? null;
}

/** A case by its id or its number, locked; null when there is none. */
export async function lockCase(db: Db, forum: string, id: string): Promise<Selectable<CaseRow> | null> {
  const { rows } = await sql<Selectable<CaseRow>>`
    select * from obligations_cases where forum_id = ${forum} and id = ${id} for update`.execute(db);
  return rows[0] ?? null;
}

/** The cases of these groups, locked. */
export async function lockGroups(
  db: Db,
  forum: string,
  kind: string,
  groups: readonly string[],
): Promise<readonly Selectable<CaseRow>[]> {
  const { rows } = await sql<Selectable<CaseRow>>`
    select * from obligations_cases
    where forum_id = ${forum} and subject_kind = ${kind} and subject_group = any(${[...groups]}::text[])
    order by id for update`.execute(db);
  return rows;
}
