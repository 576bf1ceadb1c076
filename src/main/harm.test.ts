import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { repositoryFile } from '#core/db/place.ts';
import { servedHouse } from './testing/whole-house.ts';

/** What could hurt people, looked for in the whole demonstration world; and a demand to take something down. */
const house = servedHouse({ example: true });
const { send, stranger } = house;
let staff = '';

beforeAll(async () => {
  staff = await house.looking('coordinator');
});

/** Commands of visitors that take codes, addresses and passwords, and no text of their own. */
const WAYS_IN = [
  ...['ask_letter', 'ask_passkey', 'begin_errand', 'confirm_email', 'end_assisted', 'enter_by_passkey'],
  ...['enter_by_password', 'enter_by_provider', 'look_as', 'pass_threshold', 'sign_in', 'sign_out', 'take_errand'],
].map((name) => `identity.${name}`);

/** Every public page of the site in English, drawn; and the machine faces of its plans. */
async function everyPage(): Promise<ReadonlyMap<string, string>> {
  const map = (await stranger('/sitemap.xml')).text;
  const pages = [...map.matchAll(/<loc>[^<]*?(\/en[^<]*)<\/loc>/g)].map(([, at]) => at!);
  const faces = pages
    .filter((at) => /\/plans\/[^/]+$/.test(at))
    .flatMap((at) => ['.json', '.csv', '.atom'].map((end) => at + end));
  const drawn = new Map<string, string>();
  for (const at of [...pages, ...faces, '/en/durnasu/bodies.csv']) drawn.set(at, (await stranger(at)).text);
  return drawn;
}

interface Hours {
  readonly called: readonly string[];
  readonly held: readonly string[];
}

/** The hours for which meetings were called; and when meetings, never their items, began and ended. */
async function officialHours(): Promise<Hours> {
  const { db } = house.assembly.database;
  const called = await sql<{ hour: string }>`select distinct hour from meetings_calls where hour is not null`.execute(
    db,
  );
  const held = await sql<{ hour: string }>`
    select distinct hour from meetings_moments where hour is not null and item_id is null`.execute(db);
  return { called: called.rows.map(({ hour }) => hour), held: held.rows.map(({ hour }) => hour) };
}

/**
 * What a page may tell of hours is left out: the hour for which a meeting is called, where the meeting stands; its
 * beginning and its end, in the minutes alone, as an official fact of them; the announced end of voting.
 */
function withoutAnnounced(at: string, words: string, { called, held }: Hours): string {
  const left = (text: string, hours: readonly string[]) => hours.reduce((rest, hour) => rest.replace(hour, ''), text);
  if (/\/meetings\/\d+\/minutes$/.test(at)) return left(words, held);
  if (/\/ballots(\/\d+)?$/.test(at)) return words.replace(/(until\s+\d{1,2} \p{L}+ \d{4}), \d\d:\d\d/giu, '$1');
  // The list names a meeting once each, its page once: the hour belongs to the day before it.
  if (/\/meetings(\/\d+)?$/.test(at))
    return called.reduce((rest, hour) => rest.replaceAll(new RegExp(`( \\d{4}), ${hour}`, 'g'), '$1'), words);
  return words;
}

