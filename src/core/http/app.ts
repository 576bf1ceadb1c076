import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Actor } from '#core/actor.ts';
import { NOBODY } from '#core/actor.ts';
import { DatabaseBusy, DatabaseStopped } from '#core/db/failures.ts';
import { REFUSALS, type Refusal } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import type { Forums } from '#core/forums.ts';
import { type House, perform } from '#core/house.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { isLanguage, type LanguageCode } from '#core/i18n/texts.ts';
import { dayIn } from '#core/time/plain-date.ts';
import { wantedLanguage } from './language.ts';
import { comesFromUs } from './origin.ts';
import { readPosted } from './posted.ts';
import type { Answer, Page, Route, Web } from './route.ts';

/** What a request brings that may say who asks. */
export interface Knock {
  readonly now: Date;
  readonly forum: Forum;
  readonly language: LanguageCode;
  /** The `Cookie` header. */
  readonly cookies: string | null;
  /** The secret of a one-deed link, from the address. */
  readonly deed: string | null;
}

/** A drawn page: the whole document and the hashes of its style blocks. */
export interface Drawn {
  readonly html: string;
  readonly styleHashes: readonly string[];
}

/** What http needs from those who know more: who asks, and how a page looks. */
export interface Needs {
  readonly house: House;
  readonly forums: Forums;
  readonly langs: Readonly<Record<LanguageCode, Lang>>;
  readonly routes: readonly Route[];
  /** The one origin forms may come from; null: whatever address the browser reached us by. */
  readonly origin: string | null;
  readonly whoIs: (knock: Knock) => Promise<Actor>;
  readonly draw: (web: Web, page: Page) => Drawn;
  readonly refusalPage: (web: Web, refusal: Refusal, reference: string | null) => Page;
  readonly log: (problem: { requestId: string; url: string; error: unknown }) => void;
}

/** One answered request, before compression and headers: what the cache may keep is said by `fresh`. */
export interface Answered {
  readonly answer:
    | Exclude<Answer, { kind: 'refused' } | { kind: 'page' }>
    | { kind: 'html'; drawn: Drawn; status: number };
  readonly web: Web | null;
  /** Anonymous, whole and well: other visitors may get the same bytes until then (null: till the day ends). */
  readonly fresh: { readonly until: Date | null } | null;
  readonly cookies: readonly string[];
}

type Env = { Variables: { answered: Answered } };

/** The URL table as one hono application; `respond` turns an Answered into bytes. */
export function application(needs: Needs, respond: (answered: Answered, request: Request) => Response): Hono<Env> {
  const app = new Hono<Env>({ strict: true });
  for (const route of needs.routes) {
    const { pattern, suffixed } = patternOf(route);
    app.on(route.method, pattern, async (c) => {
      const params = trim(c.req.param() as Record<string, string>, suffixed);
      return respond(await answer(needs, c.req.raw, route, params), c.req.raw);
    });
  }
  app.notFound(async (c) => respond(await nothingHere(needs, c.req.raw), c.req.raw));
  return app;
}

/** In a group: hono anchors the pattern of a parameter, and a bare alternative would be found anywhere in the path. */
const PREFIX = {
  forum: '/:lang{(?:az|en|ru)}/:forum{[a-z0-9-]+}',
  installation: '/:lang{(?:az|en|ru)}',
  root: '',
} as const;

/** "/plans/:plan.csv" becomes "/plans/:plan{[^/]+\\.csv}"; the suffix is taken off again in the parameters. */
function patternOf(route: Route): { pattern: string; suffixed: ReadonlyMap<string, string> } {
  const suffixed = new Map<string, string>();
  const path = route.path.replace(/:([a-z]+)(\.[a-z]+)/g, (_all, name: string, suffix: string) => {
    suffixed.set(name, suffix);
    return `:${name}{[^/]+\\${suffix}}`;
  });
  return { pattern: `${PREFIX[route.scope]}${path}` || '/', suffixed };
}

function trim(params: Readonly<Record<string, string>>, suffixed: ReadonlyMap<string, string>): Record<string, string> {
  const trimmed: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    const suffix = suffixed.get(name);
    trimmed[name] = suffix && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value;
  }
  return trimmed;
}

async function answer(needs: Needs, request: Request, route: Route, params: Record<string, string>): Promise<Answered> {
  const requestId = randomUUID();
  const url = new URL(request.url);
  const lang = needs.langs[languageOf(params.lang, request)];
  const forum = route.scope === 'forum' ? needs.forums.bySlug(params.forum ?? '') : needs.forums.reference;
  const known = { request, url, params, scope: route.scope, lang, forum: forum ?? needs.forums.reference, requestId };
  let web = makeWeb(needs, { ...known, actor: NOBODY });
  try {
    if (!forum) return refusal(needs, web, { kind: 'not_found', message: { key: 'errors.unknown_forum' } });
    if (route.method === 'POST' && !comesFromUs(request.headers, needs.origin)) {
      return refusal(needs, web, { kind: 'forbidden', message: { key: 'errors.bad_origin' } });
    }
    const actor = await needs.whoIs({
      now: needs.house.clock.now(),
      forum,
      language: lang.code,
      cookies: request.headers.get('cookie'),
      deed: url.searchParams.get('deed'),
    });
    if (actor !== NOBODY) web = makeWeb(needs, { ...known, actor });
    return settle(needs, web, await route.handle(web));
  } catch (error) {
    needs.log({ requestId, url: withoutSecrets(url.pathname), error });
    if (error instanceof DatabaseBusy || error instanceof DatabaseStopped)
      return refusal(needs, web, { kind: 'not_available', message: { key: 'errors.busy' } });
    return refusal(needs, web, { kind: 'not_available', message: { key: 'errors.surprise' } }, requestId);
  }
}

