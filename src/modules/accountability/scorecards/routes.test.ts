import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type Actor, SYSTEM } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { fileStore } from '#core/files/store.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { day } from '#core/time/plain-date.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { checkItem } from '../checklists/commands.ts';
import { followCards, sendCard } from './commands.ts';
import type { ScorecardNeeds } from './counting/schema.ts';
import { setFormula } from './formulas/commands.ts';
import { formulaRoutes } from './formulas/routes.ts';
import { cardByNumber, describeReply, undecidedRemarks } from './queries.ts';
import { replyToCard } from './replying/commands.ts';
import { replyRoutes } from './replying/routes.ts';
import { scorecardRoutes } from './routes.ts';
import { REPLY_DEED, scoreOfCard } from './rules.ts';
import { WEIGHED } from './samples.ts';
import type { CardId } from './schema.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const az = langs.az;
const come = (on: Stage, actor?: Actor, needs: ScorecardNeeds = {}) =>
  visitor(on, {
    routes: [...formulaRoutes(needs), ...replyRoutes(fileStore('/nowhere')), ...scorecardRoutes(needs)],
    langs,
    ...(actor ? { actor } : {}),
  });
const problems = (html: string): readonly string[] =>
  [...html.matchAll(/<li><a href="#f-([^"]+)">/g)].map(([, field]) => field!).toSorted();
const load = (on: Stage, key: string, kind: 'municipality' | 'excom' = 'municipality') =>
  loadNamedBody(asSystem(on), { key, kind, name: { az: `${key} adı` }, source: 'm' });
const ofBody = (on: Stage, body: string): Actor => ({
  ...{ kind: 'person', id: '01900000-0000-7000-8000-00000000beef', name: 'Somebody' },
  roles: [{ role: 'executor', forum: on.forum.id, body }],
});
const byLink = (on: Stage, body: string, object: string): Actor => ({
  ...{ kind: 'link', person: null },
  deed: { id: '01900000-0000-7000-8000-0000000000ff', command: REPLY_DEED, object, forum: on.forum.id, body },
});

/** A formula of money alone, and a municipality of which all of its money is checked: half of it was published. */
async function counted(scratch: Parameters<typeof stage>[0]) {
  const on = await stage(scratch);
  on.now = new Date('2026-10-05T08:00:00Z');
  const body = await load(on, 'arpaliq');
  const formula = { ...WEIGHED, weights: { money: 100 }, enough: 10 };
  expect((await asSystem(on)(setFormula({}), formula)).ok).toBe(true);
  for (const [item, found] of [
    ['budget', 'published'],
    ['audit', 'not_found'],
  ] as const)
    await asSystem(on)(checkItem, {
      ...{ body, item, found, checkedOn: on.today, datedOn: null, copy: null, note: null },
      url: found === 'published' ? 'https://a.example/b' : null,
    });
  return { on, body };
}
const sent = async (on: Stage, body: string) => {
  const made = await asSystem(on)(sendCard({}), { body });
  expect(made.ok).toBe(true);
};
const at = (on: Stage, date: string) => {
  on.now = new Date(`${date}T08:00:00Z`);
};
const card = async (on: Stage, number = 1) => (await cardByNumber(on.house.database.db, on.forum.id, number))!;
const caseOf = async (on: Stage) =>
  (
    await sql<{ due: string; closed: string | null }>`select due_on as due, closed from obligations_cases`.execute(
      on.house.database.db,
    )
  ).rows;

