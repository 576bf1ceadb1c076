import mammoth from 'mammoth';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { SYSTEM } from '#core/actor.ts';
import type { Command } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import type { Result } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import { perform } from '#core/house.ts';
import { plainDate } from '#core/time/plain-date.ts';
import type { BallotTables } from '#modules/ballots/tables/schema.ts';
import { readArticles } from '#modules/forum/documents/articles/rules.ts';
import { articlesOf, documentsOf } from '#modules/forum/documents/queries.ts';
import { isPublic } from '#modules/forum/documents/rules.ts';
import { PREAMBLE } from '#modules/forum/documents/schema.ts';
import { writeItem } from '#modules/meetings/agenda/commands.ts';
import { callMeeting, invite } from '#modules/meetings/calls/commands.ts';
import type { ItemId, MeetingId } from '#modules/meetings/schema.ts';
import { bodiesOf } from '#modules/places/contract.ts';
import { servedHouse } from './testing/whole-house.ts';

const house = servedHouse({ example: true });
const LONG =
  'Platforma 2027-ci il üçün yerli tədbirlər planının layihəsini, ictimaiyyətin nümayəndələrinin və dövlət qurumlarının təkliflərini nəzərə alaraq, bütövlükdə təsdiq etsin, planın icrasına nəzarəti işçi qrupuna həvalə etsin və icra vəziyyəti barədə hər rüb açıq hesabat verilməsini qərara alsın. ';

let forum: Forum;
let secretary = '';
let meeting: { readonly id: MeetingId; readonly number: number };
let path = '';

async function did<I, O>(command: Command<I, O>, input: I): Promise<O> {
  const { house: rooms } = house.assembly;
  const done: Result<O> = await perform(rooms, { actor: SYSTEM, forum, lang: 'az', requestId: 'test' }, command, input);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}

/** A ballot as its own module writes it. */
async function ballot(number: number, item: ItemId, words: string, options: readonly string[]) {
  const db = house.assembly.database.db.withTables<BallotTables>();
  const id = uuidv7(new Date('2026-11-23T09:00:00Z')) as never;
  const entered = { forum_id: forum.id, entered_at: new Date('2026-11-23T09:00:00Z'), entered_by: null };
  await db
    .insertInto('ballots_ballots')
    .values({
      ...{ ...entered, id, number, title: json({ az: words.slice(0, 60) }), words: json({ az: words }) },
      ...{ kind: options.length > 0 ? 'choice' : 'motion', method: null, decision: 'ordinary', secrecy: 'secret' },
      ...{ secrecy_reason: null, mode: 'hall', about: json([]), decides: null, meeting_id: meeting.id, item_id: item },
      ...{ again_of: null, closes_at: null, origin: 'here', entered_on: plainDate('2026-11-23')! },
    })
    .execute();
  for (const [i, label] of options.entries())
    await db
      .insertInto('ballots_options')
      .values({ forum_id: forum.id, ballot_id: id, position: i + 1, label: json({ az: label }) })
      .execute();
}

beforeAll(async () => {
  const { forums, database } = house.assembly;
  forum = forums.all.find(({ slug }) => slug === 'durnasu')!;
  secretary = await house.looking('secretary');
  const [body] = await bodiesOf(database.db, forum.id);
  meeting = await did(callMeeting, {
    call: {
      ...{ kind: 'assembly', title: { az: 'Payız iclası' }, on: plainDate('2026-12-08')!, hour: '14:30', until: null },
      ...{
        place: { az: 'Durnasu, Mədəniyyət evi' },
        placeId: null,
        group: null,
        link: 'https://video.example/gizli',
        convener: 'coordinator',
      },
      ...{ body: body!.id, members: null, language: 'az', urgent: false, reason: null },
    },
    invited: null,
  } as never);
  path = `/az/durnasu/meetings/${meeting.number}`;
  const items: ItemId[] = [];
  for (const title of ['Gündəliyin təsdiqi', 'Yerli tədbirlər planının layihəsi', 'Həmsədrin seçilməsi']) {
    const made = await did(writeItem, {
      ...{ meeting: meeting.id, item: null, kind: 'decision', title: { az: title }, words: null, seat: null },
      ...{ presenter: null, about: [] },
    } as never);
    items.push((made as { id: ItemId }).id ?? (made as never));
  }
  await did(invite, { meeting: meeting.id });
  await ballot(901, items[1]!, LONG.repeat(3), []);
  await ballot(902, items[2]!, 'Həmsədr vəzifəsinə kim seçilsin?', ['Səbinə Məmmədova', 'Elçin Quliyev', 'Heç biri']);
}, 120_000);

