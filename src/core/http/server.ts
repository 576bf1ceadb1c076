import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type CachedPage, type Encoding, encodingFor, PageCache, pack } from '#core/cache/page-cache.ts';
import { addDays, dayIn } from '#core/time/plain-date.ts';
import { type Answered, application, type Needs } from './app.ts';
import { FILE_POLICY, pagePolicy, securityHeaders } from './headers.ts';

/** Pages kept in memory: about two thousand of them. */
const CACHE_BYTES = 48 * 1024 * 1024;

/**
 * The server: the page cache stands in front of everything else, because what it answers costs no routing, no
 * database and no drawing. Only visitors without a cookie of ours are answered from it. With nought bytes it keeps
 * nothing: so `npm run bench` measures what an answer costs.
 */
export function server(needs: Needs, secure: boolean, cacheBytes = CACHE_BYTES): Server {
  const cache = new PageCache(cacheBytes);
  const base = securityHeaders(secure);
  const app = application(needs, (answered, request) => respond(needs, cache, base, answered, request));
  const listener = getRequestListener(app.fetch);
  const served = createServer((incoming, outgoing) => {
    if (!fromCache(needs, cache, incoming, outgoing)) void listener(incoming, outgoing);
  });
  served.requestTimeout = 120_000;
  served.headersTimeout = 20_000;
  served.keepAliveTimeout = 10_000;
  return served;
}

/** Kept under host and address: pages say absolute addresses, and a foreign `Host` must not reach other readers. */
const keyOf = (host: string | undefined, address: string): string => `${host ?? ''} ${address}`;

function fromCache(needs: Needs, cache: PageCache, incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  if (incoming.method !== 'GET' || incoming.headers.cookie || !needs.house.revisions.trusted) return false;
  const page = cache.fresh(keyOf(incoming.headers.host, incoming.url ?? '/'), needs.house.clock.now().getTime());
  if (!page) return false;
  if (incoming.headers['if-none-match'] === page.etag) {
    outgoing.writeHead(304, { etag: page.etag, ...page.headers, 'content-type': undefined });
    outgoing.end();
    return true;
  }
  const { body, head } = cache.packed(page, encodingFor(incoming.headers['accept-encoding']));
  outgoing.writeHead(page.status, head as string[]);
  outgoing.end(body);
  return true;
}

/** Bytes and headers of an answer; keeps it when other visitors may have the same. */
function respond(
  needs: Needs,
  cache: PageCache,
  base: Readonly<Record<string, string>>,
  answered: Answered,
  request: Request,
): Response {
  const { answer } = answered;
  const cookies = answered.cookies.map((cookie): [string, string] => ['set-cookie', cookie]);
  if (answer.kind === 'redirect') {
    const status = answer.permanent ? 301 : 303;
    const headers = new Headers([
      ...Object.entries(base),
      ['location', answer.to],
      ['cache-control', 'no-store'],
      ...cookies,
    ]);
    return new Response(null, { status, headers });
  }
  const { status, body, headers } = contentOf(answer, base);
  const keepable = answered.fresh !== null && answered.web !== null && needs.house.revisions.trusted;
  headers['cache-control'] = keepable ? 'no-cache' : 'private, no-store';
  headers.vary = 'Accept-Encoding, Cookie';
  if (answer.kind === 'file' && answer.immutable) headers['cache-control'] = 'public, max-age=31536000, immutable';
  if (keepable && answered.web) {
    const page = keptPage(needs, answered.web, answered.fresh?.until ?? null, status, headers, body);
    cache.keep(
      keyOf(request.headers.get('host') ?? undefined, `${answered.web.url.pathname}${answered.web.url.search}`),
      page,
    );
    headers.etag = page.etag;
    if (request.headers.get('if-none-match') === page.etag) return new Response(null, { status: 304, headers });
  }
  const encoding: Encoding = packs(headers['content-type'])
    ? encodingFor(request.headers.get('accept-encoding') ?? undefined)
    : 'identity';
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  const out = new Headers([...Object.entries(headers), ...cookies]);
  return new Response(new Uint8Array(pack(body, encoding)), { status, headers: out });
}

const packs = (type: string | undefined): boolean =>
  /^(text\/|application\/(json|problem\+json|atom\+xml|geo\+json|xml))/.test(type ?? '');

function contentOf(
  answer: Exclude<Answered['answer'], { kind: 'redirect' }>,
  base: Readonly<Record<string, string>>,
): { status: number; body: Buffer; headers: Record<string, string> } {
  if (answer.kind === 'html') {
    const headers = {
      ...base,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy(answer.drawn.styleHashes),
    };
    return { status: answer.status, body: Buffer.from(answer.drawn.html), headers };
  }
  const headers: Record<string, string> = {
    ...base,
    'content-type': answer.type,
    'content-security-policy': FILE_POLICY,
  };
  if (answer.name) {
    const plain = answer.name.replace(/[^\w.-]+/g, '_');
    headers['content-disposition'] =
      `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(answer.name)}`;
  }
  return { status: answer.status ?? 200, body: Buffer.from(answer.body as Uint8Array), headers };
}

function keptPage(
  needs: Needs,
  web: NonNullable<Answered['web']>,
  until: Date | null,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): CachedPage {
  const { revisions } = needs.house;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return {
    freshness: web.freshness,
    freshnessNow: () => revisions.freshness(web.forum.id),
    until: Math.min(endOfDay(web.forum.zone, web.now), until?.getTime() ?? Number.POSITIVE_INFINITY),
    etag,
    status,
    headers: { ...headers, etag },
    plain: body,
    packed: {},
  };
}

/** The first moment of the forum's next day, found by halving: zones may shift by an hour within the day. */
export function endOfDay(zone: string, now: Date): number {
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
