import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Db } from '#core/db/database.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import type { Clock } from '#core/time/clock.ts';
import { type Limit, limitNamed, spanOf, stepOf, waitFor } from './rules.ts';

/** One thing that is counted now: under which limit, for whom (an account, an address: kept as a keyed hash), how much. */
export interface Count {
  readonly limit: Limit;
  readonly who: string;
  readonly amount: number;
}

/** A device that entered an account before. */
export interface Device {
  readonly id: string;
  readonly entered: (account: string) => boolean;
}

interface Key {
  readonly id: string;
  readonly secret: string;
  readonly madeAt: Date;
}

const DAY = 86_400_000;
/** Those who were refused a moment ago and are refused again without asking the database. */
const MOST_REMEMBERED = 10_000;

/**
 * Counts what is done, in the database, so that all processes and the next start count together. Everything asked at
 * once is one statement. Time is the program's clock: when it was moved, what was counted before is forgotten or over.
 */
export class Limiter {
  readonly #database: Database;
  readonly #clock: Clock;
  #counting: Key | null = null;
  #devices: Promise<string> | null = null;
  readonly #refused = new Map<string, { readonly from: number; readonly until: number }>();

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Counts all of these; null: go on, else milliseconds to wait. Under a limit that refuses nothing is counted. */
  async take(counts: readonly Count[]): Promise<number | null> {
    if (counts.length === 0) return null;
    const now = this.#clock.now();
    for (let attempt = 0; ; attempt += 1) {
      const key = await this.#keyOf(now);
      const hashed = counts.map((count) => ({ ...count, who: hash(key.secret, `${count.limit.name} ${count.who}`) }));
      const still = this.#stillRefused(hashed, now);
      if (still !== null) return still;
      const rows = await bump(this.#database.db, key.id, hashed, now);
      if (rows.length > 0 || attempt > 0) return this.#worst(hashed, rows, now);
      // The key was changed by another process a moment ago.
      this.#counting = null;
    }
  }

  /** A sign that this device entered the account, for a cookie: whoever reads it learns neither name nor number. */
  async deviceSign(account: string): Promise<string> {
    const secret = await this.#devicesSecret();
    const id = randomBytes(16).toString('hex');
    const tag = hash(secret, `account ${account}`);
    return `${id}.${tag}.${hash(secret, `device ${id} ${tag}`)}`;
  }

  /** The device that shows this sign, and whether it entered a certain account; null: we never gave that sign. */
  async deviceOf(sign: string | null): Promise<Device | null> {
    const [, id, tag, mac] = /^([0-9a-f]{32})\.([0-9a-f]{64})\.([0-9a-f]{64})$/.exec(sign ?? '') ?? [];
    if (!id || !tag || !mac) return null;
    const secret = await this.#devicesSecret();
    if (!timingSafeEqual(Buffer.from(mac), Buffer.from(hash(secret, `device ${id} ${tag}`)))) return null;
    return { id, entered: (account) => tag === hash(secret, `account ${account}`) };
  }

  #worst(asked: readonly Count[], rows: readonly Row[], now: Date): number | null {
    let worst: number | null = null;
    for (const row of rows) {
      const count = asked.find(({ limit, who }) => limit.name === row.rule && who === row.who);
      if (!count || row.allowed) continue;
      const wait = waitFor(count.limit, count.amount, row.full_at, now);
      if (this.#refused.size >= MOST_REMEMBERED) this.#refused.clear();
      this.#refused.set(row.who, { from: now.getTime(), until: now.getTime() + wait });
      worst = Math.max(worst ?? 0, wait);
    }
    return worst;
  }

  #stillRefused(asked: readonly Count[], now: Date): number | null {
    const at = now.getTime();
    for (const { who } of asked) {
      const known = this.#refused.get(who);
      if (known && at >= known.from && at < known.until) return Math.max(1000, known.until - at);
      if (known) this.#refused.delete(who);
    }
    return null;
  }

