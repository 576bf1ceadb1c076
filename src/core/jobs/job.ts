import type { Command, Ctx } from '#core/command.ts';
import type { Result } from '#core/errors/result.ts';

/**
 * What a job may know. `db` is a handle for reading, not a transaction: a job changes things through commands only,
 * each in its own transaction with its own entry.
 */
export interface JobCtx extends Ctx {
  perform<I, O>(command: Command<I, O>, input: I): Promise<Result<O>>;
}

/**
 * Timed work: runs by our clock (never SQL's), as the system, through commands. It may run a second time when the
 * process ended in the middle, so what was done already must be recognised (commands do: they refuse or do nothing).
 */
export interface JobKind {
  /** "plans.tell_executors" */
  readonly name: string;
  /** Every day at this local hour of the forum (0 to 23), or only when queued. */
  readonly dailyAt?: number;
  /** Daily work of the whole installation runs once, with the reference forum; left out: once in every other forum. */
  readonly scope?: 'forum' | 'installation';
  /** Throws when it could not be done: it is tried again later, at last kept as dead for a person to look at. */
  readonly run: (ctx: JobCtx, data: Readonly<Record<string, unknown>>) => Promise<void>;
}
