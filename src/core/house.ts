import * as v from 'valibot';
import type { Actor } from '#core/actor.ts';
import { appendEntry } from '#core/audit/commands.ts';
import type { Revisions } from '#core/cache/revisions.ts';
import type { Command, Ctx } from '#core/command.ts';
import type { Database } from '#core/db/database.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { type Refusal, type Result, refuse } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import type { Clock } from '#core/time/clock.ts';
import { dayIn } from '#core/time/plain-date.ts';

/** What every deed needs, put together once in main.ts. */
export interface House {
  readonly database: Database;
  readonly clock: Clock;
  readonly revisions: Revisions;
  /** Uses up a one-deed link inside the transaction; false when it was used or ended meanwhile, or made for another command. */
  readonly spendDeed: (ctx: Ctx, command: string) => Promise<boolean>;
}

export interface Asked {
  readonly actor: Actor;
  readonly forum: Forum;
  readonly lang: LanguageCode;
  readonly requestId: string;
}

/** The moment, the forum's day and who asks, around an open transaction. */
export function contextOf(house: House, asked: Asked, db: Ctx['db']): Ctx {
  const now = house.clock.now();
  return { ...asked, db, now, today: dayIn(asked.forum.zone, now) };
}

/** Thrown inside the transaction so that a refusal undoes whatever was written before it. */
class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message.key);
    this.refusal = refusal;
  }
}

/**
 * Performs one command: shape, then permission, then the deed with its entry, in one transaction. A write of
 * public record raises the forum's revision, so that no cached page outlives it.
 */
export async function perform<I, O>(house: House, asked: Asked, deed: Command<I, O>, input: I): Promise<Result<O>> {
  const shaped = v.safeParse(deed.input, input);
  if (!shaped.success) {
    const where = shaped.issues[0];
    return refuse('bad_input', {
      key: 'errors.shape',
      params: { where: v.getDotPath(where) ?? '', what: where.message },
    });
  }
  try {
    const { value, revision } = await house.database.transaction(async (trx) => {
      const ctx = contextOf(house, asked, trx);
      const value = await performWithin(house, ctx, deed, shaped.output);
      return value;
    });
    if (revision) {
      house.revisions.learn(revision.forum, revision.number);
      await house.database.announce(revision.forum, revision.number);
    }
    return { ok: true, value };
  } catch (problem) {
    if (problem instanceof RolledBack) return { ok: false, refusal: problem.refusal };
    throw problem;
  }
}

async function performWithin<I, O>(house: House, ctx: Ctx, deed: Command<I, O>, input: I) {
  const verdict = await deed.access(ctx, input);
  if (!verdict.may) {
    throw new RolledBack({ kind: ctx.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
  }
  if (ctx.actor.kind === 'link' && !(await house.spendDeed(ctx, deed.name))) {
    throw new RolledBack({ kind: 'gone', message: { key: 'errors.deed_used' } });
  }
  const result = await deed.run(ctx, input);
  if (!result.ok) throw new RolledBack(result.refusal);
  const { value, entry } = result.value;
  if (!entry) return { value, revision: null };
  await appendEntry(ctx, entry);
  return { value, revision: await raiseRevision(ctx) };
}

async function raiseRevision(ctx: Ctx): Promise<{ forum: string; number: number }> {
  const row = await ctx.db
    .withTables<CoreTables>()
    .updateTable('core_forums')
    .set((is) => ({ revision: is('revision', '+', 1) }))
    .where('id', '=', ctx.forum.id)
    .returning('revision')
    .executeTakeFirstOrThrow();
  return { forum: ctx.forum.id, number: Number(row.revision) };
}
