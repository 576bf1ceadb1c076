import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { addDays } from '#core/time/plain-date.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { decideComposition } from '../composition/commands.ts';
import { giveSeat } from '../seating/commands.ts';
import { seatingOf } from '../seats/queries.ts';
import { endGroup, joinGroup, leaveGroup, makeGroup } from './commands.ts';
import { groupKeepingRoutes } from './keeping/routes.ts';
import { workingGroupPaths, workingGroupsOf } from './queries.ts';
import { groupRoutes } from './routes.ts';
import { workingOn } from './rules.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}
const said = (made: Result<unknown>) =>
  made.ok ? 'ok' : (made.refusal.fields?.[0]?.message ?? made.refusal.message).key;
const db = (on: Stage) => on.house.database.db;
const come = (on: Stage, actor?: Actor) =>
  visitor(on, {
    routes: [...groupKeepingRoutes, ...groupRoutes],
    parts: { parts: [], doors: [] },
    langs,
    language: 'en',
    ...(actor ? { actor } : {}),
  });
const body = (on: Stage, key: string) =>
  loadNamedBody(asSystem(on), { key, kind: 'ngo', name: { en: `Body ${key}` }, source: 'm' });

/** Two seats, the first of them held. */
async function founded(on: Stage) {
  const from = addDays(on.today, -30);
  const decided = { number: 'protokol 1', decidedOn: from, from, reason: null, url: null, more: [], places: [] };
  await must(asSystem(on)(decideComposition, { ...decided, fresh: [{ name: { en: 'NGOs' }, seats: 2 }] }));
  const { seats } = await seatingOf(db(on), on.forum.id);
  await must(asSystem(on)(giveSeat, { seat: seats[0]!.id, body: await body(on, 'one'), from, to: null, source: 'm' }));
  return seats.map(({ id }) => id);
}
const asked = (on: Stage) => ({
  ...{
    name: { en: 'Terminals' },
    task: { en: 'List the places without a terminal' },
    decision: 'decision 8',
    url: null,
  },
  ...{ from: addDays(on.today, -10), to: null },
});

both('working groups', (scratch) => {
  it('are set up by a decision, joined by seats and experts from outside, led by one, ended by a decision', async () => {
    const on = await stage(scratch);
    const seats = await founded(on);
    const act = on.as(person(on.forum.id, 'secretary'));
    const { id: group, number } = await must(act(makeGroup, asked(on)));
    const from = addDays(on.today, -10);
    const seat = { group, who: { seat: seats[0]! }, leads: true, from };
    const { id: lead } = await must(act(joinGroup, seat));
    const outside = await body(on, 'university');
    const expert = { group, who: { body: outside, post: { en: 'Lecturer in statistics' } }, leads: true, from };
    expect(said(await act(joinGroup, expert))).toBe('forum.groups.wrong_lead');
    await must(act(joinGroup, { ...expert, leads: false }));
    expect(said(await act(joinGroup, { ...seat, leads: false }))).toBe('forum.groups.wrong_there');
    expect(said(await act(joinGroup, { ...seat, who: { seat: seats[1]! } }))).toBe('forum.groups.wrong_vacant');
    expect(said(await act(joinGroup, { ...seat, from: addDays(from, -1) }))).toBe('forum.wrong.too_early');
    const page = await come(on).get(`/members/groups/${number}`);
    for (const words of [
      'List the places',
      'Body one',
      'leads the group',
      'Lecturer in statistics',
      'expert from outside',
      'decision 8',
    ])
      expect(page.text).toContain(words);
    expect(page.text).not.toContain('Add a member');
    await must(act(leaveGroup, { member: lead, last: addDays(on.today, -1) }));
    await must(act(joinGroup, { ...seat, from: on.today }));
    const last = addDays(on.today, -5);
    await must(act(endGroup, { group, last, decision: 'decision 9' }));
    const [now] = await workingGroupsOf(db(on), on.forum.id);
    expect(workingOn(now!, last).map(({ leads }) => leads)).toEqual([true, false]);
    expect(workingOn(now!, on.today)).toEqual([]);
    expect(said(await act(endGroup, { group, last, decision: 'x' }))).toBe('forum.refused.ended_already');
    expect((await come(on).get('/members/groups')).text).toContain('There is no working group today');
    expect(await workingGroupPaths(db(on), on.forum.id)).toEqual(['/members/groups/1']);
    const kinds = (await on.entries()).map(({ kind }) => kind).filter((kind) => kind.startsWith('forum.group'));
    expect(kinds.map((kind) => kind.slice('forum.group_'.length))).toEqual([
      ...['made', 'joined', 'joined', 'left', 'joined', 'ended'],
    ]);
  });

  it('are kept by staff, by forms that keep what was typed', async () => {
    const on = await stage(scratch);
    expect(said(await asSystem(on)(makeGroup, asked(on)))).toBe('forum.groups.refused_no_seats');
    const seats = await founded(on);
    expect(said(await on.as(person(on.forum.id, 'member'))(makeGroup, asked(on)))).toBe('forum.denied.keep');
    const staff = come(on, person(on.forum.id, 'secretary'));
    const typed = { name_en: 'Terminals', task_en: 'List', decision: 'decision 8', from: '20.11.2026' };
    const kept = await staff.post('/members/groups', { ...typed, from: 'soon' });
    expect([kept.status, kept.text.includes('decision 8'), kept.text.includes('“soon” is no day')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await staff.post('/members/groups', typed)).status).toBe(303);
    const join = { seat: seats[0]!, from: '20.11.2026', leads: 'yes' };
    const [group] = await workingGroupsOf(db(on), on.forum.id);
    const here = `/members/groups/${group!.number}`;
    expect((await staff.post(`${here}/members`, { ...join, seat: '' })).status).toBe(422);
    expect((await staff.post(`${here}/members`, join)).status).toBe(303);
    const [joined] = await workingGroupsOf(db(on), on.forum.id);
    const leave = `${here}/members/${joined!.members[0]!.id}/closure`;
    expect((await staff.get(leave)).text).toContain('Works in it no more');
    expect((await staff.post(leave, { last: '22.11.2026' })).status).toBe(303);
    expect((await staff.post(`${here}/closure`, { last: '23.11.2026', decision: '' })).status).toBe(422);
    expect((await staff.post(`${here}/closure`, { last: '23.11.2026', decision: 'decision 9' })).status).toBe(303);
    expect((await come(on).get(`${here}/closure`)).status).not.toBe(200);
    expect((await come(on).get('/members/groups/7')).status).toBe(404);
  });
});
