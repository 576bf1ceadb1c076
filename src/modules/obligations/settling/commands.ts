import type { Insertable } from 'kysely';
import type { Ctx } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { message } from '#core/i18n/message.ts';
import {
  type Case,
  fulfilCase,
  leaveTrace,
  openedColumns,
  reviveCase,
  ruleColumns,
  setCase,
  takeNumbers,
  waiveCase,
} from '../clocks/commands.ts';
import { lockGroups } from '../clocks/queries.ts';
import type { Settling, Wanted } from '../clocks/schema.ts';
import { neverOn } from '../rules.ts';
import type { CaseId, CaseRow, FulfilmentRow } from '../schema.ts';
import type { ObligationsTables } from '../tables/schema.ts';

const AT_ONCE = 500;

/**
 * Makes the cases of some groups what another room's law says they should be: opens what is missing, records what was
 * done, waives what is not owed any more, takes back a waiver whose reason is gone. Within the caller's transaction;
 * doing it twice does nothing more. Returns how many cases changed.
 */
export async function settleCases(ctx: Ctx, asked: Settling): Promise<number> {
  const there = await lockGroups(ctx.db, ctx.forum.id, asked.kind, asked.groups);
  const bySubject = new Map(there.map((found) => [found.subject_id, found]));
  const missing: Wanted[] = [];
  let changed = 0;
  for (const wanted of asked.wanted) {
    const found = bySubject.get(wanted.id);
    if (found) changed += (await adjust(ctx, asked, found, wanted)) ? 1 : 0;
    else if (!wanted.off) missing.push(wanted);
    bySubject.delete(wanted.id);
  }
  const gone = [...bySubject.values()].filter((found) => !found.closed);
  for (const found of gone) await waiveCase(ctx, found, asked.gone);
  await openMissing(ctx, asked, missing);
  return changed + gone.length + missing.length;
}

async function adjust(ctx: Ctx, asked: Settling, found: Case, wanted: Wanted): Promise<boolean> {
  const renamed = JSON.stringify(found.title) !== JSON.stringify(wanted.title) || found.path !== wanted.path;
  if (renamed) await setCase(ctx, found.id, { title: json(wanted.title), path: wanted.path });
  if (found.closed === 'done') return renamed;
  if (wanted.off) {
    if (!found.closed) await waiveCase(ctx, found, wanted.off);
    return renamed || !found.closed;
  }
  if (wanted.doneOn) {
    await fulfilCase(ctx, found, { on: wanted.doneOn, source: asked.source });
    return true;
  }
  if (found.closed === 'waived') await reviveCase(ctx, found, message('obligations.change.owed_again'));
  if (found.due_on !== wanted.due) {
    await leaveTrace(ctx, found, { kind: 'moved', due: wanted.due, why: message('obligations.change.day_fixed_anew') });
    const span = json({ unit: 'on_day' as const, on: wanted.due });
    await setCase(ctx, found.id, { due_on: wanted.due, span, never_on: neverOn(wanted.due, found.never_days) });
  }
  return renamed || found.closed === 'waived' || found.due_on !== wanted.due;
}

async function openMissing(ctx: Ctx, { rule, kind, source }: Settling, missing: readonly Wanted[]): Promise<void> {
  if (missing.length === 0) return;
  const first = await takeNumbers(ctx, missing.length);
  const rows = missing.map(
    (wanted, i): Insertable<CaseRow> => ({
      ...openedColumns(ctx),
      ...ruleColumns(rule),
      ...{ id: uuidv7(ctx.now) as CaseId, number: first + i, body_id: wanted.body, title: json(wanted.title) },
      ...{ reference: null, subject_kind: kind, subject_group: wanted.group, subject_id: wanted.id },
      ...{ path: wanted.path, trigger_on: wanted.trigger, trigger_at: null, extension: null },
      ...{ span: json({ unit: 'on_day', on: wanted.due }), due_on: wanted.due, due_at: null },
      never_on: neverOn(wanted.due, rule.neverDays),
      ...{ closed: wanted.doneOn ? 'done' : null, closed_on: wanted.doneOn },
    }),
  );
  const done = missing.flatMap((wanted, i): Insertable<FulfilmentRow>[] =>
    wanted.doneOn
      ? [
          {
            ...{ forum_id: ctx.forum.id, id: uuidv7(ctx.now), case_id: rows[i]!.id, on_day: wanted.doneOn },
            ...{ source: json(source), source_url: null, entered_at: ctx.now, entered_by: null },
          },
        ]
      : [],
  );
  const tables = ctx.db.withTables<ObligationsTables>();
  for (let i = 0; i < rows.length; i += AT_ONCE)
    await tables
      .insertInto('obligations_cases')
      .values(rows.slice(i, i + AT_ONCE))
      .execute();
  for (let i = 0; i < done.length; i += AT_ONCE)
    await tables
      .insertInto('obligations_fulfilments')
      .values(done.slice(i, i + AT_ONCE))
      .execute();
}
