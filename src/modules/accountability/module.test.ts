import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { fileStore } from '#core/files/store.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { day } from '#core/time/plain-date.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../texts.gen.ts';
import { accountabilityModule } from './module.ts';
import { enterReport } from './reports/commands.ts';
import { keepOwed } from './reports/owed/commands.ts';
import { describeEntry, reportByNumber, reportLines, waitingVoices } from './reports/queries.ts';
import { setRule } from './reports/rulebook/commands.ts';
import { given, YEARLY } from './reports/samples.ts';
import { decideVoice } from './reports/saying/commands.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const az = langs.az;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ortaq-reports-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const come = (on: Stage, actor?: Actor) =>
  visitor(on, {
    routes: accountabilityModule({ files: fileStore(folder) }).routes,
    langs,
    ...(actor ? { actor } : {}),
  });

const bodyOf = (on: Stage, key: string, kind: 'municipality' | 'school' = 'municipality'): Promise<string> =>
  loadNamedBody(asSystem(on), { key, kind, name: { az: `${key} adı` }, source: 'm' });
const executor = (on: Stage, body: string): Actor => ({
  ...{ kind: 'person', id: '01900000-0000-7000-8000-00000000beef', name: 'Somebody' },
  roles: [{ role: 'executor', forum: on.forum.id, body }],
});
const problems = (html: string): readonly string[] =>
  [...html.matchAll(/<li><a href="#f-([^"]+)">/g)].map(([, field]) => field!);

/** A forum with two municipalities and a school; reports on 2025 are owed by 31 March 2026. */
async function reporting(scratch: Parameters<typeof stage>[0]) {
  const on = await stage(scratch);
  on.now = new Date('2026-02-02T08:00:00Z');
  const [first, second] = [await bodyOf(on, 'arpaliq'), await bodyOf(on, 'bagca')];
  await bodyOf(on, 'mekteb', 'school');
  const keeper = person(on.forum.id, 'secretary');
  const set = await on.as(keeper)(setRule, YEARLY);
  expect(set.ok).toBe(true);
  return { on, keeper, first, second };
}

const caseOf = async (on: Stage, body: string) => {
  const { rows } = await sql<{ due_on: string; closed: string | null; closed_on: string | null }>`
    select due_on, closed, closed_on from obligations_cases
    where forum_id = ${on.forum.id} and body_id = ${body} order by number`.execute(on.house.database.db);
  return rows;
};

