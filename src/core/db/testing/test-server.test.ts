import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { kinds } from './scratch.ts';

it.runIf(kinds.includes('server'))('a killed test run leaves no server', async () => {
  const holder = spawn(process.execPath, [new URL('./server-holder.ts', import.meta.url).pathname], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(holder, 'exit');
  let url = '';
  for await (const line of createInterface(holder.stdout)) {
    url = line;
    const { rows } = await ask(url);
    expect(rows[0]?.version).toContain('PostgreSQL');
    holder.kill('SIGKILL');
  }
  await exited;
  await vi.waitFor(() => expect(ask(url)).rejects.toMatchObject({ code: 'ECONNREFUSED' }), {
    timeout: 20_000,
    interval: 50,
  });
});

async function ask(url: string): Promise<pg.QueryResult<{ version: string }>> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return await client.query('select version()');
  } finally {
    await client.end();
  }
}
