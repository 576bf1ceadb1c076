import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Actor, SYSTEM } from '#core/actor.ts';
import { verifyExport } from '#core/audit/export/verify.ts';
import { openLogKey } from '#core/audit/log-key.ts';
import { NODE } from '#core/audit/primitives.ts';
import { Sequencer } from '#core/audit/sequencer.ts';
import { witnessOf } from '#core/audit/testing/witness.ts';
import { writeStep } from '#core/db/opening-rows.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { contextOf } from '#core/house.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { type OpeningStep, opennessFrom } from '#core/opening/openness.ts';
import type { PagePart } from '#core/opening/part.ts';
import { WHOLE } from '#core/opening/sight.ts';
import { identityModule } from '#modules/identity/module.ts';
import { placesModule } from '#modules/places/module.ts';
import { loadPlaces } from '#modules/places/samples.ts';
import { SENTENCES } from '../../texts.gen.ts';
import { eraseEntryContent } from './erasing/commands.ts';
import { opendataModule } from './module.ts';
import { keptUntil, newsSeen, publicForums } from './record/queries.ts';
import { isLogPublic } from './record/rules.ts';

const langs = {
  az: new Lang('az', SENTENCES.az),
  en: new Lang('en', SENTENCES.en),
  ru: new Lang('ru', SENTENCES.ru),
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ortaq-opendata-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A forum with places and organisations, every entry in the tree or (not yet) none. */
async function world(scratch: Scratch, isIntegrated = true) {
  const on = await stage(scratch, { slug: 'durnasu' });
  const made = await loadPlaces(asSystem(on), on.today);
  const key = await openLogKey(scratch.db, folder, on.now);
  const sequencer = new Sequencer({ house: on.house, key, onTrouble: (problem) => expect.fail(String(problem)) });
  if (isIntegrated) await sequencer.integrateWaiting();
  const modules = [placesModule(), identityModule({} as never)];
  const own = opendataModule({
    forums: () => [on.forum],
    reference: () => on.reference,
    entries: () => Object.assign({}, own.entries, ...modules.map((module) => module.entries)),
    roles: () => modules.flatMap((module) => module.roles ?? []),
    parts: () => modules.flatMap((module) => module.parts ?? []),
    key,
    verifier: async () => null,
  });
  const as = (actor?: Actor, language: LanguageCode = 'en') =>
    visitor(on, { routes: own.routes, langs, language, ...(actor ? { actor } : {}) });
  return { on, as, sequencer, made, own };
}

const entriesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\/log\/([0-9a-f-]{36})"/g)].map(([, id]) => id!)),
];

async function nameEntry(scratch: Scratch, on: Stage, kind: string): Promise<{ id: string; object_id: string }> {
  return scratch.db
    .withTables<CoreTables>()
    .selectFrom('core_entries')
    .select(['id', 'object_id'])
    .where('forum_id', '=', on.forum.id)
    .where('kind', '=', kind)
    .orderBy('id')
    .executeTakeFirstOrThrow();
}

