import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '#core/actor.ts';
import { kinds } from '#core/db/testing/scratch.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { perform } from '#core/house.ts';
import type { Web } from '#core/http/route.ts';
import { day } from '#core/time/plain-date.ts';
import { type ServedHouse, servedHouse } from '../../../../main/testing/whole-house.ts';
import { electionFound } from '../../../../phone/desk/election/outcome.ts';
import { writeItem } from '../../agenda/commands.ts';
import { itemsOf } from '../../agenda/queries.ts';
import { attend, begin } from '../../attendance/commands.ts';
import { guestsOf, sessionOf } from '../../attendance/queries.ts';
import { callMeeting, invite } from '../../calls/commands.ts';
import { meetingsOf } from '../../calls/queries.ts';
import type { Call } from '../../calls/schema.ts';
import type { MeetingId } from '../../schema.ts';
import type { Delivery, Operation, Receipt, Snapshot, Step } from '../schema.ts';
import { walk } from '../steps/rules.ts';

let house: ServedHouse;
let secretary = '';
let run: Web['perform'];
const NOW = new Date('2026-11-23T09:00:00Z');
const id = () => uuidv7(NOW);

const db = () => house.assembly.database.db;
const forum = () => house.assembly.forums.bySlug('durnasu')!;
const count = async (table: string): Promise<number> =>
  Number((await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(db())).rows[0]!.n);

/** A meeting of today with two items, of which members know. */
async function called(): Promise<{ readonly meeting: MeetingId; readonly number: number }> {
  const body = (
    await sql<{ id: string }>`select body_id as id from forum_holdings where forum_id = ${forum().id} limit 1`.execute(
      db(),
    )
  ).rows[0]!.id;
  const call: Call = {
    ...{
      kind: 'assembly',
      title: { az: 'İclas' },
      on: day('2026-11-23'),
      hour: '14:00',
      until: null,
      place: { az: 'Zal' },
    },
    ...{
      placeId: null,
      link: null,
      group: null,
      convener: 'coordinator',
      members: null,
      body,
      language: 'az',
      urgent: false,
    },
    reason: null,
  };
  const made = await run(callMeeting, { call, invited: null });
  if (!made.ok) throw new Error(made.refusal.message.key);
  const meeting = (await meetingsOf(db(), forum().id)).find((one) => one.number === made.value.number)!.id;
  for (const az of ['Plan', 'Müxtəlif']) {
    const written = await run(writeItem, {
      ...{ meeting, item: null, kind: 'decision', title: { az }, words: null, seat: null, presenter: null, about: [] },
    } as never);
    if (!written.ok) throw new Error(JSON.stringify(written.refusal));
  }
  const out = await run(invite, { meeting });
  if (!out.ok) throw new Error(out.refusal.message.key);
  return { meeting, number: made.value.number };
}

interface Desk {
  readonly path: string;
  readonly id: string;
  readonly secret: string;
}
const newDesk = (number: number): Desk => ({
  ...{ path: `/az/durnasu/meetings/${number}/desk`, id: id(), secret: createHash('sha256').update(id()).digest('hex') },
});
const JSON_PLEASE = { accept: 'application/json' };
const take = ({ path, id: desk, secret }: Desk, cookie = secretary) =>
  house.send(path, { desk, secret }, cookie, JSON_PLEASE);

let minutes = 0;
const op = (step: Step): Operation => {
  minutes += 1;
  return { ...step, id: id(), at: new Date(NOW.getTime() + minutes * 60_000).toISOString() };
};
const deliver = (desk: Desk, operations: readonly Operation[], more: Partial<Delivery> = {}, cookie = '') => {
  const body: Delivery = { format: 1, id: id(), desk: desk.id, secret: desk.secret, operations, ...more };
  const form = new FormData();
  form.append('delivery', new Blob([JSON.stringify(body)]), 'delivery.json');
  return house.ask(`${desk.path}/delivery`, cookie, { method: 'POST', body: form, headers: JSON_PLEASE });
};

