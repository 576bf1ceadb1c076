import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Actor, SYSTEM } from '#core/actor.ts';
import { type Ctx, command, done, YES } from '#core/command.ts';
import { writeLevel } from '#core/db/opening-rows.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { withhold } from '#core/db/withholding-rows.ts';
import { fileStore } from '#core/files/store.ts';
import type { Together } from '#core/house.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { loadDraft, loadNextDraft } from '#modules/forum/documents/samples.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { participationModule } from '../module.ts';
import type { ParticipationNeeds } from '../schema.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const { az } = langs;
let folder = '';
let needs: ParticipationNeeds;
let names = true;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ortaq-consultations-'));
  needs = { measures: async () => [], files: fileStore(folder), mayStorePeople: async () => names };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const come = (on: Stage, actor?: Actor) =>
  visitor(on, { routes: participationModule(needs).routes, langs, ...(actor ? { actor } : {}) });
const secretary = (on: Stage): Actor => person(on.forum.id, 'secretary');
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const wrong = (html: string): readonly string[] =>
  [...html.matchAll(/<li><a href="#f-([^"]+)">/g)].map(([, field]) => field!);
const article = (number: string, words: string) => ({ number, heading: {}, words: { az: words } });
const speaker = (on: Stage, body: string): Actor => ({
  ...{ kind: 'person', id: '01900000-0000-7000-8000-00000000d00d', name: 'Speaker' },
  roles: [{ role: 'executor', forum: on.forum.id, body }],
});

interface Draft {
  readonly on: Stage;
  readonly document: string;
  readonly body: string;
  readonly world: { readonly together: Together; readonly forum: string };
}

/** A draft that members received, and an organisation that answers. */
async function draft(scratch: Parameters<typeof stage>[0]): Promise<Draft> {
  const on = await stage(scratch);
  names = true;
  const together = { perform: asSystem(on), db: scratch.db } as unknown as Together;
  const world = { together, forum: on.forum.id };
  const document = await loadDraft(world, { az: 'Etik qaydalar' }, [
    article('1', 'Məqsəd'),
    article('2', 'Hədiyyələr'),
  ]);
  const body = await loadNamedBody(asSystem(on), { key: 'excom', kind: 'excom', name: { az: 'Kür İH' }, source: 'm' });
  return { on, document, body, world };
}

const opening = ({ document, body }: Draft) => ({
  ...{ subject: document, words: 'Nə düşünürsünüz?', from: '2026-11-23', until: '2026-12-03', body, office: '' },
});

async function opened(of: Draft, more: Record<string, string> = {}): Promise<void> {
  const made = await come(of.on, secretary(of.on)).post('/consultations', { ...opening(of), ...more });
  expect([made.status, made.to]).toEqual([303, '/az/stage/consultations/a1?done=opened']);
}

/** Both steps of commenting; gives the code of the receipt. */
async function said(on: Stage, typed: Record<string, string>, actor?: Actor): Promise<string> {
  const b = come(on, actor);
  const version = hidden((await b.get('/consultations/a1/comments/new')).text, 'version');
  const fields = { version, article: '2', text: 'Bir qutu çay da hədiyyədir.', signature: '', as: '', ...typed };
  const checked = await b.post('/consultations/a1/comments/new', fields);
  expect([checked.status, wrong(checked.text)]).toEqual([200, []]);
  const code = hidden(checked.text, 'code');
  const sent = await b.post('/consultations/a1/comments', { ...fields, code });
  expect([sent.status, sent.kept]).toEqual([200, false]);
  expect(sent.text).toContain(code);
  return code;
}
const published = (on: Stage, place: number, text = 'Bir qutu çay da hədiyyədir.', signed = '') =>
  come(on, secretary(on)).post(`/consultations/a1/${place}/publication`, { text, signed });
const status = async (on: Stage, code: string): Promise<string> =>
  (await come(on).post('/consultations/receipts', { code })).text;

/** Something of the core that only runs inside a deed. */
const inside = (on: Stage, work: (ctx: Ctx) => Promise<unknown>) =>
  on.as(SYSTEM)(
    command({
      ...{ name: 'test.inside', input: v.null(), access: () => YES },
      run: async (ctx) => done(await work(ctx), null),
    }),
    null,
  );

