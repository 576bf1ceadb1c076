import type { Ctx } from '#core/command.ts';

/** Timed work: runs by our clock (never SQL's), as the system, through commands. */
export interface JobKind {
  /** "plans.tell_executors" */
  readonly name: string;
  /** Every day at this local hour of the forum, or only when queued. */
  readonly dailyAt?: number;
  readonly run: (ctx: Ctx, data: Readonly<Record<string, unknown>>) => Promise<void>;
}