/** Addresses that end in a secret are logged without it. */
const withoutSecrets = (path: string): string => path.replace(/\/(sign-in|deeds)\/[^/]+/, '/$1/…');

const languageOf = (asked: string | undefined, request: Request): LanguageCode =>
  asked && isLanguage(asked) ? asked : wantedLanguage(request.headers.get('accept-language'), 'az');

function settle(needs: Needs, web: Web, answer: Answer): Answered {
  if (answer.kind === 'refused') return refusal(needs, web, answer.refusal);
  if (answer.kind !== 'page') {
    const cookies = answer.kind === 'redirect' ? (answer.cookies ?? []) : [];
    const kept = answer.kind === 'file' && answer.cacheable && mayBeKept(web, answer.status ?? 200, cookies);
    return { answer, web, fresh: kept ? { until: null } : null, cookies };
  }
  const status = answer.status ?? 200;
  const cookies = answer.cookies ?? [];
  const fresh = !answer.page.secret && mayBeKept(web, status, cookies) ? { until: answer.validUntil ?? null } : null;
  return { answer: { kind: 'html', drawn: needs.draw(web, answer.page), status }, web, fresh, cookies };
}

const mayBeKept = (web: Web, status: number, cookies: readonly string[]): boolean =>
  web.method === 'GET' && web.actor.kind === 'nobody' && status === 200 && cookies.length === 0;

/** A "no": a page in plain words for a person, problem+json (RFC 9457) for a machine. */
function refusal(needs: Needs, web: Web, no: Refusal, reference: string | null = null): Answered {
  const status = reference ? 500 : REFUSALS[no.kind];
  if (wantsJson(web)) {
    const problem = {
      type: 'about:blank',
      title: web.lang.say({ key: `errors.title.${reference ? 'surprise' : no.kind}` }),
      status,
      detail: web.lang.say(no.message),
      ...(reference ? { instance: `urn:uuid:${reference}` } : {}),
      ...(no.fields ? { errors: no.fields.map((f) => ({ field: f.field, detail: web.lang.say(f.message) })) } : {}),
    };
    const body = JSON.stringify(problem);
    return { answer: { kind: 'file', type: 'application/problem+json', body, status }, web, fresh: null, cookies: [] };
  }
  const drawn = needs.draw(web, needs.refusalPage(web, no, reference));
  return { answer: { kind: 'html', drawn, status }, web, fresh: null, cookies: [] };
}

function wantsJson(web: Web): boolean {
  if (web.url.pathname.startsWith('/api/') || web.url.pathname.endsWith('.json')) return true;
  const accept = web.header('accept') ?? '';
  return accept.includes('json') && !accept.includes('html');
}

async function nothingHere(needs: Needs, request: Request): Promise<Answered> {
  const url = new URL(request.url);
  const [, first = '', second = ''] = url.pathname.split('/');
  // One trailing slash is a habit, not an error.
  if (url.pathname.length > 1 && url.pathname.endsWith('/') && request.method === 'GET') {
    const to = `/${url.pathname.replace(/^\/+|\/+$/g, '')}${url.search}`;
    return { answer: { kind: 'redirect', to, permanent: true }, web: null, fresh: null, cookies: [] };
  }
  const lang = needs.langs[languageOf(first, request)];
  const forum = needs.forums.bySlug(second) ?? needs.forums.reference;
  const requestId = randomUUID();
  const web = makeWeb(needs, {
    request,
    url,
    params: {},
    scope: 'installation',
    lang,
    forum,
    actor: NOBODY,
    requestId,
  });
  const key = isLanguage(first) || first === '' ? 'errors.not_found_page' : 'errors.wrong_language';
  return refusal(needs, web, { kind: 'not_found', message: { key } });
}

/** What is known of a request before it is answered. */
interface Known {
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly scope: Route['scope'];
  readonly lang: Lang;
  readonly forum: Forum;
  readonly actor: Actor;
  readonly requestId: string;
}

function makeWeb(needs: Needs, known: Known): Web {
  const { request, url, params, scope, lang, forum, actor, requestId } = known;
  const base = scope === 'forum' ? `/${lang.code}/${forum.slug}` : `/${lang.code}`;
  const now = needs.house.clock.now();
  let posted: ReturnType<typeof readPosted> | undefined;
  return {
    method: request.method,
    url,
    params,
    lang,
    forum,
    actor,
    now,
    today: dayIn(forum.zone, now),
    db: needs.house.database.db,
    requestId,
    freshness: needs.house.revisions.freshness(forum.id),
    header: (name) => request.headers.get(name),
    cookie: (name) => cookieIn(request.headers.get('cookie'), name),
    posted: () => {
      posted ??= readPosted(request);
      return posted;
    },
    perform: (command, input) => perform(needs.house, { actor, forum, lang: lang.code, requestId }, command, input),
    origin: needs.origin ?? url.origin,
    at: (path) => `${base}${path}`,
  };
}

function cookieIn(header: string | null, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, ...rest] = part.trim().split('=');
    if (key === name) return rest.join('=');
  }
  return null;
}
