import { once } from 'node:events';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate, readMigrations } from '../migrate.ts';
import { openServer } from '../server.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** When the scratch databases were migrated. */
export const MIGRATED_AT = new Date('2026-11-23T08:00:00Z');

/**
 * Hands out databases of one test server to the processes of a test run. The server starts when the first is asked
 * for; a migrated template makes each further one cheap. A database lives as long as the connection that asked.
 */
export class Desk {
  readonly address: string;
  readonly #door: Server;
  #server: Promise<TestServer> | null = null;
  #templates = new Map<string, Promise<string>>();
  #number = 0;

  private constructor(address: string) {
    this.address = address;
    this.#door = createServer((visitor) => void this.#serve(visitor));
    this.#door.unref();
  }

  static async open(): Promise<Desk> {
    const desk = new Desk(path.join(tmpdir(), `ortaq-desk-${process.pid}-${Date.now()}.sock`));
    desk.#door.listen(desk.address);
    await once(desk.#door, 'listening');
    return desk;
  }

  async close(): Promise<void> {
    this.#door.close();
    const server = await this.#server?.catch(() => null);
    await server?.stop();
  }

  async #serve(visitor: Socket): Promise<void> {
    visitor.on('error', () => visitor.destroy());
    try {
      this.#server ??= startTestServer();
      const server = await this.#server;
      const name = `scratch_${++this.#number}`;
      await asOwner(server, `create database ${name} template ${await this.#template(server)}`);
      visitor.once('close', () => void asOwner(server, `drop database ${name} with (force)`).catch(() => {}));
      visitor.write(`${JSON.stringify({ url: server.url(name) })}\n`);
    } catch (problem) {
      visitor.end(`${JSON.stringify({ problem: problem instanceof Error ? problem.message : String(problem) })}\n`);
    }
  }

  /** Made anew when the migrations changed under a watching test run. */
  async #template(server: TestServer): Promise<string> {
    const migrations = await readMigrations();
    const key = migrations.map(({ sha256 }) => sha256).join();
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

/** Asks the desk at this address for a migrated database; `giveBack` drops it, and so does the end of this process. */
export async function askForDatabase(desk: string): Promise<{ url: string; giveBack: () => void }> {
  const connection = createConnection(desk);
  const answer = await new Promise<string>((resolve, reject) => {
    let heard = '';
    connection.once('error', reject);
    connection.on('data', (chunk) => {
      heard += String(chunk);
      if (heard.endsWith('\n')) resolve(heard);
    });
  });
  connection.unref();
  const { url, problem } = JSON.parse(answer) as { url?: string; problem?: string };
  if (!url) throw new Error(problem);
  return { url, giveBack: () => connection.destroy() };
}
