import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assembly } from '../assembly.ts';
import type { Exit, Voice } from './command.ts';
import { controlAddress, listenForOrders, sendOrder } from './control.ts';

let folder = '';
let server: Server | null = null;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ortaq-control-'));
});
afterEach(async () => {
  await new Promise((resolve) => (server?.listening ? server.close(resolve) : resolve(null)));
  server = null;
  rmSync(folder, { recursive: true, force: true });
});

/** What was said, "out" and "err" apart. */
function listener(): Voice & { readonly said: string[] } {
  const said: string[] = [];
  return { said, out: (text) => said.push(`out ${text}`), err: (text) => said.push(`err ${text}`) };
}
const house = () => ({ config: { folder } }) as Assembly;
const order = (...argv: readonly string[]) => ({ argv, file: null });

async function obeying(obey: Parameters<typeof listenForOrders>[1], where = house()): Promise<Server> {
  server = listenForOrders(where, obey);
  await new Promise((resolve) => server?.once('listening', resolve));
  return server;
}

describe('an order', () => {
  it('goes to the running server with its file, and every word comes back in order', async () => {
    await obeying(async ({ argv, file }, voice) => {
      voice.out(`${argv.join(' ')} ${file?.name} ${Buffer.from(file?.bytes ?? '', 'base64').length}`);
      voice.err('a line\nand another, ə');
      voice.out('');
      return 1;
    });
    const voice = listener();
    const bytes = Buffer.alloc(3_000_000, 7).toString('base64');
    const exit = await sendOrder(folder, { argv: ['import', 'plan'], file: { name: 'p.csv', bytes } }, voice);
    expect([exit, voice.said]).toEqual([1, ['out import plan p.csv 3000000', 'err a line\nand another, ə', 'out ']]);
  });

  it('that breaks in the server is told by its message, and the server lives on', async () => {
    await obeying(async () => Promise.reject(new Error('no room')));
    const voice = listener();
    expect(await sendOrder(folder, order('x'), voice)).toBe(1);
    expect(voice.said).toEqual(['err The server could not do this: no room']);
    expect(await sendOrder(folder, order('x'), listener())).toBe(1);
  });

  it('that is no order at all is refused', async () => {
    await obeying(async () => 0);
    const socket = connect(controlAddress(folder));
    socket.end('GET / HTTP/1.1\r\n\r\n');
    expect(await text(socket)).toMatch(/could not do this.*\n.*"exit":1/);
  });

  it('finds nobody where no server is, or a dead one left its socket', async () => {
    expect(await sendOrder(folder, order('x'), listener())).toBeNull();
    writeFileSync(path.join(folder, 'control.sock'), '');
    expect(await sendOrder(folder, order('x'), listener())).toBeNull();
    await obeying(async () => 0);
    expect(await sendOrder(folder, order('x'), listener())).toBe(0);
  });

  it('whose server ends in the middle is not done a second time', async () => {
    const sockets: { destroy(): void }[] = [];
    server = createServer({ allowHalfOpen: true }, (socket) => {
      sockets.push(socket);
      socket.on('error', () => {});
      socket.on('data', () => socket.destroy());
    });
    await new Promise<void>((resolve) => server?.listen(controlAddress(folder), resolve));
    const voice = listener();
    const answered: Exit | null = await sendOrder(folder, order('import'), voice);
    expect([answered, voice.said]).toEqual([1, [expect.stringContaining('ended before it said how it went')]]);
  });
});

describe('the socket', () => {
  it('is for its owner alone', async () => {
    await obeying(async () => 0);
    expect(lstatSync(controlAddress(folder)).mode & 0o777).toBe(0o600);
  });

  it('of a folder with a long path lies in a folder of the same owner', async () => {
    folder = path.join(folder, 'ə'.repeat(60));
    mkdirSync(folder);
    const address = controlAddress(folder);
    expect(Buffer.byteLength(address)).toBeLessThanOrEqual(100);
    expect(lstatSync(path.dirname(address)).mode & 0o777).toBe(0o700);
    expect(controlAddress(`${folder}x`)).not.toBe(address);
    await obeying(async () => 0);
    expect(await sendOrder(folder, order('x'), listener())).toBe(0);
    rmSync(path.dirname(controlAddress(`${folder}x`)), { recursive: true });
    rmSync(path.dirname(address), { recursive: true });
    folder = path.dirname(folder);
  });

  it('is not made in a place that somebody else prepared', async () => {
    const long = path.join(folder, 'y'.repeat(120));
    const place = path.dirname(controlAddress(long));
    rmSync(place, { recursive: true });
    const trap = path.join(folder, 'trap');
    mkdirSync(trap);
    chmodSync(trap, 0o755);
    symlinkSync(trap, place);
    expect(() => controlAddress(long)).toThrow('made by somebody else');
    expect(lstatSync(trap).mode & 0o777).toBe(0o755);
    rmSync(place);
  });

  it('that cannot be made is told, and the server runs without', async () => {
    const problem = await new Promise<Error>((resolve) => {
      server = listenForOrders(
        { config: { folder: path.join(folder, 'nowhere') } } as Assembly,
        async () => 0,
        resolve,
      );
    });
    expect(problem.message).toContain('control.sock');
  });
});
