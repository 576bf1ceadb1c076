import { sql } from 'kysely';
import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { dueOf, settleCases } from '#modules/obligations/contract.ts';
import type { Body } from '#modules/places/contract.ts';
import { isProgram } from '../access.ts';
import { municipalitiesOf, reportLines, rulesOf } from '../queries.ts';
import { halfOf, pathOf, periodsOwed, REPORT_KIND, VOTERS_RULE, yearOf } from '../rules.ts';
import type { Period, ReportId, ReportLine, ReportRule } from '../schema.ts';

/** Reports that fell due to be asked for since yesterday become cases; what is recorded already stays. */
export const keepOwed = command({
  name: 'accountability.reports.keep',
  input: v.object({}),
  access: (ctx) => isProgram(ctx.actor),
  run: async (ctx) => {
    const kept = await settleOwed(ctx);
    return kept.ok ? done({ changed: kept.value }, null) : kept;
  },
});

/**
 * Writes down every report that is owed by the rules of the forum on this day, and keeps the list of everything owed in
 * step: of one body, or of all. Within the caller's transaction; doing it twice does nothing more. Returns how many
 * cases changed. Refused: a country without a calendar.
 */
export async function settleOwed(ctx: Ctx, body: string | null = null): Promise<Result<number>> {
  const rules = await rulesOf(ctx.db, ctx.forum.id, true);
  if (rules.length === 0) return ok(0);
  const bodies = (await municipalitiesOf(ctx.db, ctx.forum.id)).filter(({ id }) => body === null || id === body);
  const written = await writeMissing(ctx, rules, bodies);
  if (!written.ok) return written;
  const lines = await reportLines(ctx.db, ctx.forum.id, body);
  let changed = 0;
  for (const rule of rules)
    changed += await settle(
      ctx,
      rule,
      lines.filter((line) => line.rule === rule.id),
      bodies,
    );
  return ok(changed);
}

async function writeMissing(ctx: Ctx, rules: readonly ReportRule[], bodies: readonly Body[]): Promise<Result<null>> {
  const there = new Set((await reportLines(ctx.db, ctx.forum.id, null)).map((line) => `${line.body} ${line.from}`));
  let number = await lastNumber(ctx);
  for (const { rule, period } of periodsOwed(rules, ctx.today)) {
    const owing = bodies.filter((body) => stood(body, period) && !there.has(`${body.id} ${period.from}`));
    if (owing.length === 0) continue;
    const due = await dueOf(ctx.db, ctx.forum, { on: period.to, at: null }, { unit: 'months', n: rule.months });
    if (!due.ok) return due;
    for (const body of owing) {
      number += 1;
      await insert(ctx, { number, rule, period, body: body.id, due: due.value.due });
    }
  }
  return ok(null);
}

/** A municipality reports on a period at whose end it stood. */
const stood = (body: Body, { to }: Period): boolean =>
  (body.from === null || body.from <= to) && (body.to === null || to < body.to);

async function lastNumber(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(number), 0)::int as last from accountability_reports where forum_id = ${ctx.forum.id}`.execute(
    ctx.db,
  );
  return rows[0]!.last;
}

async function insert(
  ctx: Ctx,
  of: {
    readonly number: number;
    readonly rule: ReportRule;
    readonly period: Period;
    readonly body: string;
    readonly due: PlainDate;
  },
): Promise<void> {
  const id = uuidv7(ctx.now) as ReportId;
  await sql`insert into accountability_reports (forum_id, id, number, rule_id, body_id, period_from, period_to, due_on)
    values (${ctx.forum.id}, ${id}, ${of.number}, ${of.rule.id}, ${of.body}, ${of.period.from}, ${of.period.to},
      ${of.due})`.execute(ctx.db);
}

async function settle(
  ctx: Ctx,
  rule: ReportRule,
  lines: readonly ReportLine[],
  bodies: readonly Body[],
): Promise<number> {
  const ended = new Set(bodies.filter(({ to }) => to !== null && to <= ctx.today).map(({ id }) => id as string));
  const groupOf = (body: string) => `${rule.id} ${body}`;
  return settleCases(ctx, {
    rule: { ...VOTERS_RULE, basis: { texts: rule.basis }, basisUrl: rule.basisUrl },
    kind: REPORT_KIND,
    groups: [...new Set(lines.map((line) => groupOf(line.body)))],
    wanted: lines.map((line) => ({
      ...{ group: groupOf(line.body), id: line.id, body: line.body, path: pathOf(line) },
      title: message('accountability.reports.clock.period', { year: String(yearOf(line)), half: String(halfOf(line)) }),
      ...{ trigger: line.to, due: line.dueOn, doneOn: line.doneOn },
      off: ended.has(line.body) ? message('accountability.reports.clock.ended') : null,
    })),
    source: message('accountability.reports.clock.done'),
    gone: message('accountability.reports.clock.gone'),
  });
}