both('the formula of scorecards', (scratch) => {
  it('is published in versions, and a wrong one is told at its field', async () => {
    const on = await stage(scratch);
    const keeper = come(on, person(on.forum.id, 'secretary'));
    expect((await come(on).get('/scorecards')).text).toContain(az.t('accountability.scorecards.none'));
    expect((await come(on).get('/scorecards/formula/new')).status).toBe(401);
    expect((await come(on, person(on.forum.id, 'analyst')).get('/scorecards/formula/new')).status).toBe(403);
    const form = (await keeper.get('/scorecards/formula/new')).text;
    expect([form.includes('weight_reports'), form.includes('weight_requests')]).toEqual([true, false]);
    const typed = { enough: '60', reply_days: '10', why: 'Pul əsasdır', after: '0' };
    const post = (more: Record<string, string>) => keeper.post('/scorecards/formula', { ...typed, ...more });
    const zero = await post({});
    expect([zero.status, problems(zero.text)]).toEqual([422, ['weight_about']]);
    expect(zero.text).toContain(az.t('accountability.scorecards.wrong.zero'));
    const less = await post({ weight_money: '60', weight_reports: '30' });
    expect(less.text).toContain(az.t('accountability.scorecards.wrong.sum', { sum: 90 }));
    expect(less.text).toContain('value="30"');
    const all = { enough: '0', reply_days: '99', why: ' ', weight_money: '1,5' };
    expect(problems((await post(all)).text)).toEqual(['enough', 'reply_days', 'weight_money', 'why']);
    expect((await post({ weight_money: '60', weight_reports: '40' })).to).toMatch(/formula\?done=set$/);
    // The same form again, after somebody published a version: nothing is written over unseen.
    const again = await post({ weight_money: '100' });
    expect(again.text).toContain(az.t('accountability.scorecards.wrong.meanwhile', { version: 1 }));
    expect((await post({ weight_money: '100', after: '1' })).status).toBe(303);
    const shown = (await come(on).get('/scorecards/formula')).text;
    for (const part of ['id="version-1"', 'id="version-2"', 'Pul əsasdır']) expect(shown).toContain(part);
    const stranger = await asSystem(on)(setFormula({}), { ...WEIGHED, weights: { beauty: 100 }, after: 2 });
    expect(stranger.ok ? null : stranger.refusal.message.key).toBe('accountability.scorecards.wrong.row');
  });

  it('weighs requests where somebody counts them, and each opens into its page', async () => {
    const { on, body } = await counted(scratch);
    const needs: ScorecardNeeds = {
      requests: async (_db, _forum, of) =>
        of === body
          ? [
              { number: 4, path: '/requests/4', state: 'in_time' },
              { number: 5, path: '/requests/5', state: 'none' },
            ]
          : [],
    };
    const keeper = come(on, person(on.forum.id, 'coordinator'), needs);
    expect((await keeper.get('/scorecards/formula/new')).text).toContain('weight_requests');
    const formula = { ...WEIGHED, weights: { money: 50, requests: 50 }, enough: 10, after: 1 };
    expect((await asSystem(on)(setFormula(needs), formula)).ok).toBe(true);
    expect((await asSystem(on)(sendCard(needs), { body })).ok).toBe(true);
    const text = (await keeper.get('/scorecards/1')).text;
    for (const part of ['/requests/4"', '/requests/5"', az.t('accountability.scorecards.score', { n: 50 })])
      expect(text).toContain(part);
  });
});

