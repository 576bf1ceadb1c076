import type { FieldError, Result } from '#core/errors/result.ts';
import {
  type Answer,
  get,
  type Page,
  type Posted,
  post,
  type Route,
  redirect,
  refused,
  type Web,
} from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { Reading } from '../../../forms.ts';
import { isPosted, postedBy } from '../../../keeping/routes.ts';
import { again, keeperPage } from '../../../routes.ts';
import { closeBody, reopenBody } from '../../commands.ts';
import { bodiesOf } from '../../queries.ts';
import type { Body } from '../../schema.ts';
import { BodyClosure, BodyReopening } from '../pages/body-closure.tsx';
import { bodyCrumbs, bodyOptions, bodyToKeep, findBodies } from '../routes.ts';

interface Deed {
  readonly path: 'closure' | 'reopening';
  readonly done: string;
  readonly page: (web: Web, body: Body, of: Filled, title: string) => Promise<Page['main']>;
  readonly act: (web: Web, body: Body, posted: Posted) => Promise<Result<unknown>>;
}

const closure: Deed = {
  path: 'closure',
  done: 'closed',
  page: async (web, body, of, title) => {
    const others = (await bodiesOf(web.db, web.forum.id)).filter((other) => other.id !== body.id);
    const back = web.at(`/bodies/${body.slug}`);
    return BodyClosure({ of, title, action: `${back}/closure`, back, bodies: bodyOptions(web, others) });
  },
  act: async (web, body, posted) => {
    const read = new Reading(posted);
    const day = read.neededDay('day') ?? web.today;
    const source = read.needed('source', message('places.refused.no_source'));
    const successor = read.one('successor', findBodies(web, await bodiesOf(web.db, web.forum.id)));
    const given = read.end({ body: body.id, day, source, successor });
    return given.ok ? web.perform(closeBody, given.value) : given;
  },
};

const reopening: Deed = {
  path: 'reopening',
  done: 'reopened',
  page: async (web, body, of, title) => {
    const back = web.at(`/bodies/${body.slug}`);
    return BodyReopening({ of, title, action: `${back}/reopening`, back });
  },
  act: (web, body, posted) => web.perform(reopenBody, { body: body.id, reason: posted.text('reason') }),
};

async function show(web: Web, deed: Deed, body: Body, of: Filled, status = 200): Promise<Answer> {
  const key = deed.path === 'closure' ? 'close' : 'reopen';
  const title = web.lang.t(`places.deed.${key}`, { name: web.lang.pick(body.name) });
  return keeperPage(title, bodyCrumbs(web, body), await deed.page(web, body, of, title), status);
}

const routesOf = (deed: Deed): readonly Route[] => [
  get(`/bodies/:slug/${deed.path}`, async (web) => {
    const body = await bodyToKeep(web);
    return body.ok ? show(web, deed, body.value, filled(web.lang)) : refused(body.refusal);
  }),
  post(`/bodies/:slug/${deed.path}`, async (web) => {
    const body = await bodyToKeep(web);
    if (!body.ok) return refused(body.refusal);
    const posted = await postedBy(web);
    if (!isPosted(posted)) return posted;
    const made = await deed.act(web, body.value, posted);
    if (made.ok) return redirect(`${web.at(`/bodies/${body.value.slug}`)}?done=${deed.done}`);
    const form = (errors: readonly FieldError[]) =>
      show(web, deed, body.value, filled(web.lang, keep(posted), errors), 422);
    return again(made, form);
  }),
];

/** Ending and reopening bodies. */
export const bodyDeedRoutes: readonly Route[] = [closure, reopening].flatMap(routesOf);
