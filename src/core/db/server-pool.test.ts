import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { DatabaseStopped } from './failures.ts';
import { ServerPool } from './server-pool.ts';

/** A server that hangs up at once, as one that stops does. */
async function hangingUp(): Promise<{ url: string; end: () => void }> {
  const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  return { url: `postgres://nobody@127.0.0.1:${port}/none`, end: () => void server.close() };
}

test('a server that is away or hangs up is told as a database that stopped, so that a page can say so', async () => {
  const gone = new ServerPool('postgres://nobody:secret@127.0.0.1:1/none', 1);
  const failure = gone.connect();
  await expect(failure).rejects.toThrow(DatabaseStopped);
  await expect(failure).rejects.not.toThrow('secret');
  await gone.end();
  const { url, end } = await hangingUp();
  const rude = new ServerPool(url, 1);
  await expect(rude.connect()).rejects.toThrow(DatabaseStopped);
  await rude.end();
  end();
});