both('the public log', (scratch) => {
  it('says in each language what changed, chosen by thing and time in the address', async () => {
    const { as, on } = await world(scratch);
    for (const [language, words] of [
      ['en', 'was added to the organisations'],
      ['az', 'qurumlar siyahısına əlavə edildi'],
      ['ru', 'организаци'],
    ] as const) {
      const page = await as(undefined, language).get('/log');
      expect([page.status, page.kept]).toEqual([200, true]);
      expect(page.text.toLowerCase()).toContain(words.toLowerCase());
    }
    const all = await as().get('/log');
    expect(entriesIn(all.text)).toHaveLength(50);
    expect(all.text).toContain('page=2');
    expect(all.text).toMatch(/Entry \d\d/);
    const places = await as().get('/log?about=place');
    expect(places.text).not.toContain('was added to the organisations');
    const { object_id: body } = await nameEntry(scratch, on, 'places.body_added');
    const ofBody = await as().get(`/log?body=${body}`);
    expect(entriesIn(ofBody.text).length).toBeLessThan(entriesIn(all.text).length);
    expect((await as().get('/log?to=2026-11-22')).text).toContain('No entries');
    expect(entriesIn((await as().get('/log?from=2026-11-23&to=2026-11-23')).text)).toHaveLength(50);
    for (const strange of ['place=%27', 'body=x', 'from=2026-02-30', 'page=999', 'about=%00'])
      expect((await as().get(`/log?${strange}`)).status).toBeLessThan(500);
  });

  it('gives desks what others did since a place in the log, and nothing to who may not see the log', async () => {
    const { on, own, sequencer } = await world(scratch);
    const parts: readonly PagePart[] = [{ id: 'plans', name: '', paths: [], files: false, personal: async () => [] }];
    const declared = { entries: () => own.entries, roles: () => [], parts: () => parts };
    const reader = { db: scratch.db, forum: on.forum, lang: langs.en };
    const asked = { place: null, from: new Date(0), reader: '01900000-0000-7000-8000-00000000beef', limit: 5 };
    const all = await newsSeen(declared, { ...reader, sight: WHOLE }, asked);
    expect(all!.lines.map(({ row }) => row.leaf)).toEqual([1, 2, 3, 4, 5].map((n) => all!.total - n));
    const last = { ...asked, place: all!.total - 2 };
    expect(await newsSeen(declared, { ...reader, sight: WHOLE }, last)).toMatchObject({ total: 2 });
    expect(
      await newsSeen(declared, { ...reader, sight: { ...WHOLE, shows: (id) => id !== 'plans' } }, asked),
    ).toBeNull();
    // What waits for its place in the log is no news yet: it would be news twice.
    await asSystem(on)(eraseEntryContent, { entry: all!.lines[0]!.row.id, ground: 'a judgment' });
    expect(await newsSeen(declared, { ...reader, sight: WHOLE }, last)).toMatchObject({ total: 2 });
    await sequencer.integrateWaiting();
    const later = await newsSeen(declared, { ...reader, sight: WHOLE }, last);
    expect([later!.total, later!.lines[1]!.sentence]).toEqual([3, null]);
  });

  it('shows each entry with its number and proof, and the history of a thing', async () => {
    const { as, on } = await world(scratch);
    const { id, object_id: body } = await nameEntry(scratch, on, 'places.body_added');
    const entry = await as().get(`/log/${id}`);
    expect(entry.text).toContain(`&quot;entry&quot;:&quot;${id}&quot;`);
    expect(entry.text).toContain(`ortaq.log/${on.forum.id}`);
    expect(entry.text).toMatch(/This is entry \d+ of \d+ that are signed/);
    expect(entry.text.indexOf('<details')).toBeLessThan(entry.text.indexOf('RFC 9162'));
    const history = await as().get(`/history/body/${body}`);
    expect(entriesIn(history.text)).toContain(id);
    expect((await as().get(`/history/body/${on.forum.id}`)).text).toContain('Nothing in the public log speaks of it');
    for (const wrong of ['/log/nothing', `/log/${on.forum.id}`, '/history/BODY/x'])
      expect((await as().get(wrong)).status).toBe(404);
  });

  it('keeps no page for long while entries wait for their place', async () => {
    const { as, on, sequencer } = await world(scratch, false);
    const { id } = await nameEntry(scratch, on, 'places.body_added');
    expect((await as().get(`/log/${id}`)).text).toContain('Within a second it gets its number');
    expect((await as().get('/log')).text).toContain('Entry being recorded');
    expect(await keptUntil(scratch.db, on.forum.id, on.now)).toEqual({
      validUntil: new Date(on.now.getTime() + 2_000),
    });
    await sequencer.integrateWaiting();
    expect((await as().get(`/log/${id}`)).text).not.toContain('Within a second');
    expect(await keptUntil(scratch.db, on.forum.id, on.now)).toEqual({});
    const logs = await as().get('/en/log');
    expect(logs.text).toContain('/en/durnasu/log">Stage');
    expect(logs.text).toContain('>84<');
  });

  it('is kept from strangers while any kind of pages of its forum is', async () => {
    const { as, on } = await world(scratch);
    const parts = [{ id: 'plans' }, { id: 'places' }, { id: 'log' }] as unknown as readonly PagePart[];
    const step = (name: OpeningStep['step'], part: string | null = null) => ({ step: name, part, opensOn: null });
    const isPublic = (...steps: readonly OpeningStep[]) => isLogPublic(opennessFrom(steps, 'careful'), parts);
    expect([isPublic(), isPublic(step('prepared'))]).toEqual([true, false]);
    const some = [step('opened'), step('shown', 'plans'), step('shown', 'log')];
    expect([isPublic(...some), isPublic(...some, step('shown', 'places'))]).toEqual([false, true]);
    const ctx = contextOf(on.house, { actor: SYSTEM, forum: on.forum, lang: 'en', requestId: 'test' }, scratch.db);
    await writeStep(ctx, on.forum.id, step('prepared'));
    const needs = { forums: () => [on.forum], parts: () => parts };
    expect(await publicForums(scratch.db, needs)).toEqual([]);
    expect((await as().get('/en/log')).text).not.toContain('/en/durnasu/log');
  });

  it('is taken away as an archive that fits', async () => {
    const { as } = await world(scratch);
    const file = await as().get('/log/export');
    expect([file.status, file.type]).toEqual([200, 'application/zip']);
    const found = verifyExport(NODE, Buffer.from(file.text, 'latin1'));
    expect(found.fits && found.logs.map(({ name }) => name)).toEqual(['durnasu']);
  });

  it('is confirmed by a member with a signature that fits, and by no other', async () => {
    const { as, on } = await world(scratch);
    const member = as(person(on.forum.id, 'member'));
    const [head] = await scratch.db
      .withTables<CoreTables>()
      .selectFrom('core_log_checkpoints')
      .select('size')
      .where('forum_id', '=', on.forum.id)
      .execute();
    const address = `/log/checkpoints/${head!.size}/cosignatures`;
    expect((await member.get(`${address}/new`)).text).toContain('up to the blank line');
    expect((await as().get(`${address}/new`)).status).toBe(401);
    expect((await member.get('/log/checkpoints/1/cosignatures/new')).status).toBe(404);
    for (const kind of ['note', 'cosignature'] as const) {
      const { key, line } = await witnessOf(scratch.db, on.forum.id, head!.size, kind);
      const wrong = await member.post(address, { key, signature: line.replace(/.{8}$/, 'AAAAAA==') });
      expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('does not fit this text')]);
      expect((await member.post(address, { key: 'mine', signature: line })).text).toContain('This is no public key');
      expect((await as(person(on.forum.id, 'resident')).post(address, { key, signature: line })).status).toBe(403);
      expect((await member.post(address, { key, signature: line })).to).toBe('/en/durnasu/log?done=confirmed');
      expect((await member.post(address, { key, signature: line })).text).toContain('signed this state already');
    }
    expect((await as().get('/log')).text).toContain('witness.example confirmed the state');
    const found = verifyExport(NODE, Buffer.from((await as().get('/log/export')).text, 'latin1'));
    expect(found.fits && found.logs[0]).toMatchObject({ cosigned: 1 });
  });

  it('no longer says what the operator erased, and says that it was erased', async () => {
    const { as, on, sequencer } = await world(scratch);
    const { id } = await nameEntry(scratch, on, 'places.body_added');
    const input = { entry: id, ground: 'Court decision 2(1)-15/2026' };
    expect(await on.as(person(on.forum.id, 'coordinator'))(eraseEntryContent, input)).toMatchObject({ ok: false });
    expect(await on.as(person(null, 'operator'))(eraseEntryContent, input)).toMatchObject({ ok: true });
    expect(await on.as(person(null, 'operator'))(eraseEntryContent, input)).toMatchObject({ ok: false });
    await sequencer.integrateWaiting();
    const entry = await as().get(`/log/${id}`);
    expect(entry.text).toContain('What this entry said was erased');
    expect(entry.text).toContain('RFC 9162');
    expect((await as().get('/log')).text).toContain('Court decision 2(1)-15/2026');
    const found = verifyExport(NODE, Buffer.from((await as().get('/log/export')).text, 'latin1'));
    expect(found.fits && found.logs[0]).toMatchObject({ erased: 1 });
  });
});
