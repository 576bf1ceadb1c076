import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { fileStore } from '#core/files/store.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { addDays, day } from '#core/time/plain-date.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { accountabilityModule } from '../module.ts';
import { countedRequests } from './api.ts';
import { waitingRequests } from './queries.ts';
import { stateOf } from './rules.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const az = langs.az;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ortaq-requests-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const come = (on: Stage, actor?: Actor) =>
  visitor(on, {
    routes: accountabilityModule({ files: fileStore(folder) }).routes,
    langs,
    ...(actor ? { actor } : {}),
  });
const problems = (html: string): readonly string[] =>
  [...html.matchAll(/<li><a href="#f-([^"]+)">/g)].map(([, field]) => field!);
const codeIn = (html: string): string => /<b class="num">([0-9A-Z]{4}(?:-[0-9A-Z]{4}){4})</.exec(html)![1]!;
const hiddenCode = (html: string): string => /name="code" value="([^"]+)"/.exec(html)![1]!;
const text = 'Bu ilin büdcəsi necə bölünüb?';

/** Three municipalities and a keeper, on Monday 2 February 2026. */
async function world(scratch: Parameters<typeof stage>[0]) {
  const on = await stage(scratch);
  on.now = new Date('2026-02-02T08:00:00Z');
  const load = (key: string, kind: 'municipality' | 'ngo' = 'municipality') =>
    loadNamedBody(asSystem(on), { key, kind, name: { az: `${key} adı` }, source: 'm' });
  const bodies = [await load('arpaliq'), await load('bagca'), await load('cemen')];
  return { on, bodies, ngo: await load('birlik', 'ngo'), keeper: come(on, person(on.forum.id, 'secretary')) };
}

/** One form to all; gives the code of the receipt. */
async function ask(on: Stage, bodies: readonly string[]): Promise<string> {
  const checked = await come(on).post('/requests/new', { text, bodies: [...bodies] });
  expect(checked.status).toBe(200);
  const code = hiddenCode(checked.text);
  const sent = await come(on).post('/requests', { text, bodies_of: bodies.join(' '), code });
  expect([sent.status, codeIn(sent.text)]).toEqual([200, code]);
  return code;
}

/** Accepted, with letters, handed over on the day; gives the codes of the letters. */
async function handOver(w: Awaited<ReturnType<typeof world>>): Promise<readonly string[]> {
  expect((await w.keeper.post('/requests/1/decision', { decision: '' })).status).toBe(303);
  const codes: string[] = [];
  for (const number of [1, 2, 3]) {
    codes.push(codeIn((await w.keeper.post(`/requests/${number}/letter`, {})).text));
    const typed = { on: '2026-02-02', way: 'hand', reference: `12/${number}` };
    expect((await w.keeper.post(`/requests/${number}/delivery`, typed)).status).toBe(303);
  }
  return codes;
}

test('a state follows from the day and from what was recorded', () => {
  const [monday, due] = [day('2026-02-02'), day('2026-02-11')];
  const delivery = { on: monday, way: 'hand' as const, reference: null };
  const sent = { decision: { accepted: true, sentence: null, on: monday }, delivery, answers: [] };
  const answered = (on: string) => ({ ...sent, answers: [{ on: day(on) } as never] });
  expect(stateOf({ ...sent, decision: null }, undefined, monday)).toBe('waiting');
  expect(stateOf({ ...sent, delivery: null }, undefined, monday)).toBe('ready');
  expect([due, addDays(due, 1)].map((today) => stateOf(sent, { dueOn: due }, today))).toEqual(['sent', 'overdue']);
  expect(stateOf(sent, undefined, addDays(due, 1))).toBe('told');
  expect([
    stateOf(answered('2026-02-11'), { dueOn: due }, due),
    stateOf(answered('2026-02-12'), { dueOn: due }, due),
  ]).toEqual(['in_time', 'late']);
});

