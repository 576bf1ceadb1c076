import type { Database } from '#core/db/database.ts';
import { forgetCounted } from '#core/limits/limiter.ts';
import { forgetSent, KNOWN_DAYS } from '#core/sent-forms.ts';
import type { JobKind } from './job.ts';
import { forgetDone } from './queue.ts';

const KEPT_DAYS = 30;

/** The nightly tidying: jobs done long ago go, and the embedded database, which has no process for it, is tidied. */
export const maintenanceJob = (database: Database): JobKind => ({
  name: 'core.maintain',
  dailyAt: 3,
  scope: 'installation',
  run: async ({ db, now }) => {
    await forgetDone(db, new Date(now.getTime() - KEPT_DAYS * 86_400_000));
    await forgetSent(db, new Date(now.getTime() - KNOWN_DAYS * 86_400_000));
    await forgetCounted(db);
    await database.maintain();
  },
});
