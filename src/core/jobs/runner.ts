import { SYSTEM } from '#core/actor.ts';
import type { Forum } from '#core/forum.ts';
import { contextOf, type House, perform } from '#core/house.ts';
import { dailyRunsBy, nextDailyAfter } from './daily.ts';
import type { JobCtx, JobKind } from './job.ts';
import { type ClaimedJob, claim, enqueue, fail, finish, LEASE_MINUTES, nextDue, renew } from './queue.ts';

/** What a runner tells whoever keeps the log. */
export interface JobTrouble {
  readonly name: string;
  readonly forumId: string;
  readonly id: string;
  readonly attempts: number;
  /** No further try will be made. */
  readonly dead: boolean;
  readonly problem: unknown;
}

export interface RunnerParts {
  readonly house: House;
  readonly kinds: readonly JobKind[];
  /** Every forum, the reference forum among them. */
  readonly forums: () => readonly Forum[];
  readonly onTrouble: (trouble: JobTrouble) => void;
}

/** Runs what fell due by our clock. Each process has one; on a server they share the work. */
export class Runner {
  readonly #parts: RunnerParts;
  readonly #names: readonly string[];
  /** The day for which each daily job was queued last; the database knows it too, this spares the question. */
  readonly #queuedDays = new Map<string, string>();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<unknown> = Promise.resolve();
  #stopped = false;

  constructor(parts: RunnerParts) {
    const names = parts.kinds.map(({ name }) => name);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice) throw new Error(`two jobs are named ${twice}`);
    this.#parts = parts;
    this.#names = names;
  }

  /** Looks for due work again and again. The pause is real time; what is due is asked by our clock. */
  start(everyMs = 1_000): void {
    const look = (): void => {
      this.runDue()
        .catch((problem: unknown) =>
          this.#parts.onTrouble({ name: 'queue', forumId: '', id: '', attempts: 0, dead: false, problem }),
        )
        .finally(() => {
          if (!this.#stopped) this.#timer = setTimeout(look, everyMs).unref();
        });
    };
    look();
  }

  /** Lets the job under way end and starts no other. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running.catch(() => {});
  }

  /** Runs everything that is due now, one after the other, and what becomes due through it. Returns how many ran. */
  runDue(): Promise<number> {
    const run = this.#running.then(
      () => this.#runAll(),
      () => this.#runAll(),
    );
    this.#running = run;
    return run;
  }

  /** The next moment at which something falls due, for a clock that is moved from one to the next; null: never. */
  async nextDueAfter(now: Date): Promise<Date | null> {
    const queued = await nextDue(this.#parts.house.database.db, this.#names);
    const daily = nextDailyAfter(now, this.#parts.kinds, this.#parts.forums());
    if (!queued || !daily) return queued ?? daily;
    return new Date(Math.min(queued.getTime(), daily.getTime()));
  }

  async #runAll(): Promise<number> {
    const { database, clock } = this.#parts.house;
    await this.#queueDaily(clock.now());
    let count = 0;
    while (!this.#stopped) {
      const job = await claim(database.db, this.#names, clock.now());
      if (!job) break;
      await this.#run(job);
      count += 1;
    }
    return count;
  }

  async #queueDaily(now: Date): Promise<void> {
    const { house, kinds, forums } = this.#parts;
    for (const { kind, forum, day, at } of dailyRunsBy(now, kinds, forums())) {
      const about = `${forum.id} ${kind.name}`;
      if (this.#queuedDays.get(about) === day) continue;
      await enqueue(house.database.db, { name: kind.name, forumId: forum.id, dueAt: at, data: {}, key: day, now });
      this.#queuedDays.set(about, day);
    }
  }

  async #run(job: ClaimedJob): Promise<void> {
    const { house, onTrouble } = this.#parts;
    const { db } = house.database;
    const stillHere = setInterval(
      () => renew(db, job, house.clock.now()).catch(() => {}),
      (LEASE_MINUTES * 60_000) / 3,
    ).unref();
    try {
      await this.#kind(job).run(this.#context(job), job.data);
      await finish(db, job, house.clock.now());
    } catch (problem) {
      const why = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
      const dead = await fail(db, job, why, house.clock.now());
      const { name, forumId, id, attempts } = job;
      onTrouble({ name, forumId, id, attempts, dead, problem });
    } finally {
      clearInterval(stillHere);
    }
  }

  #kind(job: ClaimedJob): JobKind {
    return this.#parts.kinds.find(({ name }) => name === job.name)!;
  }

  #context(job: ClaimedJob): JobCtx {
    const { house, forums } = this.#parts;
    const forum = forums().find(({ id }) => id === job.forumId);
    if (!forum) throw new Error(`the forum ${job.forumId} of this job is not here`);
    const asked = { actor: SYSTEM, forum, lang: forum.languages[0] ?? 'en', requestId: job.id };
    return {
      ...contextOf(house, asked, house.database.db),
      perform: (command, input) => perform(house, asked, command, input),
    };
  }
}
