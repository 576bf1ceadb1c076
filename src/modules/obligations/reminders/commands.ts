import { sql } from 'kysely';
import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { enqueue } from '#core/jobs/queue.ts';
import { addDays } from '#core/time/plain-date.ts';
import { isProgram, mayKeepCases } from '../access.ts';
import { personOf } from '../clocks/commands.ts';
import { FIRST_LATENESS_DAYS } from '../rules.ts';
import type { ReminderId } from '../schema.ts';
import type { ObligationsTables } from '../tables/schema.ts';
import { addressesOf, addressesOfRole, pendingReminders } from './queries.ts';
import type { Pending } from './schema.ts';

export const LETTER_JOB = 'obligations.letter';
const AT_ONCE = 500;

/**
 * Notes of which cases somebody is told today, once for each case and stage: by a letter to the body (one for all its
 * matters of the day), or, where there is no address, on the desk of the forum's keepers.
 */
export const remind = command({
  name: 'obligations.remind',
  input: v.object({}),
  access: (ctx: Ctx) => isProgram(ctx.actor),
  run: async (ctx) => {
    await sql`delete from obligations_tallies where forum_id = ${ctx.forum.id} and n = 0`.execute(ctx.db);
    const pending = await pendingReminders(ctx.db, ctx.forum.id, ctx.today, AT_ONCE);
    for (const group of Map.groupBy(pending, (one) => one.role ?? one.body).values()) await noteGroup(ctx, group);
    return done({ more: pending.length === AT_ONCE }, null);
  },
});

async function noteGroup(ctx: Ctx, group: readonly Pending[]): Promise<void> {
  const { role, body } = group[0]!;
  const channel = (await hasAddress(ctx, role, body)) ? 'email' : 'desk';
  const made = await ctx.db
    .withTables<ObligationsTables>()
    .insertInto('obligations_reminders')
    .values(
      group.map((one) => ({
        ...{ forum_id: ctx.forum.id, id: uuidv7(ctx.now) as ReminderId, case_id: one.case, stage: one.stage },
        ...({ on_day: ctx.today, channel, entered_at: ctx.now } as const),
      })),
    )
    .onConflict((conflict) => conflict.columns(['forum_id', 'case_id', 'stage']).doNothing())
    .returning('id')
    .execute();
  const [first] = made;
  if (!first || channel === 'desk') return;
  await enqueue(ctx.db, {
    ...{ name: LETTER_JOB, forumId: ctx.forum.id, dueAt: ctx.now, now: ctx.now, key: first.id },
    data: { body, role, reminders: made.map((one) => one.id) },
  });
}

/** A demonstration writes to nobody: its addresses are made up, and could be somebody's. */
async function hasAddress(ctx: Ctx, role: string | null, body: string): Promise<boolean> {
  if (ctx.forum.demonstration) return false;
  const addresses = role
    ? await addressesOfRole(ctx.db, ctx.forum, role, ctx.today)
    : await addressesOf(ctx.db, ctx.forum, body, ctx.today);
  return addresses.length > 0;
}

/** What became of a letter: it went out, or no address took it and somebody has to call. */
export const noteLetter = command({
  name: 'obligations.note_letter',
  input: v.object({ reminders: v.array(idShape<ReminderId>()), sent: v.boolean() }),
  access: (ctx: Ctx) => isProgram(ctx.actor),
  run: async (ctx, input: { reminders: ReminderId[]; sent: boolean }) => {
    if (input.sent) await told(ctx, input.reminders, 'email');
    else
      await ctx.db
        .withTables<ObligationsTables>()
        .updateTable('obligations_reminders')
        .set({ channel: 'desk' })
        .where('forum_id', '=', ctx.forum.id)
        .where('id', 'in', input.reminders)
        .execute();
    return done(null, null);
  },
});

/** "Told by phone": a keeper of the forum called or sent the message. */
export const tellByPhone = command({
  name: 'obligations.tell_by_phone',
  input: v.object({ reminder: idShape<ReminderId>() }),
  access: (ctx: Ctx) => mayKeepCases(ctx.actor, ctx.forum),
  run: async (ctx, input: { reminder: ReminderId }) =>
    (await told(ctx, [input.reminder], 'phone')) > 0
      ? done(null, null)
      : refuse('conflict', message('obligations.refused.no_reminder')),
});

/**
 * Notes that reminders were told, each once. A body that hears of a lateness for the first time is named in public
 * from three days later on.
 */
async function told(ctx: Ctx, reminders: readonly ReminderId[], way: 'email' | 'phone'): Promise<number> {
  const ids = [...reminders];
  const { numAffectedRows } = await sql`
    insert into obligations_tellings (forum_id, reminder_id, way, on_day, entered_at, entered_by)
    select r.forum_id, r.id, ${way}, ${ctx.today}::date, ${ctx.now}::timestamptz, ${personOf(ctx)}::uuid
    from obligations_reminders r where r.forum_id = ${ctx.forum.id} and r.id = any(${ids}::uuid[])
    on conflict do nothing`.execute(ctx.db);
  const publicOn = addDays(ctx.today, FIRST_LATENESS_DAYS);
  await sql`
    insert into obligations_first_latenesses (forum_id, body_id, case_id, told_on, public_on, entered_at)
    select distinct on (c.body_id) c.forum_id, c.body_id, c.id, ${ctx.today}::date, ${publicOn}::date, ${ctx.now}::timestamptz
    from obligations_reminders r join obligations_cases c on c.forum_id = r.forum_id and c.id = r.case_id
    where r.forum_id = ${ctx.forum.id} and r.id = any(${ids}::uuid[]) and r.stage = 'after'
    order by c.body_id, c.due_on
    on conflict do nothing`.execute(ctx.db);
  return Number(numAffectedRows ?? 0n);
}