const GUEST = id();
/** A day in the hall without a vote. */
const dayOf = ({ seats, items }: Snapshot): readonly Operation[] => {
  const filled = seats.filter((seat) => seat.filled);
  const [first, second] = items;
  return [
    ...filled.slice(0, 15).map(({ key }): Step => ({ kind: 'presence', seat: key, way: 'hall', carriedBy: null })),
    { kind: 'guest', guest: GUEST, as: 'press', words: 'Durna qəzeti', n: 3 } as const,
    { kind: 'meeting_begun' } as const,
    { kind: 'item_begun', item: first!.id } as const,
    { kind: 'guest', guest: GUEST, as: 'press', words: 'Durna qəzeti', n: 2 } as const,
    { kind: 'recusal', item: first!.id, seat: filled[1]!.key, aside: true } as const,
    { kind: 'note', item: first!.id, words: 'Birinci qeyd' } as const,
    { kind: 'note', item: first!.id, words: 'İkinci qeyd' } as const,
    { kind: 'consensus', item: first!.id, words: 'Plan bəyənilsin' } as const,
    { kind: 'task', item: first!.id, words: 'Planı çap edin', owner: filled[0]!.key, due: day('2026-12-23') } as const,
    { kind: 'item_ended', item: first!.id } as const,
    { kind: 'presence', seat: filled[0]!.key, way: 'absent', carriedBy: null } as const,
    { kind: 'item_begun', item: second!.id } as const,
    { kind: 'item_ended', item: second!.id } as const,
    { kind: 'meeting_ended' } as const,
  ].map(op);
};

