import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type Actor, NOBODY } from '#core/actor.ts';
import { Revisions } from '#core/cache/revisions.ts';
import type { Database } from '#core/db/database.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import type { Forums } from '#core/forums.ts';
import type { House } from '#core/house.ts';
import type { Knock, Needs } from '#core/http/app.ts';
import type { Page, Route, Web } from '#core/http/route.ts';
import { server } from '#core/http/server.ts';
import { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';

/** What a site of a test is made of; all but the routes has a default. */
export interface SiteGiven {
  readonly routes: readonly Route[];
  readonly forums?: readonly Forum[];
  readonly house?: Partial<House>;
  readonly origin?: string;
  readonly whoIs?: (knock: Knock) => Promise<Actor>;
  readonly draw?: Needs['draw'];
  readonly secure?: boolean;
  readonly cacheBytes?: number;
  readonly gate?: Needs['gate'];
  readonly trusted?: Needs['trusted'];
}

export interface Asking {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
}

/** One answer, unpacked. */
export interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A server over given routes, without modules and (unless a house is given) without a database. */
export interface Site {
  readonly port: number;
  /** "localhost:<port>", by which `ask` reaches it. */
  readonly host: string;
  readonly house: House;
  /** What the log was told. */
  readonly problems: { readonly requestId: string; readonly url: string; readonly error: unknown }[];
  now: Date;
  ask(path: string, asking?: Asking): Promise<Told>;
  /** Sends these bytes as they are; answers all that came back until the connection was closed. */
  say(bytes: string): Promise<string>;
  close(): Promise<void>;
}

export const aForum = (slug: string, given: Partial<Forum> = {}): Forum => ({
  id: `01900000-0000-7000-8000-${Buffer.from(slug).toString('hex').padEnd(12, '0').slice(0, 12)}`,
  slug,
  kind: 'living',
  name: { az: slug, en: slug, ru: slug },
  motto: {},
  country: 'AZ',
  languages: ['az', 'en', 'ru'],
  zone: 'Asia/Baku',
  motif: 1,
  demonstration: false,
  ...given,
});

const NATIONAL = aForum('national', { id: REFERENCE, kind: 'reference' });

const langOf = (code: LanguageCode): Lang =>
  new Lang(code, JSON.parse(readFileSync(new URL(`../../text/${code}.json`, import.meta.url), 'utf8')));
/** The three languages with core's own words. */
export const LANGS = { az: langOf('az'), en: langOf('en'), ru: langOf('ru') };

/** Forums as the program keeps them, without a database behind. */
function forumsOf(list: readonly Forum[]): Forums {
  const all = [NATIONAL, ...list];
  return {
    bySlug: (slug: string) => all.find((forum) => forum.slug === slug) ?? null,
    byId: (id: string) => all.find((forum) => forum.id === id) ?? null,
    reference: NATIONAL,
    all: list,
  } as unknown as Forums;
}

const plainDraw = (web: Web, page: Page) => ({
  html: `<!doctype html><html lang="${web.lang.code}"><title>${page.title}</title>${String(page.main)}</html>`,
  styleHashes: ["'sha256-abc='"],
});

/** Opens a site on a free port. */
export async function openSite(given: SiteGiven): Promise<Site> {
  const problems: Site['problems'] = [];
  const house: House = {
    database: {} as Database,
    clock: { now: () => site.now },
    revisions: new Revisions(),
    spendDeed: async () => true,
    keepForReceipt: async () => {},
    ...given.house,
  };
  const needs: Needs = {
    house,
    forums: forumsOf(given.forums ?? [aForum('guba')]),
    langs: LANGS,
    routes: given.routes,
    origin: given.origin ?? null,
    whoIs: given.whoIs ?? (async () => NOBODY),
    draw: given.draw ?? plainDraw,
    refusalPage: (web, refusal, reference) => ({
      title: refusal.kind,
      main: `${web.lang.say(refusal.message)} ${reference ?? ''}`,
    }),
    log: (problem) => problems.push(problem),
    ...(given.gate ? { gate: given.gate } : {}),
    ...(given.trusted ? { trusted: given.trusted } : {}),
  };
  const served = server(needs, given.secure ?? false, given.cacheBytes);
  served.listen(0, '127.0.0.1');
  await once(served, 'listening');
  const { port } = served.address() as { port: number };
  const host = `localhost:${port}`;
  const site: Site = {
    port,
    host,
    house,
    problems,
    now: new Date('2026-11-23T08:00:00Z'),
    ask: (path, asking) => ask(port, path, { ...asking, headers: { host, ...asking?.headers } }),
    say: (bytes) => say(port, bytes),
    close: async () => {
      served.close();
      served.closeAllConnections();
      await once(served, 'close');
    },
  };
  return site;
}

function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Asking): Promise<Told> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      const encoding = answer.headers['content-encoding'];
      const plain = encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes;
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: plain.toString('utf8') });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function say(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  return text(socket);
}

/** A form as browsers send it from one of our pages. */
export function posting(site: Site, fields: Readonly<Record<string, string>> | string, more: OutgoingHttpHeaders = {}) {
  return {
    method: 'POST',
    body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: `http://${site.host}`,
      ...more,
    },
  } satisfies Asking;
}
