import type { Actor } from '#core/actor.ts';
import { Revisions } from '#core/cache/revisions.ts';
import type { Stage } from '#core/db/testing/stage.ts';
import { Forums } from '#core/forums.ts';
import type { Answered, Knock } from '#core/http/app.ts';
import type { Gate } from '#core/http/gate.ts';
import type { Page, Route } from '#core/http/route.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { drawnApplication, ORIGIN } from './application.ts';

/** What somebody sees of one answer. */
export interface Seen {
  readonly status: number;
  /** The main part of a page, drawn. */
  readonly html: string;
  /** Where they are led; null: nowhere. */
  readonly to: string | null;
  readonly page: Page | null;
  /** `Set-Cookie` lines of the answer. */
  readonly cookies: readonly string[];
  readonly kept: boolean;
}

/** A browser that keeps its cookies, before the real URL table; who it is, is told from them as in the program. */
export interface Browser {
  get(path: string): Promise<Seen>;
  post(path: string, typed?: Readonly<Record<string, string>>): Promise<Seen>;
  /** By name; tests may plant and take. */
  readonly jar: Map<string, string>;
}

export interface BrowserAsked {
  readonly routes: readonly Route[];
  readonly langs: Readonly<Record<LanguageCode, Lang>>;
  readonly whoIs: (knock: Knock) => Promise<Actor>;
  /** How often something may be asked; left out: without end. */
  readonly gate?: Gate;
}

/** Opens a browser without any cookie. */
export async function openBrowser(on: Stage, { routes, langs, whoIs, gate }: BrowserAsked): Promise<Browser> {
  const [forums, jar] = [new Forums(), new Map<string, string>()];
  await forums.load(on.house.database.db, new Revisions());
  const app = drawnApplication({ house: on.house, forums, langs, routes, whoIs, ...(gate ? { gate } : {}) });
  const ask = async (path: string, init: RequestInit): Promise<Seen> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { origin: ORIGIN, 'user-agent': 'Firefox/130.0 Android', ...(cookie ? { cookie } : {}) };
    const { answered, page } = await app(path, { ...init, headers });
    for (const line of answered.cookies) keep(jar, line);
    return seenOf(answered, page);
  };
  return {
    jar,
    get: (path) => ask(path, { method: 'GET' }),
    post: (path, typed = {}) => ask(path, { method: 'POST', body: new URLSearchParams(typed) }),
  };
}

function keep(jar: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (value === '' || /Max-Age=0(;|$)/.test(line)) jar.delete(name);
  else jar.set(name, value);
}

function seenOf({ answer, cookies, fresh }: Answered, page: Page | null): Seen {
  const rest = { page, cookies, kept: fresh !== null };
  if (answer.kind === 'redirect') return { status: 303, html: '', to: answer.to, ...rest };
  if (answer.kind === 'html')
    return { status: answer.status, html: [answer.drawn.html].flat().join(''), to: null, ...rest };
  return { status: answer.status ?? 200, html: String(answer.body), to: null, ...rest };
}
