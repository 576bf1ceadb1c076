import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { json } from '#core/db/json.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { uuidv7 } from '#core/db/uuid.ts';

export interface NewJob {
  /** Of a JobKind. */
  readonly name: string;
  readonly forumId: string;
  readonly dueAt: Date;
  readonly data: Readonly<Record<string, unknown>>;
  /** A second job of this name and key in the same forum is not queued: "the reply window of evaluation 7". */
  readonly key?: string;
  readonly now: Date;
}

/** A job that a runner holds. */
export interface ClaimedJob {
  readonly forumId: string;
  readonly id: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** This try included. */
  readonly attempts: number;
  /** Random word of the claim: whoever lost it may no longer finish the job. */
  readonly claim: string;
}

/** Minutes until the next try after the first, second ... failure; then the job is dead. */
export const PAUSES = [1, 5, 30, 120, 600] as const;
const MOST_ATTEMPTS = PAUSES.length + 1;
/** A claim that nobody renewed for so long belonged to a process that ended. */
export const LEASE_MINUTES = 10;

const after = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

/**
 * Queues work in the open transaction: a rollback drops it too. Returns false when a job of that name and key was
 * queued before.
 */
export async function enqueue(db: Db, job: NewJob): Promise<boolean> {
  const done = await db
    .withTables<CoreTables>()
    .insertInto('core_jobs')
    .values({
      forum_id: job.forumId,
      id: uuidv7(job.now),
      name: job.name,
      key: job.key ?? null,
      due_at: job.dueAt,
      data: json(job.data),
      state: 'waiting',
      queued_at: job.now,
    })
    .onConflict((conflict) => conflict.columns(['forum_id', 'name', 'key']).where('key', 'is not', null).doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Takes the job that fell due first, among those whose names this process knows. No two processes get the same. */
export async function claim(db: Db, names: readonly string[], now: Date): Promise<ClaimedJob | null> {
  if (names.length === 0) return null;
  const word = uuidv7(now);
  const { rows } = await sql<ClaimedJob>`
    update core_jobs set state = 'running', claim = ${word}, claimed_until = ${after(now, LEASE_MINUTES)}, attempts = attempts + 1
    where (forum_id, id) = (
      select forum_id, id from core_jobs
      where due_at <= ${now} and name = any(${[...names]}::text[])
        and (state = 'waiting' or (state = 'running' and claimed_until <= ${now}))
      order by due_at, id limit 1 for update skip locked)
    returning forum_id as "forumId", id, name, data, attempts, claim`.execute(db);
  const job = rows[0];
  if (!job) return null;
  if (job.attempts <= MOST_ATTEMPTS) return job;
  // The process itself ended again and again while this job ran.
  await bury(db, job, 'the process ended while it ran', now);
  return claim(db, names, now);
}

/** Says that the holder still works on it. */
export async function renew(db: Db, job: ClaimedJob, now: Date): Promise<void> {
  await held(db, job)
    .set({ claimed_until: after(now, LEASE_MINUTES) })
    .execute();
}

export async function finish(db: Db, job: ClaimedJob, now: Date): Promise<void> {
  await held(db, job)
    .set({ state: 'done', finished_at: now, last_error: null, ...RELEASED })
    .execute();
}

/** Keeps what went wrong and tries again later; after the last try the job stays as dead. Returns whether it is dead. */
export async function fail(db: Db, job: ClaimedJob, why: string, now: Date): Promise<boolean> {
  const pause = PAUSES[job.attempts - 1];
  if (pause === undefined) {
    await bury(db, job, why, now);
    return true;
  }
  await held(db, job)
    .set({ state: 'waiting', due_at: after(now, pause), last_error: why.slice(0, 2000), ...RELEASED })
    .execute();
  return false;
}

const RELEASED = { claim: null, claimed_until: null };

const bury = (db: Db, job: ClaimedJob, why: string, now: Date): Promise<unknown> =>
  held(db, job)
    .set({ state: 'dead', finished_at: now, last_error: why.slice(0, 2000), ...RELEASED })
    .execute();

const held = (db: Db, job: ClaimedJob) =>
  db
    .withTables<CoreTables>()
    .updateTable('core_jobs')
    .where('forum_id', '=', job.forumId)
    .where('id', '=', job.id)
    .where('claim', '=', job.claim);

/** When the next queued job falls due; null: none waits. */
export async function nextDue(db: Db, names: readonly string[]): Promise<Date | null> {
  const row = await db
    .withTables<CoreTables>()
    .selectFrom('core_jobs')
    .select((is) => is.fn.min('due_at').as('at'))
    .where('state', '=', 'waiting')
    .where('name', 'in', names.length > 0 ? names : [''])
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Jobs that failed for good, the newest first: for the operator's page and command. */
export function deadJobs(db: Db) {
  return db
    .withTables<CoreTables>()
    .selectFrom('core_jobs')
    .select(['forum_id', 'id', 'name', 'data', 'attempts', 'last_error', 'finished_at'])
    .where('state', '=', 'dead')
    .orderBy('finished_at', 'desc')
    .execute();
}

/** Gives dead jobs another full round of tries. Returns how many. */
export async function revive(db: Db, now: Date): Promise<number> {
  const done = await db
    .withTables<CoreTables>()
    .updateTable('core_jobs')
    .set({ state: 'waiting', due_at: now, attempts: 0, finished_at: null })
    .where('state', '=', 'dead')
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/** Forgets jobs that went well long ago. Dead ones stay. */
export async function forgetDone(db: Db, before: Date): Promise<void> {
  await db
    .withTables<CoreTables>()
    .deleteFrom('core_jobs')
    .where('state', '=', 'done')
    .where('finished_at', '<', before)
    .execute();
}
