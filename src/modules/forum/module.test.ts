import { expect, it } from 'vitest';
import { type Actor, SYSTEM } from '#core/actor.ts';
import { writeLevel } from '#core/db/opening-rows.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { contextOf } from '#core/house.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { addDays, day } from '#core/time/plain-date.ts';
import { actingFor, derivedRoles, type IdentityNeeds } from '#modules/identity/contract.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../texts.gen.ts';
import { closeSeat, decideComposition } from './composition/commands.ts';
import {
  groupsOn,
  hasMandate,
  hasSeats,
  type SeatId,
  type Seating,
  seatingOf,
  seatsOn,
  sittingOn,
  sittingsOn,
  speaksFor,
} from './contract.ts';
import { forumModule } from './module.ts';
import { giveSeat, seatingCommands } from './seating/commands.ts';
import { namedIn } from './shown/queries.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const identity = {
  bodyOptions: async () => [],
  bodyNames: async () => new Map(),
  roles: () => [],
  deedKinds: () => [],
  forum: () => null,
  lang: (code) => langs[code],
} as Pick<IdentityNeeds, 'bodyOptions' | 'bodyNames' | 'roles' | 'deedKinds' | 'forum' | 'lang'> as IdentityNeeds;
const roles = derivedRoles(identity);
const module = forumModule({
  ...{ roles, mayStorePeople: async () => true, lang: (code) => langs[code], onVersion: async () => null },
});
const { endHolding, nameSpeaker, endMandate } = seatingCommands(roles);

const said = (made: Result<unknown>): string =>
  made.ok ? 'ok' : `${made.refusal.kind}: ${(made.refusal.fields?.[0]?.message ?? made.refusal.message).key}`;
function must<T>(made: Result<T>): T {
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}
const come = (on: Stage, actor?: Actor) =>
  visitor(on, {
    routes: module.routes,
    parts: { parts: [], doors: [] },
    langs,
    language: 'en',
    ...(actor ? { actor } : {}),
  });
const coordinator = (on: Stage): Actor => person(on.forum.id, 'coordinator');
const ASKED = (on: Stage) => ({ actor: SYSTEM, forum: on.forum, lang: 'en' as const, requestId: 'test' });
const db = (on: Stage) => on.house.database.db;
const seats = async (on: Stage): Promise<Seating> => seatingOf(db(on), on.forum.id);
const body = (on: Stage, key: string) =>
  loadNamedBody(asSystem(on), { key, kind: 'ngo', name: { az: `${key} adı`, en: `Body ${key}` }, source: 'm' });

/** A forum with two groups of two and one seat since 1 March. */
async function founded(on: Stage): Promise<void> {
  const groups = [
    { name: { az: 'QHT-lər', en: 'NGOs' }, seats: 2 },
    { name: { az: 'Bələdiyyələr', en: 'Municipalities' }, seats: 1 },
  ];
  must(
    await asSystem(on)(decideComposition, {
      ...{ number: 'protokol 1', decidedOn: day('2026-03-01'), from: day('2026-03-01'), reason: null, url: null },
      ...{ more: [], fresh: groups, places: [] },
    }),
  );
}

async function seated(on: Stage, number: number, key: string, from = '2026-03-01') {
  const { seats: all } = await seats(on);
  const organisation = await body(on, key);
  const seat = all.find((one) => one.number === number)!;
  const held = must(
    await asSystem(on)(giveSeat, { seat: seat.id, body: organisation, from: day(from), to: null, source: 'məktub 1' }),
  );
  return { seat, holding: held.id, body: organisation };
}

const facts = (name: string) => ({ facts: { name: { az: name }, language: 'az' as const, email: null, phone: null } });
const term = (from: string) => ({ from: day(from), to: null, source: 'məktub 14', office: null });

