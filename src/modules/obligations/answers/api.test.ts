import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Actor, NOBODY, SYSTEM } from '#core/actor.ts';
import { command, done, YES } from '#core/command.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { withheldOn } from '#core/db/testing/withheld.ts';
import { type FileStore, fileStore } from '#core/files/store.ts';
import { type VisitorAsked, visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { FILE_OBJECT } from '#core/withholding/withheld.ts';
import { makeDeedLink, spendDeed } from '#modules/identity/deeds/commands.ts';
import { deedActor } from '#modules/identity/deeds/queries.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { EXTEND_DEED, FULFIL_DEED } from '../access.ts';
import { OBLIGATIONS_DEEDS } from '../contract.ts';
import { openByHand } from '../keeping/commands.ts';
import { obligationsModule } from '../module.ts';
import { quietNeeds } from '../samples.ts';
import { readsAnswer } from './api.ts';
import { findAnswerFile } from './queries.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
let folder = '';
let files: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ortaq-answers-'));
  files = fileStore(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const come = (on: Stage, actor?: Actor, more: Partial<VisitorAsked> = {}) =>
  visitor(on, {
    routes: obligationsModule({ ...quietNeeds((code) => langs[code]), files }).routes,
    ...{ langs, language: 'en' as const, ...(actor ? { actor } : {}), ...more },
  });
const keeper = (on: Stage): Actor => person(on.forum.id, 'secretary');
const ofBody = (on: Stage, body: string): Actor => ({
  ...{ kind: 'person', id: '01900000-0000-7000-8000-00000000beef', name: 'Somebody' },
  roles: [{ role: 'member', forum: on.forum.id, body }],
});
const letter = () => new File(['The answer to your request.'], 'letter 41.txt', { type: 'text/plain' });
const SAID = { on_day: '2026-11-23', source: 'Letter No 41', url: '' };
const problems = (html: string): readonly string[] =>
  [...html.matchAll(/<a href="#f-([^"]+)">/g)].map(([, field]) => field!);

/** A case of a named body, received today. */
async function owed(on: Stage): Promise<{ id: string; body: string }> {
  const named = { key: 'excom', kind: 'ngo' as const, name: { az: 'Qurum', en: 'The body' }, source: 'm' };
  const body = await loadNamedBody(asSystem(on), named);
  const made = await on.as(keeper(on))(openByHand, {
    ...{ rule: 'az.information.answer', title: { en: 'Answer about the budget' }, on: on.today },
    ...{ at: null, reference: null, body },
  });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return { id: made.value.id, body };
}

/** A visitor who came by a link for exactly one deed, with the address of its form. */
async function byLink(on: Stage, deed: typeof FULFIL_DEED | typeof EXTEND_DEED, id: string) {
  const { db } = on.house.database;
  const described = await OBLIGATIONS_DEEDS.find((kind) => kind.command === deed)!.describe(db, on.forum, id);
  if (!described) throw new Error('nothing to do');
  const make = command({
    name: 'trial.link',
    input: v.null(),
    access: () => YES,
    run: async (ctx) => done(await makeDeedLink(ctx, { ...described, command: deed, object: id, person: null }), null),
  });
  const made = await on.as(SYSTEM)(make, null);
  if (!made.ok) throw new Error('no link');
  const byDeed: VisitorAsked['byDeed'] = (knock) => deedActor(db, on.now, knock.forum.id, knock.deed!);
  const house = { ...on.house, spendDeed };
  const query = `?deed=${made.value.token}`;
  return { visit: come(on, undefined, { house, byDeed }), at: `${described.formPath}${query}`, query };
}

const kept = async (on: Stage) =>
  (
    await sql<{ id: string; public: boolean; name: string }>`
      select id, public, name from core_files order by name`.execute(on.house.database.db)
  ).rows;

both('a link for one answer', (scratch) => {
  it('reports exactly this case as done, once, with the letter that answered; then nothing more', async () => {
    const on = await stage(scratch);
    const { id, body } = await owed(on);
    const { visit, at, query } = await byLink(on, FULFIL_DEED, id);
    const form = await visit.get(at);
    expect([form.status, form.kept]).toEqual([200, false]);
    expect(form.text).toContain('You speak for your body');
    const action = /<form[^>]* action="([^"]+)"/.exec(form.text)?.[1];
    expect(action).toBe(`/en/stage${at}`);
    for (const other of ['/obligations/1/extension', '/obligations/1/waiver'])
      expect((await visit.get(`${other}${query}`)).status).toBe(403);
    expect((await visit.get(`/obligations/1/fulfilment${query}&way=paper`)).status).toBe(403);
    expect(problems((await visit.post(action!, { ...SAID, source: '' })).text)).toEqual(['source']);
    const sent = await visit.post(action!, { ...SAID, files: letter() });
    expect([sent.status, sent.to]).toEqual([303, '/en/stage/obligations/1?done=fulfilled']);
    expect((await visit.post(action!, SAID)).status).toBe(410);

    const page = await come(on).get(sent.to!);
    for (const said of ['Said by the body itself.', 'By a personal link that works once.', 'Letter No 41'])
      expect(page.text).toContain(said);
    const [file] = await kept(on);
    expect(file).toMatchObject({ public: false });
    expect(page.text).not.toContain('letter 41');
    expect(page.text).toContain('1 file is kept for the record');
    const asked = { db: scratch.db, today: on.today, forum: on.forum.id, file: file!.id };
    expect(await readsAnswer({ ...asked, actor: ofBody(on, body) })).toBe(true);
    expect(await readsAnswer({ ...asked, actor: ofBody(on, id) })).toBe(false);
    expect(await readsAnswer({ ...asked, actor: NOBODY })).toBe(false);
    expect((await come(on, ofBody(on, body)).get('/obligations/1')).text).toContain(
      `/files/${on.forum.id}/${file!.id}`,
    );
    for (const kind of OBLIGATIONS_DEEDS) expect(await kind.describe(scratch.db, on.forum, id)).toBeNull();
  });

  it('opens also while the lateness is not public, and extends as the rule allows, once', async () => {
    const on = await stage(scratch);
    const { id } = await owed(on);
    const { visit, at } = await byLink(on, EXTEND_DEED, id);
    expect(problems((await visit.post(at, { reason: '' })).text)).toEqual(['reason']);
    expect((await visit.post(at, { reason: 'The archive is far away' })).to).toContain('done=extended');
    const [, extend] = OBLIGATIONS_DEEDS;
    expect(await extend!.describe(scratch.db, on.forum, id)).toBeNull();
    const late = await byLink(on, FULFIL_DEED, id);
    on.now = new Date('2026-12-20T08:00:00Z');
    const again = await byLink(on, FULFIL_DEED, id);
    expect((await come(on).get('/obligations/1')).status).toBe(404);
    expect((await late.visit.get(late.at)).status).toBe(410);
    expect((await again.visit.get(again.at)).status).toBe(200);
  });
});

