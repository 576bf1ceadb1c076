import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Actor } from '#core/actor.ts';
import { NOBODY } from '#core/actor.ts';
import { Kept } from '#core/cache/kept.ts';
import { DatabaseBusy, DatabaseStopped } from '#core/db/failures.ts';
import { opennessOf } from '#core/db/opening-rows.ts';
import { REFUSALS, type Refusal } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import type { Forums } from '#core/forums.ts';
import type { House } from '#core/house.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { isLanguage, type LanguageCode } from '#core/i18n/texts.ts';
import { clientOf, type Trusted } from '#core/limits/address.ts';
import type { Openness } from '#core/opening/openness.ts';
import { emptyParts } from '#core/opening/part.ts';
import { isInside, type Parts, refusalAt, type Sight, sightOf, WHOLE } from '#core/opening/sight.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import { saidOfLink } from './deed-address.ts';
import type { Drawn } from './drawn.ts';
import { deviceIn, type Gate, passGate } from './gate.ts';
import { wantedLanguage } from './language.ts';
import { isForMachine } from './machine.ts';
import { onceOnly } from './once.ts';
import { comesFromUs } from './origin.ts';
import { inOrder, patternOf, trimmed } from './patterns.ts';
import type { Answer, Page, Route, Web } from './route.ts';
import { freshnessOf, isSecure, type Known, makeWeb } from './web.ts';

/** What a request brings that may say who asks. */
export interface Knock {
  readonly now: Date;
  readonly forum: Forum;
  readonly language: LanguageCode;
  /** The `Cookie` header. */
  readonly cookies: string | null;
  /** The secret of a one-deed link, from the address. */
  readonly deed: string | null;
  /** Takes a `Set-Cookie` line that goes out with the answer, whatever the answer is. */
  readonly give: (cookie: string) => void;
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
  /** The kinds of pages that become public by deeds of their own; left out: nothing is kept back. */
  readonly parts?: Parts;
  readonly draw: (web: Web, page: Page) => Drawn;
  readonly refusalPage: (web: Web, refusal: Refusal, reference: string | null) => Page;
  readonly log: (problem: { requestId: string; url: string; error: unknown }) => void;
  /** How often something may be asked; left out: without end. */
  readonly gate?: Gate;
  /** Proxies that say for whom they ask; left out: nobody is believed. */
  readonly trusted?: Trusted;
}

/** With what every page asks of its forum. */
interface Asked extends Needs {
  readonly withheld: Kept<WithheldThings>;
  readonly openness: Kept<Openness>;
}

/** One answered request, before compression and headers: what the cache may keep is said by `fresh`. */
export interface Answered {
  readonly answer:
    | Exclude<Answer, { kind: 'refused' } | { kind: 'page' }>
    | { kind: 'html'; drawn: Drawn; status: number };
  readonly web: Web | null;
  /** Anonymous, whole and well: other visitors may get the same bytes. */
  readonly fresh: Fresh | null;
  readonly cookies: readonly string[];
  /** Methods that the address takes, where it was asked with another. */
  readonly allow?: string;
  /** Seconds to wait before it is asked again. */
  readonly retryAfter?: number;
}

export interface Fresh {
  /** Until then; null: till the day ends. */
  readonly until: Date | null;
  /** What the page's own freshness must still be equal to. */
  readonly now: () => number;
}

/**
 * The URL table as one hono application. `respond` turns what was answered into bytes; `failed` says the last word
 * when even that does not work.
 */
export function application(
  given: Needs,
  respond: (answered: Answered, request: Request) => Response,
  failed: (lang: Lang, reference: string) => Response = () => new Response(null, { status: 500 }),
): Hono {
  const { revisions } = given.house;
  const needs: Asked = { ...given, withheld: new Kept(revisions), openness: new Kept(revisions) };
  const app = new Hono({ strict: true });
  for (const route of inOrder(needs.routes)) {
    const { path, suffixes } = patternOf(route);
    app.on(route.method, path, async (c) => {
      const params = trimmed(c.req.param() as Record<string, string>, suffixes);
      const address = clientOf(
        socketOf(c.env),
        c.req.header('x-forwarded-for') ?? null,
        needs.trusted ?? (() => false),
      );
      return respond(await answer(needs, c.req.raw, route, params, address), c.req.raw);
    });
  }
  const methodsAt = (path: string): readonly string[] =>
    (['GET', 'POST'] as const).filter((method) => app.router.match(method, path)[0].length > 0);
  app.notFound(async (c) => respond(await nothingHere(needs, c.req.raw, methodsAt(c.req.path)), c.req.raw));
  app.onError((error, c) => {
    const reference = randomUUID();
    const { pathname } = new URL(c.req.url);
    needs.log({ requestId: reference, url: withoutSecrets(pathname), error });
    return failed(needs.langs[languageOf(pathname.split('/')[1], c.req.raw)], reference);
  });
  return app;
}

