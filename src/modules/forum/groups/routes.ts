import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { mayKeepSeats } from '../access.ts';
import { doneHere, membersCrumb } from '../routes.ts';
import { seatingOf } from '../seats/queries.ts';
import { sittingOn } from '../seats/rules.ts';
import { GroupPage } from './pages/group.tsx';
import { GroupsPage } from './pages/groups.tsx';
import { workingGroupsOf } from './queries.ts';
import type { Group } from './schema.ts';

export const LIST = '/members/groups';
/** The page of a group. */
export const here = (web: Web, { number }: Pick<Group, 'number'>): string => web.at(`${LIST}/${number}`);
export const listCrumb = (web: Web) => ({ label: web.lang.t('forum.groups.title'), href: web.at(LIST) });

async function list(web: Web): Promise<Answer> {
  const { db, forum, lang, today } = web;
  const main = GroupsPage({
    ...{ lang, today, at: (path) => web.at(path), shows: web.sight.shows },
    groups: await workingGroupsOf(db, forum.id),
    mayKeep: mayKeepSeats(web.actor, forum).may,
  });
  const title = lang.t('forum.groups.title');
  return page({
    title,
    description: lang.t('forum.groups.lede'),
    menu: 'decisions',
    crumbs: [membersCrumb(web)],
    main,
  });
}

async function show(web: Web, group: Group): Promise<Answer> {
  const { db, forum, lang, today } = web;
  const seating = await seatingOf(db, forum.id);
  const held = group.members.flatMap((one) => {
    const sitting = one.seat && sittingOn(seating, { id: one.seat }, one.from);
    return sitting ? [{ id: one.id, number: sitting.seat.number, body: sitting.holding?.body ?? '' }] : [];
  });
  const outside = group.members.flatMap(({ body }) => body ?? []);
  const bodies = await bodyNames(db, forum.id, [...outside, ...held.map(({ body }) => body)]);
  const main = GroupPage({
    ...{ lang, group, today, bodies, at: (path) => web.at(path), mayKeep: mayKeepSeats(web.actor, forum).may },
    seats: new Map(held.map(({ id, number, body }) => [id, { number, body: bodies.get(body) ?? {} }])),
    done: doneHere(web, ['made', 'joined', 'left', 'ended'], (done) => `forum.groups.done_${done}`),
  });
  const title = lang.pick(group.name);
  return page({
    ...{ title, description: lang.pick(group.task), menu: 'decisions', main },
    crumbs: [membersCrumb(web), listCrumb(web)],
  });
}

export const NONE = refused({ kind: 'not_found', message: message('forum.groups.refused_none') });

/** The group of the address. */
export async function asked(web: Web): Promise<Group | null> {
  const number = web.params.group ?? '';
  const groups = /^[1-9]\d{0,5}$/.test(number) ? await workingGroupsOf(web.db, web.forum.id) : [];
  return groups.find((one) => one.number === Number(number)) ?? null;
}

/** Working groups: the list, and each with who works in it. */
export const groupRoutes: readonly Route[] = [
  get(LIST, list),
  get(`${LIST}/:group`, async (web) => {
    const group = await asked(web);
    return group ? show(web, group) : NONE;
  }),
];
