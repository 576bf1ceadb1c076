import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { program } from './main/testing/program.ts';

const ortaq = program();

/** A server that holds a port of ours until the test is over. */
async function taken(): Promise<{ port: number; free: () => void }> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { port: (server.address() as { port: number }).port, free: () => void server.close() };
}

/** All files below a folder with the rights that others have on them. */
const open = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name);
    const mode = statSync(at, { throwIfNoEntry: false })?.mode ?? 0;
    const inside = entry.isDirectory() && (mode & 0o077) !== 0 ? open(at) : [];
    return [...((mode & 0o077) !== 0 && !entry.isDirectory() ? [at] : []), ...inside];
  });

describe('the server', () => {
  it('starts, says where and how to come in, answers, and ends cleanly with an open connection', async () => {
    const folder = ortaq.folder();
    chmodSync(folder, 0o755);
    const running = await ortaq.start({ ORTAQ_DATA: folder }, '--empty');
    const { origin } = running;
    expect(running.said()).toMatch(
      new RegExp(`^Sign in once as the first coordinator: ${origin}/az/sign-in/[\\w-]{43}$`, 'm'),
    );
    expect(await (await fetch(`${origin}/healthz`)).text()).toBe('ok');
    const agent = new Agent({ keepAlive: true });
    const status = await new Promise((resolve) =>
      request(`${origin}/az/sign-in`, { agent }, (answer) =>
        answer.resume().on('end', () => resolve(answer.statusCode)),
      ).end(),
    );
    expect(status).toBe(200);
    // Others may not read what we wrote, though the folder is open to them.
    expect(open(folder)).toEqual([]);
    const told = await running.stop();
    agent.destroy();
    expect([told.code, told.err]).toEqual([0, '']);
    expect(existsSync(path.join(folder, 'control.sock'))).toBe(false);
    expect(existsSync(path.join(folder, 'database.lock'))).toBe(false);
    const again = await ortaq.start({ ORTAQ_DATA: folder }, '--empty');
    expect((await again.stop('SIGINT')).code).toBe(0);
  });

  it('ends in order also when the word to end comes twice at once', async () => {
    const folder = ortaq.folder();
    const running = await ortaq.start({ ORTAQ_DATA: folder }, '--empty');
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGTERM'] as const) process.kill(running.pid, signal);
    expect((await running.stop()).code).toBe(0);
    expect(existsSync(path.join(folder, 'database.lock'))).toBe(false);
  });

  it('gives the answer that is under way before it ends', async () => {
    const running = await ortaq.start({ ORTAQ_DATA: ortaq.folder() }, '--empty');
    const answered = new Promise<number>((resolve, reject) => {
      const asked = request(
        `${running.origin}/az/sign-in`,
        {
          method: 'POST',
          headers: {
            origin: running.origin,
            'content-type': 'application/x-www-form-urlencoded',
            expect: '100-continue',
          },
        },
        (answer) => answer.resume().on('end', () => resolve(answer.statusCode ?? 0)),
      );
      asked.on('error', reject);
      // The server has begun to read; now it is told to stop, and only then the form is finished.
      asked.on('continue', () => {
        process.kill(running.pid, 'SIGTERM');
        asked.write('link=');
        asked.end('x');
      });
      asked.flushHeaders();
    });
    expect(await answered).toBe(422);
    expect((await running.stop()).code).toBe(0);
  });

  it('refuses a folder on which another one works, in a sentence', async () => {
    const folder = ortaq.folder();
    const running = await ortaq.start({ ORTAQ_DATA: folder }, '--empty');
    const second = await ortaq.run('main', { ORTAQ_DATA: folder, PORT: '0' }, '--empty');
    expect(second.code).toBe(1);
    expect(second.err).toBe(
      `Another Ortaq process works on the folder ${folder}. Stop it first, or give this one another folder with ORTAQ_DATA.\n`,
    );
    expect((await fetch(`${running.origin}/healthz`)).status).toBe(200);
    // The second one has not taken the command line's socket away either.
    expect((await ortaq.run('cli', { ORTAQ_DATA: folder }, 'link')).code).toBe(0);
  });

  it('says that a port is taken before it makes anything', async () => {
    const [folder, { port, free }] = [ortaq.folder(), await taken()];
    const told = await ortaq.run('main', { ORTAQ_DATA: folder, PORT: String(port) });
    free();
    expect([told.code, told.err]).toEqual([
      1,
      `Port ${port} is taken by another program. Choose another: PORT=3001 npm start\n`,
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names every wrong variable at once and ends with 2', async () => {
    const env = { PORT: 'x', ORTAQ_PUBLIC_URL: 'y', DATABASE_URL: 'mysql://u:hunter2@h', ORTAQ_DATA: ortaq.folder() };
    const { code, out, err } = await ortaq.run('main', env);
    expect([code, out, err.trim().split('\n').length]).toEqual([2, '', 3]);
    expect(err).not.toContain('hunter2');
  });

  it.each([
    ['a file in the place of the folder', { folder: 'file' }, /is no folder/],
    ['a host of another machine', { HOST: '192.0.2.1' }, /HOST is 192\.0\.2\.1/],
    ['a host that is none', { HOST: 'nowhere.invalid' }, /HOST is nowhere\.invalid/],
    ['a database that does not answer', { DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/x' }, /DATABASE_URL/],
  ])('says in a sentence what is wrong with %s', async (_what, given: Record<string, string>, sentence) => {
    const folder = ortaq.folder();
    writeFileSync(path.join(folder, 'file'), '');
    const { folder: below = 'data', ...env } = given;
    const { code, err } = await ortaq.run('main', { ORTAQ_DATA: path.join(folder, below), PORT: '0', ...env });
    expect(code).toBe(1);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/hunter2|\n\s+at /);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('refuses a database of a newer version and ends', async () => {
    const folder = ortaq.folder();
    mkdirSync(path.join(folder, 'database'));
    writeFileSync(path.join(folder, 'database', 'PG_VERSION'), '99\n');
    const { code, err } = await ortaq.run('main', { ORTAQ_DATA: folder, PORT: '0' }, '--empty');
    expect([code, err.length > 0]).toEqual([1, true]);
  });
});