both('a scorecard', (scratch) => {
  it('is read by the body first, and by nobody else until it is public', async () => {
    const { on, body } = await counted(scratch);
    const other = await load(on, 'bagca');
    const analyst = come(on, person(on.forum.id, 'analyst'));
    expect((await come(on).get(`/scorecards/new?body=${body}`)).status).toBe(401);
    expect((await analyst.get('/scorecards/new?body=x')).status).toBe(404);
    expect(problems((await analyst.get('/scorecards/new?body=')).text)).toEqual(['body']);
    const preview = (await analyst.get(`/scorecards/new?body=${body}`)).text;
    expect(preview).toContain(az.t('accountability.scorecards.score', { n: 50 }));
    expect((await analyst.post('/scorecards', { body })).to).toMatch(/\/scorecards\/1\?done=sent$/);
    expect((await analyst.post('/scorecards', { body })).text).toContain(
      az.t('accountability.scorecards.wrong.open', { number: 1 }),
    );
    const score = az.t('accountability.scorecards.score', { n: 50 });
    const sees = async (actor?: Actor) => (await come(on, actor).get('/scorecards/1')).text.includes(score);
    expect([await sees(), await sees(ofBody(on, other)), await sees(ofBody(on, body))]).toEqual([false, false, true]);
    expect((await come(on).get('/scorecards')).text).not.toContain(score);
    expect((await come(on).get('/scorecards.csv')).text).not.toContain('money');
    // Nobody replies: the day after the window everybody reads it, by the date alone.
    const { replyUntil } = await card(on);
    expect((await caseOf(on))[0]).toEqual({ due: replyUntil, closed: null });
    at(on, replyUntil);
    expect(await sees()).toBe(false);
    on.now = new Date(on.now.getTime() + 86_400_000);
    expect(await sees()).toBe(true);
    const text = (await come(on).get('/scorecards/1')).text;
    expect(text).toContain(az.t('accountability.scorecards.no_reply', { date: az.date(replyUntil) }));
    expect((await come(on).get('/scorecards.csv')).text).toContain('50,money,100,2,');
    expect((await come(on).get('/scorecards')).text).toContain(score);
    expect((await come(on).get('/scorecards/2')).status).toBe(404);
    expect((await come(on, ofBody(on, other)).get('/scorecards/1/reply')).status).toBe(403);
  });

  it('is published with the remarks of the body and the decision on each', async () => {
    const { on, body } = await counted(scratch);
    await sent(on, body);
    const { id, replyUntil } = await card(on);
    expect((await describeReply(scratch.db, on.forum, id))?.formPath).toBe('/scorecards/1/reply');
    expect((await come(on).get('/scorecards/1/reply')).status).toBe(401);
    const own = come(on, byLink(on, body, id));
    expect((await own.get('/scorecards/1/reply')).text).toContain(az.t('accountability.scorecards.score', { n: 50 }));
    expect(problems((await own.post('/scorecards/1/reply', {})).text)).toEqual(['none']);
    const both = await own.post('/scorecards/1/reply', { none: 'yes', remark_money: 'Audit var' });
    expect([problems(both.text), both.text.includes('Audit var')]).toEqual([['none'], true]);
    at(on, '2026-10-08');
    const words = { remark_money: 'Audit <b>dərc olunub</b>', remark_all: 'Sayt yenidir' };
    expect((await own.post('/scorecards/1/reply', words)).status).toBe(303);
    expect((await own.post('/scorecards/1/reply', words)).status).toBe(409);
    expect(await caseOf(on)).toEqual([{ due: replyUntil, closed: 'done' }]);
    expect(await describeReply(scratch.db, on.forum, id)).toBeNull();
    // Remarks hold it back until the last one is decided, however late that is.
    at(on, '2026-12-01');
    expect((await come(on).get('/scorecards/1')).text).not.toContain('Sayt yenidir');
    expect(await undecidedRemarks(scratch.db, on.forum.id)).toEqual([{ number: 1, n: 2 }]);
    const keeper = come(on, person(on.forum.id, 'coordinator'));
    expect((await come(on, person(on.forum.id, 'analyst')).get('/scorecards/1/remarks/1')).status).toBe(403);
    expect(problems((await keeper.post('/scorecards/1/remarks/1', {})).text)).toEqual(['reason', 'taken']);
    const taken = { taken: 'yes', reason: 'Ünvan tapıldı' };
    expect(problems((await keeper.post('/scorecards/1/remarks/1', taken)).text)).toEqual(['counted']);
    expect((await keeper.post('/scorecards/1/remarks/1', { ...taken, counted: '100' })).status).toBe(303);
    expect((await keeper.post('/scorecards/1/remarks/1', { ...taken, counted: '0' })).status).toBe(409);
    expect((await come(on).get('/scorecards/1')).text).not.toContain('Sayt yenidir');
    const not = { taken: 'no', reason: 'Düsturda belə sətir yoxdur', counted: '100' };
    expect((await keeper.post('/scorecards/1/remarks/2', not)).status).toBe(303);
    const text = (await come(on).get('/scorecards/1')).text;
    for (const part of [
      ...['Audit &lt;b>dərc olunub', 'Sayt yenidir', 'Ünvan tapıldı', 'Düsturda belə sətir yoxdur'],
      az.t('accountability.scorecards.score', { n: 100 }),
      az.t('accountability.scorecards.before_remarks', {
        score: az.t('accountability.scorecards.score', { n: 50 }),
      }),
    ])
      expect(text).toContain(part);
    expect(scoreOfCard(await card(on))).toBe(1000);
    expect((await come(on).get('/scorecards.csv')).text).toMatch(/,100,money,100,2,\d+,50,100/);
  });

  it('is replied to on paper through the secretary, or late, and a body may have no remarks', async () => {
    const { on, body } = await counted(scratch);
    await sent(on, body);
    const keeper = come(on, person(on.forum.id, 'secretary'));
    const paper = { way: 'paper', none: 'yes' };
    expect(problems((await keeper.post('/scorecards/1/reply', paper)).text)).toEqual(['paper_day', 'paper_ref']);
    expect((await keeper.post('/scorecards/1/reply', { none: 'yes' })).status).toBe(403);
    const letter = { ...paper, paper_ref: '7/2', paper_day: '2026-10-05' };
    expect((await keeper.post('/scorecards/1/reply', letter)).status).toBe(303);
    const text = (await come(on).get('/scorecards/1')).text;
    expect(text).toContain(az.t('accountability.scorecards.no_remarks'));
    expect(text).toContain('7/2');
    await sent(on, body);
    at(on, '2026-11-30');
    expect((await come(on, ofBody(on, body)).post('/scorecards/2/reply', { remark_all: 'Gec' })).status).toBe(303);
    const late = (await come(on).get('/scorecards/2')).text;
    expect(late).toContain(az.t('accountability.scorecards.replied_late', { date: az.date(day('2026-11-30')) }));
    expect(late).toContain(az.t('accountability.scorecards.undecided'));
  });

  it('follows a moved day while its window is open, and has at most one remark for a row', async () => {
    const { on, body } = await counted(scratch);
    await sent(on, body);
    const { id, replyUntil } = await card(on);
    const twice = [0, 1].map(() => ({ row: 'money' as const, words: { az: 'x' } }));
    const wrong = await asSystem(on)(replyToCard, { card: id as CardId, remarks: twice, paper: null });
    expect(wrong.ok ? null : wrong.refusal.message.key).toBe('accountability.scorecards.wrong.rows');
    const follow = (due: string) =>
      scratch.database.transaction((db) =>
        followCards(
          { ...on, db, forum: on.forum, today: on.today, now: on.now, actor: SYSTEM, lang: 'az', requestId: 't' },
          [{ id: 'x' as never, kind: 'accountability.scorecard', subject: id, due: day(due) }],
        ),
      );
    await follow('2026-10-30');
    expect((await card(on)).replyUntil).toBe('2026-10-30');
    at(on, '2026-10-31');
    await follow(replyUntil);
    expect((await card(on)).replyUntil).toBe('2026-10-30');
  });

  it('of a body of which too little is known has no score, and says so', async () => {
    const on = await stage(scratch);
    const body = await load(on, 'rih', 'excom');
    await asSystem(on)(setFormula({}), { ...WEIGHED, weights: { money: 60, reports: 40 } });
    await sent(on, body);
    const text = (await come(on, ofBody(on, body)).get('/scorecards/1')).text;
    for (const key of ['not_enough', 'out.few', 'out.no', 'no_interval'] as const)
      expect(text).toContain(az.t(`accountability.scorecards.${key}`));
    expect(scoreOfCard(await card(on))).toBeNull();
  });
});