/** Closes a ballot with a result, as its own module keeps it. */
async function closed(number: number, found: object) {
  const db = house.assembly.database.db.withTables<BallotTables>();
  const { id } = await db
    .selectFrom('ballots_ballots')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const marks = { for: 0, against: 0, abstain: 0, voted: 20, not_voting: 0, absent: 3, excused: 0, recused: 0 };
  const at = new Date('2026-11-23T09:00:00Z');
  const empty = plainDate('2026-11-23')!;
  await db
    .insertInto('ballots_openings')
    .values({
      ...{ forum_id: forum.id, ballot_id: id, opened_on: empty, opened_at: at, closes_at: null, ruled_by: 'documents' },
      ...{ book: json({ rules: {}, topics: {} }), voters: json([]), roll_hash: '0'.repeat(64), entered_by: null },
    })
    .execute();
  await db
    .insertInto('ballots_closures')
    .values({
      ...{
        forum_id: forum.id,
        ballot_id: id,
        closed_on: empty,
        closed_at: at,
        ties: json({ chair: null, settled: [] }),
      },
      ...{
        result: json({ ...found, counts: { marks } } as never),
        effect: null,
        result_hash: '0'.repeat(64),
        file: '{}',
        entered_by: null,
      },
    })
    .execute();
}

/** A file of the house, for the secretary unless told. */
async function fileAt(address: string, cookie = secretary) {
  const answer = await house.ask(address, cookie);
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, bytes, type: answer.headers.get('content-type') };
}

const pagesOf = (bytes: Buffer): number => bytes.toString('latin1').match(/\/Type\s*\/Page(?![s\w])/g)?.length ?? 0;
const wordsOf = async (bytes: Buffer): Promise<string> => (await mammoth.convertToHtml({ buffer: bytes })).value;

