import { createHash } from 'node:crypto';
import { type Actor, NOBODY } from '#core/actor.ts';
import type { Kept } from '#core/cache/kept.ts';
import { cookieIn } from '#core/cookies.ts';
import { withheldIn } from '#core/db/withholding-rows.ts';
import type { Forum } from '#core/forum.ts';
import { type House, perform } from '#core/house.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { type Sight, WHOLE } from '#core/opening/sight.ts';
import { dayIn } from '#core/time/plain-date.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import { deviceCookie, deviceIn, type Gate, tryEnter } from './gate.ts';
import { MOST_BYTES, MOST_BYTES_OF_STRANGERS, readPosted } from './posted.ts';
import type { Route, Web } from './route.ts';

/** What is known of a request before it is answered. */
export interface Known {
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly scope: Route['scope'];
  readonly lang: Lang;
  readonly forum: Forum;
  readonly requestId: string;
}

/** What every request is met with. */
interface Given {
  readonly house: House;
  readonly langs: Readonly<Record<LanguageCode, Lang>>;
  readonly origin: string | null;
  readonly gate?: Gate;
  /** What is withheld in each forum. */
  readonly withheld: Kept<WithheldThings>;
}

/** Cookies are Secure where the public address is https. */
export const isSecure = ({ origin }: Pick<Given, 'origin'>): boolean => origin?.startsWith('https:') ?? false;

/** One request as routes see it. The revision is read here: before the first query of whoever answers. */
export function makeWeb(given: Given, known: Known, actor: Actor = NOBODY, sight: Sight = WHOLE): Web {
  const { request, url, params, lang, forum, requestId } = known;
  const base = known.scope === 'forum' ? `/${lang.code}/${forum.slug}` : `/${lang.code}`;
  const now = given.house.clock.now();
  let posted: ReturnType<typeof readPosted> | undefined;
  // A route that needs two deeds is one sending: the first stands for both.
  let isSpent = false;
  const cookie = (name: string) => cookieIn(request.headers.get('cookie'), name);
  const { gate } = given;
  return {
    // The answer to HEAD is the one to GET, without its body.
    method: request.method === 'HEAD' ? 'GET' : request.method,
    url,
    params,
    lang,
    langOf: (code) => given.langs[code],
    forum,
    actor,
    sight,
    now,
    today: dayIn(forum.zone, now),
    db: given.house.database.db,
    requestId,
    freshness: freshnessOf(given, known)(),
    withheld: (id) =>
      given.withheld.of(id, `${id} ${forum.zone}`, () => withheldIn(given.house.database.db, { id, zone: forum.zone })),
    header: (name) => request.headers.get(name),
    cookie,
    posted: () => {
      posted ??= readPosted(request, actor.kind === 'nobody' ? MOST_BYTES_OF_STRANGERS : MOST_BYTES);
      return posted;
    },
    perform: async (command, input) => {
      const form = isSpent ? null : await sendingOf(url, posted);
      const done = await perform(given.house, { actor, forum, lang: lang.code, requestId, form }, command, input);
      isSpent ||= done.ok;
      return done;
    },
    tryEnter: async (account) =>
      gate ? tryEnter(gate, account, await deviceIn(gate, { cookie }, isSecure(given))) : null,
    deviceCookies: async (account) => (gate ? [await deviceCookie(gate, account, isSecure(given))] : []),
    origin: given.origin ?? url.origin,
    at: (path) => `${base}${path}`,
  };
}

/** Which sent form this is: the same content to another address is another. Null: not posted, or a form without an id. */
export async function sendingOf(url: URL, posted: ReturnType<Web['posted']> | undefined): Promise<string | null> {
  const read = await posted;
  if (!read?.ok || !read.value.sending) return null;
  return createHash('sha256').update(`${url.pathname}${url.search} ${read.value.sending}`).digest('hex');
}

/** What a page is as fresh as: one of a forum speaks of it and of reference rows, others may speak of every forum. */
export function freshnessOf({ house }: Given, { scope, forum }: Pick<Known, 'scope' | 'forum'>): () => number {
  const { revisions } = house;
  const { id } = forum;
  return scope === 'forum' ? () => revisions.freshness(id) : () => revisions.whole;
}