/** The address at the other end; a request that was made in this process has none. */
const socketOf = (env: unknown): string | undefined =>
  (env as Partial<HttpBindings> | undefined)?.incoming?.socket?.remoteAddress;

async function answer(
  needs: Asked,
  request: Request,
  route: Route,
  params: Record<string, string>,
  address: string,
): Promise<Answered> {
  const requestId = randomUUID();
  const url = new URL(request.url);
  const lang = needs.langs[languageOf(params.lang, request)];
  const forum = forumOf(needs, route.scope, params.forum ?? '');
  const { scope } = route;
  const known: Known = { request, url, params, scope, lang, forum: forum ?? needs.forums.reference, requestId };
  let web = makeWeb(needs, known);
  const given: string[] = [];
  try {
    if (!forum) return refusal(needs, web, { kind: 'not_found', message: { key: 'errors.unknown_forum' } });
    if (isUnspeakable(url, params)) return refusal(needs, web, NO_PAGE);
    if (route.method === 'POST' && !comesFromUs(request.headers, needs.origin)) {
      return refusal(needs, web, { kind: 'forbidden', message: { key: 'errors.bad_origin' } });
    }
    const actor = await needs.whoIs({
      now: needs.house.clock.now(),
      forum,
      language: lang.code,
      cookies: request.headers.get('cookie'),
      deed: url.searchParams.get('deed'),
      give: (cookie) => given.push(cookie),
    });
    const path = scope === 'forum' ? route.path : null;
    const sight = await sightFor(needs, known, actor, path);
    web = makeWeb(needs, known, sight.preview ? NOBODY : actor, sight);
    const no =
      (needs.gate && (await atGate(needs.gate, needs, web, route, address))) ??
      (needs.parts && refusalAt(sight, needs.parts, { path, forum, lang }));
    const answered = no
      ? refusal(needs, web, no)
      : settle(needs, known, web, await (route.method === 'POST' ? onceOnly(web, route) : route.handle(web)));
    // The route's own cookies come last: signing out outlasts a session that was renewed on the way.
    return given.length > 0 ? { ...answered, fresh: null, cookies: [...given, ...answered.cookies] } : answered;
  } catch (error) {
    needs.log({ requestId, url: withoutSecrets(url.pathname), error });
    const known = error instanceof DatabaseBusy ? 'errors.busy' : error instanceof DatabaseStopped && 'errors.away';
    if (known) return refusal(needs, web, { kind: 'not_available', message: { key: known } });
    return refusal(needs, web, { kind: 'not_available', message: { key: 'errors.surprise' } }, requestId);
  }
}

async function atGate(gate: Gate, needs: Asked, web: Web, route: Route, address: string): Promise<Refusal | null> {
  const { url, actor, forum } = web;
  const device = gate.isEntry(route) ? await deviceIn(gate, web, isSecure(needs)) : null;
  const headers = { get: web.header };
  return passGate(gate, { route, url, headers, actor, demonstration: forum.demonstration, address, device });
}

/**
 * What this reader may see. Staff may look as strangers would: `?as=visitor`. `path` is the route's own below the forum,
 * because an address can be spelt in many ways; null: a file.
 */
async function sightFor(
  { parts, house, openness }: Asked,
  known: Known,
  actor: Actor,
  path: string | null,
): Promise<Sight> {
  const { forum, scope, url } = known;
  if (!parts || scope === 'installation') return WHOLE;
  const inside = isInside(actor, forum);
  const preview = inside && actor.kind === 'person' && url.searchParams.get('as') === 'visitor';
  // Asked behind the revision and before the first query of the route: a kept page never outlives a deed that hides it.
  const open = await openness.of(forum.id, forum.id, () => opennessOf(house.database.db, forum));
  const empty = await emptyParts(house.database.db, forum, parts.parts);
  return sightOf(open, parts, { inside, preview, path }, empty);
}

/** By slug below a language; an address at the top may name one by id (a file), which says in whose roles to look. */
function forumOf({ forums }: Needs, scope: Route['scope'], named: string): Forum | null {
  if (scope === 'forum') return forums.bySlug(named);
  return (scope === 'root' ? forums.byId(named) : null) ?? forums.reference;
}

const NO_PAGE: Refusal = { kind: 'not_found', message: { key: 'errors.not_found_page' } };

/** Characters that stand in no name of ours and that the database does not take: NUL and other controls. */
const isUnspeakable = (url: URL, params: Readonly<Record<string, string>>): boolean =>
  url.search.includes('%00') || Object.values(params).some((value) => /\p{Cc}/u.test(value));

