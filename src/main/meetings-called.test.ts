import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { SYSTEM } from '#core/actor.ts';
import { perform } from '#core/house.ts';
import type { Web } from '#core/http/route.ts';
import { day } from '#core/time/plain-date.ts';
import { joinGroup, makeGroup } from '#modules/forum/groups/commands.ts';
import { writeItem } from '#modules/meetings/agenda/commands.ts';
import { attend, begin } from '#modules/meetings/attendance/commands.ts';
import { hallOf } from '#modules/meetings/attendance/queries.ts';
import { callMeeting, invite } from '#modules/meetings/calls/commands.ts';
import { meetingOf } from '#modules/meetings/calls/queries.ts';
import type { Call } from '#modules/meetings/calls/schema.ts';
import { composeMinutes } from '#modules/meetings/minutes/composing/queries.ts';
import { attendancePaper } from '#modules/meetings/papers/pages/hall.tsx';
import { bundleOf, speakersAt } from '#modules/meetings/papers/queries.ts';
import { pageTitles } from '#modules/meetings/paths/queries.ts';
import { meetingLines } from '#modules/meetings/waiting/queries.ts';
import { servedHouse } from './testing/whole-house.ts';

const house = servedHouse({ example: true });
const ROOM = 'https://example.org/otaq-7';
let run: Web['perform'];
let seats: readonly { readonly seat: string; readonly body: string; readonly number: number }[] = [];

const db = () => house.assembly.database.db;
const forum = () => house.assembly.forums.bySlug('durnasu')!;

beforeAll(async () => {
  const asked = { actor: SYSTEM, forum: forum(), lang: 'az', requestId: 'test' } as const;
  run = (command, input) => perform(house.assembly.house, asked, command, input);
  const found = await sql<(typeof seats)[number]>`select h.seat_id as seat, h.body_id as body, s.number
    from forum_holdings h join forum_seats s on s.forum_id = h.forum_id and s.id = h.seat_id
    where h.forum_id = ${forum().id} order by s.number`.execute(db());
  seats = found.rows;
});
async function must<T>(deed: ReturnType<typeof run>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value as T;
}
const callOf = (given: Partial<Call>): Call => ({
  ...{ kind: 'assembly', title: { az: 'Otaqda iclas' }, on: day('2026-11-23'), hour: '14:00', until: null },
  ...{ place: { az: 'Zal' }, placeId: null, link: ROOM, group: null, convener: 'coordinator', members: null },
  ...{ body: seats[0]!.body, language: 'az', urgent: false, reason: null, ...given },
});
async function called(given: Partial<Call>) {
  const made = await must<{ id: never; number: number }>(run(callMeeting, { call: callOf(given), invited: null }));
  await must(run(invite, { meeting: made.id }));
  return made;
}

test('the address of the online room is for its members and keepers, on no other way out', async () => {
  const { number } = await called({});
  const page = `/az/durnasu/meetings/${number}`;
  for (const role of ['coordinator', 'secretary', 'member'])
    expect([role, (await (await house.ask(page, await house.looking(role))).text()).includes(ROOM)]).toEqual([
      role,
      true,
    ]);
  for (const role of ['executor', 'evaluator'])
    expect([role, (await (await house.ask(page, await house.looking(role))).text()).includes(ROOM)]).toEqual([
      role,
      false,
    ]);
  // After a member looked too: what a stranger gets is not what was made for the member.
  const open = [
    page,
    `${page}.ics`,
    '/az/durnasu/meetings.ics',
    '/az/durnasu/meetings.json',
    '/az/durnasu/meetings.csv',
  ];
  for (const address of [...open, '/az/durnasu/meetings', `${page}/minutes`, `${page}/projector`])
    expect([address, (await house.stranger(address)).text.includes(ROOM)]).toEqual([address, false]);
});

test('a meeting of a working group calls its members, asks for no quorum, and names the group everywhere', async () => {
  const since = { from: day('2026-10-01'), to: null };
  const group = await must<{ id: never; number: number }>(
    run(makeGroup, {
      ...{ name: { az: 'Yollar üzrə qrup' }, task: { az: 'Yollara baxmaq' }, decision: '8', url: null, ...since },
    }),
  );
  const [one, two, other] = [seats[2]!, seats[7]!, seats[9]!];
  for (const { seat } of [one, two])
    await must(run(joinGroup, { group: group.id, who: { seat: seat as never }, leads: false, from: since.from }));
  const nobody = await run(callMeeting, {
    call: callOf({ kind: 'working_group', group: '01900000-0000-7000-8000-00000000cafe' }),
    invited: null,
  });
  expect(nobody.ok ? 'ok' : nobody.refusal.fields?.[0]).toMatchObject({
    ...{ field: 'group', message: { key: 'meetings.wrong.no_group' } },
  });

  const made = await called({ kind: 'working_group', group: group.id, title: { az: 'Yolların siyahısı' } });
  await must(run(begin, { meeting: made.id, item: null, hour: null }));
  const meeting = (await meetingOf(db(), forum().id, { id: made.id }))!;
  const hall = await hallOf(db(), forum().id, meeting);
  expect(hall.electorate.rows.map(({ number }) => number)).toEqual([one.number, two.number]);
  expect(hall.electorate.voters.reduce((n, { all }) => n + all, 0)).toBe(2);
  const stands = hall.electorate.rows.map(({ key }) => ({ key, way: 'hall' as const, carriedBy: null }));
  await must(run(attend, { meeting: made.id, from: null, rows: stands }));
  const minutes = await composeMinutes(db(), forum(), meeting);
  expect([minutes.quorum, minutes.group, minutes.breaches]).toEqual([null, { az: 'Yollar üzrə qrup' }, []]);

  const page = `/az/durnasu/meetings/${made.number}`;
  const all = ['/az/durnasu/meetings', page, `${page}.ics`, '/az/durnasu/meetings.csv', '/az/durnasu/meetings.json'];
  for (const address of all)
    expect([address, (await house.stranger(address)).text.includes('Yollar üzrə qrup')]).toEqual([address, true]);
  const text = (await house.stranger(page)).text;
  expect(text).toContain('İşçi qrupunun 2 üzvündən 2-i iştirak edir');

  // On the desk of its members only.
  const linesOf = (bodies: readonly string[]) =>
    meetingLines(db(), forum(), { lang: house.assembly.langs.az, today: day('2026-11-23'), keeps: false, bodies });
  const isCalled = async (bodies: readonly string[]) =>
    (await linesOf(bodies)).some(({ path }) => path === `/meetings/${made.number}`);
  expect([await isCalled([one.body]), await isCalled([other.body])]).toEqual([true, false]);
});

