import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** A real PostgreSQL of its own for tests, without durability and gone with the process that started it. */
export interface TestServer {
  /** Address of one of its databases. */
  url(database: string): string;
  stop(): Promise<void>;
}

/** The folder with the server's programs: on the PATH, or where Debian hides them. null: there is none. */
export function serverPrograms(): string | null {
  // biome-ignore lint/style/noProcessEnv: where programs are found
  const onPath = (process.env.PATH ?? '').split(path.delimiter);
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : [];
  const folders = [...onPath, ...versions.map((version) => path.join(debian, version, 'bin'))];
  return folders.find((folder) => ['postgres', 'initdb'].every((name) => existsSync(path.join(folder, name)))) ?? null;
}

/**
 * The server hangs on a pipe: when the other end closes, however this process ended, it is stopped and its folder
 * deleted.
 */
const HANGING = `
"$1/postgres" -D "$2/data" -p "$3" -k "$2" -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off \\
  -c full_page_writes=off -c shared_buffers=64MB -c max_connections=120 -c autovacuum=off > "$2/log" 2>&1 &
server=$!
cat > /dev/null
kill -INT $server
wait $server
cd / && rm -rf "$2"
`;

/** Starts a server on a free port, as a user who is not root (PostgreSQL refuses root). */
export async function startTestServer(): Promise<TestServer> {
  const programs = serverPrograms();
  if (!programs) throw new Error('no PostgreSQL server found on the PATH');
  const folder = await mkdtemp(path.join(tmpdir(), 'ortaq-server-'));
  const user = unprivileged();
  if (user) chownSync(folder, user.uid, user.gid);
  execFileSync(
    path.join(programs, 'initdb'),
    [
      '-D',
      path.join(folder, 'data'),
      '-U',
      'postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
      '--no-instructions',
    ],
    { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: programs, TZ: 'UTC' } },
  );
  const port = await freePort();
  const keeper = spawn('/bin/sh', ['-c', HANGING, 'sh', programs, folder, String(port)], {
    ...user,
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    // biome-ignore lint/style/noProcessEnv: cat and rm are found by it
    env: { PATH: process.env.PATH, TZ: 'UTC' },
  });
  const ended = new Promise<void>((resolve) => keeper.once('exit', () => resolve()));
  keeper.unref();
  const url = (database: string): string => `postgres://postgres@127.0.0.1:${port}/${database}`;
  await answering(url('postgres'), path.join(folder, 'log'));
  return {
    url,
    stop: async () => {
      keeper.stdin?.end();
      await ended;
    },
  };
}

async function answering(url: string, log: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (problem) {
      if (tries < 300) await pause(50);
      else
        throw new Error(`the test server does not answer: ${existsSync(log) ? readFileSync(log, 'utf8') : ''}`, {
          cause: problem,
        });
    }
  }
}

/** When we are root: whom to be instead. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const entry = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm').exec(readFileSync('/etc/passwd', 'utf8'));
    if (entry) return { uid: Number(entry[1]), gid: Number(entry[2]) };
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
