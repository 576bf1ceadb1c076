import type { Insertable, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Saying } from '../answers/schema.ts';
import { type Explained, neverOn } from '../rules.ts';
import type { CaseId, CaseRow, ChangeRow, Rule, Span, Words } from '../schema.ts';
import type { ObligationsTables } from '../tables/schema.ts';
import { dueOf, explanationOf, extensionSpans } from './queries.ts';
import type { Opening } from './schema.ts';

/** A case as it was opened, with its explained due day. */
export interface Opened extends Explained {
  readonly id: CaseId;
  readonly number: number;
}

export type Case = Selectable<CaseRow>;

const tables = (ctx: Ctx) => ctx.db.withTables<ObligationsTables>();

export const personOf = ({ actor }: Ctx): string | null =>
  actor.kind === 'person' ? actor.id : actor.kind === 'link' ? actor.person : null;

/** Takes the next `n` numbers of the forum; returns the first. The row is locked until the deed is done. */
export async function takeNumbers(ctx: Ctx, n: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into obligations_numbers (forum_id, last) values (${ctx.forum.id}, ${n})
    on conflict (forum_id) do update set last = obligations_numbers.last + ${n} returning last`.execute(ctx.db);
  return Number(rows[0]!.last) - n + 1;
}

/** The columns that come from the rule as it reads today. */
export const ruleColumns = (rule: Rule) => ({
  rule_key: rule.key,
  rule_version: rule.version,
  rule_title: json(rule.title),
  basis: json(rule.basis),
  basis_url: rule.basisUrl,
  owed_to: json(rule.owedTo),
  soon_days: rule.soonDays,
  never_days: rule.neverDays,
  escalation: rule.escalation && json(rule.escalation),
});

/** The columns that say when and by whom a case was opened. */
export const openedColumns = (ctx: Ctx) => ({
  forum_id: ctx.forum.id,
  opened_on: ctx.today,
  opened_at: ctx.now,
  opened_by: personOf(ctx),
});

/**
 * Opens a case within the caller's transaction; the caller's own entry speaks of it. Refused: a rule without a span,
 * terms that cannot be counted, a country without a calendar.
 */
export async function openCase(ctx: Ctx, opening: Opening): Promise<Result<Opened>> {
  const { rule, subject, trigger } = opening;
  const span = opening.span ?? rule.span;
  if (!span) return refuse('bad_input', message('obligations.refused.no_span'));
  const counted = await dueOf(ctx.db, ctx.forum, trigger, span);
  if (!counted.ok) return counted;
  const { due, at } = counted.value;
  const extension = opening.extension === undefined ? rule.extension : opening.extension;
  const id = uuidv7(ctx.now) as CaseId;
  const number = await takeNumbers(ctx, 1);
  const row: Insertable<CaseRow> = {
    ...openedColumns(ctx),
    ...ruleColumns(rule),
    ...{ id, number, body_id: opening.body, title: json(opening.title), reference: opening.reference },
    ...{ subject_kind: subject?.kind ?? null, subject_group: subject?.group ?? null, subject_id: subject?.id ?? null },
    ...{ path: opening.path, trigger_on: trigger.on, trigger_at: trigger.at, span: json(span) },
    ...{ extension: extension && json(extension), due_on: due, due_at: at, never_on: neverOn(due, rule.neverDays) },
    ...{ closed: null, closed_on: null },
  };
  await tables(ctx).insertInto('obligations_cases').values(row).execute();
  return { ok: true, value: { ...counted.value, id, number } };
}

/**
 * Records that it was done on a day, by which source; gives the id of the fulfilment. `said`: by whom and how, where
 * somebody said it. Refused: done already. What was waived can still be done.
 */
export async function fulfilCase(
  ctx: Ctx,
  found: Case,
  given: { readonly on: PlainDate; readonly source: Words; readonly url?: string | null; readonly said?: Saying },
): Promise<Result<string>> {
  if (found.closed === 'done') return refuse('conflict', message('obligations.refused.done_already'));
  const { said } = given;
  const row = rowOf(ctx, found);
  await tables(ctx)
    .insertInto('obligations_fulfilments')
    .values({
      ...row,
      ...{ said_by: said?.by ?? null, way: said?.way ?? null },
      ...{ paper_ref: said?.paper?.ref ?? null, paper_day: said?.paper?.day ?? null },
      paper_file: said?.paper?.file ?? null,
      on_day: given.on,
      source: json(given.source),
      source_url: given.url ?? null,
      entered_by: personOf(ctx),
    })
    .execute();
  await close(ctx, found, 'done', given.on);
  return { ok: true, value: row.id };
}

/** It is not owed any more, for a reason. Refused: closed already. */
export async function waiveCase(ctx: Ctx, found: Case, reason: Words): Promise<Result<null>> {
  if (found.closed) return refuse('conflict', message('obligations.refused.closed_already'));
  await tables(ctx)
    .insertInto('obligations_waivers')
    .values({ ...rowOf(ctx, found), on_day: ctx.today, reason: json(reason), entered_by: personOf(ctx) })
    .execute();
  await close(ctx, found, 'waived', ctx.today);
  return { ok: true, value: null };
}

/** What was waived is owed again. */
export async function reviveCase(ctx: Ctx, found: Case, why: Words): Promise<void> {
  if (found.closed !== 'waived') return;
  await leaveTrace(ctx, found, { kind: 'revived', due: found.due_on, why });
  await setCase(ctx, found.id, { closed: null, closed_on: null });
}

/**
 * Makes the term longer, as often as its rule allows, from the due day on. Refused: closed, past its day, no
 * extension allowed or none left.
 */
export async function extendCase(
  ctx: Ctx,
  found: Case,
  reason: Words,
  said: Pick<Saying, 'by' | 'way'> | null = null,
): Promise<Result<Explained>> {
  const { extension } = found;
  const before = await extensionSpans(ctx.db, found.forum_id, found.id);
  if (found.closed) return refuse('conflict', message('obligations.refused.closed_already'));
  if (!extension || before.length >= extension.most)
    return refuse('conflict', message('obligations.refused.no_extension'));
  if (ctx.today > found.due_on || (found.due_at && found.due_at <= ctx.now))
    return refuse('conflict', message('obligations.refused.too_late_to_extend'));
  await tables(ctx)
    .insertInto('obligations_extensions')
    .values({
      ...rowOf(ctx, found),
      position: before.length + 1,
      span: json<Span>(extension.span),
      on_day: ctx.today,
      reason: json(reason),
      entered_by: personOf(ctx),
      ...{ said_by: said?.by ?? null, way: said?.way ?? null },
    })
    .execute();
  const longer = await explanationOf(ctx.db, ctx.forum, found);
  if (!longer.ok) return longer;
  const { due, at } = longer.value;
  await leaveTrace(ctx, found, { kind: 'extended', due, why: reason });
  await setCase(ctx, found.id, { due_on: due, due_at: at, never_on: neverOn(due, found.never_days) });
  return longer;
}

const rowOf = (ctx: Ctx, found: Case) => ({
  ...{ forum_id: found.forum_id, id: uuidv7(ctx.now), case_id: found.id, entered_at: ctx.now },
});

const close = (ctx: Ctx, found: Case, closed: 'done' | 'waived', on: PlainDate) =>
  setCase(ctx, found.id, { closed, closed_on: on });

/** Changes the columns that are kept beside the rows. */
export const setCase = (ctx: Ctx, id: CaseId, set: Partial<Insertable<CaseRow>>) =>
  tables(ctx)
    .updateTable('obligations_cases')
    .set(set)
    .where('forum_id', '=', ctx.forum.id)
    .where('id', '=', id)
    .execute();

/** A line of the trace: what the due day was, what it is, and why. */
export const leaveTrace = (
  ctx: Ctx,
  found: Case,
  { kind, due, why }: { readonly kind: ChangeRow['kind']; readonly due: PlainDate; readonly why: Words },
) =>
  tables(ctx)
    .insertInto('obligations_changes')
    .values({
      ...rowOf(ctx, found),
      ...{ kind, on_day: ctx.today, old_due: found.due_on, new_due: due, why: json(why) },
    })
    .execute();
