import type { Result } from '#core/errors/result.ts';
import { type Answer, get, type Posted, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { bodiesOf } from '#modules/places/contract.ts';
import { type Filled, filled } from '#ui/filled.ts';
import { mayKeepSeats } from '../../access.ts';
import { again, formPage, stranger } from '../../routes.ts';
import { seatingOf } from '../../seats/queries.ts';
import { sittingsOn } from '../../seats/rules.ts';
import { endGroup, joinGroup, leaveGroup, makeGroup } from '../commands.ts';
import { readGroup, readGroupEnd, readJoining, readLeaving } from '../forms.ts';
import { GroupEndForm, GroupForm, JoinForm } from '../pages/group-forms.tsx';
import { asked, here, LIST, listCrumb, NONE } from '../routes.ts';
import type { Group } from '../schema.ts';

const crumbs = (web: Web, group: Group) => [
  listCrumb(web),
  { label: web.lang.pick(group.name), href: here(web, group) },
];

function groupForm(web: Web, of: Filled): Answer {
  const main = GroupForm({ of, languages: web.forum.languages, action: web.at(LIST), back: web.at(LIST) });
  return formPage(web, web.lang.t('forum.groups.make'), [listCrumb(web)], main, of);
}

async function joinForm(web: Web, group: Group, of: Filled): Promise<Answer> {
  const { db, forum, lang, today } = web;
  const bodies = (await bodiesOf(db, forum.id)).filter((body) => body.to === null && body.kind !== 'class');
  const nameOf = new Map(bodies.map((body) => [body.id as string, lang.pick(body.name)]));
  const main = JoinForm({
    ...{ of, over: lang.pick(group.name), back: here(web, group), action: `${here(web, group)}/members` },
    seats: sittingsOn(await seatingOf(db, forum.id), today).flatMap(({ seat, holding }) =>
      holding ? [{ value: seat.id as string, label: `${seat.number}: ${nameOf.get(holding.body) ?? '–'}` }] : [],
    ),
    bodies: [...nameOf].map(([value, label]) => ({ value, label })).sort((a, b) => lang.compare(a.label, b.label)),
  });
  return formPage(web, lang.t('forum.groups.join'), crumbs(web, group), main, of);
}

function endForm(web: Web, group: Group, of: Filled, member?: string): Answer {
  const what = member ? 'member' : 'group';
  const title = web.lang.t(member ? 'forum.groups.leave' : 'forum.groups.end');
  const action = `${here(web, group)}${member ? `/members/${member}` : ''}/closure`;
  const main = GroupEndForm({ of, what, over: web.lang.pick(group.name), back: here(web, group), action });
  return formPage(web, title, crumbs(web, group), main, of);
}

/** For keepers only: the group of the address, and the deed with its form again when it is refused. */
const kept = (go: (web: Web, group: Group) => Promise<Answer> | Answer) => async (web: Web) => {
  const no = stranger(web, mayKeepSeats(web.actor, web.forum));
  if (no) return no;
  const group = await asked(web);
  return group ? go(web, group) : NONE;
};

async function deed(
  web: Web,
  group: Group,
  done: string,
  perform: (posted: Posted) => Promise<Result<unknown>> | Result<unknown>,
  form: (of: Filled) => Promise<Answer> | Answer,
): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const made = await perform(posted.value);
  return made.ok ? redirect(`${here(web, group)}?done=${done}`) : again(web, posted.value, made, form);
}

const memberOf = (web: Web, group: Group) => group.members.find(({ id }) => id === web.params.member);

/** The deeds of keepers on working groups. Their fixed words come before `:group`. */
export const groupKeepingRoutes: readonly Route[] = [
  get(
    `${LIST}/new`,
    async (web) => stranger(web, mayKeepSeats(web.actor, web.forum)) ?? groupForm(web, filled(web.lang)),
  ),
  post(LIST, async (web) => {
    const no = stranger(web, mayKeepSeats(web.actor, web.forum));
    if (no) return no;
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const read = readGroup(posted.value);
    const made = read.ok ? await web.perform(makeGroup, read.value) : read;
    if (made.ok) return redirect(`${here(web, made.value)}?done=made`);
    return again(web, posted.value, made, (of) => groupForm(web, of));
  }),
  get(
    `${LIST}/:group/members/new`,
    kept((web, group) => joinForm(web, group, filled(web.lang, { from: web.today }))),
  ),
  post(
    `${LIST}/:group/members`,
    kept((web, group) =>
      deed(
        web,
        group,
        'joined',
        (posted) => {
          const read = readJoining(posted, group.id, web.lang.code);
          return read.ok ? web.perform(joinGroup, read.value) : read;
        },
        (of) => joinForm(web, group, of),
      ),
    ),
  ),
  get(
    `${LIST}/:group/members/:member/closure`,
    kept((web, group) => {
      const member = memberOf(web, group);
      return member ? endForm(web, group, filled(web.lang, { last: web.today }), member.id) : NONE;
    }),
  ),
  post(
    `${LIST}/:group/members/:member/closure`,
    kept((web, group) => {
      const member = memberOf(web, group);
      if (!member) return NONE;
      return deed(
        web,
        group,
        'left',
        (posted) => {
          const read = readLeaving(posted, member.id);
          return read.ok ? web.perform(leaveGroup, read.value) : read;
        },
        (of) => endForm(web, group, of, member.id),
      );
    }),
  ),
  get(
    `${LIST}/:group/closure`,
    kept((web, group) => endForm(web, group, filled(web.lang))),
  ),
  post(
    `${LIST}/:group/closure`,
    kept((web, group) =>
      deed(
        web,
        group,
        'ended',
        (posted) => {
          const read = readGroupEnd(posted, group.id);
          return read.ok ? web.perform(endGroup, read.value) : read;
        },
        (of) => endForm(web, group, of),
      ),
    ),
  ),
];
