import type { JobKind } from '#core/jobs/job.ts';
import { keepClocks } from './commands.ts';
import { planIds } from './queries.ts';

/** Every night: plans that came into force by their date, and what was written before there was a list of all owed. */
export const clocksJob: JobKind = {
  name: 'plans.keep_clocks',
  dailyAt: 1,
  run: async (ctx) => {
    for (const plan of await planIds(ctx.db, ctx.forum.id)) await ctx.perform(keepClocks, { plan });
  },
};