  /** The key of the day; a new one, and nothing counted any more, when it is older or the clock was set back before it. */
  async #keyOf(now: Date): Promise<Key> {
    const known = this.#counting;
    if (known && isOfToday(known.madeAt, now)) return known;
    this.#refused.clear();
    this.#counting = await this.#database.transaction(async (trx) => {
      // One after the other: whoever comes second must not forget what was counted under the key of the first.
      await sql`lock table core_limit_keys in share row exclusive mode`.execute(trx);
      const held = await readKey(trx, 'counting');
      if (held && isOfToday(held.madeAt, now)) return held;
      await forgetCounted(trx);
      return makeKey(trx, 'counting', now);
    });
    return this.#counting;
  }

  #devicesSecret(): Promise<string> {
    this.#devices ??= this.#database
      .transaction(async (trx) => (await readKey(trx, 'devices')) ?? makeKey(trx, 'devices', this.#clock.now()))
      .then(({ secret }) => secret)
      .catch((problem: unknown) => {
        this.#devices = null;
        throw problem;
      });
    return this.#devices;
  }
}

const isOfToday = (madeAt: Date, now: Date): boolean =>
  madeAt.getTime() <= now.getTime() && now.getTime() - madeAt.getTime() < DAY;

const hash = (secret: string, what: string): string =>
  createHmac('sha256', Buffer.from(secret, 'hex')).update(what).digest('hex');

interface Row {
  readonly rule: string;
  readonly who: string;
  readonly full_at: Date;
  readonly allowed: boolean;
}

/** One statement: always in the order of the key, so that two of them never wait for each other. */
async function bump(db: Db, key: string, counts: readonly Count[], now: Date): Promise<readonly Row[]> {
  const ordered = counts.toSorted((a, b) => (`${a.limit.name} ${a.who}` < `${b.limit.name} ${b.who}` ? -1 : 1));
  const rows = ordered.map(
    ({ limit, who, amount }) => sql`(${limit.name}::text, ${who}::text,
      ${stepOf(limit, amount)}::float8 * interval '1 ms', ${spanOf(limit)}::float8 * interval '1 ms')`,
  );
  const at = sql`${now}::timestamptz`;
  const base = sql`case when held.full_at > ${at} and held.full_at <= ${at} + excluded.span then held.full_at else ${at} end`;
  const moved = sql`(${base}) + (excluded.full_at - ${at})`;
  const fits = sql`${moved} <= ${at} + excluded.span`;
  const done = await sql<Row>`
    insert into core_limits as held (rule, who, full_at, span, allowed)
    select rule, who, ${at} + step, span, true from (values ${sql.join(rows)}) as asked (rule, who, step, span)
    where exists (select 1 from core_limit_keys where name = 'counting' and id = ${key})
    order by rule, who
    on conflict (rule, who) do update
    set full_at = case when ${fits} then ${moved} else ${base} end, allowed = ${fits}, span = excluded.span
    returning rule, who, full_at, allowed`.execute(db);
  return done.rows;
}

async function readKey(db: Db, name: 'counting' | 'devices'): Promise<Key | null> {
  const row = await db
    .withTables<CoreTables>()
    .selectFrom('core_limit_keys')
    .selectAll()
    .where('name', '=', name)
    .executeTakeFirst();
  return row ? { id: row.id, secret: row.secret, madeAt: row.made_at } : null;
}

/** Of two processes at once one makes it and both take it. */
async function makeKey(db: Db, name: 'counting' | 'devices', now: Date): Promise<Key> {
  await db
    .withTables<CoreTables>()
    .insertInto('core_limit_keys')
    .values({ name, id: uuidv7(now), secret: randomBytes(32).toString('hex'), made_at: now })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return (await readKey(db, name))!;
}

/** Forgets everything that was counted, with the key of its hashes: nightly, and whenever the key is a day old. */
export async function forgetCounted(db: Db): Promise<void> {
  const tables = db.withTables<CoreTables>();
  await tables.deleteFrom('core_limit_keys').where('name', '=', 'counting').execute();
  await tables.deleteFrom('core_limits').execute();
}

/** How many are being slowed down now, by the name of the limit. */
export async function slowedNow(db: Db, now: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .withTables<CoreTables>()
    .selectFrom('core_limits')
    .select((is) => ['rule', is.fn.countAll<number>().as('n')])
    .where('allowed', '=', false)
    .where('full_at', '>', now)
    .groupBy('rule')
    .execute();
  return new Map(rows.map((row) => [limitNamed(row.rule).name, Number(row.n)]));
}
