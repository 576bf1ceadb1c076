import type { Route, Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Deed, deedRoutesOf } from '../../../deeds/routes.ts';
import { Reading } from '../../../forms.ts';
import { closeBody, reopenBody } from '../../commands.ts';
import { bodiesOf } from '../../queries.ts';
import type { Body } from '../../schema.ts';
import { BodyClosure, BodyReopening } from '../pages/body-closure.tsx';
import { bodyCrumbs, bodyOptions, bodyToKeep, findBodies } from '../routes.ts';

const named = (key: 'close' | 'reopen') => (web: Web, body: Body) =>
  web.lang.t(`places.deed.${key}`, { name: web.lang.pick(body.name) });

const closure: Deed<Body> = {
  path: 'closure',
  done: 'closed',
  title: named('close'),
  page: async (web, body, common) => {
    const others = (await bodiesOf(web.db, web.forum.id)).filter((other) => other.id !== body.id);
    return BodyClosure({ ...common, bodies: bodyOptions(web, others) });
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

const reopening: Deed<Body> = {
  path: 'reopening',
  done: 'reopened',
  title: named('reopen'),
  page: (_web, _body, common) => BodyReopening(common),
  act: (web, body, posted) => web.perform(reopenBody, { body: body.id, reason: posted.text('reason') }),
};

/** Ending and reopening bodies. */
export const bodyDeedRoutes: readonly Route[] = deedRoutesOf(
  { at: '/bodies', toKeep: bodyToKeep, crumbs: bodyCrumbs },
  [closure, reopening],
);
