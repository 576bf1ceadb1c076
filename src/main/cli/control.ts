import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Assembly } from '../assembly.ts';
import type { Exit, Voice } from './command.ts';

/** One command line on its way to the running server. */
export interface Order {
  readonly argv: readonly string[];
  /** Bytes of the named file, base64. */
  readonly file: { readonly name: string; readonly bytes: string } | null;
}

type Said = { readonly out: string } | { readonly err: string } | { readonly exit: Exit };

/** Longest address of a socket that every system takes, in bytes. */
const LONGEST = 100;

/**
 * Where the server of a data folder listens for the command line: in the folder itself, which only its owner may
 * enter, or (when that path is too long for a socket) in a folder of the same owner below the system's temporary one.
 * Throws when somebody else has put something in that place.
 */
export function controlAddress(folder: string): string {
  const inside = path.join(folder, 'control.sock');
  if (Buffer.byteLength(inside) <= LONGEST) return inside;
  const { uid } = os.userInfo();
  const word = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const outside = path.join(os.tmpdir(), `ortaq-${uid}-${word}`);
  mkdirSync(outside, { recursive: true, mode: 0o700 });
  const found = lstatSync(outside);
  if (!found.isDirectory() || (uid >= 0 && found.uid !== uid))
    throw new Error(`${outside} was made by somebody else. Take it away, or give the data folder a shorter path.`);
  chmodSync(outside, 0o700);
  return path.join(outside, 'control.sock');
}

type Obey = (order: Order, voice: Voice, assembly: Assembly) => Promise<Exit>;

/**
 * Takes orders while the server runs: the embedded database lets no second process in. Where the folder cannot hold
 * a socket the server runs without; `onTrouble` hears why.
 */
export function listenForOrders(
  assembly: Assembly,
  obey: Obey,
  onTrouble: (problem: Error) => void = () => {},
): Server {
  const address = controlAddress(assembly.config.folder);
  // The database's own lock says that no other server lives: a socket lying there is a dead one's.
  rmSync(address, { force: true });
  const server = createServer({ allowHalfOpen: true }, async (socket) => {
    const say = (said: Said): void => void socket.write(`${JSON.stringify(said)}\n`);
    socket.on('error', () => {});
    try {
      const order = JSON.parse(await text(socket)) as Order;
      const exit = await obey(order, { out: (out) => say({ out }), err: (err) => say({ err }) }, assembly);
      say({ exit });
    } catch (problem) {
      say({ err: `The server could not do this: ${problem instanceof Error ? problem.message : String(problem)}` });
      say({ exit: 1 });
    }
    socket.end();
  });
  server.on('error', onTrouble);
  server.listen(address, () => chmodSync(address, 0o600));
  return server;
}

/** Sends an order to the running server; null when none runs. */
export function sendOrder(folder: string, order: Order, voice: Voice): Promise<Exit | null> {
  return new Promise((resolve) => {
    const socket = connect(controlAddress(folder));
    let exit: Exit | null = null;
    let rest = '';
    let taken = false;
    // Nobody there, so nothing was done. Later it may have been: then it must not be done once more.
    socket.on('error', () => taken || resolve(null));
    socket.on('connect', () => {
      taken = true;
      socket.end(JSON.stringify(order));
    });
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      rest += chunk;
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const said = JSON.parse(line) as Said;
        if ('out' in said) voice.out(said.out);
        else if ('err' in said) voice.err(said.err);
        else exit = said.exit;
      }
    });
    socket.on('close', () => {
      if (taken && exit === null) voice.err('The server ended before it said how it went. Look, before you try again.');
      resolve(exit ?? 1);
    });
  });
}
