import type { Result } from '#core/errors/result.ts';
import type { JobKind } from '#core/jobs/job.ts';
import { RECOUNT_JOB, type recountCommand } from './commands.ts';

/** Counts the open cases of a forum anew after a day of its country's calendar changed, thousands at a time. */
export const recountJob = (recount: ReturnType<typeof recountCommand>): JobKind => ({
  name: RECOUNT_JOB,
  run: async (ctx, data) => {
    let after: string | null = null;
    do {
      const done: Result<{ readonly after: string | null }> = await ctx.perform(recount, {
        day: String(data.day),
        after,
      });
      if (!done.ok) throw new Error(`the recount was refused: ${done.refusal.message.key}`);
      after = done.value.after;
    } while (after);
  },
});