both('the seats of a forum', (scratch) => {
  it('come from decisions; an expansion changes no past day', async () => {
    const on = await stage(scratch);
    expect(await hasSeats(db(on), on.forum.id)).toBe(false);
    await founded(on);
    const [group] = (await seats(on)).constituencies;
    must(
      await on.as(coordinator(on))(decideComposition, {
        ...{
          number: 'qərar 3',
          decidedOn: day('2026-06-01'),
          from: day('2026-07-01'),
          reason: 'daha iki QHT',
          url: null,
        },
        ...{
          more: [{ constituency: group!.id, seats: 2 }],
          fresh: [{ name: { az: 'Gənclər' }, seats: 1 }],
          places: [],
        },
      }),
    );
    const all = await seats(on);
    const numbers = (on: string) => seatsOn(all, day(on)).map((seat) => seat.number);
    expect([numbers('2026-02-28'), numbers('2026-06-30'), numbers('2026-07-01')]).toEqual([
      ...[[], [1, 2, 3], [1, 2, 3, 4, 5, 6]],
    ]);
    expect(all.compositions.map((one) => one.kind)).toEqual(['founding', 'expansion']);
    const voters: readonly SeatId[] = sittingsOn(all, on.today).map(({ seat }) => seat.id);
    expect(new Set(voters).size).toBe(6);
    expect(groupsOn(all, on.today).map(({ sittings }) => sittings.length)).toEqual([4, 1, 1]);
    const page = await come(on).get('/members?day=2026-06-30');
    expect(page.text).toContain('The members on 30 June 2026');
    expect(page.text).not.toContain('Gənclər');
    expect((await come(on).get('/members')).text).toContain('Gənclər');
    expect((await come(on).get('/members/decisions')).text).toContain('qərar 3');
    expect((await on.entries()).at(-1)).toMatchObject({
      kind: 'forum.composition_decided',
      params: { number: 'qərar 3', seats: 3 },
    });
  });

  it('are decided by staff only, with days that make sense', async () => {
    const on = await stage(scratch);
    const asked = {
      ...{ number: 'q', decidedOn: day('2026-03-01'), from: day('2026-03-01'), reason: null, url: null },
      ...{ more: [], fresh: [{ name: { az: 'QHT' }, seats: 2 }], places: [] as string[] },
    };
    for (const role of ['member', 'moderator'])
      expect(said(await on.as(person(on.forum.id, role))(decideComposition, asked))).toBe(
        'forbidden: forum.denied.keep',
      );
    const staff = on.as(person(on.forum.id, 'secretary'));
    const wrong = async (change: Partial<typeof asked>) =>
      said(await staff(decideComposition, { ...asked, ...change }));
    expect(await wrong({ decidedOn: addDays(on.today, 1), from: addDays(on.today, 1) })).toBe(
      'bad_input: forum.wrong.decided_later',
    );
    expect(await wrong({ from: day('2026-02-01') })).toBe('bad_input: forum.wrong.from_before_decided');
    expect(await wrong({ fresh: [] })).toBe('bad_input: forum.wrong.nothing_decided');
    expect(await wrong({})).toBe('ok');
    expect(await wrong({ decidedOn: day('2026-02-01'), from: day('2026-02-01') })).toBe(
      'bad_input: forum.wrong.before_founding',
    );
    expect(await wrong({ places: ['01900000-0000-7000-8000-0000000000ff'] })).toBe('bad_input: forum.wrong.no_place');
  });

  it('are held by one organisation at a time, and are vacant in between', async () => {
    const on = await stage(scratch);
    await founded(on);
    const { seat, holding } = await seated(on, 1, 'a');
    const other = await body(on, 'b');
    const next = { seat: seat.id, body: other, to: null, source: 'məktub 2' };
    expect(said(await asSystem(on)(giveSeat, { ...next, from: day('2026-05-01') }))).toBe(
      'bad_input: forum.wrong.seat_held',
    );
    const end = { holding, reason: 'ləğv olunub' };
    expect(said(await asSystem(on)(endHolding, { ...end, last: day('2026-02-01') }))).toBe(
      'bad_input: forum.wrong.end_before',
    );
    must(await asSystem(on)(endHolding, { ...end, last: day('2026-05-31') }));
    expect(said(await asSystem(on)(endHolding, { ...end, last: day('2026-05-30') }))).toBe(
      'conflict: forum.refused.ended_already',
    );
    const now = await come(on).get('/members/1');
    expect(now.text).toContain('Vacant since 1 June 2026.');
    expect(now.text).toContain('entered afterwards, on 23 Nov 2026');
    must(await asSystem(on)(giveSeat, { ...next, from: day('2026-08-01') }));
    const all = await seats(on);
    const sits = (on: string): string => sittingOn(all, seat, day(on))?.holding?.body ?? 'vacant';
    const [before] = all.holdings;
    expect([sits('2026-05-31'), sits('2026-06-01'), sits('2026-08-01')]).toEqual([before!.body, 'vacant', other]);
    const json = JSON.parse((await come(on).get('/members.json?day=2026-06-15')).text);
    expect(json.groups[0].seats[0]).toMatchObject({ number: 1, organisation: null, vacant_since: '2026-06-01' });
    expect((await come(on).get('/members.csv')).text).toContain('1,NGOs,2026-03-01,Body b');
  });

  it('are given up by a decision: who held and spoke does so no longer than the seat stands', async () => {
    const on = await stage(scratch);
    await founded(on);
    const { seat, holding, body: organisation } = await seated(on, 3, 'm');
    const who = facts('Rauf');
    const named = must(
      await on.as(coordinator(on))(nameSpeaker, { holding, kind: 'representative', who, ...term('2026-03-01') }),
    );
    const close = { seat: seat.id, last: addDays(on.today, -1), decision: 'qərar 9', reason: 'bələdiyyələr birləşib' };
    must(await on.as(coordinator(on))(closeSeat(roles), close));
    expect(said(await on.as(coordinator(on))(closeSeat(roles), close))).toBe('conflict: forum.refused.ended_already');
    expect(speaksFor(await seats(on), named.person!, seat, on.today)).toBeNull();
    expect(seatsOn(await seats(on), on.today).map((one) => one.number)).toEqual([1, 2]);
    const acting = { forum: on.forum.id, body: organisation, today: on.today, role: 'member' };
    expect(await actingFor(db(on), acting)).toEqual([]);
    const staged = await come(on).get('/members/3');
    expect(staged.text).toContain('Its last day was 22 November 2026.');
  });
});