both('an answer to a case', (scratch) => {
  it('is given by the body and the keepers alone; for others there is no difference to no case', async () => {
    const on = await stage(scratch);
    const { id, body } = await owed(on);
    const words = async (actor: Actor | undefined, at: string) => {
      const got = await come(on, actor).get(at);
      return [got.status, got.text];
    };
    for (const actor of [undefined, ofBody(on, id)])
      for (const deed of ['fulfilment', 'extension'])
        expect(await words(actor, `/obligations/1/${deed}`)).toEqual(await words(actor, `/obligations/99/${deed}`));
    const own = ofBody(on, body);
    expect((await come(on, own).get('/obligations/1')).text).toContain('/obligations/1/fulfilment');
    expect((await come(on, own).get('/obligations/1/waiver')).status).toBe(403);
    expect((await come(on, own).post('/obligations/1/fulfilment', { ...SAID, way: 'paper' })).status).toBe(403);
    expect((await come(on, own).post('/obligations/1/fulfilment', SAID)).status).toBe(303);
    expect((await come(on).get('/obligations/1')).text).toContain('Said by the body itself.');
  });

  it('on paper is entered with number, day and scan; the scan is for the keepers, what is ticked is for everybody', async () => {
    const on = await stage(scratch);
    const { body } = await owed(on);
    const act = come(on, keeper(on));
    const at = '/obligations/1/fulfilment';
    expect((await act.get(`${at}?way=paper`)).text).toContain('name="way" value="paper"');
    expect(problems((await act.post(at, { ...SAID, way: 'paper' })).text)).toEqual(['paper_ref', 'paper_day']);
    const bad = new File(['<script>'], 'x.html', { type: 'text/html' });
    expect(problems((await act.post(at, { ...SAID, files: bad })).text)).toEqual(['files']);
    const paper = { way: 'paper', paper_ref: '41', paper_day: '20.11.2026', scan: new File(['scan'], 'zscan.txt') };
    await act.post(at, { ...SAID, ...paper, everybody: 'yes', files: letter() });
    const [shown, scan] = await kept(on);
    expect([shown!.public, scan!.public]).toEqual([true, false]);
    const page = (await come(on).get('/obligations/1')).text;
    expect(page).toContain('Entered by the secretary from letter No 41 of 20 November 2026.');
    expect(page).toContain(`/files/${on.forum.id}/${shown!.id}`);
    expect(page).not.toContain(scan!.id);
    const asked = { db: scratch.db, today: on.today, forum: on.forum.id, file: scan!.id };
    expect(await readsAnswer({ ...asked, actor: ofBody(on, body) })).toBe(false);
    expect((await on.entries()).at(-1)?.kind).toBe('obligations.fulfilled');

    // A file that was demanded away keeps its name and loses its address.
    expect(await findAnswerFile(scratch.db, on.forum, shown!.id)).toMatchObject({ path: '/obligations/1#end' });
    expect(await findAnswerFile(scratch.db, on.reference, shown!.id)).toBeNull();
    await withheldOn(on, { type: FILE_OBJECT, id: shown!.id }, '/obligations/1');
    const after = (await come(on).get('/obligations/1')).text;
    expect(after).toContain('decision No 7');
    expect(after).not.toContain(shown!.id);
  });

  it('gives whoever records it words to pass on, in the language of the platform, the address last', async () => {
    const on = await stage(scratch);
    await owed(on);
    const act = come(on, keeper(on));
    const { to } = await act.post('/obligations/1/fulfilment', { ...SAID, on_day: '2026-11-23' });
    const { text } = await act.get(to!);
    const message = /<textarea[^>]*lang="az"[^>]*>([^<]*)</.exec(text)?.[1] ?? '';
    expect(message).toContain('23 noyabr 2026');
    expect(message.length).toBeLessThan(600);
    expect(message.endsWith('/az/stage/obligations/1')).toBe(true);
    expect(text).toContain('data-copy');
    expect((await act.get('/obligations/1')).text).not.toContain('data-copy');
    expect((await act.get('/obligations/1?done=nothing')).text).not.toContain('data-copy');
  });
});
