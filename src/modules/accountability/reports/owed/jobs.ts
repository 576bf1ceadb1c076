import type { JobKind } from '#core/jobs/job.ts';
import { keepOwed } from './commands.ts';

/** Every morning, before anybody is reminded: what became owed, and whose municipality ended. */
export const reportsJob: JobKind = {
  name: 'accountability.reports',
  dailyAt: 6,
  run: async (ctx) => {
    const kept = await ctx.perform(keepOwed, {});
    if (!kept.ok) throw new Error(`the reports owed were not kept: ${kept.refusal.message.key}`);
  },
};
