import { hash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener, RequestError } from '@hono/node-server';
import { type CachedPage, type Encoding, encodingFor, PageCache, pack } from '#core/cache/page-cache.ts';
import { addDays, dayIn } from '#core/time/plain-date.ts';
import { lastWord, moved, plainText, type Ready, readyOf } from './answer.ts';
import { type Answered, application, type Fresh, type Needs } from './app.ts';
import { securityHeaders } from './headers.ts';
import type { Web } from './route.ts';

/** Pages kept in memory: about two thousand of them. */
const CACHE_BYTES = 48 * 1024 * 1024;

/** Milliseconds. A photo over a slow telephone takes minutes; headers never do. */
const LIMITS = { headersTimeout: 20_000, requestTimeout: 300_000, keepAliveTimeout: 10_000 } as const;

interface Site {
  readonly needs: Needs;
  readonly base: Readonly<Record<string, string>>;
  readonly usual: PageCache;
  /** Addresses that anybody can invent without end: they may push out each other, never the usual pages. */
  readonly invented: PageCache;
  /** By which people reach us; null: any of this machine. */
  readonly host: string | null;
}

/**
 * The server: the page cache stands in front of everything else, because what it answers costs no routing, no
 * database and no drawing. Only visitors without a cookie are answered from it. With nought bytes it keeps nothing:
 * so `npm run bench` measures what an answer costs.
 */
export function server(needs: Needs, secure: boolean, cacheBytes = CACHE_BYTES): Server {
  const site: Site = {
    needs,
    base: securityHeaders(secure),
    usual: new PageCache((cacheBytes * 3) / 4),
    invented: new PageCache(cacheBytes / 4),
    host: needs.origin ? new URL(needs.origin).host : null,
  };
  const app = application(
    needs,
    (answered, request) => respond(site, answered, request),
    (lang, reference) => send(lastWord(site.base, lang, reference)),
  );
  const listener = getRequestListener(app.fetch, {
    errorHandler: (problem) => {
      if (problem instanceof RequestError) return send(plainText(site.base, 'Bad request: address or host.\n'));
      throw problem;
    },
  });
  return createServer({ ...LIMITS, connectionsCheckingInterval: 5_000 }, (incoming, outgoing) => {
    if (!fromCache(site, incoming, outgoing)) void listener(incoming, outgoing);
  });
}

const THIS_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

function shelfOf(site: Site, host: string, address: string): PageCache {
  const usual = site.host === null ? THIS_MACHINE.test(host) : host === site.host;
  return usual && !address.includes('?') && !address.includes('%') ? site.usual : site.invented;
}

/** Kept under host and address: pages say absolute addresses, and a foreign `Host` must not reach other readers. */
const keyOf = (host: string, address: string): string => `${host} ${address}`;

function fromCache(site: Site, incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  const { method, headers, url: address = '/' } = incoming;
  const { revisions, clock } = site.needs.house;
  if ((method !== 'GET' && method !== 'HEAD') || headers.cookie !== undefined || !revisions.trusted) return false;
  const host = headers.host ?? '';
  const shelf = shelfOf(site, host, address);
  const page = shelf.fresh(keyOf(host, address), clock.now().getTime());
  if (!page) return false;
  if (isKnown(headers['if-none-match'], page.etag)) {
    outgoing.writeHead(304, unchanged(page.headers));
    outgoing.end();
    return true;
  }
  const { body, head } = shelf.packed(page, encodingFor(headers['accept-encoding']));
  outgoing.writeHead(page.status, head as string[]);
  // To HEAD node sends the headers alone.
  outgoing.end(body);
  return true;
}

/** Has the browser these bytes already (RFC 9110, 13.1.2)? */
const isKnown = (asked: string | null | undefined, etag: string): boolean =>
  asked === etag || (asked?.split(',').some((tag) => [etag, etag.slice(2), '*'].includes(tag.trim())) ?? false);

