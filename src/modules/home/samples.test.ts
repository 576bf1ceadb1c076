import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demonstrationForums } from '#core/db/forum-rows.ts';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { asSystem, type Stage, stage } from '#core/db/testing/stage.ts';
import { admit } from '#core/files/admit.ts';
import { factsOf as fileFacts } from '#core/files/facts.ts';
import { type FileStore, fileStore } from '#core/files/store.ts';
import type { Forum } from '#core/forum.ts';
import { performAll } from '#core/house.ts';
import { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import { derivedRoles, forgetMadeUpPeople, type IdentityNeeds, spendDeed } from '#modules/identity/contract.ts';
import { identityModule } from '#modules/identity/module.ts';
import { bodiesOf, bodyNames, placesOf } from '#modules/places/contract.ts';
import {
  type CellLine,
  cellComplete,
  cellLate,
  cellLines,
  evaluationsSince,
  frontOf,
  PLANS_DEEDS,
  repliesAwaited,
} from '#modules/plans/contract.ts';
import { loadTrial } from '#modules/plans/trial/samples.ts';
import { FORUM_TABLES } from '../../main/forum-tables.ts';
import { SENTENCES } from '../../texts.gen.ts';
import { demonstrationCommands } from './demonstration/commands.ts';
import { factsOf } from './facts/queries.ts';
import { loadDemonstration } from './samples.ts';

const lang = (code: LanguageCode): Lang => new Lang(code, SENTENCES[code]);
const SLOW = 60_000;

const identity: IdentityNeeds = {
  bodyOptions: async (db, forum) => (await bodiesOf(db, forum.id)).map((b) => ({ id: b.id, name: b.name.az ?? '' })),
  bodyNames: async (db, forum, ids) => {
    const names = await bodyNames(db, forum.id, ids);
    return new Map([...names].map(([id, name]) => [id, name.az ?? '']));
  },
  roles: () => identityModule(identity).roles ?? [],
  deedKinds: () => PLANS_DEEDS,
  forum: () => null,
  lang,
  mailer: { send: async () => ({ ok: true, value: { id: '1', file: null } }) },
  secure: false,
  publicUrl: 'http://localhost:3000',
  passwords: { hash: async () => null, matches: async () => null },
  passkeys: null,
  provider: null,
};

let folder = '';
let store: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ortaq-demonstration-'));
  store = fileStore(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const keepFile = async (bytes: Uint8Array, name: string) => {
  const admitted = await admit(bytes, name, 'evidence');
  if (!admitted.ok) throw new Error(admitted.refusal.message.key);
  await store.keep(admitted.value);
  return fileFacts(admitted.value);
};

const load = (on: Stage): Promise<void> =>
  loadDemonstration({
    together: (work) => performAll({ ...on.house, spendDeed }, { forum: on.reference, lang: 'az' }, work),
    keepFile,
    identity,
    ballots: { session: async () => null, closed: async () => undefined, roles: derivedRoles(identity), lang },
    lang,
    language: 'az',
    reference: on.reference,
    today: on.today,
  });

async function forumBy(scratch: Scratch, slug: string): Promise<Forum> {
  const { rows } = await sql<Forum>`select * from core_forums where slug = ${slug}`.execute(scratch.db);
  return rows[0]!;
}

/** "1.1 excom": the cells of the demonstration by measure and address word of the body. */
async function cellsByName(scratch: Scratch, on: Stage, forum: Forum) {
  const slugs = new Map((await bodiesOf(scratch.db, forum.id)).map((body) => [body.id as string, body.slug]));
  const lines = await cellLines(scratch.db, forum, 'own', on.today);
  const local = lines.filter((line) => line.planSlug === 'local');
  const named = new Map(local.map((line) => [`${line.number} ${slugs.get(line.body)}`, line]));
  return {
    of: (number: string): readonly CellLine[] => local.filter((line) => line.number === number),
    at: (name: string): CellLine => {
      const line = named.get(name);
      if (!line) throw new Error(`no cell ${name}`);
      return line;
    },
    named,
  };
}

const words = ({ voices }: CellLine) => [voices.executor.word, voices.civil.word];

both('the demonstration world', (scratch) => {
  it(
    'reaches every state that its facts list, with its history, and keeps reported facts apart',
    async () => {
      const on = await stage(scratch);
      await load(on);
      const forum = await forumBy(scratch, 'durnasu');
      await statesReached(scratch, on, forum);
      await windowsKept(scratch, on, forum);
      await historyKept(scratch);
      await factsApart(scratch, on, forum);
    },
    SLOW,
  );

  it(
    'is loaded once, and its removal takes every row of it and nothing else',
    async () => {
      const on = await stage(scratch);
      await loadTrial(on);
      await asSystem(on)(addedPerson(), PERSON);
      const before = await rowsOf(scratch);
      // Another day, after Novruz and past midnight in Baku: windows and lateness hold on every day.
      on.now = new Date('2027-03-28T20:30:00Z');
      await load(on);
      await windowsKept(scratch, on, await forumBy(scratch, 'durnasu'));
      const loaded = await rowsOf(scratch);
      await expect(load(on)).rejects.toThrow('a demonstration already');
      expect(await rowsOf(scratch)).toEqual(loaded);
      expect([...loaded.keys()].length).toBeGreaterThan([...before.keys()].length + 20);

      const { removeDemonstration } = demonstrationCommands({
        forumTables: FORUM_TABLES,
        forgetPeople: forgetMadeUpPeople,
      });
      const removed = await on.as({ kind: 'system' }, on.reference)(removeDemonstration, {});
      expect(removed).toEqual({ ok: true, value: { forums: 2 } });
      expect(await rowsOf(scratch)).toEqual(before);
      expect(await demonstrationForums(scratch.db)).toEqual([]);
    },
    SLOW,
  );

  it(
    'leaves nothing behind when it cannot be loaded as a whole',
    async () => {
      const on = await stage(scratch);
      const before = await rowsOf(scratch);
      on.now = new Date('2036-06-01T08:00:00Z'); // beyond the years of the working-day calendar
      await expect(load(on)).rejects.toThrow('refused');
      expect(await rowsOf(scratch)).toEqual(before);
    },
    SLOW,
  );
});

/** Every state of the list in plans/demo is met in the cells and on the front page. */
async function statesReached(scratch: Scratch, on: Stage, forum: Forum): Promise<void> {
  expect([forum.kind, forum.demonstration]).toEqual(['living', true]);
  const { of, at, named } = await cellsByName(scratch, on, forum);

  // Done with evidence, both voices complete, for every executor.
  expect(of('1.2').length).toBe(9);
  for (const cell of of('1.2'))
    expect([...words(cell), cellComplete(cell.voices)]).toEqual(['complete', 'complete', true]);
  // Executor "complete", civil society "limited", with a reply.
  expect(words(at('1.1 excom'))).toEqual(['complete', 'limited']);
  // No report at all; reported but not assessed; two that never reported.
  for (const cell of of('4.1')) expect(words(cell)).toEqual(['no_report', 'not_assessed']);
  for (const number of ['2.3', '4.2'])
    expect(of(number).every((cell) => cell.voices.civil.word === 'not_assessed')).toBe(true);
  expect(of('4.2').filter((cell) => cell.voices.executor.word === 'no_report').length).toBe(2);
  // Both agree on "substantial"; civil society more generous; no evidence found for a claim.
  expect(words(at('1.3 eservices'))).toEqual(['under_way', 'substantial']);
  expect(words(at('2.1 mun-agdurna'))).toEqual(['under_way', 'substantial']);
  expect(words(at('3.2 eservices'))).toEqual(['under_way', 'complete']);
  expect(words(at('3.2 health'))).toEqual(['complete', 'no_evidence']);
  expect(of('1.4').every((cell) => cell.withdrawn)).toBe(true);
  // One report is overdue by 12 days among the bodies that reported before; the others never did.
  const overdue = [...named].filter(([, cell]) => cell.overdue && cell.voices.executor.on);
  expect(overdue.map(([name, cell]) => [name, cell.overdue?.days])).toEqual([['3.3 excom', 12]]);
  // Late are exactly two measures.
  const late = [...named.values()].filter((cell) => cellLate(cell.voices, cell, on.today));
  expect([...new Set(late.map((cell) => cell.number))].sort()).toEqual(['1.1', '4.2']);

  const front = await frontOf(scratch.db, forum, on.today);
  expect(front.late.map((line) => [line.number, line.due])).toEqual([
    ['1.1', '2026-09-30'],
    ['4.2', '2026-11-04'],
  ]);
  const [local] = front.cards.filter((card) => card.plan.kind === 'local');
  expect(local).toMatchObject({ stage: 'in_force', tally: { total: 11, withdrawn: 1, late: 2 } });
  expect(local!.tally.differ).toBeGreaterThan(0);
  expect(front.next.some((line) => line.number === '1.4')).toBe(false);
  expect(front.reports.length).toBe(1);
}

/** Two windows of reply are open, one of them extended; one passed in silence. */
async function windowsKept(scratch: Scratch, on: Stage, forum: Forum): Promise<void> {
  const open = await repliesAwaited(scratch.db, forum, 'all', on.today);
  expect(open.map((line) => [line.number, line.extended, line.publishesOn > on.today])).toEqual([
    ['2.2', false, true],
    ['2.2', true, true],
  ]);
  const sent = await evaluationsSince(scratch.db, forum, 'all', '2025-01-01' as typeof on.today);
  const silent = sent.filter((line) => line.repliedOn === null && line.replyUntil < on.today);
  expect(silent.map((line) => [line.number, line.completion])).toEqual([['3.2', 'no_evidence']]);
}

/** It is said by whom and how everything came, and what was before stays. */
async function historyKept(scratch: Scratch): Promise<void> {
  const one = async (text: ReturnType<typeof sql>) => (await text.execute(scratch.db)).rows;
  const ways = await one(sql`select way, count(*)::int as n from plans_updates group by way order by way`);
  expect(ways.map((row) => (row as { way: string }).way)).toEqual(['account', 'link', 'paper']);
  const roles = await one(sql`select distinct actor_role as r from core_entries where kind like 'plans.%' order by r`);
  expect(roles.map((row) => (row as { r: string }).r)).toEqual([
    'coordinator',
    'evaluator',
    'executor',
    'link',
    'secretary',
    'system',
  ]);
  const amended = await one(sql`
    select m.number, m.due_on as before, a.new_due_on as after, a.new_text is not null as text
    from plans_amendments a join plans_measures m on m.forum_id = a.forum_id and m.id = a.measure_id
    where m.number in ('1.1', '2.3') order by m.number`);
  expect(amended).toEqual([
    { number: '1.1', before: '2026-07-30', after: '2026-09-30', text: true },
    { number: '2.3', before: expect.any(String), after: expect.any(String), text: false },
  ]);
  const left = await one(sql`select to_day from plans_cells where amendment_out is not null`);
  expect(left.length).toBe(2);
  const ended = await one(sql`select value from plans_targets where amendment_out is not null order by value`);
  expect(ended).toEqual([{ value: 6 }, { value: 60 }]);
  const unknown = await one(sql`select 1 from plans_indicators where baseline_value is null`);
  expect(unknown.length).toBeGreaterThanOrEqual(3);
  const files = (await one(sql`select distinct sha256, media_type from core_files`)) as {
    sha256: string;
    media_type: string;
  }[];
  expect(files.map((file) => file.media_type).sort()).toEqual(['application/pdf', 'image/jpeg', 'image/jpeg']);
  for (const { sha256 } of files) expect((await store.read(sha256))?.length).toBeGreaterThan(5_000);
}

/** The recovered national plan and the record of 2017 stand apart from what is made up. */
async function factsApart(scratch: Scratch, on: Stage, forum: Forum): Promise<void> {
  const { cards } = await frontOf(scratch.db, forum, on.today);
  const national = cards.find((card) => card.plan.kind === 'national')!;
  expect(national).toMatchObject({ own: true, stage: 'closed', tally: { total: 13, late: 0 } });
  expect(national.plan).toMatchObject({
    slug: 'milli-2016-2018',
    rendering: true,
    executor_voice: 'not_asked',
    reported_measures: 58,
    reported_points: 11,
    reported_local: 25,
  });
  const record = await forumBy(scratch, 'sabirabad-2017');
  expect([record.kind, record.demonstration]).toEqual(['record', true]);
  const groups = await factsOf(scratch.db, record.id);
  const values = (part: string): readonly (string | undefined)[] =>
    groups.find((group) => group.part === part)!.facts.map((fact) => (fact.value as Texts | null)?.en);
  expect(values('composition')).toEqual(['4', '6', '5', '8', '23']);
  expect(values('finding')).toContain('nearly 18%');
  expect(groups.flatMap((group) => group.facts).every((fact) => fact.source.az && fact.sourceUrl)).toBe(true);
  expect((await frontOf(scratch.db, record, on.today)).cards).toEqual([]);
  expect((await placesOf(scratch.db, forum.id)).filter((place) => place.kind === 'community').length).toBe(15);
}

const PERSON = {
  ...{ name: { az: 'Rəna' }, language: 'az' as const, email: null, phone: null },
  ...{ role: 'secretary', body: null, from: '2026-01-01' as Stage['today'], to: null },
};
const addedPerson = () => identityModule(identity).commands.find((one) => one.name === 'identity.add_person') as never;

/** How many rows each table holds of each forum ("-": of the installation), where there are any. */
async function rowsOf(scratch: Scratch): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  const text = await readFile(new URL('../../../db/schema.sql', import.meta.url), 'utf8');
  for (const [, table] of text.matchAll(/^create table (\w+)/gm)) {
    if (table === 'core_migrations') continue;
    const forum = FORUM_TABLES.includes(table!) ? sql`forum_id::text` : sql`'-'`;
    const { rows } = await sql<{ forum: string; n: number }>`
      select ${forum} as forum, count(*) as n from ${sql.table(table!)} group by 1`.execute(scratch.db);
    for (const row of rows) found.set(`${table} ${row.forum}`, Number(row.n));
  }
  return found;
}