both('who speaks for a member', (scratch) => {
  it('may act for it as long as the mandate counts: the role follows, in the same deed', async () => {
    const on = await stage(scratch);
    await founded(on);
    const { seat, holding, body: organisation } = await seated(on, 1, 'a');
    const deed = on.as(coordinator(on));
    const named = must(
      await deed(nameSpeaker, { holding, kind: 'representative', who: facts('Aynur'), ...term('2026-04-01') }),
    );
    const acting = async (role: string, today = on.today) =>
      (await actingFor(db(on), { forum: on.forum.id, body: organisation, today, role })).map((one) => one.id);
    expect(await acting('member')).toEqual([named.person]);
    const { mandates } = await seats(on);
    expect(await hasMandate(db(on), on.forum.id, mandates[0]!.role!)).toBe(true);
    const end = { mandate: named.id, last: addDays(on.today, 5), reason: 'replaced' as const };
    must(await deed(endMandate, end));
    expect([await acting('member'), await acting('member', addDays(on.today, 6))]).toEqual([[named.person], []]);
    const all = await seats(on);
    const may = (plus: number) => speaksFor(all, named.person!, seat, addDays(on.today, plus));
    expect([may(0), may(5), may(6)]).toEqual(['representative', 'representative', null]);
    expect(said(await deed(endMandate, end))).toBe('conflict: forum.refused.ended_already');
    expect(await hasMandate(db(on), on.forum.id, mandates[0]!.role!)).toBe(false);
  });

  it('is taken back as a mistake with everything that followed from it', async () => {
    const on = await stage(scratch);
    await founded(on);
    const { holding, body: organisation } = await seated(on, 1, 'a');
    const named = must(
      await on.as(coordinator(on))(nameSpeaker, {
        ...{ holding, kind: 'alternate', who: facts('Bahar'), ...term('2026-04-01') },
      }),
    );
    must(await asSystem(on)(endHolding, { holding, last: null, reason: 'başqa yer idi' }));
    const acting = { forum: on.forum.id, body: organisation, today: on.today, role: 'alternate' };
    expect(await actingFor(db(on), acting)).toEqual([]);
    const page = await come(on).get('/members/1');
    expect(page.text).toContain('Body a, from 1 Mar 2026. Taken back on 23 Nov 2026; it counts nowhere.');
    expect(speaksFor(await seats(on), named.person!, (await seats(on)).seats[0]!, on.today)).toBeNull();
  });

  it('is named by the coordinator only; one voice for one person; a stranger of another forum cannot be chosen', async () => {
    const on = await stage(scratch);
    await founded(on);
    const one = await seated(on, 1, 'a');
    const two = await seated(on, 2, 'b');
    const asked = { holding: one.holding, kind: 'representative' as const, who: facts('Aynur'), ...term('2026-04-01') };
    expect(said(await on.as(person(on.forum.id, 'secretary'))(nameSpeaker, asked))).toBe(
      'forbidden: forum.denied.name',
    );
    const named = must(await on.as(coordinator(on))(nameSpeaker, asked));
    const again = { ...asked, holding: two.holding, who: { id: named.person! } };
    expect(said(await on.as(coordinator(on))(nameSpeaker, again))).toBe('bad_input: forum.wrong.speaks_already');
    const nobody = { ...again, who: { id: '01900000-0000-7000-8000-0000000000ff' } };
    expect(said(await on.as(coordinator(on))(nameSpeaker, nobody))).toBe('bad_input: identity.refused.no_person');
    expect(said(await on.as(coordinator(on))(nameSpeaker, { ...again, who: null }))).toBe(
      'bad_input: forum.wrong.nobody',
    );
  });

  it('is public by office; a name only on the open level, and never in the public record', async () => {
    const on = await stage(scratch);
    await founded(on);
    const { holding } = await seated(on, 1, 'a');
    const office = { en: 'Head of the board' };
    must(
      await on.as(coordinator(on))(nameSpeaker, {
        ...{ holding, kind: 'representative', who: facts('Aynur Əliyeva'), ...term('2026-04-01'), office },
      }),
    );
    for (const path of ['/members', '/members/1', '/members.csv', '/members.json']) {
      const seen = (await come(on).get(path)).text;
      expect(seen).toContain('Head of the board');
      expect(seen.includes('Aynur')).toBe(false);
    }
    expect((await come(on, coordinator(on)).get('/members/1')).text).toContain('Aynur Əliyeva');
    expect(JSON.stringify(await on.entries())).not.toContain('Aynur');
    await writeLevel(contextOf(on.house, ASKED(on), db(on)), on.forum.id, 'open');
    expect((await come(on).get('/members/1')).text).toContain('Aynur Əliyeva');
    expect((await come(on).get('/members.csv')).text).toContain('Head of the board,Aynur Əliyeva');
    const [told] = await namedIn(db(on), on.forum);
    expect(told).toMatchObject({ name: 'Aynur Əliyeva', path: '/members/1' });
  });
});

