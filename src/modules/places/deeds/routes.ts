import type { FieldError, Result } from '#core/errors/result.ts';
import { isChangedMeanwhile, SEEN } from '#core/errors/seen.ts';
import {
  type Answer,
  type Crumb,
  get,
  type Page,
  type Posted,
  post,
  type Route,
  redirect,
  refused,
  type Web,
} from '#core/http/route.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { isPosted, postedBy } from '../keeping/routes.ts';
import { again, keeperPage } from '../routes.ts';

/** What every page of a deed is given. */
interface Common {
  readonly of: Filled;
  readonly title: string;
  readonly action: string;
  readonly back: string;
}

/** One deed on a thing (a place, a body): its page, and what happens when the form comes. */
export interface Deed<T> {
  /** Below the thing: "closure". */
  readonly path: string;
  readonly title: (web: Web, thing: T) => string;
  readonly page: (web: Web, thing: T, common: Common) => Page['main'] | Promise<Page['main']>;
  readonly act: (web: Web, thing: T, posted: Posted) => Promise<Result<unknown>>;
  /** For `?done=` on the thing's page. */
  readonly done: string;
  /** What the form has seen, as its mark; left out: it overwrites nothing. */
  readonly seen?: (web: Web, thing: T) => Promise<string>;
  /** The form again where somebody else saved meanwhile, with what they saved. */
  readonly merged?: (web: Web, thing: T, posted: Posted) => Promise<Filled>;
}

/** Things of one kind: where they are, who may change the one in the address, the way back. */
interface Things<T> {
  readonly at: '/places' | '/bodies';
  readonly toKeep: (web: Web) => Promise<Result<T>>;
  readonly crumbs: (web: Web, thing: T) => readonly Crumb[];
}

/** The page of each deed below its thing, and where its form is sent. */
export const deedRoutesOf = <T extends { readonly slug: string }>(
  things: Things<T>,
  deeds: readonly Deed<T>[],
): readonly Route[] => deeds.flatMap((deed) => routesOf(things, deed));

function routesOf<T extends { readonly slug: string }>(things: Things<T>, deed: Deed<T>): readonly Route[] {
  const show = async (web: Web, thing: T, of: Filled, status = 200): Promise<Answer> => {
    const back = web.at(`${things.at}/${thing.slug}`);
    const title = deed.title(web, thing);
    const action = `${back}/${deed.path.replace(':population', web.params.population ?? '')}`;
    const main = await deed.page(web, thing, { of, title, action, back });
    return keeperPage(title, things.crumbs(web, thing), main, status);
  };
  return [
    get(`${things.at}/:slug/${deed.path}`, async (web) => {
      const thing = await things.toKeep(web);
      if (!thing.ok) return refused(thing.refusal);
      const seen = await deed.seen?.(web, thing.value);
      return show(web, thing.value, filled(web.lang, seen === undefined ? {} : { [SEEN]: seen }));
    }),
    post(`${things.at}/:slug/${deed.path}`, async (web) => {
      const thing = await things.toKeep(web);
      if (!thing.ok) return refused(thing.refusal);
      const posted = await postedBy(web);
      if (!isPosted(posted)) return posted;
      const made = await deed.act(web, thing.value, posted);
      if (made.ok) return redirect(`${web.at(`${things.at}/${thing.value.slug}`)}?done=${deed.done}`);
      if (deed.merged && isChangedMeanwhile(made.refusal))
        return show(web, thing.value, await deed.merged(web, thing.value, posted), 409);
      const form = (errors: readonly FieldError[]) =>
        show(web, thing.value, filled(web.lang, keep(posted), errors), 422);
      return again(made, form);
    }),
  ];
}