both('reports to voters', (scratch) => {
  it('become owed by themselves, once each, by municipalities only', async () => {
    const { on, first, second } = await reporting(scratch);
    const lines = await reportLines(scratch.db, on.forum.id, null);
    expect(lines.map(({ body, from, to, dueOn }) => [body, from, to, dueOn])).toEqual([
      [first, '2025-01-01', '2025-12-31', '2026-03-31'],
      [second, '2025-01-01', '2025-12-31', '2026-03-31'],
    ]);
    for (const _again of [1, 2]) expect((await asSystem(on)(keepOwed, {})).ok).toBe(true);
    expect(await reportLines(scratch.db, on.forum.id, null)).toHaveLength(2);
    expect(await caseOf(on, first)).toEqual([{ due_on: '2026-03-31', closed: null, closed_on: null }]);
    on.now = new Date('2027-01-01T02:00:00Z');
    await asSystem(on)(keepOwed, {});
    expect((await reportLines(scratch.db, on.forum.id, first)).map(({ from }) => from)).toEqual([
      '2026-01-01',
      '2025-01-01',
    ]);
    expect((await on.as(person(on.forum.id, 'secretary'))(keepOwed, {})).ok).toBe(false);
  });

  it('are late for keepers at once, and for everybody when the body was told', async () => {
    const { on, keeper } = await reporting(scratch);
    on.now = new Date('2026-04-02T08:00:00Z');
    const late = az.t('accountability.reports.state.overdue');
    expect((await come(on, keeper).get('/reports')).text).toContain(late);
    const open = (await come(on).get('/reports')).text;
    expect([open.includes(`>${late}<`), open.includes(az.t('accountability.reports.state.told'))]).toEqual([
      false,
      true,
    ]);
    const csv = (await come(on).get('/reports.csv')).text;
    expect(csv).toContain('2025-01-01,2025-12-31,2026-03-31,,told');
  });

  it('are entered by the municipality itself, and not by another or by a stranger', async () => {
    const { on, first, second } = await reporting(scratch);
    const [report] = await reportLines(scratch.db, on.forum.id, first);
    const entry = `/reports/${report!.number}/entry`;
    expect((await come(on).get(entry)).status).toBe(401);
    expect((await come(on, executor(on, second)).get(entry)).status).toBe(403);
    expect((await describeEntry(scratch.db, on.forum, report!.id))?.formPath).toBe(entry);
    const own = come(on, executor(on, first));
    const refused = await own.post(entry, { held_on: 'dünən', women: '-3', answer_1: 'Payızda', url: 'javascript:1' });
    expect([refused.status, problems(refused.text).toSorted()]).toEqual([
      422,
      ['channels', 'held_on', 'place', 'question_1', 'url', 'women'],
    ]);
    const typed = { held_on: '2026-02-01', place: 'Çayxana', channels: ['teahouse', 'board'], women: '12', men: '18' };
    const ages = { young: '10', middle: '15', older: '6' };
    expect(problems((await own.post(entry, { ...typed, ...ages })).text)).toEqual(['women']);
    expect(problems((await own.post(entry, { ...typed, held_on: '2026-02-03' })).text)).toEqual(['held_on']);
    const words = { summary: 'Su <b>kəməri</b>', question_1: 'Nə vaxt?', answer_1: '' };
    const made = await own.post(entry, { ...typed, ...words, ...ages, older: '5' });
    expect(made.to).toMatch(new RegExp(`/reports/${report!.number}\\?done=entered$`));
    const seen = (await come(on).get(`/reports/${report!.number}`)).text;
    for (const part of ['Çayxana', 'Su &lt;b>kəməri', 'Nə vaxt?', '30 nəfər', '12 qadın']) expect(seen).toContain(part);
    expect(seen).toContain(az.t('accountability.reports.act.no_answer'));
    // Agreed here and not used.
    expect(seen).toContain(az.t('accountability.reports.act.ways_missed'));
    expect(await caseOf(on, first)).toEqual([{ due_on: '2026-03-31', closed: 'done', closed_on: '2026-02-01' }]);
    expect(await caseOf(on, second)).toMatchObject([{ closed: null }]);
    expect(await describeEntry(scratch.db, on.forum, report!.id)).toBeNull();
  });

  it('come on paper through the secretary, with the number of the letter', async () => {
    const { on, keeper, first } = await reporting(scratch);
    const [report] = await reportLines(scratch.db, on.forum.id, first);
    on.now = new Date('2026-04-20T08:00:00Z');
    const typed = { way: 'paper', held_on: '2026-04-10', place: 'Klub', channels: 'gathering', summary: 'Hesabat' };
    const entry = `/reports/${report!.number}/entry`;
    const b = come(on, keeper);
    expect(problems((await b.post(entry, typed)).text).toSorted()).toEqual(['paper_day', 'paper_ref']);
    expect(problems((await b.post(entry, { ...typed, paper_ref: '7', paper_day: '2026-04-01' })).text)).toEqual([
      'paper_day',
    ]);
    expect((await b.post(entry, { ...typed, paper_ref: '7/2', paper_day: '2026-04-12' })).status).toBe(303);
    expect((await come(on).get('/reports')).text).toContain(az.t('accountability.reports.state.done_late'));
    expect((await reportByNumber(scratch.db, on.forum.id, report!.number))?.acts).toMatchObject([
      { way: 'paper', paperRef: '7/2', women: null },
    ]);
  });

  it('are owed by a new rule from a later year only', async () => {
    const { on, keeper } = await reporting(scratch);
    const again = await on.as(keeper)(setRule, { ...YEARLY, times: 2 });
    expect(again.ok ? null : again.refusal.message.key).toBe('accountability.reports.wrong.first_year');
    expect((await on.as(keeper)(setRule, { ...YEARLY, firstYear: 2026, times: 2 })).ok).toBe(true);
    on.now = new Date('2026-07-01T08:00:00Z');
    await asSystem(on)(keepOwed, {});
    const froms = new Set((await reportLines(scratch.db, on.forum.id, null)).map(({ from, to }) => `${from} ${to}`));
    expect([...froms]).toEqual(['2026-01-01 2026-06-30', '2025-01-01 2025-12-31']);
    const b = come(on, keeper);
    const wrong = await b.post('/reports/rule', { first_year: 'x', times: '3', months: '13', basis: '' });
    expect([wrong.status, problems(wrong.text).toSorted()]).toEqual([
      422,
      ['basis', 'channels', 'first_year', 'months', 'times'],
    ]);
    expect((await come(on).get('/reports/rule')).status).toBe(401);
  });
});