describe('no public page', () => {
  it('names a person who works here, gives their telephone, or tells the hour of a deed', async () => {
    // The invented people bear the names of their roles; give them names that stand nowhere else.
    await sql`update identity_people set name = jsonb_build_object('az', 'Gizlinova ' || left(id::text, 13)),
      email = 'gizli-' || left(id::text, 8) || '@example.org', phone = '+994 55 ' || left(id::text, 8)`.execute(
      house.assembly.database.db,
    );
    // Of residents' questions: what waits, what was refused, what a moderator took out.
    const unread = ['000-00-00', 'filankəs', '+994 00 000'];
    const secrets = ['Gizlinova', 'gizli-', '+994 55 ', ...unread];
    const pages = await everyPage();
    const hours = await officialHours();
    expect(pages.size).toBeGreaterThan(60);
    for (const [at, text] of pages) {
      const words = text
        .replace(/<(style|svg)[\s\S]*?<\/\1>/g, '')
        .replace(/<aside class="strip"[\s\S]*?<\/aside>/g, '');
      for (const secret of secrets) expect(words.includes(secret), `${at} says ${secret}`).toBe(false);
      // An hour with minutes; feeds give whole days as midnight.
      if (!at.endsWith('.atom'))
        expect(withoutAnnounced(at, words.replace(/<[^>]*>/g, ' '), hours), at).not.toMatch(/\b\d{1,2}:\d{2}\b/);
    }
  }, 120_000);

  it('gives a scan of a letter to a stranger, or puts executors in the order of their lateness', async () => {
    const { rows } = await sql<{ forum_id: string; id: string }>`
      select f.forum_id, f.id from core_files f where not f.public`.execute(house.assembly.database.db);
    for (const { forum_id, id } of rows) {
      const { status } = await stranger(`/files/${forum_id}/${id}`);
      // Evidence of an evaluation becomes public with it; a scan never does.
      const scan =
        await sql`select 1 from plans_updates where paper_file = ${id} union select 1 from plans_replies where paper_file = ${id}`.execute(
          house.assembly.database.db,
        );
      if (scan.rows.length > 0) expect(status).toBe(404);
    }
    const { text } = await stranger('/en/durnasu/executors');
    const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '';
    const names = [...main.matchAll(/href="\/en\/durnasu\/executors\/[^"]*"[^>]*>([^<]+)</g)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(5);
    const lang = house.assembly.langs.en;
    expect(names).toEqual([...names].sort((a, b) => lang.compare(a, b)));
    // No column of it sorts by how much is late.
    expect(main).not.toMatch(/sort=-?late/);
  });
});

describe('what a resident writes without an account', () => {
  it('is an objection to a receipt, a question, or an application of an organisation: whatever comes later says how its text is moderated', () => {
    const table = readFileSync(path.join(repositoryFile('docs'), 'access-commands.csv'), 'utf8')
      .trim()
      .split('\n');
    expect(table[0]).toMatch(/^command,nobody,/);
    const open = table.flatMap((line) => (line.split(',')[1] === 'yes' ? [line.split(',')[0]!] : []));
    // An objection is never published; a question, a comment, a request, its answer and what is said of a report wait for a moderator, an application for its answer
    // (below); taking a question or a comment back takes words away.
    // A secret vote is one of the fixed answers and holds no words; answers of a survey are never published as rows.
    const words = [
      'accountability.reports.say',
      'accountability.requests.answer',
      'accountability.requests.ask',
      'accountability.requests.extend',
      'accountability.requests.judge',
      'ballots.cast_secretly',
      'forum.apply',
      'identity.object',
      'participation.ask',
      'participation.comment',
      'participation.withdraw',
      'participation.withdraw_comment',
      'surveys.begin_filling',
      'surveys.end_filling',
      'surveys.keep_filling',
      'surveys.keep_interview',
    ];
    expect(open.filter((command) => !WAYS_IN.includes(command))).toEqual(words);
  });

  it('stands nowhere before the staff answers it, where an organisation applied for a seat', async () => {
    const { rows } = await sql<{ id: string }>`
      select c.id from forum_constituencies c join core_forums f on f.id = c.forum_id where f.slug = 'durnasu' limit 1`.execute(
      house.assembly.database.db,
    );
    const words = 'Zzyzx küçəsində yaşayan qonşum haqqında';
    const asked = { constituency: rows[0]!.id, organisation: 'Zzyzxlılar Birliyi', words, contact: '+994 12 Zzyzx' };
    const sent = await send('/en/durnasu/members/applications', asked);
    expect([sent.status, /applications\/\d+\?done=received$/.test(sent.headers.get('location') ?? '')]).toEqual([
      303,
      true,
    ]);
    const pages = await everyPage();
    for (const at of ['/en/durnasu/members/applications', '/en/durnasu/log', '/en/durnasu/obligations'])
      expect(pages.has(at), at).toBe(true);
    for (const [at, text] of pages) expect(text.includes('Zzyzx'), at).toBe(false);
  }, 120_000);

  it('is published by nobody’s press: an objection stands on no page, feed, table, log or export', async () => {
    const { db } = house.assembly.database;
    const { rows } = await sql<{ forum: string; level: string }>`
      select f.id as forum, coalesce((select level from core_cautions c where c.forum_id = f.id order by id desc limit 1),
        'careful') as level from core_forums f where slug = 'durnasu'`.execute(db);
    const { forum, level } = rows[0]!;
    expect(level).toBe('careful');
    const [id, code] = ['01900000-0000-7000-8000-00000000e110', '7K3M-9QRT-2VWX-4YZA-BCDE'];
    const hash = createHash('sha256').update(code.replaceAll('-', '')).digest('base64url');
    const sentence = JSON.stringify({ key: 'identity.assisted.objected', params: {} });
    const at = new Date('2026-11-23T09:00:00Z');
    await sql`insert into identity_assisted (forum_id, id, token_hash, helper_id, reason, started_at, ends_at)
      values (${forum}, ${id}, ${'t'.repeat(43)}, (select id from identity_people limit 1), 'telefonsuz', ${at},
        ${new Date(at.getTime() + 900_000)})`.execute(db);
    await sql`insert into identity_assisted_ends values (${forum}, ${id}, ${at}, ${hash})`.execute(db);
    await sql`insert into identity_assisted_deeds (forum_id, id, session_id, command, sentence, done_at)
      values (${forum}, ${id}, ${id}, 'plans.reply', ${sentence}::jsonb, ${at})`.execute(db);
    const objection = 'Zzyzx küçəsində yaşayan qonşum məni hədələdi';
    const sent = await send('/en/durnasu/receipts/objections', { code, deed: id, text: objection });
    expect(sent.status).toBe(200);
    const kept = await sql`select text from identity_objections`.execute(db);
    expect(kept.rows).toEqual([{ text: objection }]);
    await house.assembly.sequencer.integrateWaiting();
    const faces = new Map(await everyPage());
    for (const more of ['/en/durnasu/log', '/en/durnasu/withheld', '/en/log', '/en/durnasu/receipts'])
      faces.set(more, (await stranger(more)).text);
    for (const [face, text] of faces) expect(text.includes('Zzyzx'), face).toBe(false);
    const archive = Buffer.from(await (await fetch(`${house.origin}/log/export`)).arrayBuffer());
    expect([archive.length > 1_000, archive.includes('Zzyzx')]).toEqual([true, false]);
    const contents = await sql`select 1 from core_entry_contents where content like '%Zzyzx%'`.execute(db);
    expect(contents.rows).toEqual([]);
    expect((await stranger(`/en/durnasu/objections/${id}`)).status).toBe(401);
  }, 120_000);

  it('is published by a moderator only: a question that waits stands on no page, feed, table, log or export', async () => {
    const text = 'Zzyzx küçəsində su niyə yoxdur? 050 765 43 21';
    const fields = { body: 'unknown', place: '', measure: '', text };
    const checked = await (await send('/en/durnasu/questions/new', fields)).text();
    const code = /name="code" value="([^"]+)"/.exec(checked)![1]!;
    const sent = await send('/en/durnasu/questions', { ...fields, code });
    expect([sent.status, sent.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    const number = /questions\/(\d+)"/.exec(await sent.text())![1]!;
    await house.assembly.sequencer.integrateWaiting();
    const faces = new Map(await everyPage());
    for (const more of [`/en/durnasu/questions/${number}`, '/en/durnasu/log', '/en/durnasu/obligations', '/en/log'])
      faces.set(more, (await stranger(more)).text);
    for (const [face, page] of faces) expect(/Zzyzx|765 43/.test(page), face).toBe(false);
    const archive = Buffer.from(await (await fetch(`${house.origin}/log/export`)).arrayBuffer());
    expect([archive.includes('Zzyzx'), archive.includes(code)]).toEqual([false, false]);
    const { db } = house.assembly.database;
    const body = (await sql<{ id: string }>`select id from places_bodies where slug = 'mun-pambiqarx'`.execute(db))
      .rows[0]!;
    const publish = (words: string, cookie = '') =>
      send(`/en/durnasu/questions/${number}/publication`, { text: words, body: body.id }, cookie);
    expect((await publish(text)).status).toBe(401);
    expect((await publish(text.replace('050 765 43 21', '[..]'), staff)).status).toBe(303);
    const page = (await stranger(`/en/durnasu/questions/${number}`)).text;
    expect([/Zzyzx/.test(page), /765 43/.test(page), page.includes('[..]')]).toEqual([true, false, true]);
  }, 120_000);
});

describe('a comment on a draft', () => {
  it('stands on no page, feed, table, log or export before a moderator published it', async () => {
    const list = (await stranger('/en/durnasu/consultations')).text;
    const label = /consultations\/([a-z]+\d+)"/.exec(list)![1]!;
    const here = `/en/durnasu/consultations/${label}`;
    const form = (await stranger(`${here}/comments/new`)).text;
    const version = /name="version" value="([^"]+)"/.exec(form)![1]!;
    const text = 'Yyzzyx qonşum haqqında, 050 765 43 99';
    const fields = { version, article: '2', text, signature: '', as: '' };
    const checked = await (await send(`${here}/comments/new`, fields)).text();
    const code = /name="code" value="([^"]+)"/.exec(checked)![1]!;
    const sent = await send(`${here}/comments`, { ...fields, code });
    expect([sent.status, sent.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    await house.assembly.sequencer.integrateWaiting();
    const faces = new Map(await everyPage());
    for (const more of ['/report.csv', '/report.json', '/report/print', '/4'])
      faces.set(`${here}${more}`, (await stranger(`${here}${more}`)).text);
    expect([...faces.keys()].some((at) => at.endsWith(`/consultations/${label}`))).toBe(true);
    for (const [face, page] of faces) expect(/Yyzzyx|765 43/.test(page), face).toBe(false);
    const archive = Buffer.from(await (await fetch(`${house.origin}/log/export`)).arrayBuffer());
    expect([archive.includes('Yyzzyx'), archive.includes(code)]).toEqual([false, false]);
    expect((await send(`${here}/4/publication`, { text })).status).toBe(401);
  }, 120_000);
});