both('information requests', (scratch) => {
  it('go from one form to three bodies: one answers in time by its code, one late, one never', async () => {
    const w = await world(scratch);
    const { on, bodies, keeper } = w;
    const receipt = await ask(on, bodies);
    expect((await come(on).get('/requests')).text).not.toContain(text);
    expect((await come(on).get('/requests/1')).text).not.toContain(text);
    const codes = await handOver(w);
    expect((await come(on).get('/requests/2')).text).toContain(text);

    on.now = new Date('2026-02-06T08:00:00Z');
    const body = come(on);
    expect((await body.post('/requests/reply', { code: codes[0]!.toLowerCase() })).text).toContain('11 fevral 2026');
    const typed = { code: codes[0]!, text: 'Büdcə <b>əlavədədir</b>' };
    for (const said of ['done', 'again'] as const)
      expect((await body.post('/requests/reply/answer', typed)).text).toContain(
        az.t(`accountability.requests.replying.${said}`),
      );
    expect((await come(on).get('/requests/1')).text).not.toContain('əlavədədir');
    const [waiting] = await waitingRequests(scratch.db, on.forum.id);
    const answer = waiting!.answers[0]!;
    expect((await keeper.post('/requests/1/showing', { answer: answer.id, words: 'yes' })).status).toBe(303);
    expect((await keeper.post('/requests/1/showing', { answer: answer.id })).status).toBe(409);
    expect((await come(on).get('/requests/1')).text).toContain('Büdcə &lt;b>əlavədədir');

    on.now = new Date('2026-03-30T08:00:00Z');
    const paper = { way: 'paper', paper_ref: '7/2', paper_day: '2026-03-02', text: 'Gecikmiş cavab' };
    expect((await keeper.post('/requests/2/answer', { ...paper, paper_day: '2026-02-01' })).status).toBe(422);
    expect((await keeper.post('/requests/2/answer', paper)).status).toBe(303);
    const csv = (await keeper.get('/requests.csv')).text;
    const states = csv.split('\n').map((line) => /,(in_time|late|overdue|told),/.exec(line)?.[1]);
    expect(states.filter(Boolean)).toEqual(['overdue', 'late', 'in_time']);
    // Nobody told the third of its lateness yet: it is counted against nobody.
    const moment = { today: on.today, now: on.now };
    const counted = await Promise.all(bodies.map((id) => countedRequests(scratch.db, on.forum, id, moment)));
    expect(counted.map((rows) => rows.map(({ state }) => state))).toEqual([['in_time'], ['late'], []]);

    const status = await come(on).post('/requests/receipts', { code: receipt });
    expect(status.text).toContain('judged_1');
    const judge = (number: string, judged: string) =>
      come(on).post('/requests/receipts/judgement', { code: receipt, number, [`judged_${number}`]: judged });
    expect(problems((await judge('1', 'refused')).text)).toEqual(['judged_1']);
    expect((await judge('1', 'refused.none')).status).toBe(200);
    expect((await judge('1', 'full')).status).toBe(200);
    expect((await judge('2', 'silence')).status).toBe(409);
    expect((await judge('3', 'silence')).status).toBe(200);
    expect((await come(on).get('/requests')).text).toContain(az.t('accountability.requests.judged.silence'));
    const { rows } = await sql<{ at: string }>`
      select distinct to_char(at at time zone 'UTC', 'HH24:MI') as at from core_entries
      where kind in ('accountability.request_asked', 'accountability.request_judged')`.execute(scratch.db);
    expect(rows).toEqual([{ at: '12:00' }]);
  });

  it('are extended by the body once, and only when it tells so within five working days', async () => {
    const w = await world(scratch);
    await ask(w.on, w.bodies);
    const codes = await handOver(w);
    w.on.now = new Date('2026-02-09T08:00:00Z');
    const tell = (code: string) => come(w.on).post('/requests/reply/extension', { code, reason: 'search' });
    expect((await tell(codes[0]!)).text).toContain('20 fevral 2026');
    expect((await tell(codes[0]!)).status).toBe(409);
    w.on.now = new Date('2026-02-10T08:00:00Z');
    const late = await tell(codes[1]!);
    expect([late.status, late.text.includes('9 fevral 2026')]).toEqual([409, true]);
  });

  it('say at the field what is wrong, and are kept by keepers only', async () => {
    const { on, bodies, ngo, keeper } = await world(scratch);
    expect(problems((await come(on).post('/requests/new', { text: '' })).text).toSorted()).toEqual(['bodies', 'text']);
    const code = hiddenCode((await come(on).post('/requests/new', { text, bodies: [bodies[0]!] })).text);
    expect(problems((await come(on).post('/requests', { text, bodies_of: ngo, code })).text)).toEqual(['bodies']);
    await sql`update places_bodies set valid_to = '2026-01-01' where id = ${bodies[0]!}`.execute(scratch.db);
    await sql`insert into places_body_links (forum_id, body_id, relation, other_id, day, source, entered_at)
      values (${on.forum.id}, ${bodies[0]!}, 'succeeded_by', ${bodies[1]!}, '2026-01-01', 'm', now())`.execute(
      scratch.db,
    );
    const ended = await come(on).post('/requests', { text, bodies_of: bodies[0]!, code });
    expect([problems(ended.text), ended.text.includes('bagca adı')]).toEqual([['bodies'], true]);
    for (const [path, body] of [
      ['/requests/desk', null],
      ['/requests/1/desk', null],
      ['/requests/1/decision', { decision: '' }],
      ['/requests/1/letter', {}],
    ] as const)
      expect([path, (await (body ? come(on).post(path, body) : come(on).get(path))).status]).toEqual([path, 401]);
    expect((await come(on).post('/requests/reply', { code: '0000-0000-0000-0000-0000' })).status).toBe(422);
    expect((await come(on).post('/requests/receipts', { code: 'x' })).status).toBe(422);

    await ask(on, [bodies[1]!]);
    const again = await keeper.post('/requests/1/decision', { decision: 'refused' });
    expect([again.status, problems(again.text)]).toEqual([422, ['sentence']]);
    const refusal = { decision: 'refused', sentence: 'Ad yazmayın' };
    expect((await keeper.post('/requests/1/decision', refusal)).status).toBe(303);
    expect((await keeper.post('/requests/1/letter', {})).status).toBe(409);
    const { rows } = await sql`select 1 from accountability_request_sendings where text is not null`.execute(
      scratch.db,
    );
    expect(rows).toHaveLength(0);
  });
});