describe('papers of a meeting', () => {
  it('come in one press, with everything the hall needs', async () => {
    const { status, bytes, type } = await fileAt(`${path}/papers/set.pdf?language=az`);
    expect([status, type]).toEqual([200, 'application/pdf']);
    // 23 plates, 26 papers of each of two ballots, two counters each, agenda, attendance, minutes.
    expect(pagesOf(bytes)).toBeGreaterThan(23 + 7 + 5 + 4 + 3);
  });

  it.each(['agenda.pdf', 'attendance.pdf', 'plates.pdf', 'slips.pdf', 'counting.pdf', 'minutes.pdf'])(
    'come alone: %s',
    async (file) => {
      for (const language of file === 'agenda.pdf' ? ['az', 'en', 'ru'] : ['az'])
        expect((await fileAt(`${path}/papers/${file}?language=${language}`)).status).toBe(200);
    },
  );

  it('have a plate for each of 23 seats', async () => {
    expect(pagesOf((await fileAt(`${path}/papers/plates.pdf`)).bytes)).toBe(23);
  });

  it('can be written in: agenda, invitation and minutes as Word documents with headings and tables', async () => {
    const agenda = await wordsOf((await fileAt(`${path}/papers/agenda.docx?language=az`)).bytes);
    expect(agenda).toContain('<h1>Gündəlik</h1>');
    expect(agenda).toContain('Yerli tədbirlər planının layihəsi');
    expect(agenda.match(/<tr>/g)?.length).toBeGreaterThan(3);
    const minutes = await wordsOf((await fileAt(`${path}/papers/minutes.docx?language=az`)).bytes);
    expect(minutes).toContain('<h2>2. Yerli tədbirlər planının layihəsi</h2>');
    expect(minutes).toContain('M.Y.');
    // Members are invited with the address of the meeting online; the agenda, which everybody reads, has none.
    expect(await wordsOf((await fileAt(`${path}/papers/invitation.docx`)).bytes)).toContain('video.example');
    expect(agenda).not.toContain('video.example');
  });

  it('are for strangers the agenda alone', async () => {
    const { text } = await house.stranger(`${path}/papers`);
    expect(text).toContain('papers/agenda.pdf');
    expect(text).not.toMatch(/attendance\.pdf|plates\.pdf|set\.pdf|invitation\.docx/);
    expect((await fileAt(`${path}/papers/agenda.docx`, '')).status).toBe(200);
    for (const file of ['set.pdf', 'attendance.pdf', 'plates.pdf', 'slips.pdf', 'invitation.docx'])
      expect([file, (await house.stranger(`${path}/papers/${file}`)).status]).toEqual([file, 401]);
    for (const file of ['minutes.pdf', 'agenda.doc', 'plates.docx'])
      expect([file, (await house.stranger(`${path}/papers/${file}`)).status]).toEqual([file, 404]);
    expect((await house.stranger(`/az/durnasu/ballots/901/slips.pdf`)).status).toBe(401);
  });

  it('of a ballot are printed from its page, as many as asked for', async () => {
    const { bytes } = await fileAt('/az/durnasu/ballots/902/slips.pdf?count=7');
    expect(pagesOf(bytes)).toBe(2);
    expect(pagesOf((await fileAt('/az/durnasu/ballots/902/counting.pdf')).bytes)).toBe(2);
  });
});

describe('the meeting on the wall', () => {
  it('begins with its title, goes on item by item and ballot by ballot, and stops at the last', async () => {
    const first = (await house.stranger(`${path}/projector`)).text;
    expect(first).toContain('Payız iclası');
    expect(first).not.toContain('rel="prev"');
    expect(first).toContain('rel="next"');
    const last = (await house.stranger(`${path}/projector?picture=99`)).text;
    expect(last.replace(/<[^>]*>/g, '')).toContain('Həmsədr vəzifəsinə kim seçilsin?');
    expect(last).not.toContain('rel="next"');
  });

  it('shows whether there is a quorum, and nothing private', async () => {
    const { text } = await house.stranger(`${path}/projector?picture=3&look=night`);
    expect(text).toContain('class="wall night"');
    expect(text).toMatch(/Yetərsay yoxdur: 0 yer təmsil olunur, \d+ lazımdır/);
    expect(text).not.toContain('video.example');
  });

  it('says the result only when the ballot is closed', async () => {
    const picture = `${path}/projector?picture=99`;
    expect((await house.stranger(picture)).text).not.toContain('Seçildi');
    await closed(902, { verdict: 'elected', option: '1', stands: [{ option: '1', votes: 14 }] });
    expect((await house.stranger(`${picture}&look=day`)).text).toContain('Seçildi. Səbinə Məmmədova: 14.');
  });
});

test('a founding document goes out to Word and comes back article by article', async () => {
  const { db } = house.assembly.database;
  const [document] = await documentsOf(db, forum.id);
  const version = document!.versions.find(isPublic)!;
  const address = `/az/durnasu/documents/${document!.slug}/versions/${version.number}/text`;
  const { status, bytes } = await fileAt(`${address}.docx`, '');
  expect(status).toBe(200);
  const { value } = await mammoth.extractRawText({ buffer: bytes });
  const articles = await articlesOf(db, forum.id, version.id);
  const found = readArticles(value).articles.map(({ number }) => number);
  expect(articles.length).toBeGreaterThan(3);
  expect(found.filter((number) => number !== PREAMBLE)).toEqual(
    articles.map(({ number }) => number).filter((number) => number !== PREAMBLE),
  );
  expect((await fileAt(`${address}.pdf`, '')).type).toBe('application/pdf');
});
