import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { AnnouncementListener } from './database.ts';
import { connectionTo } from './server-pool.ts';

const CHANNEL = 'ortaq_revisions';
/** How long a connection that was cut without a word may stay unnoticed: two of these. */
const HEARTBEAT = 5_000;
const LONGEST_PAUSE = 5_000;

/** Revisions that other processes on the same server announce. One connection of its own that only listens. */
export class Announcements {
  readonly #url: string;
  /** Says which announcements are our own. */
  readonly #word = randomBytes(8).toString('hex');
  readonly #listeners: AnnouncementListener[] = [];
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #failures = 0;
  #listening = false;
  #closed = false;

  constructor(url: string) {
    this.#url = url;
  }

  /** Parameters of pg_notify for one announcement. */
  announcement(forum: string, revision: number): readonly [channel: string, payload: string] {
    return [CHANNEL, `${this.#word} ${forum} ${revision}`];
  }

  listen(listener: AnnouncementListener): void {
    this.#listeners.push(listener);
    // Until the first news arrives, nothing of the past is known.
    listener(null);
    if (this.#listening) void this.#tellAll();
    else if (!this.#client && !this.#timer) void this.#connect();
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#client?.end().catch(() => {});
  }

  async #connect(): Promise<void> {
    this.#timer = null;
    if (this.#closed) return;
    const client = new pg.Client({
      ...connectionTo(this.#url),
      connectionTimeoutMillis: 10_000,
      query_timeout: HEARTBEAT,
    });
    this.#client = client;
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    client.on('notification', ({ payload }) => this.#hear(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.#listening = true;
      this.#failures = 0;
      await this.#tellAll();
      this.#beat(client);
    } catch {
      this.#lost(client);
    }
  }

  /** What was missed while nobody listened: the present revision of every forum. */
  async #tellAll(): Promise<void> {
    const client = this.#client;
    if (!client) return;
    try {
      const { rows } = await client.query<{ forum: string; revision: number }>(
        'select id as forum, revision from core_forums',
      );
      for (const news of rows) this.#tell(news);
    } catch {
      this.#lost(client);
    }
  }

  #beat(client: pg.Client): void {
    if (this.#closed || this.#client !== client) return;
    this.#timer = setTimeout(() => {
      client.query('select 1').then(
        () => this.#beat(client),
        () => this.#lost(client),
      );
    }, HEARTBEAT).unref();
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    this.#listening = false;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    client.end().catch(() => {});
    if (this.#closed) return;
    this.#tell(null);
    const pause = Math.min(LONGEST_PAUSE, 100 * 2 ** this.#failures++);
    this.#timer = setTimeout(() => void this.#connect(), pause).unref();
  }

  #hear(payload: string): void {
    const [word, forum, revision] = payload.split(' ');
    if (word === this.#word || !forum || !revision) return;
    this.#tell({ forum, revision: Number(revision) });
  }

  #tell(news: Parameters<AnnouncementListener>[0]): void {
    for (const listener of this.#listeners) listener(news);
  }
}
