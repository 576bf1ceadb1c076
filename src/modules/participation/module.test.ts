import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Actor, NOBODY, SYSTEM } from '#core/actor.ts';
import { command, done, YES } from '#core/command.ts';
import { writeLevel } from '#core/db/opening-rows.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { withhold } from '#core/db/withholding-rows.ts';
import { fileStore } from '#core/files/store.ts';
import { type VisitorAsked, visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { makeDeedLink, spendDeed } from '#modules/identity/deeds/commands.ts';
import { deedActor } from '#modules/identity/deeds/queries.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../texts.gen.ts';
import { participationModule } from './module.ts';
import { describeAnswer, questionByNumber } from './questions/queries.ts';
import { ANSWER_DEED, WITHHELD } from './questions/rules.ts';
import type { ParticipationNeeds } from './schema.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const az = langs.az;
const MEASURE = {
  ...{ id: '01900000-0000-7000-8000-00000000aaaa', number: '1.1', title: { az: 'Ödəniş terminalları' } },
  path: '/plans/local/measures/1.1',
};
let folder = '';
let needs: ParticipationNeeds;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ortaq-questions-'));
  needs = { measures: async () => [MEASURE], files: fileStore(folder), mayStorePeople: async () => true };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const come = (on: Stage, actor?: Actor, more: Partial<VisitorAsked> = {}) =>
  visitor(on, { routes: participationModule(needs).routes, langs, ...(actor ? { actor } : {}), ...more });
const problems = (html: string): readonly string[] =>
  [...html.matchAll(/<li><a href="#f-([^"]+)">/g)].map(([, field]) => field!);
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const bodyOf = (on: Stage, key = 'excom'): Promise<string> =>
  loadNamedBody(asSystem(on), { key, kind: 'excom', name: { az: `${key} adı` }, source: 'm' });
const moderator = (on: Stage): Actor => person(on.forum.id, 'moderator');
const executor = (on: Stage, body: string): Actor => ({
  ...{ kind: 'person', id: '01900000-0000-7000-8000-00000000beef', name: 'Somebody' },
  roles: [{ role: 'executor', forum: on.forum.id, body }],
});

const TEXT = 'Yol nə vaxt <b>təmir</b> olunacaq? Zəng edin: 050 123 45 67';

/** Somebody without an account asks, in the two steps of the pages; gives the code of the receipt. */
async function asked(on: Stage, typed: Record<string, string>, actor?: Actor): Promise<string> {
  const b = come(on, actor);
  const checked = await b.post('/questions/new', { place: '', measure: '', text: TEXT, ...typed });
  expect(checked.status).toBe(200);
  const code = hidden(checked.text, 'code');
  expect(code).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
  const sent = await b.post('/questions', { place: '', measure: '', text: TEXT, ...typed, code });
  expect([sent.status, sent.kept]).toEqual([200, false]);
  expect(sent.text).toContain(code);
  return code;
}
const published = (on: Stage, number = 1, text = TEXT) =>
  come(on, moderator(on)).post(`/questions/${number}/publication`, { text });

both('a question of a resident', (scratch) => {
  it('is asked without an account, checked, and sent once however often it is pressed', async () => {
    const on = await stage(scratch);
    const body = await bodyOf(on);
    const b = come(on);
    const form = await b.get(`/questions/new?body=${body}`);
    expect(form.text).toContain(`<option value="${body}" selected>excom adı</option>`);
    expect(form.text).not.toMatch(/name="(name|phone|email)"/);
    const empty = await b.post('/questions/new', { text: ' \n' });
    expect([empty.status, problems(empty.text)]).toEqual([422, ['body', 'text']]);
    const long = await b.post('/questions/new', { body, text: `<i>${'x'.repeat(4_000)}` });
    expect([long.status, problems(long.text)]).toEqual([422, ['text']]);
    expect(long.text).toContain('&lt;i>xxx');

    const typed = { body, place: '', measure: MEASURE.id, text: TEXT };
    const checked = await b.post('/questions/new', typed);
    expect(checked.text).toContain(az.t('participation.checking.personal_text', { what: 'phone' }));
    expect(checked.text).toContain('Yol nə vaxt &lt;b>təmir&lt;/b>');
    const code = hidden(checked.text, 'code');
    const changed = await b.post('/questions', { ...typed, code, change: 'yes' });
    expect(changed.text).toContain('olunacaq? Zəng edin: 050 123 45 67</textarea>');
    const [first, second] = await Promise.all([1, 2].map(() => b.post('/questions', { ...typed, code })));
    const third = await b.post('/questions', { ...typed, code, text: 'Başqa söz' });
    for (const one of [first!, second!, third]) {
      expect([one.status, one.page?.secret]).toEqual([200, true]);
      expect(one.text).toContain(az.t('participation.receipt.title', { number: 1 }));
      const message = /<textarea id="message"[^>]*>([^<]*)</.exec(one.text)![1]!;
      expect([message.length < 600, message.includes(code)]).toEqual([true, true]);
      expect(message).toMatch(/http:\/\/localhost:3000\/az\/stage\/questions\/receipts$/);
    }
    expect((await on.entries()).filter(({ kind }) => kind.startsWith('participation.'))).toEqual([
      { kind: 'participation.question_received', params: { number: 1 } },
    ]);
    await asked(on, { body });
    expect((await b.get('/questions/2')).status).toBe(200);
    expect((await b.get('/questions/3')).status).toBe(404);
  });

  it('holds no person, no code and no hour, whoever asked', async () => {
    const on = await stage(scratch);
    const body = await bodyOf(on);
    on.now = new Date('2026-11-23T08:41:07.123Z');
    const code = await asked(on, { body }, person(on.forum.id, 'member'));
    await come(on).post('/questions/receipts/withdrawal', { code: await asked(on, { body }) });
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(q)::text as row from participation_questions q
      union all select to_jsonb(w)::text from participation_withdrawals w
      union all select to_jsonb(e)::text from core_entries e where kind like 'participation.%'`.execute(scratch.db);
    const all = rows.map(({ row }) => row).join('\n');
    expect(rows).toHaveLength(6);
    for (const secret of [code, code.replaceAll('-', ''), '00000000beef', '08:41', '41:07'])
      expect(all).not.toContain(secret);
    const { rows: entries } = await sql<{ actor_role: string; by_day: boolean; at: Date }>`
      select actor_role, by_day, at from core_entries where kind like 'participation.%'`.execute(scratch.db);
    for (const entry of entries) {
      expect([entry.actor_role, entry.by_day]).toEqual(['resident', true]);
      expect(entry.at.toISOString()).toBe('2026-11-23T12:00:00.000Z');
    }
    const { rows: ids } = await sql<{ id: string }>`select id from participation_questions`.execute(scratch.db);
    const noon = new Date('2026-11-23T12:00:00Z').getTime();
    for (const { id } of ids) expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(noon);
  });

  it('is followed by its code alone, on any device, and taken back before it is public', async () => {
    const on = await stage(scratch);
    const body = await bodyOf(on);
    const code = await asked(on, { body });
    const b = come(on, undefined, { language: 'ru' });
    for (const wrong of ['', 'x', '7K3M-7K3M-7K3M-7K3M-7K3M', `${code}0`]) {
      const answer = await b.post('/questions/receipts', { code: wrong });
      expect([answer.status, problems(answer.text)]).toEqual([422, ['code']]);
    }
    const seen = await b.post('/questions/receipts', { code: code.toLowerCase().replaceAll('-', ' ') });
    expect([seen.status, seen.page?.secret]).toEqual([200, true]);
    expect(seen.text).toContain(langs.ru.t('participation.your_state.waiting'));
    expect(seen.text).toContain('050 123 45 67');
    const gone = await b.post('/questions/receipts/withdrawal', { code });
    expect(gone.text).toContain(langs.ru.t('participation.receipt.withdrawn'));
    expect(gone.text).not.toContain('050');
    expect((await b.post('/questions/receipts/withdrawal', { code })).status).toBe(409);
    const { rows } = await sql<{ text: null }>`select text from participation_questions`.execute(scratch.db);
    expect(rows).toEqual([{ text: null }]);
    expect((await published(on)).status).toBe(409);
    const late = await asked(on, { body });
    await published(on, 2);
    expect((await b.post('/questions/receipts/withdrawal', { code: late })).status).toBe(409);
    expect((await b.post('/questions/receipts', { code: late })).text).toContain(
      langs.ru.t('participation.your_state.open'),
    );
  });

  it('says nothing of itself before it is published, and never when it is refused', async () => {
    const on = await stage(scratch);
    const body = await bodyOf(on);
    const code = await asked(on, { body });
    const strangers = async () =>
      Promise.all(
        ['/questions', '/questions/1', `/questions?body=${body}`].map(async (at) => (await come(on).get(at)).text),
      );
    for (const text of await strangers()) expect(text).not.toMatch(/təmir|excom/);
    for (const at of ['/questions/moderation', '/questions/1/moderation'])
      expect([(await come(on).get(at)).status, (await come(on, executor(on, body)).get(at)).status]).toEqual([
        401, 403,
      ]);
    const m = come(on, moderator(on));
    expect((await m.get('/questions/1/moderation')).text).toContain(az.t('participation.moderation.signs_text'));
    const nothing = await m.post('/questions/1/refusal', {});
    expect([nothing.status, problems(nothing.text)]).toEqual([422, ['rule', 'sentence']]);
    const refused = await m.post('/questions/1/refusal', { rule: 'insult', sentence: 'Təhqirsiz yazın.' });
    expect(refused.to).toBe('/az/stage/questions/moderation?done=refused');
    for (const text of await strangers()) expect(text).not.toMatch(/təmir|excom|Təhqirsiz/);
    expect((await come(on).get('/questions/1')).text).toContain(az.t('participation.rule.insult'));
    const mine = await come(on).post('/questions/receipts', { code });
    expect(mine.text).toContain('Təhqirsiz yazın.');
    expect(mine.text).toContain(az.t('participation.rule_means.insult'));
    expect((await m.get('/questions/1/moderation')).status).toBe(409);
  });
});

both('publishing a question', (scratch) => {
  it('takes out and changes no word, keeps nothing of what was taken out, and opens the clock', async () => {
    const on = await stage(scratch);
    on.now = new Date('2026-03-19T08:00:00Z');
    const body = await bodyOf(on);
    await asked(on, { body });
    const changed = await published(on, 1, TEXT.replace('təmir', 'tikinti'));
    expect([changed.status, problems(changed.text)]).toEqual([422, ['text']]);
    expect(changed.text).toContain('tikinti');
    const shown = TEXT.replace('050 123 45 67', '[..]');
    const [first, second] = await Promise.all([published(on, 1, shown), published(on, 1, shown)]);
    expect([first.status, second.status].sort()).toEqual([303, 409]);
    const page = await come(on).get('/questions/1');
    expect(page.text).toContain(az.t('participation.questions.redacted'));
    expect(page.text).toContain('Zəng edin: [..]');
    // Novruz and Ramazan of 2026: seven working days after Thursday 19 March end on 8 April.
    expect(page.text).toContain(az.t('participation.questions.by', { date: '8 aprel 2026' }));
    const { rows } = await sql<{ all: string }>`
      select to_jsonb(q)::text || (select string_agg(content, '') from core_entry_contents) as all
      from participation_questions q`.execute(scratch.db);
    expect(rows[0]!.all).not.toContain('123 45');
    expect(await on.entries()).toContainEqual({
      ...{ kind: 'participation.question_published', params: { number: 1, redacted: 'yes' } },
    });
    expect((await come(on).get('/questions')).text).toContain('excom adı');
    expect((await come(on).get('/questions?state=answered')).text).toContain(az.t('participation.questions.none'));
    expect((await come(on).get(`/questions?state=open&body=${body}`)).text).toContain('href="/az/stage/questions/1"');
    for (const odd of ['state=x', 'body=x', 'place=%27', 'page=99999', `body=${MEASURE.id}`])
      expect((await come(on).get(`/questions?${odd}`)).status).toBe(200);
  });

  it('lets the moderator choose who answers where nobody was named', async () => {
    const on = await stage(scratch);
    const body = await bodyOf(on);
    await asked(on, { body: 'unknown' });
    const without = await published(on);
    expect([without.status, problems(without.text)]).toEqual([422, ['body']]);
    const m = come(on, person(on.forum.id, 'coordinator'));
    expect((await m.post('/questions/1/publication', { text: TEXT, body })).status).toBe(303);
    expect((await come(on).get('/questions/1')).text).toContain('excom adı');
  });

  it('happens at once at the open level, and never without a moderator at the careful one', async () => {
    const on = await stage(scratch);
    const body = await bodyOf(on);
    const level = command({
      ...{ name: 'trial.level', access: () => YES },
      input: v.null(),
      run: async (ctx) => done(await writeLevel(ctx, ctx.forum.id, 'open'), null),
    });
    await asked(on, { body });
    expect((await questionByNumber(scratch.db, on.forum.id, 1))?.publication).toBeNull();
    await on.as(SYSTEM)(level, null);
    await asked(on, { body });
    await asked(on, { body: 'unknown' });
    const states = await Promise.all([2, 3].map((n) => questionByNumber(scratch.db, on.forum.id, n)));
    expect(states.map((one) => one?.publication?.body ?? null)).toEqual([body, null]);
    const { rows } = await sql<{ at: Date; by: string | null }>`
      select entered_at as at, entered_by as by from participation_publications
      union all select opened_at, opened_by from obligations_cases`.execute(scratch.db);
    for (const row of rows) expect([row.at.toISOString().slice(11, 19), row.by]).toEqual(['12:00:00', null]);
  });
});

/** A published question to a body. */
async function open(on: Stage) {
  const body = await bodyOf(on);
  const code = await asked(on, { body });
  expect((await published(on)).status).toBe(303);
  const question = (await questionByNumber(on.house.database.db, on.forum.id, 1))!;
  return { body, code, question };
}
const closedOf = async (on: Stage) => {
  const { rows } = await sql<{ closed: string | null; on: string | null }>`
    select closed, closed_on as on from obligations_cases`.execute(on.house.database.db);
  return rows[0];
};

both('an answer', (scratch) => {
  it('is given once by the body that was asked, ends what it owes, and is found by the code', async () => {
    const on = await stage(scratch);
    const { body, code } = await open(on);
    const other = await bodyOf(on, 'school');
    const at = '/questions/1/answer';
    expect((await come(on).get(at)).status).toBe(401);
    for (const actor of [moderator(on), executor(on, other), person(on.forum.id, 'secretary')])
      expect([(await come(on, actor).get(at)).status, (await come(on, actor).post(at, { text: 'x' })).status]).toEqual([
        403, 403,
      ]);
    const b = come(on, executor(on, body));
    expect((await b.get(at)).text).toContain('Yol nə vaxt &lt;b>təmir');
    const empty = await b.post(at, { text: ' ' });
    expect([empty.status, problems(empty.text)]).toEqual([422, ['text']]);
    const outcomes = await Promise.all([1, 2].map(() => b.post(at, { text: '<script>Gələn</script> ay.' })));
    // The second sees the answer of the first at the door or at the deed, and says so in either case.
    const [well, late] = [...outcomes].sort((x, y) => x.status - y.status);
    expect(well!.status).toBe(303);
    expect(late!.text).toContain(az.t('participation.answers.already'));
    expect(await closedOf(on)).toEqual({ closed: 'done', on: '2026-11-23' });
    const page = await come(on).get('/questions/1');
    expect(page.text).toContain('&lt;script>Gələn&lt;/script> ay.');
    expect(page.text).not.toContain('Somebody');
    const mine = await come(on).post('/questions/receipts', { code });
    expect(mine.text).toContain('&lt;script>Gələn&lt;/script> ay.');
    expect((await b.get(at)).status).toBe(409);
    expect((await come(on).get('/questions?state=answered')).text).toContain('/questions/1"');
  });

  it('comes by a link for exactly this answer, once', async () => {
    const on = await stage(scratch);
    const { question } = await open(on);
    const make = command({
      ...{ name: 'trial.link', access: () => YES },
      input: v.null(),
      run: async (ctx) => {
        const described = (await describeAnswer(ctx.db, ctx.forum, question.id))!;
        const wanted = { ...described, command: ANSWER_DEED, object: question.id, person: null };
        return done({ ...(await makeDeedLink(ctx, wanted)), formPath: described.formPath }, null);
      },
    });
    const made = await on.as(SYSTEM)(make, null);
    if (!made.ok) throw new Error('no link');
    const { token, formPath } = made.value;
    const byDeed: VisitorAsked['byDeed'] = (knock) => deedActor(scratch.db, on.now, knock.forum.id, knock.deed!);
    const b = come(on, undefined, { house: { ...on.house, spendDeed }, byDeed });
    const form = await b.get(`${formPath}?deed=${token}`);
    expect([form.status, form.kept]).toEqual([200, false]);
    const action = /<form[^>]* action="([^"]+)"/.exec(form.text)![1]!;
    expect(action).toBe(`/az/stage/questions/1/answer?deed=${token}`);
    for (const deed of ['publication', 'refusal'])
      expect((await b.post(`/questions/1/${deed}?deed=${token}`, { text: TEXT })).status).toBe(403);
    const sent = await b.post(action, { text: 'Gələn ay.' });
    expect([sent.status, sent.to?.includes(token)]).toEqual([303, false]);
    expect((await come(on).get(sent.to!)).text).toContain(az.t('ui.way.link'));
    expect((await b.post(action, { text: 'Yenə.' })).status).toBe(410);
    expect(await describeAnswer(scratch.db, on.forum, question.id)).toBeNull();
  });

  it('on paper is entered by staff, on the day of the letter, with a scan that nobody else reads', async () => {
    const on = await stage(scratch);
    const { body } = await open(on);
    on.now = new Date('2026-11-30T08:00:00Z');
    const at = '/questions/1/answer';
    expect((await come(on, executor(on, body)).post(at, { way: 'paper', text: 'x' })).status).toBe(403);
    const b = come(on, person(on.forum.id, 'secretary'));
    expect((await b.get(`${at}?way=paper`)).text).toContain('name="way" value="paper"');
    const missing = await b.post(at, { way: 'paper', text: 'Gələn ay.' });
    expect([missing.status, problems(missing.text)]).toEqual([422, ['paper_ref', 'paper_day']]);
    const letter = { way: 'paper', text: 'Gələn ay.', paper_ref: '9' };
    const early = await b.post(at, { ...letter, paper_day: '22.11.2026' });
    expect([early.status, problems(early.text)]).toEqual([422, ['paper_day']]);
    const scan = new File(['skan'], 'məktub.txt', { type: 'text/plain' });
    const sent = await b.post(at, { ...letter, paper_day: '27.11.2026', scan });
    expect((await come(on).get(sent.to!)).text).toContain(az.t('ui.way.letter', { ref: '9', date: '27 noyabr 2026' }));
    expect(await closedOf(on)).toEqual({ closed: 'done', on: '2026-11-27' });
    const { rows } = await sql`select public from core_files`.execute(scratch.db);
    expect(rows).toEqual([{ public: false }]);
  });

  it('that is late is told to the body before strangers read the day', async () => {
    const on = await stage(scratch);
    const { body } = await open(on);
    on.now = new Date('2027-01-20T08:00:00Z');
    const said = /\/obligations\/1/;
    expect((await come(on).get('/questions/1')).text).not.toMatch(said);
    expect((await come(on, executor(on, body)).get('/questions/1')).text).toMatch(said);
  });
});

both('words that are withheld', (scratch) => {
  it('stand nowhere: page, list, form of the answer, code', async () => {
    const on = await stage(scratch);
    const { body, code, question } = await open(on);
    expect((await come(on, person(on.forum.id, 'coordinator')).get('/questions/1')).text).toContain(
      `/withheld/new?type=${WITHHELD.question}&amp;id=${question.id}`,
    );
    const take = command({
      ...{ name: 'trial.withhold', access: () => YES },
      input: v.null(),
      run: async (ctx) =>
        done(
          await withhold(ctx, { object: { type: WITHHELD.question, id: question.id }, path: null, demand: null }),
          null,
        ),
    });
    await on.as(SYSTEM)(take, null);
    const b = come(on);
    const seen = [
      ...['/questions', '/questions/1'].map((at) => b.get(at)),
      b.post('/questions/receipts', { code }),
      come(on, executor(on, body)).get('/questions/1/answer'),
    ];
    for (const { status, text } of await Promise.all(seen)) {
      expect([status, /təmir/.test(text)]).toEqual([200, false]);
      expect(text).toContain(az.t('ui.withheld.own'));
    }
  });
});

both('through a helper', (scratch) => {
  it('a person without an account asks, and the deed stands on the receipt of the session', async () => {
    const on = await stage(scratch);
    const body = await bodyOf(on);
    const until = new Date(on.now.getTime() + 600_000);
    const beside: Actor = {
      ...{ kind: 'assisted', session: MEASURE.id, forum: on.forum.id, person: null, name: '' },
      ...{ roles: [], until, over: false },
    };
    const kept: unknown[] = [];
    const house = {
      ...on.house,
      keepForReceipt: async (
        _ctx: unknown,
        name: string,
        sentence: string,
        entry: { object: { path: string | null } } | null,
      ) => {
        kept.push([name, sentence, entry?.object.path]);
      },
    };
    const b = come(on, beside, { house });
    const { text } = await b.post('/questions/new', { body, text: TEXT });
    expect((await b.post('/questions', { body, text: TEXT, code: hidden(text, 'code') })).status).toBe(200);
    expect(kept).toEqual([['participation.ask', 'participation.log.question_received', '/questions/1']]);
    expect((await b.get('/questions/1/moderation')).status).toBe(403);
  });
});

both('a record of the past', (scratch) => {
  it('has nobody to answer, so nobody asks there', async () => {
    const on = await stage(scratch, { kind: 'record' });
    expect((await come(on).get('/questions/new')).status).toBe(409);
    expect(
      (await come(on, NOBODY).post('/questions', { body: 'unknown', text: 'x', code: '7K3M-7K3M-7K3M-7K3M-7K3M' }))
        .status,
    ).toBe(401);
  });
});