describe('whoever thinks of writing here', () => {
  it('is told on every page, in three languages, what could happen to them', async () => {
    for (const code of ['az', 'en', 'ru']) {
      expect((await stranger(`/${code}/durnasu/plans`)).text).toContain(`href="/${code}/safety"`);
      const { status, text } = await stranger(`/${code}/safety`);
      expect([code, status, text.match(/<h2/g)?.length]).toEqual([code, 200, 9]);
    }
  });
});

describe('a demand to take something down', () => {
  /** An update with a file of evidence on a public measure of the invented forum. */
  async function target() {
    const { rows } = await sql<{
      update: string;
      file: string;
      forum: string;
      path: string;
      text: Record<string, string>;
    }>`
      select u.id as update, e.file_id as file, u.forum_id as forum, u.text,
        '/en/durnasu/plans/' || p.slug || '/measures/' || m.slug as path
      from plans_updates u
      join plans_evidence e on e.forum_id = u.forum_id and e.update_id = u.id and e.file_id is not null
      join plans_measures m on m.forum_id = u.forum_id and m.id = u.measure_id
      join plans_plans p on p.forum_id = m.forum_id and p.id = m.plan_id
      join core_forums f on f.id = u.forum_id and f.slug = 'durnasu'
      order by u.id limit 1`.execute(house.assembly.database.db);
    return rows[0]!;
  }
  const demand = {
    demander: 'office',
    demander_name: 'Əliyev A.',
    on: '2026-11-20',
    ground: 'law on <b>something</b>',
  };

  async function press(type: string, id: string): Promise<string> {
    const entered = await send('/en/durnasu/withheld', { ...demand, type, id }, staff);
    expect(entered.status).toBe(303);
    const at = entered.headers.get('location')!;
    expect((await send(`${at}/outcomes`, { outcome: 'withheld' })).status).toBe(401);
    expect((await send(`${at}/outcomes`, { outcome: 'withheld' }, staff)).status).toBe(303);
    return at;
  }

  it('hides the words on page, data, table and feed; the address says so; one press brings them back', async () => {
    const { update, path, text } = await target();
    const words = text.en!.slice(0, 30);
    const faces = [
      path,
      `${path}.json`,
      `${path.replace(/\/measures.*/, '')}.csv`,
      `${path}.atom`,
      `${path.replace(/\/measures.*/, '')}.json`,
    ];
    const before = await Promise.all(faces.map((face) => stranger(face)));
    expect(before.filter((face) => face.text.includes(words)).length).toBeGreaterThan(1);
    expect((await send('/en/durnasu/withheld', { ...demand, type: 'plans.update', id: update })).status).toBe(401);
    const at = await press('plans.update', update);
    for (const face of faces) expect((await stranger(face)).text, face).not.toContain(words);
    const page = (await stranger(path)).text;
    expect(page).toContain('Withheld since 23 November 2026 because of a demand by an office of 20 November 2026');
    expect(page).toContain(`id="update-${update}"`);
    expect(page).not.toContain('Əliyev');
    expect((await stranger(`${path}.json`)).text).toContain('"since": "2026-11-23"');
    expect((await send(`${at}/outcomes`, { outcome: 'restored' }, staff)).status).toBe(303);
    expect((await stranger(path)).text).toContain(words);
  });

  it('keeps a file from strangers with 451 and gives it to those who keep the record', async () => {
    const { file, forum, path } = await target();
    const address = `/files/${forum}/${file}`;
    expect((await stranger(address)).status).toBe(200);
    const at = await press('core.file', file);
    expect((await stranger(address)).status).toBe(451);
    expect((await fetch(`${house.origin}${address}`, { headers: { cookie: staff } })).status).toBe(200);
    expect((await stranger(path)).text).not.toContain(address);
    await send(`${at}/outcomes`, { outcome: 'restored' }, staff);
    expect((await stranger(address)).status).toBe(200);
  });

  it('hides a text of a body on its page and in the table, and is refused for what does not stand here', async () => {
    const { rows } = await sql<{ id: string; email: string; path: string }>`
      select b.id, b.email, '/en/durnasu/bodies/' || b.slug as path from places_bodies b
      join core_forums f on f.id = b.forum_id and f.slug = 'durnasu' and b.kind = 'excom'`.execute(
      house.assembly.database.db,
    );
    const { id, email, path } = rows[0]!;
    const faces = [path, '/en/durnasu/bodies.csv'];
    for (const face of faces) expect((await stranger(face)).text, face).toContain(email);
    const at = await press('places.body_email', id);
    for (const face of faces) expect((await stranger(face)).text, face).not.toContain(email);
    expect((await stranger(path)).text).toContain('because of a demand by an office of 20 November 2026');
    await send(`${at}/outcomes`, { outcome: 'restored' }, staff);
    for (const face of faces) expect((await stranger(face)).text, face).toContain(email);
    const elsewhere = { ...demand, type: 'places.body_email', id: house.assembly.forums.reference.id };
    expect((await send('/en/durnasu/withheld', elsewhere, staff)).status).toBe(404);
  });

  it('is counted in public by month, kind and outcome, without a name; its entries stay in the record', async () => {
    const { text } = await stranger('/en/durnasu/withheld');
    expect(text).toContain('3 demands');
    expect(text).toContain('shown again');
    expect(text).not.toContain('Əliyev');
    expect(text).not.toContain('<b>something');
    const { rows } = await sql<{ kind: string }>`
      select kind from core_entries where kind like 'home.demand_%' order by id`.execute(house.assembly.database.db);
    const one = ['home.demand_entered', 'home.demand_withheld', 'home.demand_restored'];
    expect(rows.map(({ kind }) => kind)).toEqual([...one, ...one, ...one]);
  });
});
