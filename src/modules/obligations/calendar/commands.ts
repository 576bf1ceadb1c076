import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { enqueue } from '#core/jobs/queue.ts';
import { isProgram, mayKeepCalendar } from '../access.ts';
import { personOf } from '../clocks/commands.ts';
import type { MovedDue, ObligationsNeeds } from '../clocks/schema.ts';
import { dayAddedShape, dayGoneShape } from '../forms.ts';
import { explain, neverOn } from '../rules.ts';
import type { CaseId, CaseRow, Span } from '../schema.ts';
import type { ObligationsTables } from '../tables/schema.ts';
import { addedDays, calendarFor } from './queries.ts';
import { dayFault } from './rules.ts';
import type { AddedDay } from './schema.ts';

export const RECOUNT_JOB = 'obligations.recount';

/** Adds a day to a country's calendar by its decree. Open cases are counted anew in the background. */
export const addCalendarDay = command({
  name: 'obligations.calendar_day_add',
  input: dayAddedShape,
  access: (ctx: Ctx) => mayKeepCalendar(ctx.actor),
  run: async (ctx, input) => {
    await sql`lock table obligations_calendar_days in share row exclusive mode`.execute(ctx.db);
    const calendar = await calendarFor(ctx.db, input.country);
    if (!calendar) return refuse('not_found', message('obligations.refused.no_calendar', { country: input.country }));
    const fault = dayFault(calendar, await addedDays(ctx.db, input.country), input);
    if (fault) return refuseFields([{ field: 'day', message: fault }]);
    const id = uuidv7(ctx.now);
    await ctx.db
      .withTables<ObligationsTables>()
      .insertInto('obligations_calendar_days')
      .values({
        ...{ id, country: input.country, day: input.day, kind: input.kind, name: json(input.name) },
        ...{ source: input.source, source_url: input.url, entered_at: ctx.now, entered_by: personOf(ctx) },
      })
      .execute();
    await recountEverywhere(ctx, id, 'added');
    return done(
      { id },
      {
        kind: 'obligations.calendar_day_added',
        object: { type: 'calendar_day', id, path: null },
        params: { day: input.day, country: input.country, source: input.source },
      },
    );
  },
});

