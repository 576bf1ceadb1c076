import type { JobKind } from '#core/jobs/job.ts';
import { tidy } from './commands.ts';

/** Contacts go when fieldwork ends; forms that nobody goes on with go after 30 days. */
export const tidySurveys: JobKind = {
  name: 'surveys.tidy',
  dailyAt: 2,
  run: async (ctx) => {
    const done = await ctx.perform(tidy, {});
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  },
};
