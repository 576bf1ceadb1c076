import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { cpuOf } from './processes.ts';

/** Somebody who changes one measure after the other while pages are asked for. */
export interface Writer {
  /** Milliseconds of processor that the database spent on these writes: they are not the readers'. */
  cpu(): number;
  readonly writes: () => number;
  stop(): Promise<void>;
}

/** Milliseconds between two writes: more writes than answers, so that every answer shows something that changed. */
const EVERY = 1;

/**
 * Gives the measures of a plan other titles, round and round. They are changed past the commands: what a deed costs is
 * not asked here, only what the next page costs.
 */
export async function startWriter(url: string, slug: string, measures: number): Promise<Writer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const pid = Number((await client.query('select pg_backend_pid() as pid')).rows[0].pid);
  await client.query('set session_replication_role = replica');
  let [writes, running] = [0, true];
  const done = (async () => {
    for (; running; writes++) {
      await client.query({
        name: 'write',
        text: `update plans_measures set title = title || jsonb_build_object('az', regexp_replace(title->>'az', ' \\d*$', '') || ' ' || $1::text)
          where forum_id = (select id from core_forums where slug = $2) and slug = $3`,
        values: [String(writes), slug, String(1 + (writes % measures))],
      });
      await pause(EVERY);
    }
  })();
  return {
    cpu: () => cpuOf(pid),
    writes: () => writes,
    stop: async () => {
      running = false;
      await done;
      await client.end();
    },
  };
}