/** Headers of "you have it already": all but those of the body. */
const unchanged = ({ 'content-type': _, ...headers }: Readonly<Record<string, string>>): Record<string, string> =>
  headers;

/** Bytes and headers of an answer; keeps it when other visitors may have the same. */
function respond(site: Site, answered: Answered, request: Request): Response {
  const { answer, web, cookies } = answered;
  if (answer.kind === 'redirect') return send(moved(answer, site.base), cookies);
  const ready = readyOf(answer, site.base);
  const { headers } = ready;
  if (answered.allow) headers.allow = answered.allow;
  if (answered.retryAfter) headers['retry-after'] = String(answered.retryAfter);
  const fresh = web && isOurs(web.url, request) && site.needs.house.revisions.trusted ? answered.fresh : null;
  headers['cache-control'] = fresh ? 'no-cache' : 'private, no-store';
  headers.vary = 'Accept-Encoding, Cookie';
  // Not with a cookie: a proxy on the way would hand it to others.
  if (answer.kind === 'file' && answer.immutable && cookies.length === 0)
    headers['cache-control'] = 'public, max-age=31536000, immutable';
  if (web && fresh) {
    const page = keptPage(web, fresh, ready);
    const address = `${web.url.pathname}${web.url.search}`;
    shelfOf(site, web.url.host, address).keep(keyOf(web.url.host, address), page);
    headers.etag = page.etag;
    if (isKnown(request.headers.get('if-none-match'), page.etag))
      return send({ status: 304, headers: unchanged(headers), body: ready.body });
  }
  const encoding: Encoding = packs(headers['content-type'])
    ? encodingFor(request.headers.get('accept-encoding') ?? undefined)
    : 'identity';
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  return send({ ...ready, body: pack(ready.body, encoding, 'one') as Ready['body'] }, cookies);
}

/** A request may name one host in its first line and another in its header; then nobody else gets its answer. */
const isOurs = (url: URL, request: Request): boolean => request.headers.get('host') === url.host;

function send({ status, headers, body }: Ready, cookies: readonly string[] = []): Response {
  const sent = new Response(body.length === 0 || status === 304 ? null : body, {
    status,
    // As they are: an answer without cookies goes out without a `Headers` being built and read again.
    headers: cookies.length === 0 ? headers : new Headers(headers),
  });
  for (const cookie of cookies) sent.headers.append('set-cookie', cookie);
  return sent;
}

const packs = (type: string | undefined): boolean =>
  /^(text\/|application\/(json|problem\+json|atom\+xml|geo\+json|xml))/.test(type ?? '');

function keptPage(web: Web, fresh: Fresh, { status, headers, body }: Ready): CachedPage {
  // Weak: the same page is sent packed in several ways.
  const etag = `W/"${hash('sha256', body, 'base64url').slice(0, 22)}"`;
  return {
    freshness: web.freshness,
    freshnessNow: fresh.now,
    until: Math.min(endOfDay(web.forum.zone, web.now), fresh.until?.getTime() ?? Number.POSITIVE_INFINITY),
    etag,
    status,
    headers: { ...headers, etag },
    plain: body,
    packed: {},
  };
}

const ends = new Map<string, { readonly from: number; readonly to: number }>();

/** The first moment of the forum's next day; found once for all pages of the day. */
export function endOfDay(zone: string, now: Date): number {
  const from = now.getTime();
  const known = ends.get(zone);
  if (known && known.from <= from && from < known.to) return known.to;
  const to = nextDay(zone, now);
  ends.set(zone, { from, to });
  return to;
}

/** By halving: zones may shift by an hour within the day. */
function nextDay(zone: string, now: Date): number {
  const tomorrow = addDays(dayIn(zone, now), 1);
  let low = now.getTime();
  let high = low + 26 * 3_600_000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayIn(zone, new Date(middle)) < tomorrow) low = middle;
    else high = middle;
  }
  return high;
}