both('what somebody who was there says', (scratch) => {
  it('is asked without an account, kept without an hour, and public only after a moderator', async () => {
    const { on, keeper, first } = await reporting(scratch);
    const [report] = await reportLines(scratch.db, on.forum.id, first);
    const voices = `/reports/${report!.number}/voices`;
    const answers = { told: 'no', clear: 'partly', heard: 'yes' };
    expect((await come(on).post(voices, answers)).status).toBe(409);
    await on.as(executor(on, first))(enterReport, given(report!.id, day('2026-02-01')));
    expect(problems((await come(on).post(voices, { told: 'no' })).text)).toEqual(['clear', 'heard']);
    expect((await come(on).post(voices, { ...answers, words: 'Qısa <i>idi</i>' })).to).toMatch(/done=said$/);
    expect((await come(on, executor(on, first)).post(voices, { ...answers, words: 'Sədr filankəs' })).status).toBe(303);
    expect((await come(on).get(`/reports/${report!.number}`)).text).not.toContain('Qısa');
    const { rows } = await sql<{ at: Date }>`
      select at from core_entries where kind = 'accountability.report_voice_received'`.execute(scratch.db);
    expect(rows.map(({ at }) => at.toISOString())).toEqual(['2026-02-02T12:00:00.000Z', '2026-02-02T12:00:00.000Z']);

    expect((await come(on).get('/reports/voices')).status).toBe(401);
    const moderator = come(on, person(on.forum.id, 'moderator'));
    expect((await moderator.get('/reports/voices')).text).toContain('Sədr filankəs');
    const [one, two] = await waitingVoices(scratch.db, on.forum.id);
    const byWords = (words: string) => [one!, two!].find((voice) => voice.words?.az?.startsWith(words))!.id;
    expect((await moderator.post('/reports/voices', { voice: byWords('Qısa') })).status).toBe(303);
    const hidden = { voice: byWords('Sədr'), decision: 'without_words' };
    expect((await moderator.post('/reports/voices', hidden)).status).toBe(303);
    expect((await moderator.post('/reports/voices', hidden)).status).toBe(409);
    const seen = (await come(on).get(`/reports/${report!.number}`)).text;
    expect([seen.includes('Qısa &lt;i>idi'), seen.includes('Sədr')]).toEqual([true, false]);
    expect(seen).toContain(az.t('accountability.reports.voices.counted', { n: 2 }));
    const kept = await sql<{ n: number }>`
      select count(*)::int as n from accountability_report_voices where words::text like '%Sədr%'`.execute(scratch.db);
    expect(kept.rows[0]?.n).toBe(0);
    expect((await on.as(keeper)(decideVoice, { voice: byWords('Qısa'), decision: 'refused' as const })).ok).toBe(false);
  });
});
