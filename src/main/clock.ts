import type { Db } from '#core/db/database.ts';
import { json } from '#core/db/json.ts';
import type { CoreTables } from '#core/db/tables.ts';
import type { Runner } from '#core/jobs/runner.ts';
import { type Clock, MovedClock, SYSTEM_CLOCK } from '#core/time/clock.ts';

const KEY = 'clock';

/** The program's clock: the machine's, or the running one of tests and demonstrations, as far ahead as it was moved before. */
export async function openClock(db: Db, startAt: Date | null): Promise<Clock> {
  if (!startAt) return SYSTEM_CLOCK;
  const row = await db
    .withTables<CoreTables>()
    .selectFrom('core_settings')
    .select('value')
    .where('key', '=', KEY)
    .executeTakeFirst();
  const kept = row?.value as { ahead?: number } | undefined;
  return new MovedClock(startAt, kept?.ahead ?? 0);
}

/**
 * Moves the clock from one moment at which something falls due to the next, running it there, up to the whole step:
 * what comes of one job may fall due before the end.
 */
export async function moveClock(db: Db, clock: MovedClock, runner: Runner, ms: number): Promise<void> {
  const end = clock.now().getTime() + ms;
  for (;;) {
    const next = await runner.nextDueAfter(clock.now());
    if (!next || next.getTime() > end) break;
    await moveBy(db, clock, Math.max(0, next.getTime() - clock.now().getTime()));
    await runner.runDue();
  }
  await moveBy(db, clock, Math.max(0, end - clock.now().getTime()));
  await runner.runDue();
}

/** Keeps how far the clock was moved, so that a restart does not go back in time. */
async function moveBy(db: Db, clock: MovedClock, ms: number): Promise<void> {
  clock.move(ms);
  const value = json({ ahead: clock.ahead });
  await db
    .withTables<CoreTables>()
    .insertInto('core_settings')
    .values({ key: KEY, value, changed_at: clock.now() })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value, changed_at: clock.now() }))
    .execute();
}
