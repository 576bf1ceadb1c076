import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answered, cookieOf, servedHouse } from './testing/whole-house.ts';

/** A new forum from its form to its opening, seen by a stranger at every address it has. */
const house = servedHouse();
const { ask, send, stranger } = house;
let staff = '';

const NAME = 'Sınaq rayonu';
const EMPTY = '01900000-0000-7000-8000-0000000000ff';
const MOTTO = 'yalnız içəridən görünən şüar';

beforeAll(async () => {
  staff = cookieOf(await send(await house.firstLink(), {}));
  const made = await send('/en/forums', { name_az: NAME, motto_az: MOTTO, slug: 'sinaq', motif: '1' }, staff);
  expect(made.headers.get('location')).toBe('/en/sinaq?done=opened');
  const body = { kind: 'community_council', name_az: 'Sınaq İİŞ', phone: '+994 50 123 45 67', address: 'Bağ küçəsi 7' };
  expect((await send('/en/sinaq/bodies', body, staff)).status).toBe(303);
});

const seen = async (address: string, cookie: string): Promise<Answered> => {
  const answer = await ask(address, cookie);
  return { status: answer.status, text: await answer.text() };
};

/** The log as programs read it. */
const TILES = ['/log/sinaq/checkpoint', '/log/sinaq/tile/0/000.p/1', '/log/sinaq/tile/entries/000.p/1'];

describe('a forum in preparation', () => {
  it('says its name and nothing else at every address, and is told to be open by no map of the site', async () => {
    const addresses = house.assembly.modules
      .flatMap((module) => module.routes)
      .filter((route) => route.scope === 'forum' && route.method === 'GET' && !/^\/(deeds|receipts)/.test(route.path))
      .map((route) => `/en/sinaq${route.path.replace(/:[a-z]+/g, 'x')}`);
    expect(addresses.length).toBeGreaterThan(50);
    for (const address of [
      ...addresses,
      '/en/sinaq/no-such-page',
      '/en/sinaq/%70lans',
      '/ru/sinaq',
      '/az/sinaq/plans.atom',
    ]) {
      const { status, text } = await stranger(address);
      expect([address, status]).toEqual([address, 404]);
      expect(text, address).toContain(NAME);
      expect(text, address).not.toContain(MOTTO);
      expect(text, address).not.toContain('class="menu"');
    }
    expect((await stranger('/sitemap.xml')).text).not.toContain('sinaq');
    expect((await stranger('/az')).text).not.toContain(MOTTO);
    await house.assembly.sequencer.integrateWaiting();
    for (const path of TILES) expect([path, (await stranger(path)).status]).toEqual([path, 404]);
    const record = Buffer.from(await (await fetch(`${house.origin}/log/export`)).arrayBuffer()).toString('latin1');
    // The installation's own log says that a forum was made; the forum's log is not there.
    expect([record.startsWith('PK'), record.includes('sinaq/')]).toEqual([true, false]);
  });

  it('says the day that was announced; is whole for who works in it, with a word that others do not see it', async () => {
    expect((await send('/en/sinaq/opening/announcements', { opens_on: '2020-01-01' }, staff)).status).toBe(422);
    expect((await send('/en/sinaq/opening/announcements', { opens_on: '2027-01-11' }, staff)).status).toBe(303);
    expect((await stranger('/en/sinaq')).text).toContain('11 January 2027');
    const inside = await seen('/en/sinaq', staff);
    expect([inside.status, inside.text.includes('In preparation')]).toEqual([200, true]);
    expect((await seen('/en/sinaq/bodies/sinaq-iis', staff)).text).toContain('+994 50 123 45 67');
  });

  it('lets staff see one kind of pages as strangers would before it is public', async () => {
    const preview = await seen('/en/sinaq/bodies/sinaq-iis?as=visitor', staff);
    expect(preview.status).toBe(200);
    expect(preview.text).toContain('This is what strangers will see');
    expect(preview.text).not.toContain('+994 50 123 45 67');
    expect((await stranger('/en/sinaq/bodies/sinaq-iis?as=visitor')).status).toBe(404);
  });
});

describe('the doors of a forum in preparation', () => {
  it('let in who holds a link for one task or a receipt, on any device, and show nothing else of it', async () => {
    expect(house.assembly.modules.flatMap((module) => module.doors ?? [])).toEqual(['/deeds', '/receipts']);
    const page = await stranger('/en/sinaq/receipts');
    expect([page.status, page.text.includes('name="code"')]).toEqual([200, true]);
    for (const inside of [MOTTO, 'class="menu"', 'Sınaq İİŞ']) expect(page.text).not.toContain(inside);
    const tried = await send('/en/sinaq/receipts', { code: '7K3M-7K3M-7K3M-7K3M-7K3M' });
    expect(tried.status).toBe(422);
    const objected = { code: '7K3M-7K3M-7K3M-7K3M-7K3M', deed: EMPTY, text: 'Mən belə deməmişəm.' };
    expect((await send('/en/sinaq/receipts/objections', objected)).status).toBe(422);
    expect((await stranger(`/en/sinaq/objections/${EMPTY}`)).status).toBe(404);
  });
});

describe('names of people', () => {
  const person = { name: 'Nümunə Adlı', language: 'az', role: 'secretary', from: '2026-11-23' };
  const people = async (): Promise<number> =>
    Number(
      (await sql<{ n: string }>`select count(*) as n from identity_people`.execute(house.assembly.database.db)).rows[0]!
        .n,
    );

  it('are not stored before the operator has answered each legal duty of the country', async () => {
    const before = await people();
    const closed = await seen('/en/sinaq/people/new', staff);
    expect([
      closed.status,
      closed.text.includes('href="/en/duties"'),
      closed.text.includes('<form class="form"'),
    ]).toEqual([...[403, true, false]]);
    expect((await send('/en/sinaq/people', person, staff)).status).toBe(403);
    expect(await people()).toBe(before);
    expect((await send('/en/duties', {})).status).toBe(401);
    expect((await send('/en/duties', { answer_owner: 'done' }, staff)).status).toBe(422);
    await answerDuties();
    expect((await seen('/en/sinaq/people/new', staff)).status).toBe(200);
    expect((await send('/en/sinaq/people', person, staff)).status).toBe(303);
    expect(await people()).toBe(before + 1);
  });
});

