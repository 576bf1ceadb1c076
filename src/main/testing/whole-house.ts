import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Config } from '#core/config.ts';
import { askForDatabase } from '#core/db/testing/desk.ts';
import type { Kind } from '#core/db/testing/scratch.ts';
import { type Assembly, assemble, serve } from '../assembly.ts';
import { bringExample } from '../demonstration.ts';
import { printFirstLink } from '../first-link.ts';

/** The settings of a house on a folder: the day is a Monday in November 2026, nothing goes out. */
export const settings = (folder: string, more: Partial<Config> = {}): Config => ({
  ...{ port: 0, host: '127.0.0.1', folder, databaseUrl: null, smtpUrl: null, provider: null },
  ...{ publicUrl: 'http://localhost:3000', fixedOrigin: false, secure: false },
  startClockAt: new Date('2026-11-23T09:00:00Z'),
  ...more,
});

interface Asked {
  /** With the demonstration world. */
  readonly example?: true;
  /** The database inside the process unless told. */
  readonly kind?: Kind;
  readonly settings?: Partial<Config>;
}

/** The whole house of a file of tests, put together before the first of them and gone after the last. */
export interface WholeHouse {
  readonly assembly: Assembly;
}

export function wholeHouse(asked: Asked = {}): WholeHouse {
  let folder = '';
  let given: Awaited<ReturnType<typeof askForDatabase>> | null = null;
  let assembly: Assembly;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'ortaq-house-'));
    if (asked.kind === 'server') given = await askForDatabase(inject('databaseDesk'));
    assembly = await assemble(settings(folder, { databaseUrl: given?.url ?? null, ...asked.settings }));
    if (asked.example) await bringExample(assembly, 'az');
  }, 120_000);
  afterAll(async () => {
    await assembly.database.close();
    given?.giveBack();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get assembly() {
      return assembly;
    },
  };
}

export interface Answered {
  readonly status: number;
  readonly text: string;
}

type Fields = Readonly<Record<string, string>> | [name: string, value: string][];

/** The same at a port of this machine, for whoever comes by addresses and forms. */
export interface ServedHouse extends WholeHouse {
  readonly origin: string;
  /** One request from our own origin, with a `Cookie` header (empty unless told); redirects are not followed. */
  ask(address: string, cookie?: string, init?: RequestInit): Promise<Response>;
  /** Sends a form. */
  send(address: string, fields: Fields, cookie?: string, headers?: HeadersInit): Promise<Response>;
  /** A stranger brings no cookie header at all: so pages may be kept. */
  stranger(address: string): Promise<Answered>;
  /** Looks through the eyes of a role, as anybody may in the demonstration; the cookie. */
  looking(role: string): Promise<string>;
  /** The path of a fresh link for the first operator. */
  firstLink(): Promise<string>;
}

export function servedHouse(asked: Asked = {}): ServedHouse {
  const house = wholeHouse(asked);
  let served: Server;
  let origin = '';
  beforeAll(async () => {
    served = serve(house.assembly).listen(0, '127.0.0.1');
    await once(served, 'listening');
    origin = `http://localhost:${(served.address() as { port: number }).port}`;
  });
  // Hooks of the end run in the other order: the server is gone before its database.
  afterAll(() => {
    served.close();
    served.closeAllConnections();
  });
  const ask: ServedHouse['ask'] = (address, cookie = '', init = {}) =>
    fetch(`${origin}${address}`, { redirect: 'manual', ...init, headers: { origin, cookie, ...init.headers } });
  const send: ServedHouse['send'] = (address, fields, cookie = '', headers = {}) =>
    ask(address, cookie, { method: 'POST', body: new URLSearchParams(fields), headers });
  return {
    get assembly() {
      return house.assembly;
    },
    get origin() {
      return origin;
    },
    ask,
    send,
    stranger: async (address) => {
      const answer = await fetch(`${origin}${address}`, { redirect: 'manual' });
      return { status: answer.status, text: await answer.text() };
    },
    looking: async (role) => cookieOf(await send('/en/durnasu/demo/look', { role, back: '/en/durnasu' })),
    firstLink: async () => new URL((await printFirstLink(house.assembly, { again: true })) ?? '').pathname,
  };
}

/** The first cookie of an answer as a browser would send it back; "" where there is none. */
export const cookieOf = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