both('the pages of seats', (scratch) => {
  it('lead a coordinator from nothing to a seat with a representative, and keep what was typed', async () => {
    const on = await stage(scratch);
    const staff = come(on, coordinator(on));
    expect((await staff.get('/members')).text).toContain('No seats have been set up yet');
    const empty = await staff.post('/members/decisions', { number: '', group_0_az: 'QHT', group_0_seats: 'iki' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('value="QHT"');
    const made = await staff.post('/members/decisions', {
      ...{ number: 'protokol 1', decided_on: '2026-03-01', from: '01.03.2026', group_0_az: 'QHT', group_0_seats: '2' },
    });
    expect([made.status, made.to]).toEqual([303, '/en/stage/members/decisions?done=decided']);
    const organisation = await body(on, 'a');
    const given = await staff.post('/members/1/holdings', {
      body: organisation,
      from: '2026-03-02',
      source: 'məktub 3',
    });
    expect(given.to).toBe('/en/stage/members/1?done=given');
    const [held] = (await seats(on)).holdings;
    const form = await staff.get('/members/1/mandates/new?kind=alternate');
    expect(form.text).toContain('Body a, since 2 Mar 2026');
    const named = await staff.post('/members/1/mandates', {
      ...{ holding: held!.id, kind: 'representative', office: 'Chair', from: '2026-03-02', source: 'məktub 4' },
    });
    expect(named.to).toBe('/en/stage/members/1?done=named');
    const [mandate] = (await seats(on)).mandates;
    const closure = `/members/1/mandates/${mandate!.id}/closure`;
    expect((await staff.get(closure)).text).toContain('left the office');
    expect((await staff.post(closure, { how: 'ended', last: '', reason: 'other' })).status).toBe(422);
    const ended = await staff.post(closure, { how: 'ended', last: '2026-10-31', reason: 'left_office' });
    expect(ended.to).toBe('/en/stage/members/1?done=mandate_ended');
    expect((await staff.get('/members/1')).text).toContain('left the office');
    const gone = await staff.post(`/members/1/holdings/${held!.id}/closure`, {
      ...{ how: 'ended', last: '2026-11-01', reason: 'ləğv olunub' },
    });
    expect(gone.to).toBe('/en/stage/members/1?done=holding_ended');
    const closed = await staff.post('/members/2/closure', {
      last: '2026-11-20',
      decision: 'qərar 2',
      reason: 'artıqdır',
    });
    expect(closed.to).toBe('/en/stage/members/2?done=closed');
  });

  it('refuse strangers and addresses that are none', async () => {
    const on = await stage(scratch);
    await founded(on);
    for (const path of [
      '/members/decisions/new',
      '/members/1/holdings/new',
      '/members/1/mandates/new',
      '/members/1/closure',
    ])
      expect([
        (await come(on).get(path)).status,
        (await come(on, person(on.forum.id, 'member')).get(path)).status,
      ]).toEqual([401, 403]);
    for (const path of ['/members/99', '/members/0', '/members/x', '/members/99/holdings/new'])
      expect((await come(on, coordinator(on)).get(path)).status).toBe(404);
  });
});
