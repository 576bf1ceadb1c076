import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Database } from '../database.ts';
import { openInMemory } from '../embedded.ts';
import { type Migration, migrate, readMigrations } from '../migrate.ts';
import { openServer } from '../server.ts';
import { startTestServer, type TestServer } from './test-server.ts';

const NAME = 'ortaq-desk-';

/** When the scratch databases were migrated. */
const MIGRATED_AT = new Date('2026-11-23T08:00:00Z');

/**
 * Hands out migrated databases to the processes of a test run. The server starts when the first of its databases is
 * asked for; a template, and an archive for the embedded kind, make each further one cheap.
 */
export class Desk {
  readonly address: string;
  readonly #folder: string;
  readonly #door: Server;
  #server: Promise<TestServer> | null = null;
  readonly #templates = new Map<string, Promise<string>>();
  readonly #archives = new Map<string, Promise<string>>();
  #number = 0;

  private constructor(folder: string) {
    this.#folder = folder;
    this.address = path.join(folder, 'desk.sock');
    this.#door = createServer((visitor) => this.#serve(visitor));
    this.#door.unref();
  }

  static async open(): Promise<Desk> {
    await clearLeftovers();
    const desk = new Desk(await mkdtemp(path.join(tmpdir(), `${NAME}${process.pid}-`)));
    desk.#door.listen(desk.address);
    await once(desk.#door, 'listening');
    return desk;
  }

  async close(): Promise<void> {
    this.#door.close();
    const server = await this.#server?.catch(() => null);
    await server?.stop();
    await rm(this.#folder, { recursive: true });
  }

  #serve(visitor: Socket): void {
    visitor.on('error', () => visitor.destroy());
    visitor.once('data', (asked) => {
      const given = String(asked).trim() === 'server' ? this.#giveDatabase(visitor) : this.#giveArchive();
      void given
        .catch((problem: unknown) => ({ problem: problem instanceof Error ? problem.message : String(problem) }))
        .then((answer) => visitor.write(`${JSON.stringify(answer)}\n`));
    });
  }

  /** A database of its own on the server; dropped when the visitor leaves. */
  async #giveDatabase(visitor: Socket): Promise<{ url: string }> {
    this.#server ??= startTestServer();
    const server = await this.#server;
    const name = `scratch_${++this.#number}`;
    await asOwner(server, `create database ${name} template ${await this.#template(server)}`);
    visitor.once('close', () => void asOwner(server, `drop database ${name} with (force)`).catch(() => {}));
    return { url: server.url(name) };
  }

  /** The file of a migrated embedded database, for any number of visitors. */
  async #giveArchive(): Promise<{ archive: string }> {
    const migrations = await readMigrations();
    const key = keyOf(migrations);
    let archive = this.#archives.get(key);
    if (!archive) {
      archive = archiveWith(migrations, path.join(this.#folder, `${this.#archives.size + 1}.tar`));
      this.#archives.set(key, archive);
    }
    return { archive: await archive };
  }

  /** Made anew when the migrations changed under a watching test run. */
  async #template(server: TestServer): Promise<string> {
    const migrations = await readMigrations();
    const key = keyOf(migrations);
    let template = this.#templates.get(key);
    if (!template) {
      const name = `template_${this.#templates.size + 1}`;
      template = (async () => {
        await asOwner(server, `create database ${name}`);
        const database = await openServer(server.url(name), 1);
        await migrate(database, MIGRATED_AT, migrations).finally(() => database.close());
        return name;
      })();
      this.#templates.set(key, template);
    }
    return template;
  }
}

/** Folders of test runs that were killed. */
async function clearLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = new RegExp(`^${NAME}(\\d+)-`).exec(name)?.[1];
    if (!pid) continue;
    try {
      process.kill(Number(pid), 0);
    } catch {
      await rm(path.join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}

const keyOf = (migrations: readonly Migration[]): string => migrations.map(({ sha256 }) => sha256).join();

async function archiveWith(migrations: readonly Migration[], file: string): Promise<string> {
  const database = openInMemory();
  try {
    await migrate(database, MIGRATED_AT, migrations);
    await database.pool.alone(async (engine) => {
      await engine.client.query('checkpoint');
      await writeFile(file, await engine.archive());
    });
    return file;
  } finally {
    await database.close();
  }
}

async function asOwner(server: TestServer, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  // The server may end first, at the end of the run.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Asks the desk at this address for a migrated database on the server; `giveBack` drops it, and so does the end of this process. */
export async function askForDatabase(desk: string): Promise<{ url: string; giveBack: () => void }> {
  const { url, connection } = await ask<{ url: string }>(desk, 'server');
  return { url, giveBack: () => connection.destroy() };
}

/** Asks the desk for a migrated embedded database, as an archive to begin with. */
export async function askForArchive(desk: string): Promise<Uint8Array<ArrayBuffer>> {
  const { archive, connection } = await ask<{ archive: string }>(desk, 'embedded');
  connection.destroy();
  return new Uint8Array(await readFile(archive));
}

async function ask<Answer>(desk: string, kind: Database['kind']): Promise<Answer & { connection: Socket }> {
  const connection = createConnection(desk, () => connection.write(`${kind}\n`));
  const heard = await new Promise<string>((resolve, reject) => {
    let heard = '';
    connection.once('error', reject);
    connection.on('data', (chunk) => {
      heard += String(chunk);
      if (heard.endsWith('\n')) resolve(heard);
    });
  });
  connection.unref();
  const answer = JSON.parse(heard) as Answer & { problem?: string };
  if (answer.problem) throw new Error(answer.problem);
  return { ...answer, connection };
}
