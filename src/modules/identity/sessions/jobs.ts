import type { JobKind } from '#core/jobs/job.ts';
import { forgetSessions } from './commands.ts';

/** Every night: what is over is not kept longer than it is good for. */
export const SESSION_JOBS: readonly JobKind[] = [
  {
    name: 'identity.forget_sessions',
    dailyAt: 3,
    scope: 'installation',
    run: async (ctx) => {
      const forgotten = await ctx.perform(forgetSessions, {});
      if (!forgotten.ok) throw new Error(forgotten.refusal.message.key);
    },
  },
];
