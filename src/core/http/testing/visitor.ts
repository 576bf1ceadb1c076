import { type Actor, NOBODY } from '#core/actor.ts';
import { Revisions } from '#core/cache/revisions.ts';
import type { Stage } from '#core/db/testing/stage.ts';
import { Forums } from '#core/forums.ts';
import type { House } from '#core/house.ts';
import type { Answered, Knock } from '#core/http/app.ts';
import type { Page, Route } from '#core/http/route.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import type { Parts } from '#core/opening/sight.ts';
import { drawnApplication, ORIGIN } from './application.ts';

/** What a visitor sees of one answer. */
export interface Sight {
  readonly status: number;
  /** The main part of a page, drawn; the text of a file. */
  readonly text: string;
  readonly page: Page | null;
  /** Where the visitor is led. */
  readonly to: string | null;
  readonly type: string;
  /** Other visitors would get the same bytes from the cache. */
  readonly kept: boolean;
}

/** Values of a form by name; a file comes as File. */
export type Typed = Readonly<Record<string, string | File | readonly (string | File)[]>>;

export interface VisitorAsked {
  readonly routes: readonly Route[];
  readonly langs: Readonly<Record<LanguageCode, Lang>>;
  readonly language?: LanguageCode;
  /** Somebody who is signed in; nobody unless told. */
  readonly actor?: Actor;
  /** Who comes by the secret in `?deed=`. */
  readonly byDeed?: (knock: Knock) => Promise<Actor | null>;
  readonly house?: House;
  /** Slug of the forum whose pages are visited, where it is not the stage's. */
  readonly forum?: string;
  /** From where a browser says that its posts come. */
  readonly origin?: string;
  /** Kinds of pages that are opened one by one; left out: nothing is hidden from anybody. */
  readonly parts?: Parts;
}

/** A visitor without script before the real URL table: asks and sends, and sees status, words and where they are led. */
export function visitor(on: Stage, asked: VisitorAsked) {
  const { language = 'az', forum = on.forum.slug, origin = ORIGIN } = asked;
  const forums = new Forums();
  const app = drawnApplication({
    house: asked.house ?? on.house,
    forums,
    langs: asked.langs,
    routes: asked.routes,
    ...(asked.parts ? { parts: asked.parts } : {}),
    whoIs: async (knock) => (knock.deed ? await asked.byDeed?.(knock) : null) ?? asked.actor ?? NOBODY,
  });
  const ask = async (path: string, init: RequestInit): Promise<Sight> => {
    await forums.load(on.house.database.db, new Revisions());
    const { answered, page } = await app(/^\/(az|en|ru|files)\//.test(path) ? path : at(path), init);
    return sightOf(answered, page);
  };
  const at = (path: string): string => `/${language}/${forum}${path}`;
  return {
    get: (path: string) => ask(path, { method: 'GET' }),
    post: (path: string, typed: Typed) => ask(path, { method: 'POST', headers: { origin }, body: formOf(typed) }),
  };
}

function formOf(typed: Typed): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(typed))
    for (const value of [values].flat() as readonly (string | File)[])
      if (typeof value === 'string') form.append(name, value);
      else form.append(name, value);
  return form;
}

function sightOf(answered: Answered, page: Page | null): Sight {
  const { answer } = answered;
  const kept = answered.fresh !== null;
  if (answer.kind === 'redirect')
    return { status: answer.permanent ? 301 : 303, text: '', page: null, to: answer.to, type: '', kept };
  if (answer.kind === 'html')
    return {
      status: answer.status,
      text: [answer.drawn.html].flat().join(''),
      page,
      to: null,
      type: 'text/html',
      kept,
    };
  const text = typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body).toString('latin1');
  return { status: answer.status ?? 200, text, page: null, to: null, type: answer.type, kept };
}