/** Addresses that end in a secret are logged without it. */
const withoutSecrets = (path: string): string => path.replace(/\/(sign-in|deeds|email)\/[^/]+/g, '/$1/…');

const languageOf = (asked: string | undefined, request: Request): LanguageCode =>
  asked && isLanguage(asked) ? asked : wantedLanguage(request.headers.get('accept-language'), 'az');

function settle(needs: Asked, known: Known, web: Web, answer: Answer): Answered {
  if (answer.kind === 'refused') return refusal(needs, web, answer.refusal);
  const now = freshnessOf(needs, known);
  if (answer.kind !== 'page') {
    const cookies = answer.kind === 'redirect' ? (answer.cookies ?? []) : [];
    const kept = answer.kind === 'file' && answer.cacheable && mayBeKept(web, answer.status ?? 200, cookies);
    return { answer, web, fresh: kept ? { until: null, now } : null, cookies };
  }
  const { status = 200, cookies = [] } = answer;
  // A page without a language in its address is in the language that the browser asked for.
  const kept = !answer.page.secret && known.scope !== 'root' && mayBeKept(web, status, cookies);
  const fresh = kept ? { until: answer.validUntil ?? null, now } : null;
  return { answer: { kind: 'html', drawn: needs.draw(web, answer.page), status }, web, fresh, cookies };
}

/** What a visitor brought along may show in the page, even where it says nothing of who they are. */
const mayBeKept = (web: Web, status: number, cookies: readonly string[]): boolean =>
  web.method === 'GET' &&
  web.actor.kind === 'nobody' &&
  status === 200 &&
  cookies.length === 0 &&
  web.header('cookie') === null &&
  !web.url.searchParams.has('deed');

/** A "no": a page in plain words for a person, problem+json (RFC 9457) for a machine. */
function refusal(needs: Asked, web: Web, refused: Refusal, reference: string | null = null): Answered {
  const no = saidOfLink(web, refused);
  const status = reference ? 500 : REFUSALS[no.kind];
  if (isForMachine(web)) {
    const problem = {
      type: 'about:blank',
      title: web.lang.say({ key: `errors.title.${reference ? 'surprise' : no.kind}` }),
      status,
      detail: web.lang.say(no.message),
      ...(reference ? { instance: `urn:uuid:${reference}` } : {}),
      ...(no.fields ? { errors: no.fields.map((f) => ({ field: f.field, detail: web.lang.say(f.message) })) } : {}),
    };
    const body = JSON.stringify(problem);
    const answer = { kind: 'file', type: 'application/problem+json', body, status } as const;
    return { answer, web, fresh: null, cookies: [], ...retryOf(no) };
  }
  const drawn = needs.draw(web, needs.refusalPage(web, no, reference));
  return { answer: { kind: 'html', drawn, status }, web, fresh: null, cookies: [], ...retryOf(no) };
}

const retryOf = ({ wait }: Refusal): { retryAfter?: number } => (wait === undefined ? {} : { retryAfter: wait });

async function nothingHere(needs: Asked, request: Request, methods: readonly string[]): Promise<Answered> {
  const url = new URL(request.url);
  const { pathname } = url;
  const [, first = '', second = ''] = pathname.split('/');
  // One trailing slash is a habit, not an error.
  if (pathname.length > 1 && pathname.endsWith('/') && (request.method === 'GET' || request.method === 'HEAD')) {
    const to = `/${pathname.split('/').filter(Boolean).join('/')}${url.search}`;
    return { answer: { kind: 'redirect', to, permanent: true }, web: null, fresh: null, cookies: [] };
  }
  const lang = needs.langs[languageOf(first, request)];
  const forum = needs.forums.bySlug(second) ?? needs.forums.reference;
  const requestId = randomUUID();
  const known: Known = { request, url, params: {}, scope: 'installation', lang, forum, requestId };
  // A forum in preparation says no more at an address that is none than at one that is.
  const sight = await sightFor(needs, { ...known, scope: 'forum' }, NOBODY, '');
  const web = makeWeb(needs, known, NOBODY, sight);
  const kept = needs.parts && refusalAt(sight, needs.parts, { path: '', forum, lang });
  if (kept) return refusal(needs, web, kept);
  if (methods.length > 0) {
    const message = { key: 'errors.bad_method', params: { method: request.method } };
    const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
    return { ...refusal(needs, web, { kind: 'bad_method', message }), allow };
  }
  const key = isLanguage(first) || first === '' ? 'errors.not_found_page' : 'errors.wrong_language';
  return refusal(needs, web, { kind: 'not_found', message: { key } });
}