/** The operator answers every duty, as in the pages. */
async function answerDuties(): Promise<void> {
  const { text } = await seen('/en/duties', staff);
  const duties = [...new Set([...text.matchAll(/name="answer_([a-z_]+)"/g)].map(([, id]) => id!))];
  expect(duties.length).toBeGreaterThan(5);
  const fields = duties.flatMap((id) => [
    [`answer_${id}`, 'done'],
    [`because_${id}`, 'as the letter says'],
  ]);
  const answered = await send('/en/duties', Object.fromEntries(fields), staff);
  expect(answered.headers.get('location')).toBe('/en/duties?done=saved');
}

describe('opening it', () => {
  it('lists what of people would become public, lets each be taken back, and opens by one press', async () => {
    const page = await seen('/en/sinaq/opening', staff);
    for (const datum of ['+994 50 123 45 67', 'Bağ küçəsi 7']) expect(page.text).toContain(datum);
    const { rows } = await sql<{ id: string }>`select id from places_bodies where slug = 'sinaq-iis'`.execute(
      house.assembly.database.db,
    );
    const kept = { type: 'places.body_address', id: rows[0]!.id };
    expect((await send('/en/sinaq/opening/kept', kept)).status).toBe(404);
    expect((await send('/en/sinaq/opening/kept', kept, staff)).status).toBe(303);
    expect((await send('/en/sinaq/opening/caution', { caution: 'open' }, staff)).status).toBe(303);
    expect((await send('/en/sinaq/opening/parts', { part: 'places', shown: 'yes' }, staff)).status).toBe(303);
    expect((await stranger('/en/sinaq/bodies')).status).toBe(404);
    expect((await send('/en/sinaq/opening', {})).status).toBe(404);
    expect((await send('/en/sinaq/opening', {}, staff)).status).toBe(303);
    const body = await stranger('/en/sinaq/bodies/sinaq-iis');
    expect([body.status, body.text.includes('+994 50 123 45 67'), body.text.includes('Bağ küçəsi 7')]).toEqual([
      ...[200, true, false],
    ]);
    expect((await stranger('/en/sinaq/bodies.csv')).text).not.toContain('Bağ küçəsi 7');
    expect((await stranger('/en/sinaq/plans')).status).toBe(404);
    // The record and what is owed tell of every kind of pages: they open with the last of them.
    for (const path of ['/log', '/obligations', '/obligations.json', '/obligations.ics'])
      expect([path, (await stranger(`/en/sinaq${path}`)).status]).toEqual([path, 404]);
    const front = (await stranger('/en/sinaq')).text;
    expect([front.includes(MOTTO), front.includes('/en/sinaq/plans')]).toEqual([true, false]);
    expect((await stranger('/sitemap.xml')).text).toContain('/sinaq/bodies/sinaq-iis');
  });

  it('leaves nothing in kept pages of what is hidden, made careful or closed again', async () => {
    const address = '/en/sinaq/bodies/sinaq-iis';
    const tagged = async () => (await fetch(`${house.origin}${address}`)).headers.get('etag');
    expect(await tagged()).toBe(await tagged());
    expect(await tagged()).not.toBeNull();
    await send('/en/sinaq/opening/caution', { caution: 'careful' }, staff);
    expect((await stranger(address)).text).not.toContain('+994 50 123 45 67');
    await send('/en/sinaq/opening/parts', { part: 'places', shown: 'no' }, staff);
    expect((await stranger(address)).status).toBe(404);
    await send('/en/sinaq/opening/parts', { part: 'places', shown: 'yes' }, staff);
    expect((await stranger(address)).status).toBe(200);
    await send('/en/sinaq/opening/caution', { caution: 'closed' }, staff);
    const closed = await stranger(address);
    expect([closed.status, closed.text.includes('among its participants')]).toEqual([404, true]);
    await send('/en/sinaq/opening/caution', { caution: 'careful' }, staff);
    await send('/en/sinaq/opening/announcements', {}, staff);
    expect([(await stranger(address)).status, (await stranger('/en/sinaq')).status]).toEqual([404, 404]);
  });

  it('shows the table of what is shown, from the rows by which the rooms decide', async () => {
    await send('/en/sinaq/opening', {}, staff);
    const decisions = ['members', 'documents', 'meetings', 'decisions', 'ballots'];
    for (const part of [
      'plans',
      'obligations',
      'questions',
      'consultations',
      'surveys',
      'reports',
      'requests',
      'checklists',
      'scorecards',
      ...decisions,
      'log',
    ])
      await send('/en/sinaq/opening/parts', { part, shown: 'yes' }, staff);
    expect([(await stranger('/en/sinaq/log')).status, (await stranger('/en/sinaq/obligations')).status]).toEqual([
      200, 200,
    ]);
    for (const path of TILES) expect([path, (await stranger(path)).status]).toEqual([path, 200]);
    const { status, text } = await stranger('/en/sinaq/shown');
    expect(status).toBe(200);
    const data = house.assembly.modules.flatMap((module) => module.data ?? []);
    expect(data.length).toBeGreaterThan(9);
    expect(text.match(/<tr>/g)?.length).toBe(data.length + 1);
    expect(text).toContain('careful (here)');
  });
});
