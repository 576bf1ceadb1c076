import * as v from 'valibot';
import { type Actor, SYSTEM } from '#core/actor.ts';
import { appendEntry } from '#core/audit/commands.ts';
import type { Entry } from '#core/audit/entry.ts';
import type { Revisions } from '#core/cache/revisions.ts';
import type { AnyCommand, Command, Ctx } from '#core/command.ts';
import type { Database } from '#core/db/database.ts';
import type { CoreTables } from '#core/db/tables.ts';
import type { Refusal, Result } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { claimForm, SentBefore } from '#core/sent-forms.ts';
import type { Clock } from '#core/time/clock.ts';
import { dayIn, type PlainDate } from '#core/time/plain-date.ts';

/** An entry with its id in the public log. */
export type Logged = Entry & { readonly id: string };

/** What every deed needs, put together once in main.ts. */
export interface House {
  readonly database: Database;
  readonly clock: Clock;
  readonly revisions: Revisions;
  /** Uses up a one-deed link inside the transaction; false when it was used or ended meanwhile, or made for another command. */
  readonly spendDeed: (ctx: Ctx, command: string) => Promise<boolean>;
  /** Writes a deed that was done through a helper on the receipt of its session, inside the transaction. */
  readonly keepForReceipt: (ctx: Ctx, command: string, sentence: string, entry: Logged | null) => Promise<void>;
}

export interface Asked {
  readonly actor: Actor;
  readonly forum: Forum;
  readonly lang: LanguageCode;
  readonly requestId: string;
  /** The sent form that asks for the deed, see core/sent-forms.ts: it does it once. */
  readonly form?: string | null;
}

/** The moment, the forum's day and who asks, around an open transaction. */
export function contextOf(house: House, asked: Asked, db: Ctx['db']): Ctx {
  const now = house.clock.now();
  const { form: _, ...who } = asked;
  return { ...who, db, now, today: dayIn(asked.forum.zone, now) };
}

/** Thrown inside the transaction so that a refusal undoes whatever was written before it. */
class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`refused: ${JSON.stringify(refusal)}`);
    this.refusal = refusal;
  }
}

/**
 * Performs one command: shape, then permission, then the deed with its entry, in one transaction. A write of
 * public record raises the forum's revision, so that no cached page outlives it. Throws SentBefore when the form that
 * asks has done its deed.
 */
export async function perform<I, O>(house: House, asked: Asked, deed: Command<I, O>, input: I): Promise<Result<O>> {
  try {
    const { value, revision } = await house.database.transaction(async (trx) => {
      const ctx = contextOf(house, asked, trx);
      if (asked.form && !(await claimForm(trx, asked.form, ctx.now))) throw new SentBefore();
      return performWithin(house, ctx, deed, input);
    });
    if (revision) house.revisions.learn(revision.forum, revision.number);
    return { ok: true, value };
  } catch (problem) {
    if (problem instanceof RolledBack) return { ok: false, refusal: problem.refusal };
    throw problem;
  }
}

/** Many commands by the program itself (a demonstration, an import), on days of its choice. */
export interface Together {
  readonly perform: <I, O>(deed: Command<I, O>, input: I) => Promise<Result<O>>;
  /** The following commands happen at noon of this day; null: now. */
  readonly at: (day: PlainDate | null) => void;
  /** The following commands happen in this forum. */
  readonly in: (forum: Forum) => void;
  /** The following commands are done by this actor; null: by the program itself. */
  readonly as: (actor: Actor | null) => void;
  /** For reading what was written so far. */
  readonly db: Ctx['db'];
}

/**
 * Performs many commands as the system in one transaction: all of them or, when one is refused or the work throws,
 * none. A refusal inside is thrown, because half a world is no world.
 */
export async function performAll<T>(
  house: House,
  start: Pick<Asked, 'forum' | 'lang'>,
  work: (together: Together) => Promise<T>,
): Promise<T> {
  const raised = new Map<string, Raised>();
  const value = await house.database.transaction((trx) => {
    let forum = start.forum;
    let day: PlainDate | null = null;
    let actor: Actor = SYSTEM;
    return work({
      db: trx,
      at: (chosen) => {
        day = chosen;
      },
      in: (chosen) => {
        forum = chosen;
      },
      as: (chosen) => {
        actor = chosen ?? SYSTEM;
      },
      perform: async (deed, input) => {
        const asked = { actor, forum, lang: start.lang, requestId: 'together' };
        const now = contextOf(house, asked, trx);
        const ctx = day ? { ...now, now: new Date(`${day}T12:00:00Z`), today: day } : now;
        const done = await performWithin(house, ctx, deed, input);
        if (done.revision) raised.set(done.revision.forum, done.revision);
        return { ok: true, value: done.value };
      },
    });
  });
  for (const { forum, number } of raised.values()) house.revisions.learn(forum, number);
  return value;
}

interface Raised {
  readonly forum: string;
  readonly number: number;
}

async function performWithin<I, O>(
  house: House,
  ctx: Ctx,
  deed: Command<I, O>,
  given: I,
): Promise<{ value: O; revision: Raised | null }> {
  const shaped = v.safeParse(deed.input, given);
  if (!shaped.success) {
    const [issue] = shaped.issues;
    const params = { where: v.getDotPath(issue) ?? '', what: issue.message };
    throw new RolledBack({ kind: 'bad_input', message: { key: 'errors.shape', params } });
  }
  const input = shaped.output;
  const notThere = notThroughHelper(ctx, deed);
  if (notThere) throw new RolledBack(notThere);
  const verdict = await deed.access(ctx, input);
  if (!verdict.may) {
    throw new RolledBack({ kind: ctx.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
  }
  if (ctx.actor.kind === 'link' && !(await house.spendDeed(ctx, deed.name))) {
    throw new RolledBack({ kind: 'gone', message: { key: 'errors.deed_used' } });
  }
  const result = await deed.run(ctx, input);
  if (!result.ok) throw new RolledBack(result.refusal);
  const { value, entry, by } = result.value;
  const logged = entry ? { ...entry, id: await appendEntry(by ? { ...ctx, actor: by } : ctx, entry) } : null;
  if (ctx.actor.kind === 'assisted' && deed.assisted) await house.keepForReceipt(ctx, deed.name, deed.assisted, logged);
  if (!logged) return { value, revision: null };
  const revision = await raiseRevision(ctx);
  // Told with the commit and never without it: a process that dies here leaves nobody with an old page.
  await house.database.announce(revision.forum, revision.number, ctx.db);
  return { value, revision };
}

/** Why this cannot be done through a helper; null when it can, or when there is none. */
function notThroughHelper({ actor, forum }: Ctx, deed: Pick<AnyCommand, 'assisted' | 'endsAssisted'>): Refusal | null {
  if (actor.kind !== 'assisted' || deed.endsAssisted) return null;
  if (actor.over) return { kind: 'gone', message: { key: 'errors.assisted_over' } };
  if (!deed.assisted || actor.forum !== forum.id) return { kind: 'forbidden', message: { key: 'errors.not_assisted' } };
  return null;
}

async function raiseRevision(ctx: Ctx): Promise<Raised> {
  const row = await ctx.db
    .withTables<CoreTables>()
    .updateTable('core_forums')
    .set((is) => ({ revision: is('revision', '+', 1) }))
    .where('id', '=', ctx.forum.id)
    .returning('revision')
    .executeTakeFirstOrThrow();
  return { forum: ctx.forum.id, number: Number(row.revision) };
}