/** Takes back a day that was entered by mistake: it stays readable, with the reason, and no longer counts. */
export const withdrawCalendarDay = command({
  name: 'obligations.calendar_day_withdraw',
  input: dayGoneShape,
  access: (ctx: Ctx) => mayKeepCalendar(ctx.actor),
  run: async (ctx, input) => {
    const found = await dayById(ctx, input.day);
    if (!found) return refuse('not_found', message('obligations.calendar.no_such'));
    const gone = await ctx.db
      .withTables<ObligationsTables>()
      .insertInto('obligations_calendar_withdrawals')
      .values({ day_id: input.day, reason: input.reason, entered_at: ctx.now, entered_by: personOf(ctx) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (gone.numInsertedOrUpdatedRows !== 1n) return refuse('conflict', message('obligations.calendar.gone_already'));
    await recountEverywhere(ctx, input.day, 'withdrawn');
    return done(
      { country: found.country },
      {
        kind: 'obligations.calendar_day_withdrawn',
        object: { type: 'calendar_day', id: input.day, path: null },
        params: { day: found.day, country: found.country, reason: input.reason },
      },
    );
  },
});

async function dayById(ctx: Ctx, id: string): Promise<AddedDay | null> {
  const { rows } = await sql<AddedDay>`
    select d.id, d.country, d.day, d.kind, d.name, d.source, d.source_url as "sourceUrl", w.reason as withdrawn
    from obligations_calendar_days d left join obligations_calendar_withdrawals w on w.day_id = d.id
    where d.id = ${id}`.execute(ctx.db);
  return rows[0] ?? null;
}

/** One job for each forum that has anything open; queued with the change, or not at all. */
async function recountEverywhere(ctx: Ctx, day: string, what: 'added' | 'withdrawn'): Promise<void> {
  const { rows } = await sql<{ forum: string }>`
    select distinct forum_id as forum from obligations_cases where closed is null`.execute(ctx.db);
  for (const { forum } of rows)
    await enqueue(ctx.db, {
      ...{ name: RECOUNT_JOB, forumId: forum, dueAt: ctx.now, now: ctx.now },
      ...{ data: { day }, key: `${day} ${what}` },
    });
}

type Row = Pick<Selectable<CaseRow>, 'id' | 'trigger_on' | 'trigger_at' | 'due_on' | 'never_days'> & {
  readonly span: Span;
  readonly extensions: readonly Span[];
  readonly kind: string | null;
  readonly subject: string | null;
};

const RECOUNTED_AT_ONCE = 5_000;

/**
 * Counts open cases anew whose term holds a day of the calendar that changed, some thousands in one transaction; each
 * one that moves keeps a trace. `needs.dueMoved` tells the rooms whose things these cases are.
 */
export const recountCommand = (needs: Pick<ObligationsNeeds, 'dueMoved'>) =>
  command({
    name: 'obligations.recount',
    input: v.object({ day: idShape(), after: v.nullable(idShape()) }),
    access: (ctx: Ctx) => isProgram(ctx.actor),
    run: async (ctx, input: { day: string; after: string | null }) => {
      const day = await dayById(ctx, input.day);
      const calendar = day && (await calendarFor(ctx.db, day.country));
      if (!calendar || day.country !== ctx.forum.country) return done({ moved: 0, after: null }, null);
      const rows = await casesAround(ctx, day, input.after);
      const dueOf = counter(ctx, calendar);
      const moved: (Row & { due: MovedDue['due']; at: Date | null })[] = [];
      for (const row of rows) {
        const counted = dueOf(row);
        if (counted && counted.due !== row.due_on) moved.push({ ...row, due: counted.due, at: counted.at });
      }
      await write(ctx, moved, whyOf(day));
      for (const tell of needs.dueMoved)
        await tell(
          ctx,
          moved.map(({ id, kind, subject, due }) => ({ id, kind, subject, due })),
        );
      const after = rows.length === RECOUNTED_AT_ONCE ? rows.at(-1)!.id : null;
      if (moved.length === 0) return done({ moved: 0, after }, null);
      return done(
        { moved: moved.length, after },
        {
          kind: 'obligations.due_days_moved',
          object: { type: 'calendar_day', id: day.id, path: '/obligations' },
          params: { n: moved.length, day: day.day },
        },
      );
    },
  });

async function casesAround(ctx: Ctx, day: AddedDay, after: string | null): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select c.id, c.trigger_on, c.trigger_at, c.due_on, c.never_days, c.span, c.subject_kind as kind,
      c.subject_id as subject,
      coalesce((select jsonb_agg(e.span order by e.position) from obligations_extensions e
        where e.forum_id = c.forum_id and e.case_id = c.id), '[]') as extensions
    from obligations_cases c
    where c.forum_id = ${ctx.forum.id} and c.closed is null and c.trigger_on <= ${day.day} and c.due_on >= ${day.day}
      and c.span ->> 'unit' <> 'on_day' and ${after ? sql`c.id > ${after}` : sql`true`}
    order by c.id limit ${RECOUNTED_AT_ONCE}`.execute(ctx.db);
  return rows;
}

/** Cases of one beginning and one span have one end: it is counted once. */
function counter(ctx: Ctx, calendar: Parameters<typeof explain>[0]) {
  const known = new Map<string, ReturnType<typeof explain>>();
  return (row: Row) => {
    const key = JSON.stringify([row.trigger_on, row.trigger_at, row.span, row.extensions]);
    let counted = known.get(key);
    if (!counted) {
      const trigger = { on: row.trigger_on, at: row.trigger_at, zone: ctx.forum.zone };
      counted = explain(calendar, trigger, row.span, row.extensions);
      known.set(key, counted);
    }
    // A term that now leaves the years of the calendar keeps its day: nobody can say a better one.
    return counted.ok ? counted.value : null;
  };
}

const whyOf = (day: AddedDay): Message => {
  if (day.withdrawn !== null) return message('obligations.change.withdrawn', { day: day.day, reason: day.withdrawn });
  const params = { day: day.day, source: day.source };
  return day.kind === 'working'
    ? message('obligations.change.works', params)
    : message('obligations.change.rests', params);
};

async function write(
  ctx: Ctx,
  moved: readonly (Row & { due: MovedDue['due']; at: Date | null })[],
  why: Message,
): Promise<void> {
  if (moved.length === 0) return;
  const ids: CaseId[] = moved.map((row) => row.id);
  const dues = moved.map((row) => row.due);
  const columns = sql`${ids}::uuid[], ${dues}::date[], ${moved.map((row) => row.at?.toISOString() ?? null)}::timestamptz[],
    ${moved.map((row) => neverOn(row.due, row.never_days))}::date[], ${moved.map((row) => row.due_on)}::date[],
    ${moved.map(() => uuidv7(ctx.now))}::uuid[]`;
  await sql`
    with v as (select * from unnest(${columns}) as v (case_id, due, due_at, never_on, old_due, id)),
    moved as (
      -- closed or moved meanwhile: that deed has counted by the new calendar
      update obligations_cases c set due_on = v.due, due_at = v.due_at, never_on = v.never_on
      from v where c.forum_id = ${ctx.forum.id} and c.id = v.case_id and c.closed is null and c.due_on = v.old_due
      returning c.id as case_id)
    insert into obligations_changes (forum_id, id, case_id, kind, on_day, old_due, new_due, why, entered_at)
    select ${ctx.forum.id}, v.id, v.case_id, 'calendar', ${ctx.today}::date, v.old_due, v.due, ${json(why)}, ${ctx.now}::timestamptz
    from v join moved using (case_id)`.execute(ctx.db);
}
