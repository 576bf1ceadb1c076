import type { ComponentChildren } from 'preact';
import type { Actor } from '#core/actor.ts';
import type { Command } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import type { Refusal, Result } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import type { Sight } from '#core/opening/sight.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';

/** The field in which a form says which showing of its page it comes from. */
export const FORM_ID = 'once';

/** One uploaded file, still doubted: its name and type are what the browser claims. */
export interface Upload {
  readonly field: string;
  readonly claimedName: string;
  readonly bytes: Uint8Array;
}

/** A posted form, capped in size: text fields (every value of a name) and files. */
export interface Posted {
  text(name: string): string;
  all(name: string): readonly string[];
  readonly names: readonly string[];
  files(name: string): readonly Upload[];
  /** SHA-256 (hex) over everything in it, for a form that carries an id of its own; the same form sent again has the same. */
  readonly sending?: string;
}

/** One request as a route sees it. */
export interface Web {
  readonly method: string;
  /** Path and query as asked, after the language and the forum were understood. */
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly lang: Lang;
  /** Somebody else's language: for words that the reader of this page passes on. */
  langOf(code: LanguageCode): Lang;
  readonly forum: Forum;
  readonly actor: Actor;
  /** What this reader sees of a forum that is not, or not wholly, public; the address itself was let in already. */
  readonly sight: Sight;
  readonly now: Date;
  readonly today: PlainDate;
  /** For queries only; changes go through `perform`. */
  readonly db: Db;
  readonly requestId: string;
  /** The revision read before the first query: what the finished page is as fresh as. */
  readonly freshness: number;
  /** What is withheld in a forum (by id) now, for pages; deeds ask the database. */
  withheld(forum: string): Promise<WithheldThings>;
  header(name: string): string | null;
  cookie(name: string): string | null;
  posted(): Promise<Result<Posted>>;
  perform<I, O>(command: Command<I, O>, input: I): Promise<Result<O>>;
  /**
   * Counts one try to enter an account, before its secret is looked at: a person's id, or what was typed where there is no
   * such person. Null: go on; else the "wait a little" to be answered.
   */
  tryEnter(account: string): Promise<Refusal | null>;
  /** `Set-Cookie` lines by which this device is known from now on as one that entered the account; not on a shared phone. */
  deviceCookies(account: string): Promise<readonly string[]>;
  /** Scheme and host for addresses that leave the page (feeds, calendars, print): never a foreign `Host` of a kept page. */
  readonly origin: string;
  /** Address of a page of this forum in this language: `web.at('/plans')` is "/az/sabirabad/plans". */
  at(path: string): string;
}

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** A page before the frame is drawn around it. */
export interface Page {
  readonly title: string;
  /** One sentence for search engines and share cards. */
  readonly description?: string;
  readonly crumbs?: readonly Crumb[];
  /** Which menu entry is current. */
  readonly menu?: string;
  readonly main: ComponentChildren;
  /** Same content for machines: `<link rel=alternate>`. */
  readonly alternates?: readonly { readonly type: string; readonly href: string; readonly title: string }[];
  /** Name of an optional script of `src/enhance/` that stands in this page; all others run none. */
  readonly script?: string;
  /** That script may send to us and read our answer; all others fetch nothing. */
  readonly connects?: true;
  /** That script loads the larger one of ours that it belongs to (`src/enhance/loaded/`). */
  readonly loads?: true;
  /** Print sheets and projector views go without menu. */
  readonly bare?: boolean;
  /** Query parameters that choose the same page in another language stay; null drops language links. */
  readonly noindex?: boolean;
  /** Holds a secret or what only this reader may see: kept by no cache on the way. */
  readonly secret?: boolean;
}

export type Answer =
  | {
      readonly kind: 'page';
      readonly page: Page;
      readonly status?: number;
      readonly validUntil?: Date;
      readonly cookies?: readonly string[];
    }
  | {
      readonly kind: 'redirect';
      readonly to: string;
      readonly cookies?: readonly string[];
      readonly permanent?: boolean;
    }
  | {
      readonly kind: 'file';
      readonly type: string;
      readonly body: string | Uint8Array;
      /** Given: the browser saves it under this name. */
      readonly name?: string;
      readonly status?: number;
      /** Made from the public record: kept like a page. */
      readonly cacheable?: boolean;
      /** Addressed by its content: browsers may keep it for ever. */
      readonly immutable?: boolean;
      /** A piece of our own program for phones: it runs, and may ask this site alone. */
      readonly program?: boolean;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export const page = (page: Page, status = 200): Answer => ({ kind: 'page', page, status });
export const redirect = (to: string): Answer => ({ kind: 'redirect', to });
export const refused = (refusal: Refusal): Answer => ({ kind: 'refused', refusal });

/**
 * One line of a module's URL table. `forum` paths stand below /{lang}/{forum}, `installation` paths below /{lang},
 * `root` paths at the top. `:name` takes one segment.
 */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly scope: 'forum' | 'installation' | 'root';
  readonly path: string;
  readonly handle: (web: Web) => Promise<Answer>;
}

type Handle = Route['handle'];
export const get = (path: string, handle: Handle): Route => ({ method: 'GET', scope: 'forum', path, handle });
export const post = (path: string, handle: Handle): Route => ({ method: 'POST', scope: 'forum', path, handle });
export const getTop = (path: string, handle: Handle): Route => ({ method: 'GET', scope: 'installation', path, handle });
export const postTop = (path: string, handle: Handle): Route => ({
  method: 'POST',
  scope: 'installation',
  path,
  handle,
});
export const getRoot = (path: string, handle: Handle): Route => ({ method: 'GET', scope: 'root', path, handle });