describe.each(kinds)('a meeting in the hall (%s)', (kind) => {
  const own = servedHouse({ example: true, kind });
  beforeAll(async () => {
    house = own;
    secretary = await house.looking('secretary');
    const { forums } = house.assembly;
    const asked = { actor: SYSTEM, forum: forums.bySlug('durnasu')!, lang: 'az', requestId: 'test' } as const;
    run = (command, input) => perform(house.assembly.house, asked, command, input);
  });

  test('is locked here until it comes back, and comes back once', async () => {
    const { meeting, number } = await called();
    const desk = newDesk(number);
    const taken = await take(desk);
    expect([taken.status, taken.headers.get('content-type')]).toEqual([200, 'application/json']);
    const snapshot = (await taken.json()) as Snapshot;
    expect(snapshot.items.map(({ title }) => title.az)).toEqual(['Plan', 'Müxtəlif']);
    expect(snapshot.seats.length).toBeGreaterThan(15);
    // The same desk whose answer was lost asks again; another one is told where the meeting is.
    expect(await (await take(desk)).json()).toEqual(snapshot);
    const other = await take(newDesk(number));
    expect([other.status, ((await other.json()) as { detail: string }).detail.includes('zaldadır')]).toEqual([
      409,
      true,
    ]);
    const locked = await run(begin, { meeting, item: null, hour: null });
    expect(locked.ok ? null : locked.refusal.message.key).toBe('meetings.desk.refused.out');
    const key = { meeting, item: snapshot.items[0]!.id };
    expect((await sessionOf(db(), forum(), key))?.meeting.out).toBe(true);

    const operations = dayOf(snapshot);
    const before = { decisions: await count('meetings_decisions'), entries: await count('core_entries') };
    // No session any more: the desk proves itself.
    const first = await deliver(desk, operations);
    expect(first.status).toBe(200);
    const receipt = (await first.json()) as Receipt;
    expect(receipt).toMatchObject({ operations: operations.length, decisions: [expect.any(Number)] });
    // The answer was lost: the same parcel, then the file by hand.
    expect(await (await deliver(desk, operations, { id: receipt.delivery })).json()).toEqual(receipt);
    expect(await (await deliver(desk, operations, { secret: null }, secretary)).json()).toEqual(receipt);
    expect(await count('meetings_decisions')).toBe(before.decisions + 1);
    expect(await count('core_entries')).toBe(before.entries + 1);
    const more = await deliver(desk, [...operations, op({ kind: 'note', item: snapshot.items[0]!.id, words: 'x' })]);
    expect(more.status).toBe(409);

    const session = (await sessionOf(db(), forum(), key))!;
    expect([session.meeting.out, session.meeting.state]).toEqual([false, 'ended']);
    expect(session.presence.filter(({ way }) => way === 'hall')).toHaveLength(15);
    expect(session.presence.filter(({ recused }) => recused)).toHaveLength(1);
    const later = (await sessionOf(db(), forum(), { meeting, item: snapshot.items[1]!.id }))!;
    expect(later.presence.filter(({ way }) => way === 'hall')).toHaveLength(14);
    const { rows } = await sql<{
      words: { az: string };
    }>`select words from meetings_notes where meeting_id = ${meeting}`.execute(db());
    expect(rows.map(({ words }) => words.az)).toEqual(['Birinci qeyd\n\nİkinci qeyd']);
    expect((await guestsOf(db(), forum().id, meeting)).map(({ id: _, ...guest }) => guest)).toEqual([
      { kind: 'press', words: 'Durna qəzeti', people: null, n: 2 },
    ]);
    const moments = await sql<{
      hour: string;
    }>`select hour from meetings_moments where meeting_id = ${meeting} and item_id is null order by id`.execute(db());
    expect(moments.rows.every(({ hour }) => /^\d\d:\d\d$/.test(hour))).toBe(true);
    const [entry] = (
      await sql<{ kind: string; touched: { type: string }[]; actor_role: string }>`
      select kind, touched, actor_role from core_entries order by id desc limit 1`.execute(db())
    ).rows;
    expect(entry).toMatchObject({ kind: 'meetings.brought_in' });
    expect(entry!.touched.map(({ type }) => type).sort()).toEqual(['decision', 'task']);
  });

  test('its votes become ballots that are closed, by the same law as on the desk', async () => {
    const { meeting, number } = await called();
    const desk = newDesk(number);
    const snapshot = (await (await take(desk)).json()) as Snapshot;
    const there = snapshot.seats.filter((seat) => seat.filled);
    const item = snapshot.items[0]!.id;
    const [open, secret] = [id(), id()];
    const slips = (yes: (n: number) => number) =>
      snapshot.constituencies.map(({ id: constituency }) => {
        const n = there.filter((seat) => seat.constituency === constituency).length;
        return { constituency, for: yes(n), against: n - yes(n), abstain: 0, spoilt: 0 };
      });
    const motion = { kind: 'motion', item, decision: 'ordinary' } as const;
    const operations = [
      ...there.map(({ key }): Step => ({ kind: 'presence', seat: key, way: 'hall', carriedBy: null })),
      { kind: 'meeting_begun' } as const,
      { kind: 'item_begun', item } as const,
      { ...motion, motion: open, words: 'Adlarla', counting: 'names', reason: null } as const,
      ...there.map(({ key }, i): Step => ({ kind: 'mark', motion: open, seat: key, mark: i < 3 ? 'against' : 'for' })),
      { kind: 'motion_ended', motion: open, chair: null } as const,
      { ...motion, motion: secret, words: 'Bülletenlə', counting: 'slips', reason: 'Üç üzv istədi' } as const,
      { kind: 'slips', motion: secret, counter: 1, counts: slips(() => 0) } as const,
      { kind: 'slips', motion: secret, counter: 2, counts: slips(() => 0) } as const,
      { kind: 'motion_ended', motion: secret, chair: null } as const,
      { kind: 'item_ended', item } as const,
      { kind: 'meeting_ended' } as const,
    ].map(op);
    const answer = await deliver(desk, operations);
    const receipt = (await answer.json()) as Receipt;
    expect([answer.status, receipt.ballots.length]).toEqual([200, 2]);
    const { rows } = await sql<{ words: { az: string }; secrecy: string; verdict: string; marks: number }>`
      select b.words, b.secrecy, c.result ->> 'verdict' as verdict,
        (select count(*)::int from ballots_outcomes o where o.ballot_id = b.id and o.outcome = 'for') as marks
      from ballots_ballots b join ballots_closures c on c.ballot_id = b.id
      where b.meeting_id = ${meeting} order by b.number`.execute(db());
    expect(rows).toEqual([
      { words: { az: 'Adlarla' }, secrecy: 'open', verdict: 'adopted', marks: there.length - 3 },
      { words: { az: 'Bülletenlə' }, secrecy: 'secret', verdict: 'rejected', marks: 0 },
    ]);
    const [entry] = (
      await sql<{ kind: string; touched: { type: string }[] }>`
        select kind, touched from core_entries order by id desc limit 1`.execute(db())
    ).rows;
    expect([entry!.kind, entry!.touched.map(({ type }) => type)]).toEqual([
      'meetings.brought_in',
      ['ballot', 'ballot'],
    ]);
    const ballots = await count('ballots_ballots');
    expect(await (await deliver(desk, operations)).json()).toEqual(receipt);
    expect(await count('ballots_ballots')).toBe(ballots);
  });

  test('an election by slips goes into its second round in the hall, and fills the office when it is brought back', async () => {
    const { meeting, number } = await called();
    const items = await itemsOf(db(), forum().id, meeting);
    const coordinator = await house.looking('coordinator');
    const at = `/az/durnasu/ballots/new?meeting=${meeting}&item=${items[0]!.id}`;
    const form = await (await house.ask(at, coordinator)).text();
    const stands = [...form.matchAll(/name="stands"[^>]*value="([^"]+)"/g)].map(([, value]) => value!).slice(0, 3);
    expect(stands).toHaveLength(3);
    const written = await house.send(
      '/az/durnasu/ballots',
      [
        ...Object.entries({
          ...{ kind: 'choice', decision: 'election', secrecy: 'secret', mode: 'hall', closes_hour: '18' },
          ...{ title_az: 'Həmsədr seçkisi', words_az: 'Həmsədr seçilsin', meeting, item: items[0]!.id },
          ...{ office: 'deputy', office_from: '' },
        }),
        ...stands.map((stand): [string, string] => ['stands', stand]),
      ],
      coordinator,
    );
    expect([written.status, await written.text()]).toEqual([303, '']);
    const desk = newDesk(number);
    const snapshot = (await (await take(desk)).json()) as Snapshot;
    const [election] = snapshot.elections!;
    expect(election).toMatchObject({ kind: 'choice', secrecy: 'secret', item: items[0]!.id });
    expect(election!.options).toHaveLength(3);

    const there = snapshot.seats.filter((seat) => seat.filled);
    const [first, second] = [id(), id()];
    const box = (place: string, counts: readonly number[]) =>
      counts.map((count, at) => ({ box: place, slip: counts.map((_, i) => (i === at ? 1 : 0)), count }));
    // Nobody has half: in every constituency the first ones are near each other, and the last one has the rest.
    const piles = (shares: (n: number) => readonly number[]) =>
      snapshot.constituencies.flatMap(({ id: constituency }) =>
        box(constituency, shares(there.filter((seat) => seat.constituency === constituency).length)),
      );
    const round = (name: string, again: boolean, options: readonly string[], counts: ReturnType<typeof piles>) =>
      [
        { kind: 'election', election: name, item: items[0]!.id, ballot: election!.id, again, options },
        { kind: 'piles', election: name, counter: 1, piles: counts },
        { kind: 'piles', election: name, counter: 2, piles: counts.toReversed() },
        { kind: 'election_ended', election: name, settled: [] },
      ] as const;
    const thirds = (n: number) => [Math.ceil((n - 1) / 2), Math.floor((n - 1) / 2), 1];
    const steps: readonly Step[] = [
      ...there.map(({ key }): Step => ({ kind: 'presence', seat: key, way: 'hall', carriedBy: null })),
      { kind: 'meeting_begun' },
      { kind: 'item_begun', item: items[0]!.id },
      ...round(first, false, ['1', '2', '3'], piles(thirds)),
      ...round(
        second,
        true,
        ['1', '2'],
        piles((n) => [n, 0]),
      ),
      { kind: 'item_ended', item: items[0]!.id },
      { kind: 'meeting_ended' },
    ];
    const operations = steps.map(op);
    // The desk found it by the same law before anything was sent.
    const { hall, refused } = walk(snapshot, operations);
    expect(refused).toBeNull();
    const onDesk = hall.items[0]!.elections.map(
      (held) => electionFound(snapshot, hall, held, election!, held.ended!.settled)!.result,
    );
    expect(onDesk.map(({ verdict, option }) => [verdict, option])).toEqual([
      ['second_round', null],
      ['elected', '1'],
    ]);

    const answer = await deliver(desk, operations);
    expect([answer.status, answer.ok ? '' : await answer.text()]).toEqual([200, '']);
    const { rows } = await sql<{ origin: string; again: boolean; result: unknown; effect: { done: boolean } | null }>`
      select b.origin, b.again_of is not null as again, c.result, c.effect from ballots_ballots b
      join ballots_closures c on c.forum_id = b.forum_id and c.ballot_id = b.id
      where b.meeting_id = ${meeting} order by b.number`.execute(db());
    expect(rows.map(({ origin, again, effect }) => [origin, again, effect])).toEqual([
      ['here', false, null],
      ['desk', true, { done: true }],
    ]);
    expect(rows.map(({ result }) => result)).toEqual(onDesk);
    const leads = await sql<{ n: number }>`
      select count(*)::int as n from forum_leads where forum_id = ${forum().id} and office = 'deputy' and url like '/ballots/%'`.execute(
      db(),
    );
    expect(leads.rows[0]!.n).toBe(1);
  });

  test('a next round that the law did not ask for is refused, and nothing of the delivery is half done', async () => {
    const { meeting, number } = await called();
    const items = await itemsOf(db(), forum().id, meeting);
    const coordinator = await house.looking('coordinator');
    const form = {
      ...{ kind: 'choice', decision: 'election', secrecy: 'open', mode: 'hall', closes_hour: '18' },
      ...{ title_az: 'Yer', words_az: 'Növbəti iclasın yeri', meeting, item: items[0]!.id },
      ...{ options_az: 'Durna\nArx', secrecy_reason_az: 'Üzvlər belə istədi' },
    };
    const written = await house.send('/az/durnasu/ballots', form, coordinator);
    expect(written.status).toBe(303);
    const desk = newDesk(number);
    const snapshot = (await (await take(desk)).json()) as Snapshot;
    const [election] = snapshot.elections!;
    const there = snapshot.seats.filter((seat) => seat.filled);
    const held = (name: string, again: boolean): readonly Step[] => [
      { kind: 'election', election: name, item: items[0]!.id, ballot: election!.id, again, options: ['1', '2'] },
      ...there.map(({ key }): Step => ({ kind: 'choice', election: name, seat: key, slip: [1, 0] })),
      { kind: 'election_ended', election: name, settled: [] },
    ];
    const begun: readonly Step[] = [
      ...there.map(({ key }): Step => ({ kind: 'presence', seat: key, way: 'hall', carriedBy: null })),
      { kind: 'meeting_begun' },
      { kind: 'item_begun', item: items[0]!.id },
      ...held(id(), false),
    ];
    const ended: readonly Step[] = [{ kind: 'item_ended', item: items[0]!.id }, { kind: 'meeting_ended' }];
    const first = begun.map(op);
    const extra = held(id(), true).map(op);
    const no = await deliver(desk, [...first, ...extra, ...ended.map(op)]);
    const said = (await no.json()) as { errors: { field: string }[] };
    expect([no.status, said.errors[0]!.field]).toEqual([409, extra.at(-1)!.id]);
    const yes = await deliver(desk, [...first, ...ended.map(op)]);
    expect(yes.status).toBe(200);
    const { rows } = await sql<{ verdict: string; voted: number }>`
      select c.result ->> 'verdict' as verdict, (c.result -> 'counts' -> 'marks' ->> 'voted')::int as voted
      from ballots_ballots b join ballots_closures c on c.ballot_id = b.id where b.meeting_id = ${meeting}`.execute(
      db(),
    );
    expect(rows).toEqual([{ verdict: 'elected', voted: there.length }]);
  });

  test('a step that cannot be is named, and nothing of the delivery is half done', async () => {
    const { meeting, number } = await called();
    const desk = newDesk(number);
    const snapshot = (await (await take(desk)).json()) as Snapshot;
    const good = dayOf(snapshot);
    const bad = op({ kind: 'item_begun', item: snapshot.items[0]!.id });
    const tables = ['meetings_attendances', 'meetings_decisions', 'meetings_tasks', 'meetings_moments', 'core_entries'];
    const before = await Promise.all(tables.map(count));
    const no = await deliver(desk, [...good.slice(0, -1), bad]);
    const said = (await no.json()) as { errors: { field: string; detail: string }[] };
    expect([no.status, said.errors[0]!.field]).toEqual([409, bad.id]);
    expect(await Promise.all(tables.map(count))).toEqual(before);
    const locked = await run(attend, { meeting, from: null, rows: [] as never });
    expect(locked.ok).toBe(false);
    expect((await deliver(desk, good)).status).toBe(200);
  });

  test('called back, what it delivers is refused and its file is brought in by hand', async () => {
    const { number } = await called();
    const desk = newDesk(number);
    const snapshot = (await (await take(desk)).json()) as Snapshot;
    const operations = dayOf(snapshot);
    const empty = await house.send(`${desk.path}/recall`, { desk: desk.id, reason: '' }, secretary);
    expect(empty.status).toBe(422);
    const back = await house.send(`${desk.path}/recall`, { desk: desk.id, reason: 'Noutbuk itdi' }, secretary);
    expect([back.status, back.headers.get('location')]).toEqual([303, `${desk.path}?done=recalled`]);
    const refused = await deliver(desk, operations);
    expect([refused.status, ((await refused.json()) as { detail: string }).detail.includes('geri çağırılıb')]).toEqual([
      410,
      true,
    ]);
    const page = await house.ask(desk.path, secretary);
    expect(await page.text()).toContain('Noutbuk itdi');
    const byHand = new FormData();
    const file: Delivery = { format: 1, id: id(), desk: desk.id, secret: null, operations };
    byHand.append('delivery', new Blob([JSON.stringify(file)]), 'ortaq.json');
    const form = { method: 'POST', body: byHand, headers: { accept: 'text/html' } };
    const brought = await house.ask(`${desk.path}/delivery`, secretary, form);
    expect([brought.status, brought.headers.get('location')]).toEqual([303, `${desk.path}?done=brought`]);
  });

  test('is given to its keepers only, and taken from its desk only', async () => {
    const { number } = await called();
    const desk = newDesk(number);
    expect((await take(desk, '')).status).toBe(401);
    expect((await take(desk, await house.looking('member'))).status).toBe(403);
    expect((await take({ ...desk, secret: 'x' })).status).toBe(422);
    const snapshot = (await (await take(desk)).json()) as Snapshot;
    const forged = await deliver({ ...desk, secret: 'f'.repeat(64) }, dayOf(snapshot));
    expect(forged.status).toBe(401);
    expect((await deliver({ ...desk, id: id() }, dayOf(snapshot))).status).toBe(401);
    const rubbish = await deliver(desk, [{ kind: 'presence' } as never]);
    expect(rubbish.status).toBe(422);
    const foreign = await house.ask(`${desk.path}/delivery`, '', {
      ...{ method: 'POST', body: new FormData(), headers: { ...JSON_PLEASE, origin: 'http://evil.example' } },
    });
    expect(foreign.status).toBe(403);
    expect(JSON.stringify(snapshot)).not.toContain(desk.secret);
  });
});