test('the attendance sheet names who speaks for each seat, for keepers, who leave a note of it', async () => {
  const { id, number } = await called({ link: null });
  const meeting = (await meetingOf(db(), forum().id, { id }))!;
  const { electorate } = await hallOf(db(), forum().id, meeting);
  const lang = house.assembly.langs.az;
  const { speakers, people } = await speakersAt({ db: db(), forum: forum(), lang }, meeting, electorate);
  expect([speakers.size, people.length > 0]).toEqual([electorate.rows.length, true]);
  const bundle = { ...(await bundleOf({ db: db(), forum: forum(), lang }, meeting)), address: 'http://localhost/' };
  const printed = (given: typeof speakers) =>
    JSON.stringify(attendancePaper(lang, forum(), { ...bundle, speakers: given }));
  const names = [...speakers.values()].flatMap(({ representative }) => representative ?? []);
  expect(names.filter((name) => !printed(speakers).includes(name))).toEqual([]);
  expect(names.filter((name) => printed(new Map()).includes(name))).toEqual([]);

  const looks = async () =>
    (
      await sql<{ person: string }>`select distinct person_id as person from core_readings
      where what = 'meetings.papers.reading'`.execute(db())
    ).rows.length;
  const sheet = `/az/durnasu/meetings/${number}/papers/attendance.pdf`;
  expect([(await house.stranger(sheet)).status, await looks()]).toEqual([401, 0]);
  expect([(await house.ask(sheet, await house.looking('member'))).status, await looks()]).toEqual([403, 0]);
  const answer = await house.ask(sheet, await house.looking('secretary'));
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(5_000);
  // Nobody's look at their own name is noted.
  expect(new Set(people).size - (await looks())).toBeLessThanOrEqual(1);
  expect(await looks()).toBeGreaterThan(0);
});

test('the record of 2017 leads nobody to meetings, ballots, decisions and documents that it does not have', async () => {
  const tabs = ['/meetings', '/ballots', '/decisions', '/documents'];
  const led = async (slug: string) => {
    const { text } = await house.stranger(`/az/${slug}/members`);
    return tabs.filter((path) => text.includes(`href="/az/${slug}${path}"`));
  };
  expect([await led('sabirabad-2017'), await led('durnasu')]).toEqual([[], tabs]);
});

test('news of meetings and decisions stand in feeds, drafts and addresses of rooms do not', async () => {
  const draft = await must<{ number: number }>(
    run(callMeeting, { call: callOf({ title: { az: 'Gizli qaralama' } }), invited: null }),
  );
  const known = await called({ title: { az: 'Açıq iclas' } });
  const { status, text } = await house.stranger('/az/durnasu/meetings.atom');
  const said = (number: number) => house.assembly.langs.az.t('meetings.news.called', { number, title: 'Açıq iclas' });
  expect([status, text.includes(said(known.number)), text.includes('Gizli qaralama'), text.includes(ROOM)]).toEqual([
    ...[200, true, false, false],
  ]);
  expect(draft.number).toBeLessThan(known.number);
  const decisions = (await house.stranger('/az/durnasu/decisions.atom')).text;
  expect(decisions).toContain('/az/durnasu/decisions/1');
});

test('a page that an item is about is named by its title', async () => {
  const { id, number } = await called({ title: { az: 'Başlıqlar' } });
  const about = ['/meetings/1', '/ballots/1', '/documents/rules', '/decisions/1'].map((path) => ({
    type: 'page',
    id: path,
  }));
  const item = { kind: 'decision', title: { az: 'Məsələ' }, words: null, seat: null, presenter: null, about };
  await must(run(writeItem, { meeting: id, item: null, ...item } as never));
  const titles = await pageTitles(
    db(),
    forum().id,
    house.assembly.langs.az,
    about.map((one) => one.id),
  );
  expect(titles.size).toBe(4);
  const { text } = await house.stranger(`/az/durnasu/meetings/${number}`);
  const plain = text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  expect([...titles.values()].filter((title) => !plain.includes(`: ${title}</a>`))).toEqual([]);
});