both('a consultation', (scratch) => {
  it('is opened by who keeps the forum, on a draft, with days that can be kept', async () => {
    const of = await draft(scratch);
    const { on } = of;
    expect((await come(on).get('/consultations/new')).status).toBe(401);
    expect((await come(on, speaker(on, of.body)).post('/consultations', opening(of))).status).toBe(403);
    const b = come(on, secretary(on));
    expect((await b.get('/consultations/new')).text).toContain('Etik qaydalar');
    for (const [more, field] of [
      [{ until: '2026-11-23' }, 'until'],
      [{ from: '2026-11-22' }, 'from'],
      [{ until: '2028-01-01' }, 'until'],
      [{ subject: '' }, 'subject'],
      [{ body: '' }, 'body'],
      [{ words: ' ' }, 'words'],
      [{ subject: of.body }, 'subject'],
    ] as const) {
      const made = await b.post('/consultations', { ...opening(of), ...more });
      expect([made.status, wrong(made.text)]).toEqual([422, [field]]);
    }
    await opened(of);
    const again = await b.post('/consultations', opening(of));
    expect([again.status, wrong(again.text)]).toEqual([422, ['subject']]);
    const page = (await come(on).get('/consultations/a1')).text;
    for (const words of ['Nə düşünürsünüz?', 'Hədiyyələr', 'Kür İH', az.t('participation.consultations.own_term')])
      expect(page).toContain(words);
    expect((await come(on).get('/consultations')).text).toContain('/consultations/a1');
    expect((await come(on).get('/consultations/b7')).status).toBe(404);
  });

  it('hears a resident without an account, after a moderator, and keeps neither person nor hour', async () => {
    const of = await draft(scratch);
    const { on } = of;
    await opened(of);
    const actor = person(on.forum.id, 'resident');
    const code = await said(on, { text: 'Zəng edin: 050 123 45 67. Çay da hədiyyədir.' }, actor);
    for (const at of ['/consultations', '/consultations/a1', '/consultations/a1/1', '/consultations/a1/report.csv'])
      expect((await come(on).get(at)).text, at).not.toMatch(/Çay|050/);
    expect(await status(on, code)).toContain(az.t('participation.consultations.your_state.waiting'));
    const words = 'Zəng edin: [..]. Çay da hədiyyədir.';
    expect((await come(on).post('/consultations/a1/1/publication', { text: words })).status).toBe(401);
    expect((await published(on, 1, 'Zəng edin. Qəhvə də hədiyyədir.')).status).toBe(422);
    expect((await published(on, 1, words)).status).toBe(303);
    expect((await published(on, 1, words)).status).toBe(409);
    expect((await come(on).get('/consultations/a1/1')).text).toContain(words);
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(c)::text as row from participation_comments c
      union all select to_jsonb(e)::text from core_entries e where kind = 'participation.comment_received'`.execute(
      scratch.db,
    );
    for (const { row } of rows)
      for (const secret of [code, '00000000beef', '050 123']) expect(row).not.toContain(secret);
  });

  it('keeps nobody who is signed in when a resident’s words are public at once', async () => {
    const of = await draft(scratch);
    const { on } = of;
    await opened(of);
    await inside(on, (ctx) => writeLevel(ctx, on.forum.id, 'open'));
    await said(on, {}, person(on.forum.id, 'member'));
    const { rows } = await sql<{ by: string | null }>`
      select opened_by as by from obligations_cases union all
      select entered_by from participation_comments union all
      select entered_by from participation_comment_publications`.execute(scratch.db);
    expect(rows.map(({ by }) => by)).toEqual([null, null, null]);
  });

  it('is taken back by its code alone, and refused with a published rule and a sentence', async () => {
    const of = await draft(scratch);
    const { on } = of;
    await opened(of);
    const first = await said(on, {});
    const taken = await come(on).post('/consultations/receipts/withdrawal', { code: first });
    expect(taken.text).toContain(az.t('participation.consultations.receipt.withdrawn'));
    expect(taken.text).not.toContain('qutu çay');
    expect((await published(on, 1)).status).toBe(409);
    const second = await said(on, {});
    const keeper = come(on, secretary(on));
    expect(wrong((await keeper.post('/consultations/a1/2/refusal', {})).text)).toEqual(['rule', 'sentence']);
    await keeper.post('/consultations/a1/2/refusal', { rule: 'not_here', sentence: 'Bələdiyyəyə yazın.' });
    expect(await status(on, second)).toContain('Bələdiyyəyə yazın.');
    expect((await come(on).get('/consultations/a1/2')).text).not.toContain('qutu çay');
    for (const code of ['', 'x', '7K3M-7K3M-7K3M-7K3M-7K3M'])
      expect((await come(on).post('/consultations/receipts', { code })).status).toBe(422);
  });

  it('refuses in plain words: too long, a strange article, a name that imitates, a closed day, an older version', async () => {
    const of = await draft(scratch);
    const { on } = of;
    await opened(of);
    const b = come(on);
    const version = hidden((await b.get('/consultations/a1/comments/new')).text, 'version');
    const fields = { version, article: '2', text: 'Söz', signature: '', as: '', code: '7K3M-7K3M-7K3M-7K3M-7K3M' };
    const at = '/consultations/a1/comments';
    for (const [more, field] of [
      [{ text: 'x'.repeat(100_000) }, 'text'],
      [{ text: ' \u202e ' }, 'text'],
      [{ article: '7.7' }, 'article'],
      [{ article: "1' or 1=1" }, 'article'],
      [{ signature: 'Аynur' }, 'signature'],
      [{ signature: 'Küг IH'.replace('г', 'r') }, 'signature'],
      [{ signature: 'x'.repeat(81) }, 'signature'],
    ] as const) {
      const sent = await b.post(at, { ...fields, ...more });
      expect([field, sent.status, wrong(sent.text)]).toEqual([field, 422, [field]]);
    }
    names = false;
    expect(wrong((await b.post(at, { ...fields, signature: 'Aynur' })).text)).toEqual(['signature']);
    expect((await b.post(at, { ...fields, as: of.body })).status).toBe(401);
    await said(on, { text: 'Sağdan\u202e sola' });
    const { rows } = await sql<{ text: { az: string } }>`select text from participation_comments`.execute(scratch.db);
    expect(rows.map(({ text }) => text.az)).toEqual(['Sağdan sola']);
    await loadNextDraft(of.world, of.document, 'az', [article('1', 'Məqsəd'), article('2', 'Yeni')]);
    const older = await b.post(at, { ...fields, code: '7K3M-7K3M-7K3M-7K3M-7K3N' });
    expect([older.status, older.text.length > 0]).toEqual([409, true]);
    on.now = new Date('2026-12-04T08:00:00Z');
    expect((await b.post(at, fields)).status).toBe(409);
    expect((await b.get('/consultations/a1/comments/new')).status).toBe(409);
  });

  it('groups what says the same, owes one response each, and answers with a reason that is never silently changed', async () => {
    const of = await draft(scratch);
    const { on, body } = of;
    await opened(of);
    const codes = [await said(on, {}), await said(on, {}), await said(on, { article: '', signature: 'Çay evi' })];
    for (const place of [1, 2]) await published(on, place);
    await published(on, 3, undefined, 'yes');
    expect((await come(on).get('/consultations/a1/3')).text).toContain('Çay evi');
    const cases = async () =>
      (
        await sql<{ title: { params: { citation: string } }; closed: string | null; due_on: string }>`
          select title, closed, due_on from obligations_cases order by number`.execute(scratch.db)
      ).rows.map((row) => [row.title.params.citation, row.closed]);
    expect(await cases()).toEqual([
      ['A1.1', null],
      ['A1.2', null],
      ['A1.3', null],
    ]);
    const keeper = come(on, secretary(on));
    expect(wrong((await keeper.post('/consultations/a1/groups', { places: ['1'], gist: '' })).text)).toEqual([
      'gist',
      'places',
    ]);
    const grouped = await keeper.post('/consultations/a1/groups', { places: ['1', '2'], gist: 'Çay da hədiyyədir' });
    expect(grouped.to).toContain('/consultations/a1/4');
    // Nothing is left that stands alone with another.
    expect((await keeper.post('/consultations/a1/groups', { places: ['1', '3'], gist: 'x' })).status).toBe(409);
    expect(await cases()).toEqual([
      ['A1.1', 'waived'],
      ['A1.2', 'waived'],
      ['A1.3', null],
      ['A1.4', null],
    ]);
    const answer = { outcome: 'accepted', reason: 'Maddə 2 dəyişdirildi.' };
    expect((await come(on).post('/consultations/a1/4/response', answer)).status).toBe(401);
    expect((await keeper.post('/consultations/a1/4/response', answer)).status).toBe(403);
    const office = come(on, speaker(on, body));
    expect(wrong((await office.post('/consultations/a1/4/response', {})).text)).toEqual(['outcome', 'reason']);
    expect((await office.post('/consultations/a1/4/response', answer)).status).toBe(303);
    expect((await office.post('/consultations/a1/4/response', answer)).status).toBe(409);
    for (const code of codes.slice(0, 2)) expect(await status(on, code)).toContain('Maddə 2 dəyişdirildi.');
    expect(await status(on, codes[2]!)).not.toContain('Maddə 2 dəyişdirildi.');
    expect((await cases()).at(-1)).toEqual(['A1.4', 'done']);
    expect((await keeper.post('/consultations/a1/4/dissolution', {})).status).toBe(409);
    const fixed = { outcome: 'partly', reason: 'Maddə 2 qismən dəyişdirildi.', why: 'Nömrə səhv idi.' };
    expect((await office.post('/consultations/a1/4/correction', fixed)).status).toBe(303);
    const page = (await come(on).get('/consultations/a1/4')).text;
    for (const words of [answer.reason, fixed.reason, fixed.why, '23 noyabr 2026']) expect(page).toContain(words);
    const letter = { ...answer, way: 'paper', paper_ref: '14/2', paper_day: '2026-11-23' };
    expect((await keeper.post('/consultations/a1/3/response', letter)).status).toBe(303);
    const csv = (await come(on).get('/consultations/a1/report.csv')).text;
    expect(csv).toContain('A1.4,A1.1 A1.2,2,false,Çay da hədiyyədir,partly,Maddə 2 qismən dəyişdirildi.');
    const json = JSON.parse((await come(on).get('/consultations/a1/report.json')).text);
    expect(json.responses.map((row: { citation: string }) => row.citation)).toEqual(['A1.3', 'A1.4']);
    const report = (await come(on).get('/consultations/a1/report')).text;
    expect(report).toContain(az.t('participation.consultations.report.title'));
  });

  it('carries what was said to the next version, and says what became of its article', async () => {
    const of = await draft(scratch);
    const { on } = of;
    await opened(of);
    for (const number of ['1', '2']) await said(on, { article: number });
    for (const place of [1, 2]) await published(on, place);
    await loadNextDraft(of.world, of.document, 'az', [article('1', 'Başqa məqsəd')]);
    const page = (await come(on).get('/consultations/a1')).text;
    expect(page).toContain(az.t('participation.consultations.carried.changed', { version: 1 }));
    expect(page).toContain(az.t('participation.consultations.carried.gone', { version: 1 }));
    expect(page).toContain(az.t('participation.consultations.newer', { from: 1, to: 2 }));
  });

  it('hides withheld words on its page, in the report and behind the code', async () => {
    const of = await draft(scratch);
    const { on } = of;
    await opened(of);
    const code = await said(on, {});
    await published(on, 1);
    const { rows } = await sql<{ id: string }>`select id from participation_comments`.execute(scratch.db);
    const object = { type: 'participation.comment', id: rows[0]!.id };
    await inside(on, (ctx) => withhold(ctx, { object, path: null, demand: null }));
    const faces = [
      '/consultations/a1',
      '/consultations/a1/1',
      '/consultations/a1/report',
      '/consultations/a1/report.csv',
    ];
    for (const at of faces) expect((await come(on).get(at)).text, at).not.toContain('qutu çay');
    expect(await status(on, code)).not.toContain('qutu çay');
  });
});
